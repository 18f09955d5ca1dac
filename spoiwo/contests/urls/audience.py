"""Addresses of the audience’s vote."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
