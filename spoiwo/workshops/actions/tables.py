"""Tables and who sits at them: made by rule, by hand and by choice. A table's people are those whose group is its name."""

import datetime as dt
import secrets
from collections.abc import Mapping
from itertools import zip_longest

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.models import Attendee, Meeting
from spoiwo.meetings.rules.grouping import Group, balanced, by_given_themes
from spoiwo.workshops.actions.halls import touch
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Line, Proposal, Sheet, Slip, Step, Table
from spoiwo.workshops.queries import tables as queries
from spoiwo.workshops.rules.seating import MOST_TABLES, Division, Known, laid, tables_wanted
from spoiwo.workshops.rules.states import Grouping, StepState


@transaction.atomic
def build_tables(meeting: Meeting, division: Division, *, by: Actor) -> int:
    """Makes the tables and seats people; how many were seated. Tables that stand in the room keep name and address."""
    _lock(meeting)
    groups = _groups(meeting, division)
    tables = _laid_out(meeting, len(groups))
    for table, group in zip(tables, groups, strict=True):
        _give_theme(table, group.theme, division.largest)
    if division.rule != Grouping.HAND:
        meeting.attendees.exclude(group="").update(group="")
        Slip.objects.filter(meeting=meeting).exclude(table=None).update(table=None)
    for table, group in zip(tables, groups, strict=True):
        Attendee.objects.filter(pk__in=group.members).update(group=table.name)
    _seat_slips(meeting)
    touch(meeting.pk)
    audit.record(
        Verb.TABLES_MADE, meeting, by=by, scope=meeting.partnership_id,
        rule=str(division.rule), count=len(tables), seed=division.seed,
    )  # fmt: skip
    return sum(len(group.members) for group in groups)


@transaction.atomic
def adopt_groups(meeting: Meeting, *, by: Actor) -> int:
    """Gives every group that has none a table: one where nobody sits, or a new one; how many."""
    _lock(meeting)
    names = queries.loose_groups(meeting)[:MOST_TABLES]
    seatings = queries.seatings(meeting)
    used = set(queries.used_tables(meeting).values_list("pk", flat=True))
    spare = [one.table for one in seatings if not one.taken and one.table.pk not in used]
    for name, table in zip_longest(names, spare[: len(names)]):
        if table:
            table.name = name
            table.save(update_fields=["name"])
        else:
            _new_table(meeting, name)
    if names:
        audit.record(Verb.TABLES_MADE, meeting, by=by, scope=meeting.partnership_id, count=len(names))
    _seat_slips(meeting)
    touch(meeting.pk)
    return len(names)


@transaction.atomic
def add_table(
    meeting: Meeting,
    *,
    by: Actor,
    name: str = "",
    theme: str = "",
    leader: str = "",
    places: int | None = None,
) -> Table:
    """One table more; without a name it is called by its number."""
    _lock(meeting)
    if meeting.tables.count() >= MOST_TABLES:
        raise Refused(_("There can be up to %(most)d tables.") % {"most": MOST_TABLES})
    _check_name(meeting, name, None)
    table = _new_table(meeting, name, theme=theme, leader=leader, places=places)
    _seat_slips(meeting)
    touch(meeting.pk)
    audit.record(Verb.TABLE_EDITED, table, by=by, scope=meeting.partnership_id)
    return table


@transaction.atomic
def edit_table(
    table: Table, *, by: Actor, name: str, theme: str = "", leader: str = "", places: int | None = None
) -> Table:
    """Changes a table; with a new name its people, badges and lists follow."""
    meeting = table.meeting
    _lock(meeting)
    name = name or table.name
    _check_name(meeting, name, table)
    before = Table.objects.get(pk=table.pk)
    if before.name != name:
        meeting.attendees.filter(group=name).update(group="")  # a loose group of that name is another one
        meeting.attendees.filter(group=before.name).update(group=name)
    table.name, table.theme, table.leader, table.places = name, theme, leader, places
    table.save(update_fields=["name", "theme", "leader", "places"])
    touch(meeting.pk)
    audit.record(Verb.TABLE_EDITED, table, by=by, scope=meeting.partnership_id)
    return table


@transaction.atomic
def remove_table(table: Table, *, by: Actor) -> None:
    """Removes a table on which nothing is written; its people have no table then."""
    meeting = table.meeting
    _lock(meeting)
    if queries.used_tables(meeting).filter(pk=table.pk).exists():
        raise Refused(_("This group has written something, so its table stays."))
    meeting.attendees.filter(group=table.name).update(group="")
    audit.record(Verb.TABLE_EDITED, meeting, by=by, scope=meeting.partnership_id, removed=table.number)
    table.delete()
    touch(meeting.pk)


