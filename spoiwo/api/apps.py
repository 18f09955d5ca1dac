"""The fuse box of `api`."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "spoiwo.api"
    label = "api"
