"""Addresses of the hall: the facilitator's page, the projector, the seat of a participant, the pulse that phones ask."""

from django.urls import path

from spoiwo.workshops.views import halls, screens, seats, slips

MEETING = "meetings/<int:meeting_pk>/"
urlpatterns = [
    path(MEETING + "hall/", halls.hall, name="hall"),
    path(MEETING + "hall/opening/", halls.hall_opening, name="hall_opening"),
    path(MEETING + "hall/entry/", halls.hall_entry, name="hall_entry"),
    path(MEETING + "hall/move/", halls.hall_move, name="hall_move"),
    path(MEETING + "steps/<int:step_pk>/state/", halls.step_state, name="step_state"),
    path(MEETING + "steps/<int:step_pk>/notes/", halls.step_notes, name="step_notes"),
    path(MEETING + "slips/", slips.slips, name="slips"),
    path(MEETING + "slips.pdf", slips.slips_paper, name="slips_paper"),
    path("screen/<slug:screen_secret>/", screens.screen, name="screen"),
    path("screen/<slug:screen_secret>/join.svg", screens.join_code, name="join_code"),
    path("pulse/<slug:pulse>/", screens.pulse, name="pulse"),
    path("w/", seats.join, name="join"),
    path("w/<slug:slip_code>/", seats.seat, name="seat"),
]
