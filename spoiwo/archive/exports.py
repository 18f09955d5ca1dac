"""The queue as a table."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from spoiwo.archive.models import Source
from spoiwo.documents.table import Column, Table


def source_table(rows: QuerySet[Source]) -> Table:
    """The sources as the list is filtered; without their texts."""
    columns = [
        Column("name", _("File")),
        Column("title", _("Title")),
        Column("partnership", _("Partnership")),
        Column("published", _("Published"), kind="date"),
        Column("waiting", _("Proposed records"), kind="integer"),
        Column("doubt", _("Doubt")),
        Column("state", _("State")),
    ]
    return Table(_("Archive"), columns, _rows(rows))


def _rows(rows: QuerySet[Source]) -> Iterator[list[Any]]:
    for source in rows.iterator(chunk_size=500):
        day = source.first_published_on or source.published_on
        yield [
            source.name,
            source.title,
            source.partnership.short_name,
            day,
            source.waiting,  # type: ignore[attr-defined]
            source.get_doubt_display(),
            source.get_state_display(),
        ]
