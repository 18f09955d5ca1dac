"""Steps added, changed, put in order and removed: those of a workshop, and those of a template."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.models import CycleTemplate, Meeting
from spoiwo.workshops.actions.halls import touch
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Hall, Line, Step, TemplateStep
from spoiwo.workshops.queries.steps import is_written
from spoiwo.workshops.rules.steps import can_continue, moved


@transaction.atomic
def add_step(meeting: Meeting, *, by: Actor, takes_from: Step | None = None, **fields: Any) -> Step:
    """A further step at the end of the workshop."""
    _check_source(fields["kind"], takes_from)
    _lock(meeting)
    step = Step.objects.create(
        meeting=meeting, takes_from=takes_from, order=meeting.steps.count() + 1, **fields
    )
    audit.record(Verb.STEP_ADDED, step, by=by, scope=meeting.partnership_id)
    return step


@transaction.atomic
def edit_step(step: Step, *, by: Actor, takes_from: Step | None = None, **fields: Any) -> Step:
    """Changes a step; once something is written in it, its kind and its form stay, and what ideas say of their authors."""
    _check_source(fields["kind"], takes_from)
    _lock(step.meeting)
    if (fields["kind"], fields["form"]) != (step.kind, step.form) and is_written(step):
        raise Refused(_("Something is written in this step already, so its kind and form stay."), "kind")
    if (
        fields.get("naming", step.naming) != step.naming
        and Line.objects.filter(step=step, sheet=None).exists()
    ):
        raise Refused(
            _("People have written ideas already and were told what is said of them, so this stays."),
            "naming",
        )
    _refuse_ring(step, takes_from)
    _set(step, fields | {"takes_from": takes_from})
    touch(step.meeting_id)
    audit.record(Verb.STEP_EDITED, step, by=by, scope=step.meeting.partnership_id)
    return step


@transaction.atomic
def move_step(step: Step, places: int, *, by: Actor) -> Step:
    """Puts a step earlier or later; never before the one that it continues."""
    _lock(step.meeting)
    steps = moved(list(step.meeting.steps.all()), step, places)
    place = {one.pk: number for number, one in enumerate(steps)}
    if any(place.get(one.takes_from_id or 0, -1) > place[one.pk] for one in steps):
        raise Refused(_("A step cannot stand before the one that it continues."))
    _in_order(steps)
    audit.record(Verb.STEP_EDITED, step, by=by, scope=step.meeting.partnership_id, places=places)
    return step


@transaction.atomic
def remove_step(step: Step, *, by: Actor) -> None:
    """Removes a step in which nothing was written."""
    _lock(step.meeting)
    if is_written(step):
        raise Refused(_("Something is written in this step, so it stays."))
    if Hall.objects.filter(step=step).exists():
        raise Refused(_("Everybody is at this step now. Move them to another one first."))
    audit.record(Verb.STEP_REMOVED, step.meeting, by=by, scope=step.meeting.partnership_id, step=step.pk)
    meeting = step.meeting
    step.delete()
    _in_order(meeting.steps.all())


@transaction.atomic
def add_template_step(
    template: CycleTemplate, meeting_order: int, *, by: Actor, takes_from: str = "", **fields: Any
) -> TemplateStep:
    """A further step at the end of one meeting of a template."""
    _lock(template)
    _check_source(fields["kind"], _named(template, takes_from))
    order = template.steps.filter(meeting_order=meeting_order).count() + 1
    step = TemplateStep.objects.create(
        template=template, meeting_order=meeting_order, order=order, takes_from=takes_from, **fields
    )
    audit.record(Verb.TEMPLATE_EDITED, template, by=by, scope=template.partnership_id)
    return step


@transaction.atomic
def edit_template_step(step: TemplateStep, *, by: Actor, takes_from: str = "", **fields: Any) -> TemplateStep:
    """Changes a step of a template; series that began with it stay as they are."""
    _check_source(fields["kind"], _named(step.template, takes_from))
    _set(step, fields | {"takes_from": takes_from})
    audit.record(Verb.TEMPLATE_EDITED, step.template, by=by, scope=step.template.partnership_id)
    return step


@transaction.atomic
def move_template_step(step: TemplateStep, places: int, *, by: Actor) -> None:
    """Puts a step earlier or later within its meeting; what continues it goes on continuing it."""
    _lock(step.template)
    steps = moved(list(step.template.steps.filter(meeting_order=step.meeting_order)), step, places)
    seen: set[str] = set()
    here = {one.reference for one in steps}
    for one in steps:
        if one.takes_from in here - seen:
            raise Refused(_("A step cannot stand before the one that it continues."))
        seen.add(one.reference)
    _renumber(step.template, steps, {})
    audit.record(Verb.TEMPLATE_EDITED, step.template, by=by, scope=step.template.partnership_id)


@transaction.atomic
def remove_template_step(step: TemplateStep, *, by: Actor) -> None:
    """Removes a step of a template; what continued it continues nothing."""
    template, gone = step.template, {step.reference: ""}
    _lock(template)
    step.delete()
    _renumber(template, list(template.steps.filter(meeting_order=step.meeting_order)), gone)
    audit.record(Verb.TEMPLATE_EDITED, template, by=by, scope=template.partnership_id)


def _lock(record: Model) -> None:
    """Whoever changes the same steps at the same moment waits here."""
    type(record)._default_manager.select_for_update().get(pk=record.pk)


def _set(step: Step | TemplateStep, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(step, name, value)
    step.save(update_fields=list(fields))


def _refuse_ring(step: Step, takes_from: Step | None) -> None:
    """Meetings that exchanged their days could let two steps continue each other; then nothing would come first."""
    before, seen = takes_from, set[int]()
    while before is not None and before.pk not in seen:
        if before.pk == step.pk:
            raise Refused(_("This step would come before itself. Choose another one, or none."), "takes_from")
        seen.add(before.pk)
        before = before.takes_from


def _check_source(kind: str, source: Step | TemplateStep | None) -> None:
    if source and not can_continue(kind, source.kind, source.form):
        sentence = _("A step of this kind has no use for what that step leaves. Choose another one, or none.")
        raise Refused(sentence, "takes_from")


def _named(template: CycleTemplate, reference: str) -> TemplateStep | None:
    return next((one for one in template.steps.all() if one.reference == reference), None)


def _in_order(steps: Any) -> None:
    changed = []
    for number, one in enumerate(steps, 1):
        if one.order != number:
            one.order = number
            changed.append(one)
    if changed:
        type(changed[0]).objects.bulk_update(changed, ["order"])


def _renumber(template: CycleTemplate, steps: list[TemplateStep], names: dict[str, str]) -> None:
    """Numbers the steps of one meeting anew and renames them wherever they are continued."""
    names |= {one.reference: f"{one.meeting_order}.{number}" for number, one in enumerate(steps, 1)}
    _in_order(steps)
    following = [
        one for one in template.steps.all() if names.get(one.takes_from, one.takes_from) != one.takes_from
    ]
    for one in following:
        one.takes_from = names[one.takes_from]
    TemplateStep.objects.bulk_update(following, ["takes_from"])
