"""The fuse box of `places`."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "spoiwo.places"
    label = "places"
