"""Slips with codes to cut apart: each lets one person write and vote in the hall."""

import datetime as dt
from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo.documents.pdf import pdf
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import full_title, head
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.meetings.rules.codes import shown
from spoiwo.workshops.models import Hall, Slip

FOLDER = "workshops/documents"


def slips_pdf(hall: Hall, root: str, *, made_at: dt.datetime | None = None) -> bytes:
    """All valid slips of the hall, 24 to a sheet; `root` is the address under which the hall reaches this program."""
    slips = list(Slip.objects.filter(meeting=hall.meeting_id, attendee=None, voided_at=None).order_by("pk"))
    links = [root + reverse("workshops:seat", args=[slip.code]) for slip in slips]
    with override(LANGUAGE):
        event = event_of(hall.meeting)
        heading = _("Slips with codes")
        data = {
            **head(event, heading, made_at),
            "slips": _rows(slips, links),
            "address": (root + reverse("workshops:join")).split("://", 1)[1].rstrip("/"),
            "words": {
                "call": _("Your voice"),
                "hint": _("Point your phone here, or open"),
                "code": _("and type the code"),
                "alt": _("QR code that opens the page of this slip"),
            },
        }
        title = full_title(heading, event)
        return pdf(f"{FOLDER}/slips.typ", data, language=LANGUAGE, title=title, codes=links, made_at=made_at)


def _rows(slips: Sequence[Slip], links: Sequence[str]) -> list[dict[str, object]]:
    return [
        {"number": number, "code": shown(slip.code), "link": link}
        for number, (slip, link) in enumerate(zip(slips, links, strict=True), 1)
    ]
