"""Addresses of contests and editions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
