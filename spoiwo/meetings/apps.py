"""The fuse box of `meetings`."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "spoiwo.meetings"
    label = "meetings"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.meetings.audit import SENTENCES

        audit.register(SENTENCES)
