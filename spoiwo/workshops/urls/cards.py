"""Addresses of concept cards in a workshop: giving them to tables, writing them there."""

from django.urls import path

from spoiwo.workshops.views import cards

DESK = "t/<slug:table_secret>/card/"
urlpatterns = [
    path("meetings/<int:meeting_pk>/steps/<int:step_pk>/cards/", cards.cards, name="cards"),
    path(DESK, cards.desk_card, name="desk_card"),
    path(DESK + "text/", cards.desk_card_text, name="desk_card_text"),
]
