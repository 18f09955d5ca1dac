"""Addresses of tables and their people."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
