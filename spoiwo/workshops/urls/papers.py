"""Addresses of papers of a workshop."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
