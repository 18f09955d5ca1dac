"""Addresses of categories, forms, criteria, points of the check."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
