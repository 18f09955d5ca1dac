"""Certificates of attendance, each with the code and the public address where it is confirmed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spoiwo.documents.pdf import light, pdf
from spoiwo.meetings.exports.papers import FOLDER, Event, full_title, head, when, where


@dataclass(frozen=True, slots=True)
class Certificate:
    """One person's certificate; `code` as people type it, `link` as the QR code opens it, `hours` as written (“6”)."""

    number: str
    name: str
    code: str
    link: str
    organisation: str = ""
    function: str = ""
    hours: str = ""
    topics: Sequence[str] = ()


def certificates_pdf(
    event: Event,
    certificates: Sequence[Certificate],
    *,
    address: str,
    signatories: Sequence[tuple[str, str]] = (),
    language: str = "pl",
    made_at: dt.datetime | None = None,
) -> bytes:
    """Certificates in one file, each on pages of its own; `address` is where a code is confirmed, `signatories` name and role.

    The wording stands beside the name, so that it needs neither case nor gender. Raises what `pdf` raises.
    """
    with override(language):
        heading = _("Certificate of attendance")
        data = {
            **head(event, heading, made_at),
            "address": address,
            "signatories": [list(pair) for pair in signatories],
            "certificates": [_plain(event, one) for one in certificates],
            "words": {
                "before": _("This is to certify that the person named below"),
                "after": _("took part in the meeting"),
                "programme": pgettext("of a meeting", "Programme"),
                "confirm": _("Whether this certificate is genuine and in force can be checked here:"),
                "code": _("QR code that opens the confirmation of this certificate"),
            },
        }
        title = full_title(heading, event)
        if len(certificates) == 1:
            title = f"{heading}: {certificates[0].name}"
        return pdf(
            f"{FOLDER}/certificates.typ", data, language=language, title=title, logos=light(event.logos),
            codes=[one.link for one in certificates], made_at=made_at,
        )  # fmt: skip


def _plain(event: Event, one: Certificate) -> dict[str, Any]:
    facts = [
        (pgettext("of a meeting", "Date"), when(event)),
        (pgettext("of a meeting", "Place"), where(event)),
        (pgettext("of a meeting", "Hours"), one.hours),
        (pgettext("of a meeting", "Organiser"), event.organiser),
    ]
    return {
        "number": _("No. %(number)s") % {"number": one.number} if one.number else "",
        "name": one.name,
        "organisation": one.organisation,
        "function": one.function,
        "code": one.code,
        "link": one.link,
        "topics": list(one.topics),
        "facts": [pair for pair in facts if pair[1].strip()],
    }
