"""The fuse box of `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "spoiwo.accounts"
    label = "accounts"
