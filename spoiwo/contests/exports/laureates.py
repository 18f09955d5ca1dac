"""Laureates as a table."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from spoiwo.contests.models import Award, Contest
from spoiwo.documents.table import Column, Table


def laureates_table(contest: Contest, awards: QuerySet[Award], areas: Mapping[str, str]) -> Table:
    """One row for each announced award, streamed."""
    columns = [
        Column("year", _("year"), "integer", 8),
        Column("award", _("award"), width=30),
        Column("title", _("title or place"), width=40),
        Column("category", _("category"), width=40),
        Column("organisation", _("organisation"), width=50),
        Column("area", _("voivodeship"), width=24),
        Column("practice", _("practice"), width=50),
    ]
    return Table(_("Laureates of %(contest)s") % {"contest": contest.name}, columns, _rows(awards, areas))


def _rows(awards: QuerySet[Award], areas: Mapping[str, str]) -> Any:
    for one in awards.iterator(chunk_size=500):
        yield (
            one.edition.year,
            str(one.get_kind_display()),
            one.name,
            one.category.name if one.category else "",
            one.organisation_name,
            areas.get(getattr(one, "area", "") or "", ""),
            one.practice,
        )
