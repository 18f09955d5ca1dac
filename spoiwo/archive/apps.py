"""The fuse box of `archive`."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ArchiveConfig(AppConfig):
    name = "spoiwo.archive"
    label = "archive"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.archive import search as documents
        from spoiwo.archive.audit import SENTENCES
        from spoiwo.search import registry

        audit.register(SENTENCES)
        registry.register(
            "archive.source", pgettext_lazy("kind of thing found", "sources"), documents.source_documents
        )
