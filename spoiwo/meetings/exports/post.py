"""What goes by post: a run of letters in one file to print, and labels for large envelopes."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo.documents.pdf import Logo, light, pdf
from spoiwo.meetings.exports.papers import FOLDER, printed


@dataclass(frozen=True, slots=True)
class Answer:
    """How a letter is answered: a short address to type, the code to type there, the link in the QR code."""

    address: str
    code: str
    link: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: at most six lines of address, a subject, paragraphs (a line end in one stays), how to answer.

    `signature` is who signs, in lines, with room for a hand above them.
    """

    address: Sequence[str]
    paragraphs: Sequence[str]
    subject: str
    reference: str = ""
    signature: Sequence[str] = ()
    answer: Answer | None = None


def letters_pdf(
    letters: Sequence[Letter],
    *,
    sender: Sequence[str] = (),
    place_and_date: str = "",
    partnership: str = "",
    logos: Sequence[Logo] = (),
    duplex: bool = False,
    language: str = "pl",
    title: str = "",
    made_at: dt.datetime | None = None,
) -> bytes:
    """Personalised letters in one file for window envelopes (DL); each counts its own pages.

    With `duplex` each begins on a new sheet. One compilation for all, so that the file stays tagged: 1,000 letters of a
    page with QR codes take some two seconds. Raises what `pdf` raises.
    """
    with override(language):
        title = title or _("Letters")
        data = {
            "subtitle": partnership,
            "sender": list(sender),
            "place_and_date": place_and_date,
            "letters": [asdict(letter) for letter in letters],
            "duplex": duplex,
            "footer": printed(made_at),
            "words": {
                "answer": _("How to answer"),
                "until": _("Please answer by %(day)s") % {"day": "{day}"},
                "open": _("Open %(address)s in a browser and type the code:") % {"address": "{address}"},
                "scan": _("Or point a phone's camera at the square. No account is needed."),
                "code": _("QR code with the link to the answer"),
            },
        }
        codes = [letter.answer.link for letter in letters if letter.answer]
        return pdf(
            f"{FOLDER}/letters.typ",
            data,
            language=language,
            title=title,
            logos=light(logos),
            codes=codes,
            made_at=made_at,
        )


class LabelSheet(StrEnum):
    """Sheets of labels sold everywhere: how many, and of what size in millimetres."""

    LABELS_24 = "70x37"
    LABELS_21 = "70x42.4"
    LABELS_14 = "99.1x38.1"


# How many across and down, width, height, and the gap between columns, in millimetres
SHEETS = {
    LabelSheet.LABELS_24: (3, 8, 70, 37, 0),
    LabelSheet.LABELS_21: (3, 7, 70, 42.4, 0),
    LabelSheet.LABELS_14: (2, 7, 99.1, 38.1, 2.5),
}


def labels_pdf(
    addresses: Sequence[Sequence[str]],
    *,
    sheet: LabelSheet = LabelSheet.LABELS_24,
    first_free: int = 1,
    language: str = "pl",
    title: str = "",
    made_at: dt.datetime | None = None,
) -> bytes:
    """Labels, each with the lines of an address; `first_free` is where the first sheet begins, counted from 1 along the rows.

    Print at 100 %. A long address shrinks, and never runs over. Raises ValueError where the sheet has no such label.
    """
    across, down, *_size = SHEETS[sheet]
    if not 1 <= first_free <= across * down:
        raise ValueError(f"the sheet has labels 1 to {across * down}, not {first_free}")
    with override(language):
        labels = [""] * (first_free - 1) + ["\n".join(filter(str.strip, lines)) for lines in addresses]
        data = {"sheet": SHEETS[sheet], "labels": labels}
        title = title or _("Address labels")
        return pdf(f"{FOLDER}/labels.typ", data, language=language, title=title, made_at=made_at)
