"""Addresses of the score card; a juror meets no number in them but that of the own reading."""

from django.urls import path

from spoiwo.contests.views import readings as views

READING = "judging/readings/<int:reading_pk>/"

urlpatterns = [
    path(READING, views.reading, name="reading"),
    path(f"{READING}scores/", views.reading_scores, name="reading_scores"),
    path(f"{READING}comment/", views.reading_comment, name="reading_comment"),
    path(f"{READING}submission/", views.reading_submission, name="reading_submission"),
    path(f"{READING}withdrawal/", views.reading_recusal, name="reading_recusal"),
    path(f"{READING}files/<int:number>/", views.reading_file, name="reading_file"),
]
