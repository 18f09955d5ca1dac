"""Addresses of the assignment of entries to jurors."""

from django.urls import path

from spoiwo.contests.views import assignment as views

EDITION = "editions/<int:edition_pk>/"

urlpatterns = [
    path(f"{EDITION}assignment/", views.assignment, name="assignment"),
    path(f"{EDITION}assignment/applying/", views.assignment_applying, name="assignment_applying"),
    path(f"{EDITION}assignment/readings/", views.reading_new, name="reading_new"),
    path(f"{EDITION}assignment/readings/removal/", views.reading_removal, name="reading_removal"),
    path(f"{EDITION}assignment/samples/", views.samples, name="samples"),
]
