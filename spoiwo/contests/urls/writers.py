"""Addresses of entries as their writers see them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
