"""Addresses of the catalogue: what it is at large, then one practice, its validation and its adoptions."""

from django.urls import path

from spoiwo.practices.urls import adoptions, practices
from spoiwo.practices.views import cards, catalogue, data, parts

app_name = "practices"
urlpatterns = [
    path("practices/", catalogue.practices, name="practices"),
    path("practices/new/", cards.practice_new, name="practice_new"),
    path("practices/to-check/", catalogue.to_check, name="to_check"),
    path("practices/terms/", parts.terms, name="terms"),
    path("practices/indicators/", data.indicators, name="indicators"),
    path("practices/indicators/<int:pending_pk>/", data.indicators_pending, name="indicators_pending"),
    *practices.urlpatterns,
    *adoptions.urlpatterns,
]
