"""What this room does when meetings say something: a series begun gets its pattern's steps, a group gets a table."""

from collections.abc import Sequence
from typing import Any

from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import CycleTemplate, Meeting, Series
from spoiwo.meetings.signals import attendees_erased, groups_made, series_started, template_copied
from spoiwo.workshops.actions import copying, halls, tables


def connect() -> None:
    """Called once by `apps.py`."""
    series_started.connect(_give_steps, dispatch_uid="workshops.give_steps")
    template_copied.connect(_copy_steps, dispatch_uid="workshops.copy_steps")
    groups_made.connect(_make_tables, dispatch_uid="workshops.make_tables")
    attendees_erased.connect(_forget_people, dispatch_uid="workshops.forget_people")


def _give_steps(
    *,
    meetings: Sequence[Meeting],
    template: CycleTemplate | None,
    copied_from: Series | None,
    by: Actor,
    **facts: Any,
) -> None:
    if template is not None and template.steps.exists():
        copying.steps_from_template(template, meetings, by=by)
    elif copied_from is not None:
        copying.steps_from_series(copied_from, meetings, by=by)


def _copy_steps(*, source: CycleTemplate, copy: CycleTemplate, by: Actor, **facts: Any) -> None:
    copying.copy_template_steps(source, copy, by=by)


def _make_tables(*, meeting: Meeting, by: Actor, **facts: Any) -> None:
    if meeting.steps.exists() or meeting.tables.exists():
        tables.adopt_groups(meeting, by=by)


def _forget_people(*, ids: list[int], **facts: Any) -> None:
    halls.forget_people(ids)
