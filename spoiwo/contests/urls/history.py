"""Addresses of laureates over the editions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
