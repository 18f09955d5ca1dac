"""Lines and sentences that name an event and tell of none: rubrics, what is off, courses; and whether a text is a chronicle."""

import re

from spoiwo.reading.facts.event_words import CANCELLED, NOUN
from spoiwo.reading.facts.masks import Masked, pattern

TRAINING = pattern(r"\b(?:szkoleni(?:e|a|u|em)|kurs(?:u|em|ie)?)\b")


PLURAL = re.compile(
    r"(?:spotkania|konferencje|narady|zebrania|posiedzenia|seminaria|debaty|gale|sesje|prezentacje|wizyty studyjne)\b",
    re.IGNORECASE,
)


def is_rubric(masked: Masked, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether "SPOTKANIA" is a heading over what follows, and no event."""
    is_line = masked.text[match.end() : end].lstrip(" :.")[:1] in ("\n", "")
    return (
        is_line
        and not masked.text[start : match.start()].strip(" *•–-\n")
        and PLURAL.fullmatch(match["noun"]) is not None
    )


_JOINED_WITH = pattern(rf"\b(?:połączon\w+|towarzyszył\w*) (?:ze? |im |mu |jej )?{NOUN}\b")


def is_of_training(masked: Masked, start: int, end: int) -> bool:
    """Whether a sentence tells of a training alone: "zakończenie kursu połączono z konferencją" tells of both."""
    return TRAINING.search(masked.text, start, end) is not None and not _JOINED_WITH.search(
        masked.text, start, end
    )


_DATED_LINE = re.compile(r"(?:^|(?<=\n))[ \t]*(?P<day>Δ)Δ*(?=\.?[ \t]+(?:[–-][ \t]+)?[A-ZŁŚŻŹĆΩΥΠΛ„Θ])")
_MANY = 3  # lines that begin with a day


def is_chronicle(masked: Masked) -> bool:
    """Whether line after line begins with a day of its own, as in a chronicle, and not with the day of printing."""
    signs = (masked.signs.get(match.start("day")) for match in _DATED_LINE.finditer(masked.text))
    return len({sign.thing.value for sign in signs if sign}) >= _MANY


_LONGEST_LIST = 40  # items below the line that says they are off


def is_cancelled(masked: Masked, start: int, end: int) -> bool:
    """Whether the sentence says that an event is off, or the line above a list of such events does."""
    if CANCELLED.search(masked.text, start, end):
        return True
    number = masked.document.sentence_number(start)
    floor = max(0, number - _LONGEST_LIST)
    while number > floor and re.match(
        r"\s*(?:[-–•*]|\d{1,2}[.)]|[a-h]\))", masked.text[masked.sentences[number][0] : end]
    ):
        number -= 1
        begin, stop, _paragraph = masked.sentences[number]
        if masked.text[stop - 1] == ":":
            return CANCELLED.search(masked.text, begin, stop) is not None
    return False
