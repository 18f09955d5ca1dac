"""The fuse box of `archive`."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "spoiwo.archive"
    label = "archive"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.archive.audit import SENTENCES

        audit.register(SENTENCES)
