"""Addresses of the ranking and how it came about."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
