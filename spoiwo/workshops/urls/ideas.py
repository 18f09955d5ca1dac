"""Addresses of ideas: writing them, looking at them before they are shown."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
