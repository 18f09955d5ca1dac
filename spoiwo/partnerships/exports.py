"""What leaves this room as a file: tables of parties and partnerships, the agreement and its annexes as blocks."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo import audit
from spoiwo.documents.blocks import Block, Bullets, Fields, Heading, Paragraph, Signatures, TableBlock
from spoiwo.documents.table import Column, Table
from spoiwo.kit.dates import written_day
from spoiwo.partnerships.labels import STANDING_LABELS
from spoiwo.partnerships.models import Agreement, Partnership, Party, Section
from spoiwo.partnerships.queries.agreements import AgreementOn, PartyLine

# Documents are the office's papers: Polish whatever language the reader of the page chose.
LANGUAGE = "pl"


def partnership_table(partnerships: QuerySet[Any]) -> Table:
    """The list of partnerships."""
    columns = [
        Column("name", _("Name")),
        Column("area", _("Area")),
        Column("founded", _("Founded"), kind="date"),
        Column("agreements", _("Agreements"), kind="integer"),
    ]
    rows = (
        (one.name, ", ".join(unit.full_name for unit in one.area.all()), one.founded_on, one.agreement_count)
        for one in partnerships
    )
    return Table(_("Partnerships"), columns, rows)


def letter_table(letters: QuerySet[Any]) -> Table:
    """The outbox: what was written to whom, and what became of it."""
    columns = [
        Column("subject", _("Subject")),
        Column("name", _("Addressee")),
        Column("channel", _("Channel")),
        Column("to", _("E-mail address")),
        Column("address", _("Address")),
        Column("written", _("Written"), kind="datetime"),
        Column("state", _("State")),
        Column("sent", _("Sent"), kind="datetime"),
        Column("attempts", _("Attempts"), kind="integer"),
        Column("answer", _("The server's answer")),
    ]
    rows = (
        (
            one.subject,
            one.to_name,
            one.get_channel_display(),
            one.to,
            one.address,
            one.created_at,
            one.get_state_display(),
            one.sent_at,
            one.attempt_count,
            one.answer,
        )
        for one in letters.iterator()
    )
    return Table(_("Letters"), columns, rows)


def history_table(entries: QuerySet[Any]) -> Table:
    """Who did what, when, to which record."""
    columns = [
        Column("at", _("When"), kind="datetime"),
        Column("who", _("Who")),
        Column("what", _("What")),
        Column("record", _("Record")),
    ]
    lines = (audit.line(entry) for entry in entries.iterator())
    return Table(_("History"), columns, ((line.at, line.who, line.what, line.label) for line in lines))


def parties_table(partnership: Partnership, states: list[AgreementOn], day: dt.date) -> Table:
    """Who was a party on `day`, in every agreement; former and awaited bodies carry their standing."""
    columns = [
        Column("agreement", _("Agreement")),
        Column("name", _("Party")),
        Column("name_today", _("Name today")),
        Column("sector", _("Sector")),
        Column("nip", "NIP"),
        Column("standing", _("Standing")),
        Column("act", _("Act")),
        Column("since", _("Day that counts"), kind="date"),
        Column("signatory", _("Signed by")),
        Column("at", _("As at"), kind="date"),
    ]
    rows = (_party_row(state, line, day) for state in states for line in state.lines)
    return Table(f"{partnership.short_name} {day:%Y-%m-%d}", columns, rows)


def agreement_blocks(agreement: Agreement, state: AgreementOn, sections: list[Section]) -> list[Block]:
    """The agreement: preamble, parties, numbered sections, signatures."""
    with override(LANGUAGE):
        blocks: list[Block] = [Paragraph(_opening(agreement)), Heading(1, "Strony")]
        blocks.append(
            TableBlock(
                ["Lp.", "Strona", "Reprezentowana przez"],
                [
                    [str(number), line.party.name_then, _representative(line)]
                    for number, line in enumerate(_founders(state), 1)
                ]
                or [["", "—", "—"]],
            )
        )
        for number, section in enumerate(sections, 1):
            blocks.append(Heading(1, f"§ {number}. {section.heading}"))
            blocks.extend(_paragraphs(section.body))
        blocks.append(Heading(1, "Podpisy"))
        blocks.append(
            Signatures([[line.party.name_then, _representative(line)] for line in _founders(state)])
        )
        return blocks


def party_blocks(state: AgreementOn) -> list[Block]:
    """The list of parties as at a day."""
    with override(LANGUAGE):
        blocks: list[Block] = [
            Fields(
                [
                    ("Porozumienie", state.agreement.title),
                    ("Stan na dzień", written_day(state.day)),
                    ("Liczba stron", str(len(state.parties))),
                ]
            ),
            Heading(1, "Strony"),
            TableBlock(
                ["Lp.", "Strona", "Czynność", "Data", "Osoba działająca"],
                [
                    [
                        str(n),
                        line.party.name_then,
                        line.act.get_kind_display() if line.act else "",
                        written_day(line.since),
                        line.act.signatory if line.act else "",
                    ]
                    for n, line in enumerate(state.parties, 1)
                ]
                or [["", "—", "", "", ""]],
            ),
        ]
        for title, lines in (
            ("Podmioty, które przestały być stronami", state.former),
            ("Oczekiwane podpisy", state.missing),
        ):
            if lines:
                blocks.append(Heading(1, title))
                blocks.append(
                    TableBlock(
                        ["Podmiot", "Stan", "Od dnia"],
                        [
                            [
                                line.party.name_then,
                                str(STANDING_LABELS[line.standing]),
                                written_day(line.since),
                            ]
                            for line in lines
                        ],
                    )
                )
        if any(line.declarations for line in state.lines):
            blocks.append(Heading(1, "Oświadczenia i zastrzeżenia"))
            blocks += [
                Paragraph(f"{line.party.name_then}: {declaration.text}")
                for line in state.lines
                for declaration in line.declarations
            ]
        return blocks


def declaration_blocks(agreement: Agreement, party: Party | None = None) -> list[Block]:
    """A declaration of accession, blank or filled in for one body."""
    with override(LANGUAGE):
        organisation = party.organisation if party else None
        address = (
            ", ".join(
                filter(None, [organisation.street, f"{organisation.postcode} {organisation.town}".strip()])
            )
            if organisation
            else ""
        )
        line = ""  # an empty field is printed as a line to write on
        return [
            Fields(
                [
                    ("Pełna nazwa podmiotu", organisation.name if organisation else line),
                    ("Siedziba i adres", address or line),
                    ("NIP / REGON / KRS", _numbers(organisation) or line),
                    (
                        "Reprezentowany przez",
                        (party.representative and str(party.representative)) or line if party else line,
                    ),
                    ("Podstawa umocowania", line),
                ]
            ),
            Paragraph(
                f"Po zapoznaniu się z treścią dokumentu „{agreement.title}” oświadczamy, że przystępujemy do partnerstwa "
                f"„{agreement.partnership.name}” i przyjmujemy jego cele oraz zasady współpracy."
            ),
            Heading(1, "Osoba do kontaktów"),
            Fields([("Imię i nazwisko", line), ("Funkcja", line), ("Adres e-mail", line), ("Telefon", line)]),
            Heading(1, "Ochrona danych osobowych"),
            Paragraph(_privacy(agreement.partnership)),
            Signatures([["Miejscowość i data", ""], ["Podpis osoby upoważnionej", ""]]),
            Heading(1, "Potwierdzenie przyjęcia (wypełnia koordynator)"),
            Fields([("Data wpływu", line), ("Zgoda na przystąpienie", line)]),
        ]


def _party_row(state: AgreementOn, line: PartyLine, day: dt.date) -> tuple[Any, ...]:
    organisation, act = line.party.organisation, line.act
    return (
        state.agreement.title,
        line.party.name_then,
        organisation.name,
        organisation.get_sector_display(),
        organisation.nip,
        str(STANDING_LABELS[line.standing]),
        act.get_kind_display() if act else "",
        line.since,
        act.signatory if act else "",
        day,
    )


def _opening(agreement: Agreement) -> str:
    day = written_day(agreement.opened_on) if agreement.opened_on else "…"
    place = f" w miejscowości {agreement.signed_at}" if agreement.signed_at else ""
    return f"Zawarte {day}{place} między stronami wymienionymi poniżej."


def _founders(state: AgreementOn) -> list[PartyLine]:
    return [line for line in state.lines if line.party.is_founding]


def _representative(line: PartyLine) -> str:
    if line.act and line.act.signatory:
        return line.act.signatory
    return line.party.representative.function if line.party.representative else ""


def _paragraphs(body: str) -> Iterator[Block]:
    """Each line is a paragraph of its own; lines that begin with a dash become a list."""
    points: list[str] = []
    for line in [*body.splitlines(), ""]:
        if line.lstrip().startswith(("- ", "– ", "• ")):
            points.append(line.strip(" -–•"))
            continue
        if points:
            yield Bullets(points)
            points = []
        if line.strip():
            yield Paragraph(line.strip())


def _numbers(organisation: Any) -> str:
    if organisation is None:
        return ""
    return " / ".join(value for value in (organisation.nip, organisation.regon, organisation.krs) if value)


def _privacy(partnership: Partnership) -> str:
    controller = partnership.controller or partnership.coordinator
    contact = (
        f" Kontakt w sprawach ochrony danych: {partnership.controller_contact}."
        if partnership.controller_contact
        else ""
    )
    return (
        f"Administratorem danych osoby do kontaktów jest {controller.name if controller else 'koordynator partnerstwa'}. "
        f"Dane są przetwarzane wyłącznie w celu prowadzenia partnerstwa.{contact}"
    )
