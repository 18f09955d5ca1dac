"""The fuse box of `contests`."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ContestsConfig(AppConfig):
    name = "spoiwo.contests"
    label = "contests"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.contests import search as documents
        from spoiwo.contests.audit import SENTENCES
        from spoiwo.contests.emails.samples import SAMPLES
        from spoiwo.contests.queries import entries
        from spoiwo.kit import links
        from spoiwo.mail.post import register
        from spoiwo.search import registry

        audit.register(SENTENCES)
        trail.register("contests.entry", entries.entry_steps)
        links.register("projects.conceptcard", entries.links_of_card)
        for name, sample in SAMPLES.items():
            register(f"contests/{name}", sample)
        registry.register(
            "contests.contest", pgettext_lazy("kind of thing found", "contests"), documents.contest_documents
        )
        registry.register(
            "contests.edition",
            pgettext_lazy("kind of thing found", "editions of contests"),
            documents.edition_documents,
        )
        registry.register(
            "contests.entry",
            pgettext_lazy("kind of thing found", "contest entries"),
            documents.entry_documents,
            narrowed=documents.visible_entries,
        )
        registry.register(
            "contests.award", pgettext_lazy("kind of thing found", "laureates"), documents.award_documents
        )
        registry.part_of("contests.edition", documents.parts_of_edition)
        registry.part_of("contests.member", documents.edition_of_member)
