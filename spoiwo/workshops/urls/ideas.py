"""Addresses of ideas: writing them, looking at them before they are shown."""

from django.urls import path

from spoiwo.workshops.views import ideas

urlpatterns = [
    path("w/<slug:slip_code>/ideas/", ideas.seat_idea, name="seat_idea"),
    path("w/<slug:slip_code>/ideas/<uuid:key>/back/", ideas.seat_idea_back, name="seat_idea_back"),
    path("w/<slug:slip_code>/near/", ideas.seat_near, name="seat_near"),
    path("meetings/<int:meeting_pk>/steps/<int:step_pk>/ideas/", ideas.ideas, name="ideas"),
]
