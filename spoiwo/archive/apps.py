"""The fuse box of `archive`."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ArchiveConfig(AppConfig):
    name = "spoiwo.archive"
    label = "archive"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.archive import search as documents
        from spoiwo.archive.audit import SENTENCES
        from spoiwo.archive.queries import stops
        from spoiwo.kit import links
        from spoiwo.search import registry

        audit.register(SENTENCES)
        registry.register(
            "archive.source", pgettext_lazy("kind of thing found", "sources"), documents.source_documents
        )
        trail.register("archive.source", stops.source_steps)
        links.register("register.person", stops.links_of_record)
        links.register("contests.award", stops.links_of_record)
