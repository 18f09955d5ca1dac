"""Papers and tables of entries: the confirmation of a submission, the office's list."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo.contests.models import Edition, Entry, Submission
from spoiwo.contests.queries.editions import organiser_of
from spoiwo.contests.queries.submissions import answers_of
from spoiwo.documents.blocks import Block, Bullets, Fields, Heading, Paragraph, blocks_pdf
from spoiwo.documents.table import Column, Table

LANGUAGE = "pl"


def confirmation_paper(submission: Submission, made_at: dt.datetime | None = None) -> bytes:
    """The receipt an entrant keeps: number, time, hash and every answer as it was submitted; in the language of papers."""
    entry = submission.entry
    with override(LANGUAGE):
        return blocks_pdf(
            list(_confirmation(submission)),
            title=_("Confirmation of entry no. %(number)d") % {"number": entry.number},
            subtitle=entry.edition.name,
            footer=organiser_of(entry.edition.contest),
            language=LANGUAGE,
            made_at=made_at,
        )


def entry_table(edition: Edition, rows: QuerySet[Entry]) -> Table:
    """The list of entries with all its columns, in the order of `rows`."""
    columns = [
        Column("number", _("No."), "integer", 6),
        Column("title", _("title of the practice"), width=50),
        Column("organisation", _("organisation"), width=50),
        Column("kind", _("kind of organisation"), width=30),
        Column("place", _("commune or county"), width=25),
        Column("category", _("category"), width=30),
        Column("state", _("state"), width=22),
        Column("submitted", _("submitted"), "datetime", 20),
    ]
    return Table(_("Entries, %(edition)s") % {"edition": edition.name}, columns, _rows(rows))


def _rows(rows: QuerySet[Entry]) -> Iterator[tuple]:
    for one in rows.select_related("category", "place").iterator(chunk_size=500):
        yield (
            one.number,
            one.title,
            one.organisation_name,
            str(one.get_organisation_kind_display()),
            str(one.place or ""),
            one.category.name,
            str(one.get_state_display()),
            one.submitted_at,
        )


def _confirmation(submission: Submission) -> Iterator[Block]:
    entry = submission.entry
    facts = [
        (_("Contest"), entry.edition.name),
        (_("Category"), entry.category.name),
        (_("Title of the practice"), submission.title),
        (_("Organisation"), entry.organisation_name),
        (_("Submitted"), f"{timezone.localtime(submission.at):%d.%m.%Y %H:%M:%S}"),
        (_("Version"), str(submission.number)),
        (_("Fingerprint of the content (SHA-256)"), submission.digest),
    ]
    yield Fields(facts)
    if submission.is_in_grace:
        yield Paragraph(_("It came after the deadline, within the grace that the rules allow, and is taken."))
    for answer in answers_of(submission):
        yield Heading(1, answer.field.label)
        if answer.field.kind == "file":
            names = [f"{one['name']} (SHA-256: {one['sha256']})" for one in answer.files]
            yield Bullets(names) if names else Paragraph("–")
        else:
            yield Paragraph(answer.text.strip() or "–")
