"""Laureates as a table."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo.contests.models import Award, Contest, Edition
from spoiwo.documents.blocks import Block, Heading, Note, Paragraph, TableBlock, blocks_pdf
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


def laureates_paper(edition: Edition, *, made_at: dt.datetime | None = None) -> bytes:
    """The laureates of one edition by category, as PDF; whoever prints it keeps the embargo."""
    with override("pl"):
        blocks: list[Block] = []
        if edition.announced_at and not edition.is_announced:
            at = timezone.localtime(edition.announced_at)
            blocks.append(Note(_("Under embargo until %(moment)s.") % {"moment": f"{at:%d.%m.%Y, %H:%M}"}))
        for category in edition.categories.all():
            rows = [
                [
                    f"{one.name}{' ex aequo' if one.is_ex_aequo else ''}",
                    one.organisation_name,
                    one.practice,
                ]
                for one in edition.awards.filter(category=category)
            ]
            blocks.append(Heading(1, category.name))
            header = [_("Award"), _("Organisation"), _("Practice")]
            blocks.append(
                TableBlock(header, rows) if rows else Paragraph(_("No award is given in this category."))
            )
        return blocks_pdf(blocks, title=_("Laureates"), subtitle=edition.name, language="pl", made_at=made_at)
