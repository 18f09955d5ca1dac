"""Addresses of concept cards."""

from django.urls import path

from spoiwo.projects.views import cards

app_name = "projects"
CARD = "projects/<int:card_pk>/"
urlpatterns = [
    path("projects/", cards.card_list, name="cards"),
    path(CARD, cards.card, name="card"),
]
