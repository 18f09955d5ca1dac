"""The fuse box of `contests`."""

from django.apps import AppConfig


class ContestsConfig(AppConfig):
    name = "spoiwo.contests"
    label = "contests"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.contests.audit import SENTENCES

        audit.register(SENTENCES)
