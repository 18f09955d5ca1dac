"""Addresses of sitting, awards, seal."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
