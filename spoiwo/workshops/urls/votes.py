"""Addresses of votes, ballots and results."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
