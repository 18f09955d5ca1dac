"""The fuse box of `files`."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "spoiwo.files"
    label = "files"
