"""Addresses of screening by criteria."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
