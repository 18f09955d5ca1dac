"""Addresses of concept cards and of projects."""

from django.urls import path

from spoiwo.projects.views import cards, editing, papers, projects, steps

app_name = "projects"
CARD = "projects/<int:card_pk>/"
PROJECT = "projects/carried-out/<int:project_pk>/"
urlpatterns = [
    path("projects/", cards.card_list, name="cards"),
    path("projects/new/", cards.card_new, name="card_new"),
    path("projects/programme/<slug:partnership_slug>.<str:format>", papers.programme, name="programme"),
    path("projects/carried-out/", projects.project_list, name="project_list"),
    path("projects/carried-out/new/", projects.project_new, name="project_new"),
    path(PROJECT, projects.project, name="project"),
    path(PROJECT + "edit/", projects.project_edit, name="project_edit"),
    path(PROJECT + "publication/", projects.project_publication, name="project_publication"),
    path(CARD, cards.card, name="card"),
    path(CARD + "edit/", editing.card_edit, name="card_edit"),
    path(CARD + "text/", editing.card_text, name="card_text"),
    path(CARD + "people/", editing.card_people, name="card_people"),
    path(CARD + "partners/", editing.card_partners, name="card_partners"),
    path(CARD + "budget/", editing.card_budget, name="card_budget"),
    path(CARD + "state/", steps.card_state, name="card_state"),
    path(CARD + "dropping/", steps.card_dropping, name="card_dropping"),
    path(CARD + "publication/", steps.card_publication, name="card_publication"),
    path(CARD + "card.<str:format>", papers.card_paper, name="card_paper"),
]
