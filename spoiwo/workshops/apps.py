"""The fuse box of `workshops`."""

from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "spoiwo.workshops"
    label = "workshops"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.workshops import receivers
        from spoiwo.workshops.audit import SENTENCES

        audit.register(SENTENCES)
        receivers.connect()
