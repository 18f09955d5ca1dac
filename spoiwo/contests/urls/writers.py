"""Addresses of entries as their writers see them."""

from django.urls import path

from spoiwo.contests.views import entering, submitting, writing

E = "e/<slug:secret>/"

urlpatterns = [
    path("contests/<slug:slug>/<int:year>/enter/", entering.enter, name="enter"),
    path("projects/cards/<int:card_pk>/entry/", entering.entry_from_card, name="entry_from_card"),
    path(E, writing.writing, name="writing"),
    path(f"{E}text/", writing.writing_text, name="writing_text"),
    path(f"{E}head/", writing.writing_head, name="writing_head"),
    path(f"{E}files/<int:field_pk>/", writing.writing_file, name="writing_file"),
    path(f"{E}files/<int:file_pk>/removal/", writing.writing_file_removal, name="writing_file_removal"),
    path(f"{E}files/<int:file_pk>/download/", writing.writing_download, name="writing_download"),
    path(f"{E}people/", writing.writing_people, name="writing_people"),
    path(f"{E}agreement/", entering.writing_agreement, name="writing_agreement"),
    path(f"{E}again/", entering.entry_from_entry, name="entry_from_entry"),
    path(f"{E}submission/", submitting.writing_submission, name="writing_submission"),
    path(f"{E}withdrawal/", submitting.writing_withdrawal, name="writing_withdrawal"),
    path(f"{E}conflicts/", submitting.writing_conflicts, name="writing_conflicts"),
    path(f"{E}appeal/", submitting.writing_appeal, name="writing_appeal"),
    path(f"{E}confirmation/", submitting.writing_confirmation, name="writing_confirmation"),
]
