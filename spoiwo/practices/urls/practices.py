"""Addresses of one practice: its page and paper, its writing, its validation."""

from django.urls import path

from spoiwo.practices.views import cards, catalogue, parts, validation

PRACTICE = "practices/<int:practice_pk>/"
urlpatterns = [
    path(PRACTICE, catalogue.practice, name="practice"),
    path(PRACTICE + "practice.<str:format>", catalogue.practice_document, name="practice_document"),
    path(PRACTICE + "edit/", cards.practice_edit, name="practice_edit"),
    path(PRACTICE + "texts/", cards.practice_texts, name="practice_texts"),
    path(PRACTICE + "state/", cards.practice_state, name="practice_state"),
    path(PRACTICE + "review-date/", cards.practice_review_date, name="practice_review_date"),
    path(PRACTICE + "modules/", parts.modules, name="modules"),
    path(PRACTICE + "files/", parts.files, name="files"),
    path(PRACTICE + "files/<int:file_pk>/", parts.file, name="file"),
    path(PRACTICE + "files/<int:file_pk>/removal/", parts.file_removal, name="file_removal"),
    path(PRACTICE + "validation/", validation.reviews, name="reviews"),
    path(PRACTICE + "validation/check/", validation.check, name="check"),
    path(PRACTICE + "validation/opinion/", validation.opinion, name="opinion"),
    path(PRACTICE + "validation/expert/", validation.expert, name="expert"),
]
