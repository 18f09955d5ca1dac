"""Addresses of cycles, templates' steps and steps of workshops."""

from django.urls import path

from spoiwo.workshops.views import steps

MEETING = "meetings/<int:meeting_pk>/"
urlpatterns = [
    path(MEETING + "steps/", steps.steps, name="steps"),
    path(MEETING + "steps/<int:step_pk>/", steps.step, name="step"),
]
