"""Addresses of certificates, surveys, closing and photographs."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
