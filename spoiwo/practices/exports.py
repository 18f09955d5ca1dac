"""The catalogue as a table, a practice as PDF or DOCX."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spoiwo.documents.blocks import Block, Fields, Heading, Paragraph, TableBlock, blocks_docx, blocks_pdf
from spoiwo.documents.table import Column, Table
from spoiwo.kit.dates import written_day
from spoiwo.practices.models import Practice, Term
from spoiwo.practices.queries.cards import ladder_of, sections_of

WRITERS = {"pdf": blocks_pdf, "docx": blocks_docx}
LANGUAGE = "pl"


def practice_table(practices: QuerySet[Practice]) -> Table:
    """The practices as they are filtered; a constant number of queries."""
    columns = [
        Column("title", _("Title")),
        Column("summary", _("In two sentences")),
        Column("owner", _("Whose practice it is")),
        Column("place", _("Where it works")),
        Column("teryt", _("TERYT code")),
        Column("scale", _("Scale")),
        Column("themes", _("Themes")),
        Column("groups", pgettext("facet", "For whom")),
        Column("since", _("Since (year)"), kind="integer"),
        Column("until", _("Ended (year)"), kind="integer"),
        Column("cost", _("Cost (PLN)"), kind="decimal"),
        Column("evidence", _("Grade of the evidence")),
        Column("appeal", _("Appeal (1–5)"), kind="integer"),
        Column("adoptions", _("Adoptions"), kind="integer"),
        Column("state", _("State")),
        Column("review_on", _("To be looked at anew"), kind="date"),
        Column("partnership", _("Partnership")),
    ]
    rows = (_cells(one) for one in practices.prefetch_related("terms"))
    return Table(_("Good practices"), columns, rows)


def practice_paper(practice: Practice, format: str, *, made_at: dt.datetime | None = None) -> bytes:
    """The card as `pdf` or `docx`, in the language of papers. Raises what `blocks_pdf` raises."""
    with override(LANGUAGE):
        return WRITERS[format](
            list(practice_blocks(practice)),
            title=practice.title,
            subtitle=practice.owner or practice.partnership.name,
            footer=_printed(made_at),
            language=LANGUAGE,
            made_at=made_at,
        )


def practice_blocks(practice: Practice) -> Iterator[Block]:
    """Summary, facts, texts, evidence apart from appeal, modules, adoptions; in the language now active."""
    if practice.summary.strip():
        yield Paragraph(practice.summary.strip())
    yield Fields([(label, value) for label, value in _facts(practice) if value])
    for section in sections_of(practice):
        if section.text.strip():
            yield Heading(1, section.label[:1].upper() + section.label[1:])
            yield Paragraph(section.text.strip())
    yield from _grades(practice)
    yield from _modules(practice)
    yield from _adoptions(practice)


def _facts(practice: Practice) -> list[tuple[str, str]]:
    years = "–".join(str(year) for year in (practice.since_year, practice.until_year) if year)
    cost = f"{number_format(practice.cost, 2, force_grouping=True)} zł" if practice.cost is not None else ""
    terms = list(practice.terms.all())
    return [
        (_("Whose practice it is"), practice.owner),
        (_("Where it works"), practice.place.full_name if practice.place else ""),
        (_("Themes"), ", ".join(term.name for term in terms if term.facet == Term.THEME)),
        (pgettext("facet", "For whom"), ", ".join(term.name for term in terms if term.facet == Term.GROUP)),
        (_("Years"), years),
        (_("Cost"), ", ".join(part for part in (cost, practice.cost_note) if part)),
        (
            _("Who answers questions"),
            ", ".join(part for part in (practice.contact, practice.contact_address) if part),
        ),
        (_("State"), practice.get_state_display()),
        (_("To be looked at anew"), written_day(practice.review_on)),
    ]


def _grades(practice: Practice) -> Iterator[Block]:
    own = next((grade for grade in ladder_of(practice) if grade.is_own), None)
    if own:
        yield Heading(1, _("How well it is proved"))
        yield Paragraph(f"{own.label[:1].upper()}{own.label[1:]}. {own.meaning}")
    if practice.appeal:
        yield Heading(1, _("How much it appeals"))
        yield Paragraph(_("%(appeal)d of 5, in the expert’s opinion.") % {"appeal": practice.appeal})


def _modules(practice: Practice) -> Iterator[Block]:
    modules = practice.modules.all()
    if modules:
        yield Heading(1, _("Modules"))
        yield TableBlock(
            header=[_("Module"), _("What it consists of"), _("What it takes"), _("Can be taken alone")],
            rows=[
                [
                    one.title,
                    one.text,
                    one.needs,
                    pgettext("answer", "yes") if one.is_alone else pgettext("answer", "no"),
                ]
                for one in modules
            ],
            widths=[2, 4, 2, 0],
        )


def _adoptions(practice: Practice) -> Iterator[Block]:
    adoptions = practice.adoptions.select_related("place", "taken_from")
    if adoptions:
        yield Heading(1, _("Who took it over"))
        yield TableBlock(
            header=[
                _("Who"),
                _("Where"),
                _("Since"),
                _("Taken over from"),
                _("What was changed"),
                _("What came of it"),
            ],
            rows=[
                [
                    one.taker,
                    one.place.full_name,
                    f"{one.adopted_on:%d.%m.%Y}",
                    one.taken_from.taker if one.taken_from else practice.owner,
                    one.changed,
                    one.result,
                ]
                for one in adoptions
            ],
        )


def _cells(one: Practice) -> tuple:
    terms = list(one.terms.all())
    return (
        one.title,
        one.summary,
        one.owner,
        one.place.full_name if one.place else "",
        one.place.code if one.place else "",
        one.get_scale_display(),
        ", ".join(term.name for term in terms if term.facet == Term.THEME),
        ", ".join(term.name for term in terms if term.facet == Term.GROUP),
        one.since_year,
        one.until_year,
        one.cost,
        one.get_evidence_grade_display(),
        one.appeal,
        one.adoption_count,  # type: ignore[attr-defined]
        one.get_state_display(),
        one.review_on,
        one.partnership.name,
    )


def _printed(made_at: dt.datetime | None) -> str:
    day = timezone.localtime(made_at).date() if made_at else timezone.localdate()
    return _("Printed on %(day)s") % {"day": written_day(day)}
