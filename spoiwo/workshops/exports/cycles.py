"""The list of cycles as a table."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from spoiwo.documents.table import Column, Table
from spoiwo.meetings.models import Series

COLUMNS = (
    "title", "partnership__name", "first_at", "last_at", "meeting_count", "step_count", "closed_count",
)  # fmt: skip


def cycle_table(cycles: QuerySet[Series]) -> Table:
    """Cycles as they are filtered, with their days and how many of their steps are done."""
    columns = [
        Column("cycle", _("Cycle")),
        Column("partnership", _("Partnership")),
        Column("first_at", _("First workshop"), kind="datetime"),
        Column("last_at", _("Last workshop"), kind="datetime"),
        Column("workshops", _("Workshops"), kind="integer"),
        Column("steps", _("Steps"), kind="integer"),
        Column("done", _("Steps done"), kind="integer"),
    ]
    return Table(_("Cycles of workshops"), columns, cycles.values_list(*COLUMNS).iterator(2000))
