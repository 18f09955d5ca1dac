"""Addresses of concept cards."""

from django.urls import path

from spoiwo.projects.views import cards, editing, papers, steps

app_name = "projects"
CARD = "projects/<int:card_pk>/"
urlpatterns = [
    path("projects/", cards.card_list, name="cards"),
    path("projects/new/", cards.card_new, name="card_new"),
    path("projects/programme/<slug:partnership_slug>.<str:format>", papers.programme, name="programme"),
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
