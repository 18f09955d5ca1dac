"""Addresses of the formal check."""

from django.urls import path

from spoiwo.contests.views import checks as views

ENTRY = "editions/<int:edition_pk>/entries/<int:entry_pk>/"

urlpatterns = [
    path("editions/<int:edition_pk>/checks/", views.checks, name="checks"),
    path(f"{ENTRY}check/", views.check, name="check"),
    path(f"{ENTRY}decision/", views.decision, name="decision"),
    path(f"{ENTRY}appeal/", views.appeal_decision, name="appeal_decision"),
]
