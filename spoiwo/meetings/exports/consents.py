"""The paper slip for a consent to one's image, and the list of what people said."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spoiwo.documents.blocks import Block, Bullets, Fields, Heading, Note, Paragraph, Signatures, blocks_pdf
from spoiwo.documents.table import Column, Table
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import facts, full_title, printed
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.privacy import Person
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.meetings.rules.states import Subject


def consent_slip(meeting: Meeting) -> bytes:
    """One page to be filled in by hand, kept by the office and entered on the page of consents."""
    event = event_of(meeting, clause=Subject.IMAGE)
    with override(LANGUAGE):
        title = _("Consent to the publication of photographs")
        blocks: list[Block] = [
            Fields(facts(event)),
            Fields([(_("Given name and surname"), ""), (_("Institution"), "")]),
            Paragraph(
                _(
                    "I consent to the free publication of photographs from this meeting that show me, on the organiser's "
                    "pages and in its information materials."
                )
            ),
            Bullets(
                [
                    _("The consent is voluntary; without it I may take part in the meeting all the same."),
                    _("I may withdraw it at any time, also by e-mail; the photographs are then taken down."),
                ]
            ),
            Signatures([(_("day and legible signature"),)]),
        ]
        if event.clause:
            blocks += [Heading(1, _("Information about personal data")), Note(event.clause)]
        return blocks_pdf(
            blocks,
            title=full_title(title, event),
            subtitle=event.partnership,
            footer=printed(None, event.organiser),
            language=LANGUAGE,
            logos=event.logos,
        )


def consent_table(meeting: Meeting, people: Iterable[Person]) -> Table:
    """What people on the list said of photographs, for whoever chooses the pictures."""
    columns = [
        Column("name", pgettext("column of a list", "Name")),
        Column("institution", _("Institution")),
        Column("answer", _("Photographs")),
        Column("given", pgettext("consent", "Given"), kind="datetime"),
        Column("withdrawn", pgettext("consent", "Withdrawn"), kind="datetime"),
    ]
    rows = (
        (
            one.attendee.name,
            one.attendee.organisation_name,
            said_words(one),
            one.given_at,
            one.withdrawn_at,
        )
        for one in people
    )
    return Table(_("Image consents %(title)s") % {"title": meeting.title}, columns, rows)


def said_words(one: Person) -> str:
    """What the person said, in words."""
    if one.allows:
        return _("agreed")
    return _("withdrew the consent") if one.withdrawn_at else _("said nothing")
