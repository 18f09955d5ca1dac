"""The fuse box of `partnerships`."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "spoiwo.partnerships"
    label = "partnerships"
