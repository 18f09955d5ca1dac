"""Addresses of series, meetings, templates and calendars."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
