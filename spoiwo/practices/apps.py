"""The fuse box of `practices`."""

from django.apps import AppConfig


class PracticesConfig(AppConfig):
    name = "spoiwo.practices"
    label = "practices"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.practices.audit import SENTENCES

        audit.register(SENTENCES)
