"""Papers and tables: one concept card, a partnership's programme, the lists of cards and of projects."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spoiwo.documents.blocks import (
    Block,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    TableBlock,
    blocks_docx,
    blocks_pdf,
)
from spoiwo.documents.table import Column, Table
from spoiwo.kit.dates import written_day
from spoiwo.partnerships.models import Partnership
from spoiwo.projects.labels import PROJECT_LABELS, STATE_LABELS
from spoiwo.projects.models import ConceptCard, Project
from spoiwo.projects.queries import Person, deputy_of, leader_of, sections_of, total_of
from spoiwo.projects.rules import CardState, ProjectState

WRITERS = {"pdf": blocks_pdf, "docx": blocks_docx}
LANGUAGE = "pl"


def card_paper(
    card: ConceptCard, format: str, *, with_contact: bool, made_at: dt.datetime | None = None
) -> bytes:
    """One card as `pdf` or `docx`, in the language of papers. Raises what `blocks_pdf` raises."""
    with override(LANGUAGE):
        return WRITERS[format](
            list(card_blocks(card, with_contact=with_contact)),
            title=_("Concept card %(number)d: %(title)s") % {"number": card.number, "title": card.title},
            subtitle=card.partnership.name,
            footer=_printed(made_at),
            language=LANGUAGE,
            made_at=made_at,
        )


def programme_paper(
    partnership: Partnership,
    cards: Sequence[ConceptCard],
    format: str,
    *,
    with_contact: bool,
    made_at: dt.datetime | None = None,
) -> bytes:
    """The programme: a table of leaders, deputies and next steps, then every card on a page of its own."""
    with override(LANGUAGE):
        return WRITERS[format](
            list(programme_blocks(cards, with_contact=with_contact)),
            title=pgettext("of a partnership", "Programme of projects"),
            subtitle=partnership.name,
            footer=_printed(made_at),
            language=LANGUAGE,
            made_at=made_at,
        )


def card_blocks(
    card: ConceptCard, *, with_contact: bool, level: int = 1, with_people: bool = True
) -> Iterator[Block]:
    """Who and what next, the texts, the partners, the budget; in the language now active. Names only `with_people`."""
    people = []
    if with_people:
        people = [
            (_("Leader"), leader_of(card, with_contact=with_contact)),
            (_("Deputy of the leader"), deputy_of(card, with_contact=with_contact)),
        ]
    facts = [
        (_("State"), str(STATE_LABELS[CardState(card.state)])),
        (_("Worked out by"), card.group_label),
        *((label, _told(person)) for label, person in people),
        (_("Next step"), _step(card)),
    ]
    yield Fields([(label, value) for label, value in facts if value])
    for section in sections_of(card):
        if section.text.strip():
            yield Heading(level, section.label[:1].upper() + section.label[1:])
            yield Paragraph(section.text.strip())
    yield from _partners(card, level)
    yield from _budget(card, level)


def programme_blocks(cards: Sequence[ConceptCard], *, with_contact: bool) -> Iterator[Block]:
    """The table of all, then the cards one by one; in the language now active."""
    yield TableBlock(
        header=[
            _("No."),
            _("Project"),
            _("Leader"),
            _("Deputy of the leader"),
            _("Next step"),
            _("Budget (zł)"),
        ],
        rows=[
            [
                str(card.number),
                card.title,
                _told(leader_of(card, with_contact=False)),
                _told(deputy_of(card, with_contact=False)),
                _step(card),
                money(total_of(card)) if card.costs.all() else "–",
            ]
            for card in cards
        ],
        widths=[0, 4, 4, 4, 4, 0],
        align=["right", "left", "left", "left", "left", "right"],
        caption=_("Leaders, deputies and next steps"),
    )
    for card in cards:
        yield PageBreak()
        yield Heading(1, f"{card.number}. {card.title}")
        yield from card_blocks(card, with_contact=with_contact, level=2)


def card_table(cards: QuerySet[ConceptCard]) -> Table:
    """The list of cards as it is filtered; without contacts."""
    columns = [
        Column("number", _("Number"), kind="integer"),
        Column("title", _("Title")),
        Column("partnership", _("Partnership")),
        Column("state", _("State")),
        Column("aim", pgettext("concept card", "Aim")),
        Column("leader", _("Leader")),
        Column("leader_organisation", _("Leader's organisation")),
        Column("deputy", _("Deputy of the leader")),
        Column("next_step", _("Next step")),
        Column("next_step_on", _("Until when"), kind="date"),
        Column("budget", _("Budget (zł)"), kind="decimal"),
    ]
    return Table(_("Concept cards"), columns, _rows(cards))


def project_table(projects: QuerySet[Project]) -> Table:
    """The list of projects as it is filtered."""
    columns = [
        Column("title", _("Title")),
        Column("partnership", _("Partnership")),
        Column("state", _("State")),
        Column("programme", _("Programme")),
        Column("measure", _("Priority, action or measure")),
        Column("contract_number", _("Number of the contract")),
        Column("lead", pgettext("of a project", "Lead")),
        Column("partners", pgettext("of a project", "Partners")),
        Column("target_group", _("For whom")),
        Column("results", _("Results")),
        Column("value", _("Value (PLN)"), kind="decimal"),
        Column("starts_on", pgettext("project", "Begins"), kind="date"),
        Column("ends_on", pgettext("project", "Ends"), kind="date"),
    ]
    rows = (
        (
            one.title,
            one.partnership.name,
            str(PROJECT_LABELS[ProjectState(one.state)]),
            one.programme,
            one.measure,
            one.contract_number,
            one.lead,
            "; ".join(partner.name for partner in one.partners.all()),
            one.target_group,
            one.results,
            one.value,
            one.starts_on,
            one.ends_on,
        )
        for one in projects.prefetch_related("partners")
    )
    return Table(_("Projects"), columns, rows)


def money(amount: Decimal) -> str:
    """An amount as Polish offices write it: “12 000,00”."""
    return number_format(amount, 2, force_grouping=True)


def _rows(cards: Iterable[ConceptCard]) -> Iterator[tuple]:
    for card in cards:
        yield (
            card.number,
            card.title,
            card.partnership.name,
            str(STATE_LABELS[CardState(card.state)]),
            card.aim,
            card.leader_name,
            card.leader_organisation.name if card.leader_organisation else "",
            card.deputy_name,
            card.next_step,
            card.next_step_on,
            card.total,  # type: ignore[attr-defined]
        )


def _partners(card: ConceptCard, level: int) -> Iterator[Block]:
    partners = card.partners.all()
    if partners:
        yield Heading(level, pgettext("concept card", "Partners"))
        yield TableBlock(
            header=[pgettext("concept card", "Partner"), _("What they bring")],
            rows=[[one.name, one.brings] for one in partners],
            widths=[1, 1],
        )


def _budget(card: ConceptCard, level: int) -> Iterator[Block]:
    costs = card.costs.all()
    if costs:
        yield Heading(level, _("Budget sketch"))
        yield TableBlock(
            header=[pgettext("budget", "What"), _("Amount (zł)"), _("Source of money")],
            rows=[
                *([one.what, money(one.amount), one.source] for one in costs),
                [pgettext("budget", "Total"), money(total_of(card)), ""],
            ],
            widths=[3, 0, 2],
            align=["left", "right", "left"],
        )


def _told(person: Person) -> str:
    return ", ".join(part for part in (person.name, person.place, person.contact) if part)


def _step(card: ConceptCard) -> str:
    if not card.next_step_on:
        return card.next_step
    until = _("until %(day)s") % {"day": written_day(card.next_step_on)}
    return f"{card.next_step} ({until})" if card.next_step else until


def _printed(made_at: dt.datetime | None) -> str:
    day = timezone.localtime(made_at).date() if made_at else timezone.localdate()
    return _("Printed on %(day)s") % {"day": written_day(day)}
