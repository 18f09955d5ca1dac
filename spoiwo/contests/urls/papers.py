"""Addresses of papers."""

from django.urls import path

from spoiwo.contests.views import papers as views

EDITION = "editions/<int:edition_pk>/papers/"

urlpatterns = [
    path(EDITION, views.papers, name="papers"),
    path(f"{EDITION}minutes/<int:sitting_pk>.<str:format>", views.minutes, name="minutes"),
    path(f"{EDITION}declarations/<int:member_pk>.pdf", views.declaration, name="declaration"),
    path(f"{EDITION}cards.pdf", views.cards_paper, name="cards_paper"),
    path(f"{EDITION}diplomas.pdf", views.diplomas, name="diplomas"),
    path(f"{EDITION}laureates.pdf", views.laureates_list, name="laureates_paper"),
]
