"""What all printed papers of meetings share: the meeting and its guests as paper knows them, and words around them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spoiwo.documents.pdf import Logo
from spoiwo.kit.dates import written_day

FOLDER = "meetings/documents"


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting as its papers name it; `time` as people read it (“10:00–15:00”), `until` the last day of several.

    `clause` is the privacy notice for people on the list; `logos` stand in the order their rules demand.
    """

    title: str
    day: dt.date
    time: str = ""
    venue: str = ""
    address: str = ""
    host: str = ""
    organiser: str = ""
    partnership: str = ""
    logos: Sequence[Logo] = ()
    clause: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Guest:
    """A person on a paper. `code` is the text of the QR code on the badge, `table` and `group` are names as written."""

    number: int
    name: str
    organisation: str = ""
    function: str = ""
    code: str = ""
    table: str = ""
    group: str = ""
    note: str = ""
    email: str = ""
    phone: str = ""
    commune: str = ""


def when(event: Event) -> str:
    """The day or days with the hours, in the language now active."""
    days = written_day(event.day)
    if event.until and event.until != event.day:
        days = f"{days} – {written_day(event.until)}"
    return f"{days}, {event.time}" if event.time else days


def where(event: Event) -> str:
    """The venue with its address."""
    return ", ".join(part for part in (event.venue, event.address) if part)


def facts(event: Event) -> list[tuple[str, str]]:
    """Labels with their values for the head of a list; what is not known is left out."""
    pairs = [
        (pgettext("of a meeting", "Date"), when(event)),
        (pgettext("of a meeting", "Place"), where(event)),
        (pgettext("of a meeting", "Host"), event.host),
        (pgettext("of a meeting", "Organiser"), event.organiser),
    ]
    return [(label, value) for label, value in pairs if value.strip()]


def head(event: Event, heading: str, made_at: dt.datetime | None) -> dict[str, Any]:
    """What every paper's template reads: whose it is, its heading, the meeting, the foot with the date of printing."""
    return {
        "subtitle": event.partnership,
        "heading": heading,
        "event": event.title,
        "facts": facts(event),
        "footer": printed(made_at, event.organiser),
    }


def printed(made_at: dt.datetime | None, whose: str = "") -> str:
    """The words at the foot of a page: whose paper it is and when it was printed."""
    day = timezone.localtime(made_at).date() if made_at else timezone.localdate()
    words = _("Printed on %(day)s") % {"day": written_day(day)}
    return f"{whose} · {words}" if whose else words


def full_title(heading: str, event: Event) -> str:
    """The title a PDF carries in its properties: which paper of which meeting."""
    return f"{heading}: {event.title}" if event.title else heading
