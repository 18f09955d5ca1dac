"""The fuse box of `meetings`."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class MeetingsConfig(AppConfig):
    name = "spoiwo.meetings"
    label = "meetings"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.mail.post import register
        from spoiwo.meetings import search as documents
        from spoiwo.meetings.audit import SENTENCES
        from spoiwo.meetings.emails import sample_calling_off
        from spoiwo.meetings.queries import stops
        from spoiwo.search import registry

        audit.register(SENTENCES)
        trail.register("meetings.meeting", stops.meeting_steps)
        trail.register("meetings.series", stops.series_steps)
        trail.register("meetings.campaign", stops.campaign_steps)
        register("meetings/called_off", sample_calling_off)
        registry.register(
            "meetings.meeting", pgettext_lazy("kind of thing found", "meetings"), documents.meeting_documents
        )
        registry.register(
            "meetings.series",
            pgettext_lazy("kind of thing found", "series of meetings"),
            documents.series_documents,
        )
        registry.register(
            "meetings.campaign",
            pgettext_lazy("kind of thing found", "campaigns of invitations"),
            documents.campaign_documents,
        )
