"""Results of a survey as a table and as a document; the paper for the wall with its address."""

import datetime as dt
from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from spoiwo.documents.blocks import Block, Bullets, Fields, Heading, Note, Paragraph, TableBlock, blocks_pdf
from spoiwo.documents.pdf import light, pdf
from spoiwo.documents.table import Column, Table
from spoiwo.kit.dates import written_day
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import FOLDER, facts, full_title, head, printed
from spoiwo.meetings.models import Survey
from spoiwo.meetings.queries.surveys import Result, Results, results_of
from spoiwo.meetings.queries.words import LANGUAGE, root_url
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.rules.surveys import LEAST_SHEETS


def result_table(survey: Survey, results: Results) -> Table:
    """One row for every mark and every open answer; sheets are not told apart."""
    columns = [
        Column("question", _("Question")),
        Column("answer", _("Answer")),
        Column("count", _("How many"), kind="integer"),
    ]
    rows = (
        (result.question.text, answer, count)
        for result in results.results
        for answer, count in (
            [(str(bar.mark), bar.count) for bar in result.bars]
            if result.is_scale
            else [(text, 1) for text in result.texts]
        )
    )
    return Table(_("Survey %(title)s") % {"title": survey.meeting.title}, columns, rows)


def results_pdf(survey: Survey, *, made_at: dt.datetime | None = None) -> bytes:
    """The results as a document in the language of papers."""
    event = event_of(survey.meeting)
    with override(LANGUAGE):
        results = results_of(survey)
        blocks: list[Block] = [Fields(facts(event)), Paragraph(sheets_sentence(results.sheet_count))]
        if not results.is_shown:
            blocks.append(Note(too_few_sentence()))
        for result in results.results:
            blocks += _result_blocks(result)
        return blocks_pdf(
            blocks,
            title=full_title(_("Results of the survey"), event),
            subtitle=event.partnership,
            footer=printed(made_at, event.organiser),
            language=LANGUAGE,
            logos=event.logos,
            made_at=made_at,
        )


def survey_poster(survey: Survey, *, made_at: dt.datetime | None = None) -> bytes:
    """A paper for the wall: the code to photograph, the address to type, three steps."""
    event, link = event_of(survey.meeting), survey_link(survey)
    with override(LANGUAGE):
        heading = _("Your opinion in two minutes")
        data = {
            **head(event, heading, made_at),
            "link": link,
            "address": link.partition("://")[2].removesuffix(f"{survey.code}/"),
            "code": shown(survey.code),
            "steps": [
                _("Point your phone's camera at the square and open the page."),
                _("Give marks from 1 to 5 and, if you like, write a few words. No name is asked for."),
                _("The survey is open until %(day)s") % {"day": written_day(survey.closes_on)},
            ],
            "words": {"code": _("QR code that opens the survey"), "or": _("or open in a browser")},
        }
        return pdf(
            f"{FOLDER}/poster.typ", data, language=LANGUAGE, title=full_title(heading, event), codes=[link],
            logos=light(event.logos), made_at=made_at,
        )  # fmt: skip


def survey_link(survey: Survey) -> str:
    """Where the survey is filled."""
    return f"{root_url()}/s/{survey.code}/"


def survey_suggestion(survey: Survey) -> str:
    """Two sentences for a thank-you letter, in the language of letters."""
    with override(LANGUAGE):
        words = _("We ask for your opinion in a short anonymous survey; it is open until %(day)s: %(link)s")
        return words % {"day": written_day(survey.closes_on), "link": survey_link(survey)}


def sheets_sentence(count: int) -> str:
    """How many took part."""
    return ngettext("%(count)d sheet has been filled.", "%(count)d sheets have been filled.", count) % {
        "count": count
    }


def too_few_sentence() -> str:
    """Why nothing is shown yet."""
    return _("Results are shown from %(count)d sheets on; with fewer one could guess who answered what.") % {
        "count": LEAST_SHEETS
    }


def _result_blocks(result: Result) -> Iterator[Block]:
    yield Heading(1, result.question.text)
    if not result.is_scale:
        yield Paragraph(result.sentence)
        yield Bullets(result.texts)
        return
    if result.tally.mean is not None:
        mean = number_format(result.tally.mean, 1)
        yield Paragraph(f"{_('Mean: %(mean)s of 5.') % {'mean': mean}} {result.sentence}")
    else:
        yield Paragraph(result.sentence)
        return
    yield TableBlock(
        header=[pgettext("survey", "Mark"), _("How many"), _("Share")],
        rows=[[str(bar.mark), str(bar.count), f"{bar.percent} %"] for bar in result.bars],
        align=["left", "right", "right"],
    )
