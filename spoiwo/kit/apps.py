"""The kit: no tables, only what every room builds with."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "spoiwo.kit"
    label = "kit"
