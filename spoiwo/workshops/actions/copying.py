"""Steps that are taken over: shipped with the program, with a series, copied from a template or another workshop."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import CycleTemplate, Meeting, Series
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Criterion, Step, TemplateStep

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "steps.pl.toml"
PLAN = (
    "order",
    "kind",
    "title",
    "minutes",
    "instruction",
    "form",
    "themes",
    "grouping",
    "style",
    "naming",
    "is_moderated",
    "method",
    "budget",
    "seats",
)
CRITERION = ("order", "name", "question", "low", "high", "weight", "is_veto", "threshold", "is_lower_better")


def plan_of(step: Step | TemplateStep) -> dict[str, Any]:
    """What a step asks of people, without anything people did."""
    return {name: getattr(step, name) for name in PLAN}


@transaction.atomic
def load_shipped_steps(by: Actor) -> int:
    """Gives the shipped templates that have no steps those that belong to them; to how many. Safe at every start."""
    bare = CycleTemplate.objects.filter(partnership=None, steps=None).exclude(shipped_as="")
    found = {template.shipped_as: template for template in bare}
    if not found:
        return 0
    with SHIPPED.open("rb") as file:
        fitting = [one for one in tomllib.load(file)["template"] if one["name"] in found]
    for one in fitting:
        template = found[one["name"]]
        TemplateStep.objects.bulk_create(
            _shipped(template, meeting["order"], order, step)
            for meeting in one["meeting"]
            for order, step in enumerate(meeting["step"], 1)
        )
        audit.record(Verb.TEMPLATE_EDITED, template, by=by)
    return len(fitting)


def _shipped(
    template: CycleTemplate, meeting_order: int, order: int, step: Mapping[str, Any]
) -> TemplateStep:
    fields = dict(step)
    if "moderated" in fields:
        fields["is_moderated"] = fields.pop("moderated")
    return TemplateStep(template=template, meeting_order=meeting_order, order=order, **fields)


@transaction.atomic
def copy_template_steps(source: CycleTemplate, copy: CycleTemplate, *, by: Actor) -> None:
    """The copy of a template gets the steps of its source."""
    TemplateStep.objects.bulk_create(
        TemplateStep(
            template=copy, meeting_order=step.meeting_order, takes_from=step.takes_from, **plan_of(step)
        )
        for step in source.steps.all()
    )


@transaction.atomic
def steps_from_template(template: CycleTemplate, meetings: Sequence[Meeting], *, by: Actor) -> list[Step]:
    """Gives meetings the steps of a template, meeting by meeting in their order; what continues what is kept.

    A meeting that has steps keeps them and gets no others.
    """
    made: dict[str, Step] = {}
    bare = dict(enumerate(meetings, 1))
    bare = {order: meeting for order, meeting in bare.items() if not meeting.steps.exists()}
    wanted = list(template.steps.all())
    for plan in wanted:
        if meeting := bare.get(plan.meeting_order):
            made[plan.reference] = Step.objects.create(meeting=meeting, **plan_of(plan))
    for plan in wanted:
        step, before = made.get(plan.reference), made.get(plan.takes_from)
        if step and before:
            step.takes_from = before
            step.save(update_fields=["takes_from"])
    _record(meetings, by, template=template.pk)
    return list(made.values())


@transaction.atomic
def steps_from_series(source: Series, meetings: Sequence[Meeting], *, by: Actor) -> list[Step]:
    """Gives meetings the steps of another series, its meetings taken in their order, with the criteria of screenings.

    A meeting that has steps keeps them and gets no others.
    """
    originals = source.meetings.exclude(state=MeetingState.CANCELLED).order_by("starts_at", "pk")
    made: dict[int, Step] = {}
    for original, meeting in zip(originals, meetings, strict=False):
        if not meeting.steps.exists():
            made |= _copied(original, meeting)
    _link(made)
    _record(meetings, by, series=source.pk)
    return list(made.values())


@transaction.atomic
def steps_from_meeting(source: Meeting, meeting: Meeting, *, by: Actor) -> list[Step]:
    """Gives one meeting the steps of another, after those it has."""
    made = _copied(source, meeting, after=meeting.steps.count())
    _link(made)
    _record([meeting], by, meeting=source.pk)
    return list(made.values())


@transaction.atomic
def steps_from_template_meeting(
    template: CycleTemplate, meeting_order: int, meeting: Meeting, *, by: Actor
) -> list[Step]:
    """Gives one meeting the steps of one meeting of a template, after those it has.

    What continues a step of another meeting continues nothing.
    """
    after = meeting.steps.count()
    made: dict[str, Step] = {}
    for plan in template.steps.filter(meeting_order=meeting_order):
        fields = plan_of(plan) | {"order": after + plan.order, "takes_from": made.get(plan.takes_from)}
        made[plan.reference] = Step.objects.create(meeting=meeting, **fields)
    _record([meeting], by, template=template.pk)
    return list(made.values())


def _copied(source: Meeting, meeting: Meeting, *, after: int = 0) -> dict[int, Step]:
    made = {}
    for step in source.steps.all():
        plan = plan_of(step)
        copy = Step.objects.create(meeting=meeting, **plan | {"order": after + step.order})
        Criterion.objects.bulk_create(
            Criterion(step=copy, **values) for values in step.criteria.values(*CRITERION)
        )
        made[step.pk] = copy
    return made


def _link(made: dict[int, Step]) -> None:
    """Copies continue copies; what continued something outside continues nothing."""
    for source in Step.objects.filter(pk__in=made, takes_from__in=made):
        copy = made[source.pk]
        copy.takes_from = made.get(source.takes_from_id or 0)
        copy.save(update_fields=["takes_from"])


def _record(meetings: Iterable[Meeting], by: Actor, **facts: int) -> None:
    for meeting in meetings:
        audit.record(Verb.STEPS_COPIED, meeting, by=by, scope=meeting.partnership_id, **facts)
