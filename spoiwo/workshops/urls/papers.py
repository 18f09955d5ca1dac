"""Addresses of papers of a workshop."""

from django.urls import path

from spoiwo.workshops.views import papers

MEETING = "meetings/<int:meeting_pk>/"
urlpatterns = [
    path(MEETING + "report/", papers.papers, name="papers"),
    path(MEETING + "report.<slug:format>", papers.report, name="report"),
    path(MEETING + "recap.<slug:format>", papers.handout, name="handout"),
    path(MEETING + "recap-slides.pdf", papers.slides, name="handout_slides"),
]
