"""The day of a training: the first its sentences tell, the exact one where only its month stood first."""

from collections.abc import Iterable

from spoiwo.reading.facts.event_days import can_date
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, pattern

_OF_AN_EXAM = pattern(r"\b(?:egzamin\w*|certyfikat\w*|zaświadczeni\w+)\b")
_MONTH = len("2025-03")


def day_of(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the first day or month a sentence tells; the day of an exam or of certificates is none."""
    if _OF_AN_EXAM.match(masked.text, start, end):
        return []
    return masked.fields(
        "date", [sign for sign in masked.under(start, end, "Δ") if can_date(masked, sign)][:1]
    )


def exact(masked: Masked, fields: list[Field], spans: Iterable[tuple[int, int]]) -> list[Field]:
    """Return the fields with the day in place of its month: "W marcu ruszy szkolenie. Zaplanowano je na 17 marca"."""
    month = next((one for one in fields if one.name == "date" and len(str(one.value)) == _MONTH), None)
    if month is None:
        return fields
    for span in spans:
        for day in day_of(masked, *span):
            if str(day.value).startswith(f"{month.value}-"):
                return [day if one is month else one for one in fields]
    return fields
