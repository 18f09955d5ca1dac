"""Addresses of processing rules, consents, taking out and erasing."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
