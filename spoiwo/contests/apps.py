"""The fuse box of `contests`."""

from django.apps import AppConfig


class ContestsConfig(AppConfig):
    name = "spoiwo.contests"
    label = "contests"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.contests.audit import SENTENCES
        from spoiwo.contests.queries import entries
        from spoiwo.kit import links

        audit.register(SENTENCES)
        trail.register("contests.entry", entries.entry_steps)
        links.register("projects.conceptcard", entries.links_of_card)
