"""Steps as pages read them: what came in, what came out, what they may continue, whose may be copied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import written_day
from spoiwo.meetings.models import CycleTemplate, Meeting, Series
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.workshops.models import Ballot, Line, Proposal, Rating, SheetPhoto, Step, TemplateStep
from spoiwo.workshops.rules.states import StepKind

Group = tuple[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Output:
    """How much came out of a step."""

    lines: int = 0
    ideas: int = 0
    proposals: int = 0
    ballots: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing has come out yet."""
        return not (self.lines or self.ideas or self.proposals or self.ballots)


def is_written(step: Step) -> bool:
    """Whether anybody has written, photographed, rated or voted in the step. At most five look-ups."""
    return (
        Line.objects.filter(step=step).exists()
        or Proposal.objects.filter(step=step).exists()
        or SheetPhoto.objects.filter(sheet__step=step).exists()
        or Rating.objects.filter(criterion__step=step).exists()
        or step.votes.exists()
    )


def outputs_of(steps: Iterable[Step]) -> dict[int, Output]:
    """What came out of each of the steps. Three grouped queries whatever their number."""
    pks = [step.pk for step in steps]
    lines = dict.fromkeys(pks, (0, 0))
    rows = Line.objects.filter(step__in=pks).shown().order_by().values_list("step")
    for pk, on_sheets, alone in rows.annotate(
        a=Count("pk", filter=~Q(sheet=None)), b=Count("pk", filter=Q(sheet=None))
    ):
        lines[pk] = (on_sheets, alone)
    counted = Proposal.objects.filter(step__in=pks).entered().order_by().values_list("step")
    proposals = dict(counted.annotate(n=Count("pk")))
    cast = Ballot.objects.filter(vote__step__in=pks).order_by().values_list("vote__step")
    ballots = dict(cast.annotate(n=Count("pk")))
    return {pk: Output(*lines[pk], proposals.get(pk, 0), ballots.get(pk, 0)) for pk in pks}


def sources_for(meeting: Meeting, step: Step | None) -> QuerySet[Step]:
    """Earlier steps that leave something: of this workshop, and of earlier workshops of its series."""
    here = Q(meeting=meeting, order__lt=step.order) if step else Q(meeting=meeting)
    if meeting.series_id:
        here |= Q(meeting__series=meeting.series_id, meeting__starts_at__lt=meeting.starts_at)
    rows = Step.objects.filter(here).exclude(kind=StepKind.TALK).select_related("meeting")
    return rows.exclude(meeting__state=MeetingState.CANCELLED).order_by(
        "-meeting__starts_at", "meeting", "order"
    )


def source_choices(steps: Iterable[Step]) -> list[Group]:
    """The same steps to choose from, the nearest workshop first."""
    grouped = groupby(steps, key=lambda step: step.meeting)
    return [(meeting.title, [(str(one.pk), one.title) for one in rows]) for meeting, rows in grouped]


def template_source_choices(
    template: CycleTemplate, meeting_order: int, step: TemplateStep | None
) -> list[Group]:
    """Steps of the template that one of this meeting can continue."""
    before = (meeting_order, step.order if step else 1000)
    titles = dict(template.meetings.values_list("order", "title"))
    rows = [
        one for one in template.steps.exclude(kind=StepKind.TALK) if (one.meeting_order, one.order) < before
    ]
    return [
        (titles.get(order, str(order)), [(one.reference, one.title) for one in found])
        for order, found in groupby(rows, key=lambda one: one.meeting_order)
    ]


def meeting_choices(meeting: Meeting, actor: Actor) -> list[Group]:
    """Whose steps this workshop can take over: one meeting of a template, or a workshop the actor may see."""
    choices: list[Group] = []
    templates = CycleTemplate.objects.visible_to(actor).filter(steps__isnull=False).distinct()
    for template in templates.prefetch_related("meetings", "steps"):
        known = {step.meeting_order for step in template.steps.all()}
        rows = [
            (f"template-{template.pk}-{one.order}", one.title)
            for one in template.meetings.all()
            if one.order in known
        ]
        choices.append((template.name, rows))
    others = Meeting.objects.visible_to(actor).filter(steps__isnull=False).exclude(pk=meeting.pk).distinct()
    ordered = others.select_related("partnership").order_by("partnership__name_key", "-starts_at")
    for partnership, found in groupby(ordered, key=lambda one: one.partnership):
        choices.append((partnership.name, [(f"meeting-{one.pk}", _dated(one)) for one in found]))
    return choices


def series_choices(series: Series, actor: Actor) -> list[Group]:
    """Whose steps a whole series can take over: a template's, or those of a series the actor may see."""
    templates = CycleTemplate.objects.visible_to(actor).filter(steps__isnull=False).distinct()
    choices: list[Group] = []
    if found := [(f"template-{one.pk}", one.name) for one in templates]:
        choices.append((str(CycleTemplate._meta.verbose_name_plural), found))
    meetings = Meeting.objects.visible_to(actor).filter(steps__isnull=False)
    others = Series.objects.visible_to(actor).filter(meetings__in=meetings).exclude(pk=series.pk).distinct()
    ordered = others.select_related("partnership").order_by("partnership__name_key", "-created_at")
    for partnership, rows in groupby(ordered, key=lambda one: one.partnership):
        choices.append((partnership.name, [(f"series-{one.pk}", one.title) for one in rows]))
    return choices


def template_plan(template: CycleTemplate) -> list[tuple[int, str, list[TemplateStep]]]:
    """Each meeting of a template with its order, title and steps; steps whose meeting is gone come last, without a title."""
    steps: dict[int, list[TemplateStep]] = {}
    for step in template.steps.all():
        steps.setdefault(step.meeting_order, []).append(step)
    plan = [(one.order, one.title, steps.pop(one.order, [])) for one in template.meetings.all()]
    return plan + [(order, "", rows) for order, rows in sorted(steps.items())]


def titles_of(steps: Sequence[TemplateStep]) -> dict[str, str]:
    """What other steps call a step, with its title."""
    return {step.reference: step.title for step in steps}


def proposals_before(step: Step) -> list[Proposal]:
    """The proposals that the step takes up, in the order of their numbers."""
    before = step.takes_from
    while before and before.kind == StepKind.SCREENING:
        before = before.takes_from
    return list(before.proposals.entered()) if before else []


def _dated(meeting: Meeting) -> str:
    return f"{meeting.title} ({written_day(timezone.localtime(meeting.starts_at).date())})"


def initial_of(step: Step | TemplateStep | None, names: Iterable[str]) -> dict[str, Any]:
    """What a form of the step begins with."""
    return {name: getattr(step, name) for name in names} if step else {}
