"""Addresses of screening by criteria."""

from django.urls import path

from spoiwo.workshops.views import screening

STEP = "meetings/<int:meeting_pk>/steps/<int:step_pk>/"
urlpatterns = [
    path(STEP + "criteria/", screening.criteria, name="criteria"),
    path(STEP + "screening/", screening.screening, name="screening"),
    path("w/<slug:slip_code>/rating/<int:proposal_pk>/", screening.seat_rating, name="seat_rating"),
]
