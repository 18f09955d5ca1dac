"""Addresses of the commission, conflicts, score cards."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
