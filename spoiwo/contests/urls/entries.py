"""Addresses of entries at the office."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
