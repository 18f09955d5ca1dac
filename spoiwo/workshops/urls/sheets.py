"""Addresses of sheets of groups, written at the table or by staff."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
