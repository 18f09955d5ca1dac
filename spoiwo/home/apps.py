"""The fuse box of `home`."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "spoiwo.home"
    label = "home"
