"""The fuse box of `workshops`."""

from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "spoiwo.workshops"
    label = "workshops"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.kit import links
        from spoiwo.workshops import receivers
        from spoiwo.workshops.audit import SENTENCES
        from spoiwo.workshops.queries import cycles, stops

        audit.register(SENTENCES)
        trail.register("workshops.line", stops.line_steps)
        trail.register("workshops.proposal", stops.proposal_steps)
        trail.register("workshops.vote", stops.vote_steps)
        receivers.connect()
        links.register("meetings.meeting", cycles.links_of_meeting)
        links.register("meetings.series", cycles.links_of_series)
        links.register("meetings.cycletemplate", cycles.links_of_template)
