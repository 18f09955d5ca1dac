"""The fuse box of `mail`."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "spoiwo.mail"
    label = "mail"
