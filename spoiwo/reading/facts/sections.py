"""Papers that tell one thing after another, each by itself: numbered items, days of a chronicle, news under a town in capitals."""

import re

from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked

_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")
_DATED = re.compile(r"\s*(?P<day>Δ+)\s+[–-]\s")
_RUBRIC = re.compile(r"\s*(?P<town>Λ+)[.:]\s")


def told_there(masked: Masked, at: int, fields: list[Field]) -> list[Field]:
    """Return day and place of a scene without those another item of the paper tells; with the day and the town its own begins with."""
    start, end = _line(masked, at)
    kind = _kind(masked, start)
    if kind is None:
        return fields
    kept = [
        one
        for one in fields
        if one.name not in ("date", "place")
        or start <= one.start < end
        or _kind(masked, _line(masked, one.start)[0]) != kind
    ]
    names = {one.name for one in kept}
    own = kind.match(masked.text, start, end)
    if own and "day" in own.groupdict() and "date" not in names:
        kept += masked.fields("date", [s for s in masked.under(*own.span("day"), "Δ") if s.thing.is_day], 0.7)
    if own and "town" in own.groupdict() and "place" not in names:
        kept += masked.fields("place", masked.under(*own.span("town"), "Λ")[:1], 0.7)
    return kept


def _line(masked: Masked, at: int) -> tuple[int, int]:
    end = masked.text.find("\n", at)
    return masked.text.rfind("\n", 0, at) + 1, end if end >= 0 else len(masked.text)


def _kind(masked: Masked, start: int) -> re.Pattern[str] | None:
    """Return by what the line at an offset opens an item: a number, a day, a town in capitals."""
    for kind in (_NUMBERED, _DATED, _RUBRIC):
        found = kind.match(masked.text, start)
        if found and (kind is not _RUBRIC or masked.document.text[start : found.end()].isupper()):
            return kind
    return None
