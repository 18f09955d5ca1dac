"""The fuse box of `contests`."""

from django.apps import AppConfig


class ContestsConfig(AppConfig):
    name = "spoiwo.contests"
    label = "contests"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.contests.audit import SENTENCES
        from spoiwo.contests.emails.samples import SAMPLES
        from spoiwo.contests.queries import entries
        from spoiwo.kit import links
        from spoiwo.mail.post import register

        audit.register(SENTENCES)
        trail.register("contests.entry", entries.entry_steps)
        links.register("projects.conceptcard", entries.links_of_card)
        for name, sample in SAMPLES.items():
            register(f"contests/{name}", sample)
