"""The sections new agreements begin with: the office's own, or those shipped with the program."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import override

from spoiwo.kit.dates import written_day
from spoiwo.partnerships.models import Agreement, Partnership, SkeletonSection

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "skeletons.pl.toml"


@dataclass(frozen=True, slots=True)
class Part:
    """One section before it belongs to an agreement."""

    heading: str
    body: str
    hint: str = ""


def parts_of(kind: str) -> list[Part]:
    """The sections for that kind, the office's own first; a kind without any borrows the agreement's."""
    own = SkeletonSection.objects.filter(kind=kind)
    if own:
        return [Part(part.heading, part.body, part.hint) for part in own]
    shipped = _shipped()
    return shipped.get(kind) or shipped["agreement"]


def skeleton_for(agreement: Agreement) -> list[Part]:
    """The sections for a new agreement with what is known of its partnership filled in."""
    partnership = agreement.partnership
    with override("pl"):  # the text is the office's, whatever language the clerk reads the pages in
        words = _words(agreement, partnership)
    return [Part(part.heading, _filled(part.body, words), part.hint) for part in parts_of(agreement.kind)]


def _words(agreement: Agreement, partnership: Partnership) -> dict[str, str]:
    return {
        "partnerstwo": partnership.name,
        "obszar": ", ".join(unit.full_name for unit in partnership.area.all()) or "…",
        "koordynator": str(partnership.coordinator or "…"),
        "administrator": str(partnership.controller or partnership.coordinator or "…"),
        "kontakt": partnership.controller_contact or "…",
        "cele": "\n".join(f"{n}) {goal.text};" for n, goal in enumerate(partnership.goals.all(), 1))
        or "1) …",
        "miejsce": agreement.signed_at or "…",
        "dzien": written_day(agreement.opened_on or partnership.founded_on) or "…",
    }


def _filled(text: str, words: dict[str, str]) -> str:
    for name, value in words.items():
        text = text.replace("{" + name + "}", value)
    return text


@lru_cache
def _shipped() -> dict[str, list[Part]]:
    content = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    return {
        kind: [Part(part["heading"], part["body"].strip(), part.get("hint", "")) for part in parts]
        for kind, parts in content.items()
    }
