"""Proposals of a cycle as lists, pages and votes read them."""

from django.db.models import Q, QuerySet

from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import Meeting
from spoiwo.workshops.models import Line, Proposal, Step
from spoiwo.workshops.rules.similar import Similar
from spoiwo.workshops.rules.states import ProposalState


def proposals_of(meeting: Meeting) -> QuerySet[Proposal]:
    """Proposals of the meeting's cycle, or of the meeting alone where it belongs to no series, in their order."""
    where = Q(step__meeting=meeting)
    if meeting.series_id:
        where |= Q(step__meeting__series=meeting.series_id)
    rows = Proposal.objects.filter(where).select_related("step__meeting", "table", "merged_into")
    return rows.order_by("step__meeting__starts_at", "step__order", "number")


def visible_proposals(meeting: Meeting, actor: Actor) -> QuerySet[Proposal]:
    """Those of the cycle that the actor may see."""
    return proposals_of(meeting) & Proposal.objects.visible_to(actor)


def alike(meeting: Meeting) -> list[list[Proposal]]:
    """Entered proposals that say nearly the same, for a person to join or to leave apart."""
    rows = {one.pk: one for one in proposals_of(meeting).filter(state=ProposalState.ENTERED)}
    found = Similar((pk, f"{one.title} {one.what}") for pk, one in rows.items() if one.title).clusters()
    return [[rows[key] for key in sorted(cluster.keys)] for cluster in found]


def lines_before(step: Step, proposal: Proposal | None = None) -> list[Line]:
    """Lines that a proposal of this step may have grown from: of the steps it continues, those of its theme first."""
    found: list[Line] = []
    before = step.takes_from
    seen: set[int] = set()
    while before is not None and before.pk not in seen and len(seen) < 10:
        seen.add(before.pk)
        found += Line.objects.filter(step=before).shown().select_related("sheet__table", "table", "step")
        before = before.takes_from
    theme = proposal.theme if proposal else ""
    return sorted(found, key=lambda line: not (theme and line.sheet and line.sheet.about == theme))


def words_of(name: str) -> str:
    """The heading of a proposal's text in words."""
    field = Proposal._meta.get_field(name)
    return str(getattr(field, "verbose_name", name))
