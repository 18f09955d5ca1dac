"""Series of meetings and the templates they begin with."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.meetings import plan_meeting
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import CycleTemplate, Meeting, Series, TemplateMeeting
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.meetings.signals import series_started, template_copied
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "cycles.pl.toml"
Fields = Mapping[str, Any]


@transaction.atomic
def start_series(
    partnership: Partnership,
    *,
    by: Actor,
    meetings: Iterable[Fields] = (),
    template: CycleTemplate | None = None,
    **fields: Any,
) -> Series:
    """A series with its meetings, all of them planned; a second series of the same title is refused."""
    Partnership.objects.select_for_update().get(
        pk=partnership.pk
    )  # a second press waits here, then finds the first
    if partnership.series.filter(title=fields["title"]).exists():
        raise Refused(_("There is a series of this title already. Add the year, or open that one."), "title")
    series = Series.objects.create(partnership=partnership, **fields, **_keys(fields["title"]))
    trail.link(partnership, series, "series", by=by)
    if series.copied_from:
        trail.link(series.copied_from, series, "copy", by=by)
    audit.record(Verb.SERIES_STARTED, series, by=by, scope=partnership.pk)
    made = add_meetings(series, meetings, by=by)
    begun_with = {"template": template, "copied_from": series.copied_from}
    series_started.send(Series, series=series, meetings=made, by=by, **begun_with)
    return series


@transaction.atomic
def add_meetings(series: Series, meetings: Iterable[Fields], *, by: Actor) -> list[Meeting]:
    """Plans further meetings of the series."""
    return [
        plan_meeting(series.partnership, by=by, series=series, is_public=series.is_public, **fields)
        for fields in meetings
    ]


@transaction.atomic
def edit_series(series: Series, *, by: Actor, **fields: Any) -> Series:
    """Changes title and purpose, and who sees the series; its meetings are announced and shown one by one."""
    fields |= _keys(fields.get("title", series.title))
    for name, value in fields.items():
        setattr(series, name, value)
    series.save(update_fields=list(fields))
    audit.record(Verb.SERIES_EDITED, series, by=by, scope=series.partnership_id)
    return series


@transaction.atomic
def take_out(series: Series, meeting: Meeting, *, by: Actor) -> Meeting:
    """The meeting stands alone from now on."""
    meeting.series = None
    meeting.save(update_fields=["series", "changed_at"])
    audit.record(Verb.SERIES_EDITED, series, by=by, scope=series.partnership_id, taken_out=meeting.pk)
    return meeting


@transaction.atomic
def announce_all(series: Series, *, by: Actor) -> int:
    """Announces every meeting of the series that is still being planned; how many."""
    planned = list(series.meetings.select_for_update().filter(state=MeetingState.PLANNED))
    for meeting in planned:
        meeting.state = MeetingState.ANNOUNCED
        meeting.revision += 1
        meeting.save(update_fields=["state", "revision", "changed_at"])
        audit.record(
            Verb.MEETING_MOVED, meeting, by=by, scope=series.partnership_id, state=str(meeting.state)
        )
    return len(planned)


@transaction.atomic
def save_template(template: CycleTemplate, meetings: Sequence[Fields], *, by: Actor) -> CycleTemplate:
    """A new or changed template; its meetings are replaced by these, in their order."""
    template.save()
    template.meetings.all().delete()
    TemplateMeeting.objects.bulk_create(
        TemplateMeeting(template=template, order=order, **fields) for order, fields in enumerate(meetings, 1)
    )
    audit.record(Verb.TEMPLATE_EDITED, template, by=by, scope=template.partnership_id)
    return template


@transaction.atomic
def copy_template(template: CycleTemplate, partnership: Partnership, *, by: Actor) -> CycleTemplate:
    """A copy that the partnership may change; a copy of the same name that is there already is given instead."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    if known := CycleTemplate.objects.filter(partnership=partnership, name=template.name).first():
        return known
    names = ("title", "days_after", "starts", "minutes", "capacity", "programme")
    copy = CycleTemplate(partnership=partnership, name=template.name, summary=template.summary)
    copy = save_template(copy, list(template.meetings.values(*names)), by=by)
    template_copied.send(CycleTemplate, source=template, copy=copy, by=by)
    return copy


@transaction.atomic
def load_shipped_templates(by: Actor) -> int:
    """Loads those templates of the program that are not there yet, under whatever name; how many. Safe at every start."""
    common = CycleTemplate.objects.filter(partnership=None).values_list("name", "shipped_as")
    known = {name for names in common for name in names}
    with SHIPPED.open("rb") as file:
        missing = [one for one in tomllib.load(file)["template"] if one["name"] not in known]
    for one in missing:
        template = CycleTemplate(name=one["name"], shipped_as=one["name"], summary=one["summary"].strip())
        save_template(template, [_stripped(meeting) for meeting in one["meeting"]], by=by)
    return len(missing)


def _stripped(meeting: Fields) -> dict[str, Any]:
    return {**meeting, "programme": meeting.get("programme", "").strip()}


def _keys(title: str) -> dict[str, str]:
    return {"name_key": collation_key(title)[:500], "search_key": fold(title)[:500]}
