"""The fuse box of `documents`: no tables, only paper."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "spoiwo.documents"
    label = "documents"
