"""Addresses of entries at the office."""

from django.urls import path

from spoiwo.contests.views import entries as views

ENTRIES = "editions/<int:edition_pk>/entries/"

urlpatterns = [
    path(ENTRIES, views.entries, name="entries"),
    path(f"{ENTRIES}<int:entry_pk>/", views.entry, name="entry"),
]
