"""A meeting's people as tables and papers."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from spoiwo.documents.table import Column, Table
from spoiwo.meetings.exports.badges import badges_pdf, station_poster_pdf, table_cards_pdf
from spoiwo.meetings.exports.lists import ListColumn, attendance_pdf, groups_pdf
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import Guest
from spoiwo.meetings.labels import PRESENCE_LABELS
from spoiwo.meetings.models import Attendee, Meeting
from spoiwo.meetings.rules.codes import shown
from spoiwo.register.labels import SECTOR_LABELS

USUAL = ("organisation", "function", "signature")
COLUMNS = (
    "given_name", "family_name", "function", "organisation_name", "sector", "commune__name", "presence", "arrived_at",
    "left_at", "group", "is_walk_in", "code", "note",
)  # fmt: skip


def attendee_table(meeting: Meeting, attendees: QuerySet[Attendee]) -> Table:
    """The people of a meeting as they are filtered, streamed."""
    columns = [
        Column("given_name", _("Given name")),
        Column("family_name", _("Surname")),
        Column("function", _("Function")),
        Column("institution", _("Institution")),
        Column("sector", _("Sector")),
        Column("commune", _("Commune")),
        Column("presence", _("Presence")),
        Column("arrived_at", _("Arrived"), kind="datetime"),
        Column("left_at", _("Left"), kind="datetime"),
        Column("group", _("Group")),
        Column("walk_in", _("Without an invitation"), kind="boolean"),
        Column("code", _("Code")),
        Column("note", _("Note")),
    ]
    sectors = {str(key): str(label) for key, label in SECTOR_LABELS.items()}
    presences = {str(key): str(label) for key, label in PRESENCE_LABELS.items()}
    rows = (
        (
            *row[:4],
            sectors.get(row[4], row[4]),
            row[5],
            presences.get(row[6], row[6]),
            *row[7:11],
            shown(row[11]),
            row[12],
        )
        for row in attendees.values_list(*COLUMNS).iterator(2000)
    )
    return Table(meeting.title, columns, rows)


def list_paper(
    meeting: Meeting, people: Iterable[Attendee], *, columns: Sequence[str] = USUAL, empty_rows: int = 5
) -> bytes:
    """The attendance list with the chosen columns."""
    wanted = [ListColumn("name"), *(ListColumn(key) for key in columns)]  # type: ignore[arg-type]
    return attendance_pdf(event_of(meeting), guests_of(people), columns=wanted, empty_rows=empty_rows)


def badge_paper(meeting: Meeting, people: Iterable[Attendee]) -> bytes:
    """Badges of the usual size."""
    return badges_pdf(event_of(meeting), guests_of(people))


def large_badge_paper(meeting: Meeting, people: Iterable[Attendee]) -> bytes:
    """Badges to hang around the neck."""
    return badges_pdf(event_of(meeting), guests_of(people), size="85x120")


def card_paper(meeting: Meeting, people: Iterable[Attendee]) -> bytes:
    """Cards for the tables."""
    return table_cards_pdf(event_of(meeting), guests_of(people))


def group_paper(meeting: Meeting, people: Iterable[Attendee]) -> bytes:
    """One page a group, those without one last."""
    rows = sorted(people, key=lambda one: (not one.group, len(one.group), one.group, one.name_key))
    return groups_pdf(event_of(meeting), guests_of(rows))


def poster_paper(meeting: Meeting) -> bytes:
    """The poster on the wall with the code for self check-in."""
    root = settings.PUBLIC_URL.rstrip("/")
    link = root + reverse("meetings:here", args=[meeting.wall_code])
    address = root.partition("://")[2] + "/here"
    return station_poster_pdf(event_of(meeting), link=link, address=address, code=shown(meeting.wall_code))


PAPERS: Mapping[str, Callable[[Meeting, Iterable[Attendee]], bytes]] = {
    "badges": badge_paper,
    "large-badges": large_badge_paper,
    "cards": card_paper,
    "groups": group_paper,
}


def guests_of(people: Iterable[Attendee]) -> list[Guest]:
    """Attendees as papers show them; e-mail and telephone are the invitation's."""
    root = settings.PUBLIC_URL.rstrip("/")
    return [
        Guest(
            number=number,
            name=one.name,
            organisation=one.organisation_name,
            function=one.function,
            code=f"{root}/i/{one.code}/",
            group=one.group,
            email=one.invitation.email if one.invitation else "",
            phone=one.invitation.phone if one.invitation else "",
            commune=one.commune.name if one.commune else "",
        )
        for number, one in enumerate(people, 1)
    ]
