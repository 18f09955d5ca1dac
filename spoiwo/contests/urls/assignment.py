"""Addresses of the assignment of entries to jurors."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
