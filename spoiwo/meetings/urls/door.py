"""Addresses of attendance, papers and the stations at the door."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
