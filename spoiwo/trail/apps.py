"""The fuse box of `trail`."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "spoiwo.trail"
    label = "trail"
