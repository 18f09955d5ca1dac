"""The minutes of the commission's sitting, with everything the records hold of it."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count
from django.template.defaultfilters import floatformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from spoiwo.contests.models import CategoryVerdict, Edition, Entry, FormalDecision, Seal, Sitting
from spoiwo.contests.queries.cards import card_sheets
from spoiwo.contests.queries.editions import organiser_of
from spoiwo.contests.queries.results import Table, result_tables, stored_ranking
from spoiwo.contests.queries.verdict import kept_out, poll_rows, presences_of, sitting_facts
from spoiwo.contests.rules.results import Mark
from spoiwo.contests.rules.states import EntryState, Outcome
from spoiwo.documents.blocks import (
    Block,
    Bullets,
    Fields,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Side,
    Signatures,
    TableBlock,
    blocks_docx,
    blocks_pdf,
)
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.dates import written_day

LANGUAGE = "pl"


def minutes(sitting: Sitting, format: str, *, made_at: dt.datetime | None = None) -> bytes:
    """The minutes as PDF or DOCX: attendance, exclusions, entries, results, votes, verdict, remarks, signatures."""
    with override(LANGUAGE):
        edition = sitting.edition
        title = _("Minutes of the commission")
        blocks = [
            *_opening(sitting),
            *_entries(edition),
            *_results(edition),
            *_votes(sitting),
            *_verdict(edition),
        ]
        if sitting.remarks.strip():
            blocks += [Heading(1, _("Remarks and dissenting opinions")), Paragraph(sitting.remarks.strip())]
        blocks += [Heading(1, _("Signatures")), Signatures(_signs(sitting))]
        write = blocks_docx if format == "docx" else blocks_pdf
        return write(blocks, title=title, subtitle=edition.name, language=LANGUAGE, made_at=made_at)


def _opening(sitting: Sitting) -> Iterable[Block]:
    edition, held = sitting.edition, timezone.localtime(sitting.held_at)
    facts = next(one for one in sitting_facts(edition) if one.sitting.pk == sitting.pk)
    yield Fields(
        [
            (_("Contest"), edition.contest.name),
            (_("Edition"), edition.name),
            (_("Organiser"), organiser_of(edition.contest)),
            (_("Sitting"), f"{written_day(held.date())}, {held:%H:%M}"),
            (_("Form"), str(sitting.get_form_display())),
            (pgettext("sitting", "Place"), sitting.place or "–"),
        ]
    )
    yield Heading(1, _("Attendance and quorum"))
    rows = [
        [str(member), str(member.get_kind_display()), str(noted.get_attendance_display()) if noted else "–"]
        for member, noted in presences_of(sitting)
    ]
    yield TableBlock([_("Member"), _("Role"), _("Attendance")], rows)
    said = {"present": facts.present, "members": facts.members, "needed": facts.needed}
    quorum = _("Present: %(present)d of %(members)d members; the rules demand %(needed)d.") % said
    verdict = _("The quorum was there.") if facts.has_quorum else _("There was no quorum.")
    yield Paragraph(f"{quorum} {verdict}")
    names, shut_out = dict(presences_of(sitting)), kept_out(edition)
    points = [f"{member}: {', '.join(shut_out[member.pk])}" for member in names if member.pk in shut_out]
    yield Heading(1, _("Declarations and exclusions"))
    yield Paragraph(_("The members went through the list of entrants and declared their impartiality."))
    yield Bullets(points or [_("Nobody was excluded from judging any entry.")])
    if sitting.course.strip():
        yield Heading(1, _("Course of the sitting"))
        yield Paragraph(sitting.course.strip())


def _entries(edition: Edition) -> Iterable[Block]:
    rows = Entry.objects.filter(edition=edition, is_sample=False).exclude(state=EntryState.DRAFT)
    counts = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    received = sum(counts.values())
    yield Heading(1, _("Entries"))
    said = ngettext("%(count)d entry was received.", "%(count)d entries were received.", received)
    admitted, withdrawn = counts.get(EntryState.ADMITTED, 0), counts.get(EntryState.WITHDRAWN, 0)
    more = _("Admitted to judging: %(admitted)d; withdrawn: %(withdrawn)d.")
    yield Paragraph(f"{said % {'count': received}} {more % {'admitted': admitted, 'withdrawn': withdrawn}}")
    rejected = FormalDecision.objects.filter(
        entry__edition=edition, entry__state=EntryState.REJECTED, outcome=Outcome.REJECTED
    ).select_related("entry")
    points = [
        _("no. %(number)d") % {"number": one.entry.number or 0}
        + ": "
        + "; ".join(" ".join(filter(None, (why["paragraph"], why["note"]))) for why in one.reasons)
        for one in rejected
    ]
    if points:
        yield Paragraph(_("Rejected formally, with reasons:"))
        yield Bullets(points)


def _results(edition: Edition) -> Iterable[Block]:
    ranking = stored_ranking(edition)
    yield Heading(1, _("Results of the scoring"))
    if ranking is None or "refused" in ranking.data:
        yield Paragraph(_("There is no common ranking."))
        return
    yield Paragraph(
        _(
            "The calibrated score is the mean of the readings with each juror’s severity taken out; the interval holds "
            "the true score with a chance of 80 %."
        )
    )
    for table in result_tables(edition, ranking.data, SYSTEM, with_names=True):
        yield Heading(2, table.category.name)
        yield _scores(table)
        for tied in table.ties:
            names = ", ".join(row.name for row in tied)
            yield Note(
                _("Place %(place)d is shared by: %(names)s.") % {"place": tied[0].place, "names": names}
            )
    yield Note(_("Fingerprint of the scores (SHA-256): %(digest)s") % {"digest": ranking.digest})


def _scores(table: Table) -> TableBlock:
    # Rounded by the filter that the page of results uses: number_format cuts off, and the two would disagree.
    low = " (" + _("below the threshold") + ")"
    rows = [
        [
            str(row.place),
            f"{row.name}\n{row.detail}{low if _below(row.marks) else ''}",
            floatformat(row.raw_mean, 2),
            floatformat(row.calibrated, 2),
            f"{floatformat(row.low, 2)}–{floatformat(row.high, 2)}"
            if row.low is not None and row.high is not None
            else "–",
            str(row.readings),
        ]
        for row in table.rows
    ]
    header = [
        pgettext("ranking", "Place"),
        _("Entry"),
        _("Mean"),
        _("Calibrated"),
        _("Interval"),
        _("Readings"),
    ]
    align: list[Side] = ["right", "left", "right", "right", "right", "right"]
    return TableBlock(header, rows, widths=[0, 60, 0, 0, 0, 0], align=align)


def _below(marks: frozenset[Mark]) -> bool:
    return bool(marks & {Mark.BELOW_THRESHOLD, Mark.BELOW_CRITERION})


def _votes(sitting: Sitting) -> Iterable[Block]:
    rows, secret = poll_rows(sitting, {"read_entries"}), " (" + _("secret") + ")"
    if rows:
        yield Heading(1, _("Votes"))
        yield Bullets(
            [
                f"{row.poll.question}{secret if row.poll.is_secret else ''}: "
                + "; ".join(f"{option} {count}" for option, count in row.counts)
                + (f" – {row.outcome}" if row.outcome else "")
                for row in rows
            ]
        )


def _verdict(edition: Edition) -> Iterable[Block]:
    verdicts = {one.category_id: one for one in CategoryVerdict.objects.filter(category__edition=edition)}
    yield Heading(1, _("Verdict"))
    for category in edition.categories.all():
        yield Heading(2, category.name)
        awards = [
            f"{one.name}{' ex aequo' if one.is_ex_aequo else ''}: {one.organisation_name} – {one.practice}"
            + (f" ({one.reason})" if one.reason else "")
            for one in edition.awards.filter(category=category)
        ]
        yield Bullets(awards) if awards else Paragraph(_("No award is given in this category."))
        verdict = verdicts.get(category.pk)
        if verdict and verdict.reason.strip():
            yield Paragraph(_("Reasons: %(reason)s") % {"reason": verdict.reason.strip()})
    seal = Seal.objects.filter(edition=edition).first()
    if seal:
        yield Note(_("Fingerprint of the sealed result (SHA-256): %(digest)s") % {"digest": seal.digest})


def _signs(sitting: Sitting) -> list[list[str]]:
    return [[str(member), str(member.get_kind_display())] for member, _noted in presences_of(sitting)]


def cards(edition: Edition, *, made_at: dt.datetime | None = None) -> bytes:
    """Every submitted score card as an annex of the minutes: entry, juror, points by criterion, comments."""
    with override(LANGUAGE):
        blocks: list[Block] = []
        for sheet in card_sheets(edition):
            if blocks:
                blocks.append(PageBreak())
            blocks += [
                Heading(1, sheet.entry),
                Fields([(_("Juror"), sheet.juror), (_("Submitted"), sheet.submitted)]),
                TableBlock([_("Criterion"), _("Points"), _("First points")], sheet.rows, widths=[70, 0, 0]),
            ]
            blocks += [Paragraph(f"{label}: {text}") for label, text in sheet.comments]
        blocks = blocks or [Paragraph(_("No score card has been submitted."))]
        title = _("Score cards")
        return blocks_pdf(blocks, title=title, subtitle=edition.name, language=LANGUAGE, made_at=made_at)
