"""Addresses of entries at the office."""

from django.urls import path

from spoiwo.contests.views import entries as views

ENTRIES = "editions/<int:edition_pk>/entries/"
ENTRY = f"{ENTRIES}<int:entry_pk>/"

urlpatterns = [
    path(ENTRIES, views.entries, name="entries"),
    path(ENTRY, views.entry, name="entry"),
    path(f"{ENTRY}register/", views.entry_tie, name="entry_tie"),
    path(f"{ENTRY}withdrawal/", views.entry_withdrawal, name="entry_withdrawal"),
    path(f"{ENTRY}files/<int:file_pk>/", views.entry_file, name="entry_file"),
]
