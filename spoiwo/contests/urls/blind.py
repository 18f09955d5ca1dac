"""Addresses of blind copies."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
