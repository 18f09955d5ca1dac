"""The fuse box of `workshops`."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class WorkshopsConfig(AppConfig):
    name = "spoiwo.workshops"
    label = "workshops"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.kit import links
        from spoiwo.search import registry
        from spoiwo.workshops import receivers
        from spoiwo.workshops import search as documents
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
        registry.register(
            "workshops.step",
            pgettext_lazy("kind of thing found", "steps of workshops"),
            documents.step_documents,
        )
        registry.register(
            "workshops.proposal",
            pgettext_lazy("kind of thing found", "proposals of projects"),
            documents.proposal_documents,
        )
        registry.register(
            "workshops.vote", pgettext_lazy("kind of thing found", "votes"), documents.vote_documents
        )
        registry.part_of("workshops.sheet", documents.step_of_sheet)
        registry.part_of("meetings.meeting", documents.steps_of_meeting)
