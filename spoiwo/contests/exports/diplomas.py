"""Diplomas for a gala, A4 or A3, one on a sheet."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spoiwo.contests.models import Award, Edition
from spoiwo.contests.queries.editions import event_day, organiser_of
from spoiwo.contests.rules.states import AwardKind, PatronageState
from spoiwo.documents.pdf import pdf
from spoiwo.kit.dates import written_day

PAPERS = ("a4", "a3")
LANGUAGE = "pl"  # diplomas hang on walls of Polish offices, whoever prints them


def diplomas_pdf(
    edition: Edition,
    awards: Iterable[Award],
    *,
    paper: str = "a4",
    town: str = "",
    signs: tuple[str, str] = ("", ""),
    made_at: dt.datetime | None = None,
) -> bytes:
    """The diplomas of these awards as PDF/UA; `signs` are name and function of who signs. Raises ValueError for another paper."""
    if paper not in PAPERS:
        raise ValueError(paper)
    patrons = list(edition.patronages.filter(state=PatronageState.GRANTED).values_list("patron", flat=True))
    with override(LANGUAGE):
        title = _("Diplomas: %(edition)s") % {"edition": edition.name}
        data = {
            "diplomas": [_drawn(edition, award, town, signs, patrons) for award in awards],
            "paper": paper,
            "landscape": True,
            "words": {
                "diploma": pgettext("paper", "Diploma"),
                "to": pgettext("diploma", "for"),
                "practice": pgettext("diploma", "for the practice"),
            },
        }
        return pdf("contests/documents/diplomas.typ", data, language=LANGUAGE, title=title, made_at=made_at)


def _drawn(
    edition: Edition, award: Award, town: str, signs: tuple[str, str], patrons: Sequence[str]
) -> dict[str, Any]:
    day = event_day(edition) or timezone.localdate()
    place = f"{town}, {written_day(day)}" if town else written_day(day)
    name = f"{award.name} ex aequo" if award.is_ex_aequo else award.name
    return {
        "contest": edition.name,
        "organisation": award.organisation_name,
        "receives": pgettext("diploma", "the title")
        if award.kind == AwardKind.TITLE
        else pgettext("diploma", "the award"),
        "award": name,
        "practice": award.practice,
        "place": place,
        "signs": list(signs) if signs[0] else [],
        "patrons": _("Honorary patronage: %(patrons)s") % {"patrons": ", ".join(patrons)} if patrons else "",
        "organiser": organiser_of(edition.contest),
    }
