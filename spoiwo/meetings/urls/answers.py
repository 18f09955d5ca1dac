"""Addresses for people without an account: answering, office, unsubscribing. Short, because they are typed from paper."""

from django.urls import path

from spoiwo.meetings.views import answers

GUEST = "i/<slug:answer_code>/"
urlpatterns = [
    path("i/", answers.code, name="code"),
    path(GUEST, answers.answer, name="answer"),
    path(GUEST + "deputy/", answers.deputy, name="deputy"),
    path(GUEST + "needs/", answers.needs, name="needs"),
    path(GUEST + "question/", answers.question, name="question"),
    path(GUEST + "photographs/", answers.image, name="image"),
    path(GUEST + "offer/", answers.offer, name="offer"),
    path(GUEST + "calendar.ics", answers.calendar, name="answer_calendar"),
    path(GUEST + "unsubscribe/", answers.unsubscribe, name="unsubscribe"),
    path("o/<slug:office_code>/", answers.office, name="office"),
]
