"""What is held about a person, for that person: as JSON for programs, as PDF for reading."""

import datetime as dt
import json
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo.documents.blocks import Block, Fields, Heading, Paragraph, blocks_pdf
from spoiwo.meetings.exports.papers import printed
from spoiwo.meetings.queries.privacy import rule_for
from spoiwo.meetings.queries.takeout import Held, sections_of
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.meetings.rules.states import Subject
from spoiwo.partnerships.models import Partnership


def takeout_json(held: Held) -> bytes:
    """Sections with their records; names of fields are the program's, values as stored."""
    content: dict[str, Any] = {
        section.key: [{fact.key: fact.value for fact in record} for record in section.records]
        for section in sections_of(held)
    }
    return json.dumps(content, ensure_ascii=False, indent=2, default=_plain).encode()


def takeout_pdf(held: Held, *, made_at: dt.datetime | None = None) -> bytes:
    """The same for reading, in the language of papers, with purpose, basis and term of each kind of data."""
    with override(LANGUAGE):
        title = _("Data held about a person")
        blocks: list[Block] = [
            Paragraph(
                _("This is everything the register of meetings holds about: %(name)s.") % {"name": held.name}
            )
        ]
        for section in sections_of(held):
            blocks.append(Heading(1, section.title))
            for number, record in enumerate(section.records, 1):
                if len(section.records) > 1:
                    blocks.append(Heading(2, f"{number}."))
                blocks.append(Fields([(fact.label, fact.shown) for fact in record]))
        blocks += _why(held)
        return blocks_pdf(
            blocks,
            title=title,
            subtitle=_whose(held),
            footer=printed(made_at),
            language=LANGUAGE,
            made_at=made_at,
        )


def _why(held: Held) -> list[Block]:
    blocks: list[Block] = [Heading(1, _("Why the data are kept"))]
    day = max((timezone.localtime(one.meeting.starts_at).date() for one in held.places), default=None)
    for partnership in _partnerships(held):
        for subject in (Subject.INVITATIONS, Subject.ATTENDANCE, Subject.NEEDS, Subject.IMAGE):
            if rule := rule_for(partnership, subject, day):
                pairs = [
                    (_("Kind of data"), str(rule.get_subject_display())),
                    (_("Purpose"), rule.purpose),
                    (_("Legal basis"), rule.basis),
                ]
                blocks.append(Fields(pairs))
    return blocks if len(blocks) > 1 else []


def _whose(held: Held) -> str:
    return ", ".join(one.name for one in _partnerships(held))


def _partnerships(held: Held) -> list[Partnership]:
    found = [one.campaign.partnership for one in held.invitations]
    found += [one.meeting.partnership for one in held.places]
    return list({one.pk: one for one in found}.values())


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else str(value)
