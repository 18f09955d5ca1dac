"""The fuse box of `meetings`."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "spoiwo.meetings"
    label = "meetings"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.mail.post import register
        from spoiwo.meetings.audit import SENTENCES
        from spoiwo.meetings.emails import sample_calling_off
        from spoiwo.meetings.queries import stops

        audit.register(SENTENCES)
        trail.register("meetings.meeting", stops.meeting_steps)
        trail.register("meetings.series", stops.series_steps)
        trail.register("meetings.campaign", stops.campaign_steps)
        register("meetings/called_off", sample_calling_off)
