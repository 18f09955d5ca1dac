"""Conflicts of interest as a table."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spoiwo.contests.models import Conflict
from spoiwo.documents.table import Column, Table


def conflict_table(conflicts: Iterable[Conflict]) -> Table:
    """The list as it is filtered, for the office."""
    columns = [
        Column("number", _("Number of the entry"), kind="integer"),
        Column("organisation", _("Organisation")),
        Column("member", _("Person")),
        Column("role", pgettext("contest", "Role")),
        Column("tie", _("Connection")),
        Column("source", _("Stated by")),
        Column("strength", _("Consequence")),
        Column("note", pgettext("conflict", "Details")),
        Column("dismissed", _("Dismissed"), kind="boolean"),
        Column("reason", _("Reason")),
        Column("at", pgettext("conflict", "Stated"), kind="datetime"),
    ]
    return Table(_("Conflicts of interest"), columns, _rows(conflicts))


def _rows(conflicts: Iterable[Conflict]) -> Iterator[tuple]:
    for one in conflicts:
        yield (
            one.entry.number,
            one.entry.organisation_name,
            str(one.member),
            str(one.member.get_kind_display()),
            str(one.get_tie_display()),
            str(one.get_source_display()),
            str(one.get_strength_display()),
            one.note,
            one.is_dismissed,
            one.settled_because,
            one.at,
        )
