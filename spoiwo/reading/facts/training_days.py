"""The day of a training: the first its sentences tell, the exact one where only its month stood first."""

from collections.abc import Iterable

from spoiwo.reading.facts.event_days import can_date
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign, pattern

_OF_AN_EXAM = pattern(r"\b(?:egzamin\w*|certyfikat\w*|zaświadczeni\w+)\b")
# "Czternaście pań otrzymało 8 sierpnia zaświadczenia o ukończeniu kursu": the day it was over.
_HANDED = pattern(
    r"\b(?:otrzyma|odebra|wręcz|rozda)\w+\b[^.]{0,40}\b(?:zaświadczeni|certyfikat|dyplom|świadectw)\w*|\b(?:zaświadczeni|certyfikat|dyplom|świadectw)\w*\b[^.]{0,40}\b(?:otrzyma|odebra|wręcz|rozda)\w+"
)
_MONTH = len("2025-03")


def day_of(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the first day or month a sentence tells; the day of an exam or of certificates is none."""
    if _OF_AN_EXAM.match(masked.text, start, end):
        return []
    days = (sign for sign in masked.under(start, end, "Δ") if can_date(masked, sign))
    return masked.fields("date", [sign for sign in days if not _is_of_papers(masked, start, end, sign)][:1])


def _is_of_papers(masked: Masked, start: int, end: int, day: Sign) -> bool:
    """Whether the clause of a day tells when papers were handed over."""
    begin = max((masked.text.rfind(mark, start, day.start) for mark in ",;"), default=-1)
    stops = [at for mark in ",;" if (at := masked.text.find(mark, day.end, end)) > 0]
    return _HANDED.search(masked.text, max(begin, start), min(stops, default=end)) is not None


def exact(masked: Masked, fields: list[Field], spans: Iterable[tuple[int, int]]) -> list[Field]:
    """Return the fields with the day in place of its month: "W marcu ruszy szkolenie. Zaplanowano je na 17 marca"."""
    month = next((one for one in fields if one.name == "date" and len(str(one.value)) == _MONTH), None)
    if month is None:
        return fields
    for span in spans:
        for sign in masked.under(*span, "Δ"):
            if sign.thing.value.startswith(f"{month.value}-") and can_date(masked, sign):
                return [masked.field("date", sign) if one is month else one for one in fields]
    return fields
