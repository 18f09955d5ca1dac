"""Addresses of campaigns, their addressees, letters and answers."""

from django.urls import path

from spoiwo.meetings.views import desk

CAMPAIGN = "campaigns/<int:campaign_pk>/"
urlpatterns = [
    path(CAMPAIGN + "desk/", desk.desk, name="desk"),
]
