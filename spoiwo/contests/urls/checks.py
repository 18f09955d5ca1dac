"""Addresses of the formal check."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
