"""The fuse box of `register`."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "spoiwo.register"
    label = "register"