@transaction.atomic
def seat_people(meeting: Meeting, places: Mapping[int, Table | None], *, by: Actor) -> int:
    """Seats people by hand: attendee → table, or none; how many changed their place. A full table is no bar here."""
    _lock(meeting)
    changed = 0
    for person in queries.people_of(meeting).filter(pk__in=places):
        table = places[person.pk]
        group = table.name if table else ""
        if group != person.group:
            Attendee.objects.filter(pk=person.pk).update(group=group)
            changed += 1
    if changed:
        _seat_slips(meeting)
        touch(meeting.pk)
        audit.record(Verb.PEOPLE_SEATED, meeting, by=by, scope=meeting.partnership_id, count=changed)
    return changed


@transaction.atomic
def renew_address(table: Table, *, by: Actor) -> Table:
    """Gives the table a fresh secret address; the one before stops working."""
    table.secret = _secret()
    table.save(update_fields=["secret"])
    audit.record(Verb.TABLE_EDITED, table, by=by, scope=table.meeting.partnership_id, address="renewed")
    return table


@transaction.atomic
def choose_table(slip: Slip, table: Table, step: Step | None, *, at: dt.datetime) -> Slip:
    """A participant takes a place at a table, or another one; whoever presses at the same moment waits for the lock."""
    if step is None or step.grouping != Grouping.CHOICE or step.state != StepState.OPEN:
        raise Refused(_("Tables cannot be chosen now."))
    meeting = slip.meeting
    _lock(meeting)
    seating = next(one for one in queries.seatings(meeting) if one.table.pk == table.pk)
    slip = Slip.objects.select_related("attendee").get(pk=slip.pk)
    if slip.table_id == table.pk:
        return slip
    if seating.is_full:
        raise Refused(_("There is no place left at %(table)s. Choose another table.") % {"table": table.name})
    slip.table, slip.first_used_at = table, slip.first_used_at or at
    slip.save(update_fields=["table", "first_used_at"])
    if slip.attendee:
        Attendee.objects.filter(pk=slip.attendee.pk).update(group=table.name)
    return slip


def _groups(meeting: Meeting, division: Division) -> list[Group]:
    members = queries.members_of(
        meeting, only_present=division.only_present, keeps_chosen=division.keeps_chosen
    )
    count = tables_wanted(len(members), division.count, division.largest)
    if division.rule in (Grouping.CHOICE, Grouping.HAND):
        themes = [*division.themes[:count], *[""] * (count - len(division.themes))]
        return [Group(theme, ()) for theme in themes]
    if not members:
        raise Refused(
            _("There is nobody to be seated. Check people in first, or let them choose their table.")
        )
    if division.rule == Grouping.THEME:
        return by_given_themes(members, division.themes, seed=division.seed)
    return balanced(members, min(count, len(members)), seed=division.seed)


def _laid_out(meeting: Meeting, wanted: int) -> list[Table]:
    used = set(queries.used_tables(meeting).values_list("pk", flat=True))
    rows = {table.pk: table for table in meeting.tables.all()}
    plan = laid([Known(table.pk, table.number, table.pk in used) for table in rows.values()], wanted)
    gone = [rows[pk].name for pk in plan.gone]
    meeting.attendees.filter(group__in=gone).update(group="")
    meeting.tables.filter(pk__in=plan.gone).delete()
    return [*(rows[pk] for pk in plan.stay), *(_new_table(meeting, number=number) for number in plan.made)]


def _give_theme(table: Table, theme: str, places: int | None) -> None:
    """What the group has written so far keeps the theme it was written about."""
    if table.theme and table.theme != theme:
        written = Line.objects.filter(sheet__table=table).values("sheet")
        Sheet.objects.filter(pk__in=written, theme="").update(theme=table.theme)
        Proposal.objects.filter(table=table, theme="").update(theme=table.theme)
    table.theme, table.places = theme, places
    table.save(update_fields=["theme", "places"])


def _new_table(meeting: Meeting, name: str = "", *, number: int | None = None, **fields: object) -> Table:
    number = number or (meeting.tables.aggregate(last=Max("number"))["last"] or 0) + 1
    names = set(meeting.tables.values_list("name", flat=True))
    name = name or next(
        wanted
        for wanted in (_("Table %(number)d") % {"number": n} for n in range(number, 10_000))
        if wanted not in names
    )
    return Table.objects.create(meeting=meeting, number=number, name=name, secret=_secret(), **fields)


def _seat_slips(meeting: Meeting) -> None:
    """Slips that belong to attendees follow their groups."""
    slips = Slip.objects.filter(meeting=meeting).exclude(attendee=None)
    names = [table.name for table in meeting.tables.all()]
    slips.exclude(attendee__group__in=names).exclude(table=None).update(table=None)
    for table in meeting.tables.all():
        slips.filter(attendee__group=table.name).update(table=table)


def _check_name(meeting: Meeting, name: str, table: Table | None) -> None:
    others = meeting.tables.exclude(pk=table.pk) if table else meeting.tables
    if name and others.filter(name=name).exists():
        raise Refused(_("Another table has this name already."), "name")


def _lock(meeting: Meeting) -> None:
    """Whoever changes the tables of the same meeting at the same moment waits here."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)


def _secret() -> str:
    return secrets.token_urlsafe(24)
