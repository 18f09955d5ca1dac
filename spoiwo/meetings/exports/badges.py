"""What lies and hangs at the door: badges, cards for the tables, the poster for checking in oneself."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo.documents.pdf import light, pdf
from spoiwo.meetings.exports.papers import FOLDER, Event, Guest, full_title, head

# How many across and down, how wide and high in millimetres
BADGES = {"90x55": (2, 5, 90, 55), "85x120": (2, 2, 85, 120)}


def badges_pdf(
    event: Event,
    guests: Sequence[Guest],
    *,
    size: Literal["90x55", "85x120"] = "90x55",
    language: str = "pl",
    made_at: dt.datetime | None = None,
) -> bytes:
    """Badges on A4 with marks to cut along; `Guest.code` becomes the QR code to check in with.

    Names shrink until they fit, and never run over. A thousand take some two seconds. Raises what `pdf` raises.
    """
    with override(language):
        data = {
            **head(event, _("Badges"), made_at),
            "sheet": BADGES[size],
            "badges": [_plain(guest) for guest in guests],
            "words": {"code": _("QR code to check in with")},
        }
        codes = [guest.code for guest in guests if guest.code]
        title = full_title(_("Badges"), event)
        return pdf(f"{FOLDER}/badges.typ", data, language=language, title=title, codes=codes, made_at=made_at)


def table_cards_pdf(
    event: Event, guests: Sequence[Guest], *, language: str = "pl", made_at: dt.datetime | None = None
) -> bytes:
    """Cards to cut out and fold, two to a sheet, with the name on both sides; a screen reader hears it once."""
    with override(language):
        heading = _("Table cards")
        data = {**head(event, heading, made_at), "cards": [_plain(guest) for guest in guests]}
        title = full_title(heading, event)
        return pdf(f"{FOLDER}/cards.typ", data, language=language, title=title, made_at=made_at)


def station_poster_pdf(
    event: Event,
    *,
    link: str,
    address: str,
    code: str = "",
    language: str = "pl",
    made_at: dt.datetime | None = None,
) -> bytes:
    """The poster on the wall: a QR code for `link`, the short `address` with its `code` for those who type, three steps."""
    with override(language):
        heading = _("Please check in")
        data = {
            **head(event, heading, made_at),
            "link": link,
            "address": address,
            "code": code,
            "steps": [
                _("Point your phone's camera at the square and open the page."),
                _("Type the code of your invitation, or look yourself up by name."),
                _("Show the confirmation at the desk. Without a phone, come to us: we will write you down."),
            ],
            "words": {"code": _("QR code that opens the check-in page"), "or": _("or open in a browser")},
        }
        return pdf(
            f"{FOLDER}/poster.typ", data, language=language, title=full_title(heading, event), codes=[link],
            logos=light(event.logos), made_at=made_at,
        )  # fmt: skip


def _plain(guest: Guest) -> dict[str, Any]:
    keys = ("name", "organisation", "function", "code", "table")
    return {key: getattr(guest, key) for key in keys}
