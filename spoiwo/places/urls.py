"""Addresses of `places`."""

from django.urls import path, re_path

from spoiwo.places import views

app_name = "places"
urlpatterns = [
    path("", views.units, name="units"),
    re_path(r"^(?P<code>[0-9]{2}|[0-9]{4}|[0-9]{7})/$", views.unit, name="unit"),
    path("editions/new/", views.edition_new, name="edition_new"),
    path("editions/pending/<int:pk>/", views.edition_pending, name="edition_pending"),
]
