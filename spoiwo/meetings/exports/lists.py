"""Lists to print and write on: of attendance, of groups and tables, of calls to make."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from spoiwo.documents.pdf import light, pdf
from spoiwo.meetings.exports.papers import FOLDER, Event, Guest, full_title, head

Key = Literal[
    "number", "name", "organisation", "function", "email", "phone", "commune", "table", "group", "note", "code",
    "signature", "received", "blank",
]  # fmt: skip
PORTRAIT_MM, LANDSCAPE_MM = 182.0, 269.0
# The width of what has one measure, in millimetres; of the rest: the share of what is left, and the least that is bearable.
EXACT: dict[str, float] = {
    "number": 11, "code": 17, "received": 22, "signature": 42, "phone": 28, "table": 18, "group": 24,
}  # fmt: skip
SHARES: dict[str, tuple[float, float]] = {
    "name": (5, 40), "organisation": (7, 42), "function": (5, 34), "email": (5, 42), "commune": (3, 26),
    "note": (4, 30), "blank": (4, 30),
}  # fmt: skip
NARROW_SIGNATURE = 30.0
KINDS = {
    "number": "number",
    "name": "strong",
    "phone": "strong",
    "code": "code",
    "received": "tick",
    "signature": "pen",
    "blank": "pen",
}
FILLED_BY_HAND = {"signature", "received", "blank"}


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: what of the guest it shows, or what is written there by hand; a heading of one's own."""

    key: Key
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A call to make: whom, where, under what number; `code` is typed or scanned when the answer is entered."""

    organisation: str
    phone: str
    name: str = ""
    function: str = ""
    note: str = ""
    code: str = ""


NAMED = (ListColumn("name"), ListColumn("organisation"), ListColumn("function"))
ATTENDANCE = (*NAMED, ListColumn("signature"))


def signature_for_each(days: Sequence[dt.date], *, language: str = "pl") -> list[ListColumn]:
    """A column to sign for every day of a meeting that lasts several."""
    with override(language):
        headings = [
            _("Signature, %(day)s") % {"day": date_format(day, "j E").replace(" ", "\u00a0")} for day in days
        ]
    return [ListColumn("signature", heading) for heading in headings]


def attendance_pdf(
    event: Event,
    guests: Sequence[Guest],
    *,
    columns: Sequence[ListColumn] = ATTENDANCE,
    empty_rows: int = 5,
    heading: str = "",
    language: str = "pl",
    made_at: dt.datetime | None = None,
) -> bytes:
    """The list people sign, numbered, with `empty_rows` for those who come unannounced and the privacy notice under it.

    It lies down where its columns need it. A column “code” shows each guest's QR code, so that a photographed list can be
    read back. Raises what `pdf` raises. A thousand rows take about a second.
    """
    with override(language):
        heading = heading or _("Attendance list")
        shown = [ListColumn("number"), *columns]
        rows = [[_cell(guest, column.key) for column in shown] for guest in guests]
        last = max((guest.number for guest in guests), default=0)
        rows += [[str(last + n), *[""] * len(columns)] for n in range(1, empty_rows + 1)]
        data = {
            **head(event, heading, made_at),
            **_laid_out(shown),
            "rows": rows,
            "height": 14 if any(column.key == "code" for column in columns) else 11,
            "clause": event.clause,
            "words": {"code": _("QR code")},
        }
        codes = [guest.code for guest in guests if guest.code] if "code" in {c.key for c in columns} else []
        return _printed("attendance", event, data, language, codes, made_at)


def groups_pdf(
    event: Event,
    guests: Sequence[Guest],
    *,
    by: Literal["group", "table"] = "group",
    columns: Sequence[ListColumn] = NAMED,
    heading: str = "",
    language: str = "pl",
    made_at: dt.datetime | None = None,
) -> bytes:
    """Who sits where: a page for every group or table, in the order in which they first appear; guests without one left out."""
    with override(language):
        heading = heading or (_("Lists of groups") if by == "group" else _("Lists of tables"))
        shown = [ListColumn("number"), *columns]
        order = {
            name: place for place, name in enumerate(dict.fromkeys(getattr(guest, by) for guest in guests))
        }
        seated = sorted(
            (guest for guest in guests if getattr(guest, by)), key=lambda guest: order[getattr(guest, by)]
        )
        groups = []
        for name, members in groupby(seated, key=lambda guest: getattr(guest, by)):
            rows = [
                [str(number), *[_cell(guest, column.key) for column in columns]]
                for number, guest in enumerate(members, 1)
            ]
            count = ngettext("%(count)s person", "%(count)s people", len(rows)) % {"count": len(rows)}
            groups.append({"name": name, "count": count, "rows": rows})
        data = {
            **head(event, heading, made_at),
            **_laid_out(shown),
            "groups": groups,
        }
        return _printed("groups", event, data, language, [], made_at)


def calls_pdf(
    event: Event,
    calls: Sequence[Call],
    *,
    script: Sequence[str] = (),
    answers: Sequence[str] = (),
    heading: str = "",
    language: str = "pl",
    made_at: dt.datetime | None = None,
) -> bytes:
    """What to say, and whom to ring: a box to tick for each of `answers` (the dates to choose from, “no”, “ring again”)."""
    with override(language):
        heading = heading or _("Call list")
        shown = [ListColumn("number"), ListColumn("organisation"), ListColumn("name"), ListColumn("phone")]
        shown += [ListColumn("received", answer) for answer in answers]
        shown.append(ListColumn("note"))
        rows = [
            [
                str(number),
                call.organisation,
                "\n".join(filter(None, (call.name, call.function))),
                "\n".join(filter(None, (call.phone, call.code))),
                *[""] * len(answers),
                call.note,
            ]
            for number, call in enumerate(calls, 1)
        ]
        data = {
            **head(event, heading, made_at),
            **_laid_out(shown, received=25),
            "rows": rows,
            "script": list(script),
            "clause": "",
            "words": {"code": "", "script": _("What to say")},
        }
        return _printed("calls", event, data, language, [], made_at)


def _printed(
    template: str,
    event: Event,
    data: dict[str, Any],
    language: str,
    codes: Sequence[str],
    made_at: dt.datetime | None,
) -> bytes:
    return pdf(
        f"{FOLDER}/{template}.typ",
        data,
        language=language,
        title=full_title(data["heading"], event),
        logos=light(event.logos),
        codes=codes,
        made_at=made_at,
    )


def _cell(guest: Guest, key: str) -> str:
    return "" if key in FILLED_BY_HAND else str(getattr(guest, key))


def _laid_out(columns: Sequence[ListColumn], **exact: float) -> dict[str, Any]:
    """The columns with their widths, how the page lies, and the size of letters; `exact` are widths unlike the usual ones.

    Where even a lying page is too narrow, signatures give way first, then the letters become smaller.
    """
    exact = {**EXACT, **exact}
    least = sum(exact.get(column.key) or SHARES[column.key][1] for column in columns)
    room = PORTRAIT_MM if least <= PORTRAIT_MM else LANDSCAPE_MM
    is_tight = least > LANDSCAPE_MM
    if is_tight:
        exact["signature"] = NARROW_SIGNATURE
    left = room - sum(exact.get(column.key, 0) for column in columns)
    shares = sum(SHARES[column.key][0] for column in columns if column.key not in exact)
    headings = _headings()
    return {
        "landscape": room == LANDSCAPE_MM,
        "size": 8 if is_tight else 9,
        "columns": [
            {
                "heading": column.heading or headings[column.key],
                "kind": KINDS.get(column.key, "text"),
                "mm": exact.get(column.key) or round(left * SHARES[column.key][0] / shares, 2),
            }
            for column in columns
        ],
    }


def _headings() -> dict[str, str]:
    return {
        "number": pgettext("column of a list", "No."),
        "name": pgettext("column of a list", "Name"),
        "organisation": pgettext("column of a list", "Institution"),
        "function": pgettext("column of a list", "Function"),
        "email": pgettext("column of a list", "E-mail"),
        "phone": pgettext("column of a list", "Phone"),
        "commune": pgettext("column of a list", "Commune"),
        "table": pgettext("column of a list", "Table"),
        "group": pgettext("column of a list", "Group"),
        "note": pgettext("column of a list", "Notes"),
        "code": pgettext("column of a list", "Code"),
        "signature": pgettext("column of a list", "Signature"),
        "received": _("Materials received"),
        "blank": "",
    }
