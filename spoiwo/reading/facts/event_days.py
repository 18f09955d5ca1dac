"""The day of an event: its own, that of the sentences around it, and which dates can be one at all."""

import re
from dataclasses import replace
from datetime import date, timedelta

from spoiwo.reading.facts.event_words import CAME, IT_WAS, NOUN
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.words import is_finite, known

EVENT = pattern(rf"\b{NOUN}\b")
WORDS = re.compile(r"[a-ząćęłńóśźż]{3,}", re.IGNORECASE)
_SAME_DAY = pattern(
    r"\b(?:po części oficjalnej|po podpisani[ua]|po podpisach|po (?:tej )?uroczystości|po ceremonii|(?:uroczystość|spotkanie|galę|konferencję) połączono z|następnie|tego (?:samego )?dnia|w tym samym dniu|towarzyszył\w*|tuż po|przy (?:tej )?okazji|z tej okazji|przy podpisaniu|okazją (?:ku temu |do tego )?(?:był[aoy]?|stał[aoy]? się))\b"
)
OTHER_DAY = pattern(
    r"\b(?:później|następnego dnia|nazajutrz|wcześniej|jesienią|wiosną|zimą|latem|wkrótce|niebawem|w przyszłym|w kolejnym|za rok|za tydzień|za miesiąc)\b"
)
_RELATIVE = pattern(r"\b(?:wczoraj|dziś|dzisiaj|jutro|przedwczoraj)\b")
IN_PROGRAMME = pattern(r"(?:[-–—•*▪·]|\d{1,2}[.)])? ?(?:o |od )?(?:godz(?:\.|ina) )?\d{1,2}[.:]\d\d\b")
_OPENING = pattern(
    r"\b(?:obradowa\w*|debatowa\w*|gości\w*|gościem|powita\w*|przywita\w*|otworzy\w*|spotka\w*|zebra\w*|przyjecha\w*|wyjecha\w*|odwiedzi\w*|przyby\w*|zasied\w*)\b"
)


def day_before(masked: Masked, start: int, end: int) -> list[Sign]:
    """Return the day an event without one goes on from: "Po części oficjalnej …", or a sentence that only opens the scene."""
    number = masked.document.sentence_number(start)
    relative = _by_relative_word(masked, start, end) or day_of_span(masked, start, end)
    if relative:
        return relative
    if IN_PROGRAMME.match(masked.text, start):
        begin = masked.sentences[max(0, number - 15)][0]
        return [s for s in masked.under(begin, start, "Δ") if s.thing.is_day and can_date(masked, s)][:1]
    if OTHER_DAY.search(masked.text, start, end):
        return []
    if _SAME_DAY.search(masked.text, start, end):
        begin = masked.sentences[max(0, number - 12)][0]
        told = [s for s in masked.under(begin, start, "Δ") if s.thing.is_day and can_date(masked, s)]
        return ([s for s in told if _is_past(masked, s)] or told)[-1:]
    for back in range(number - 1, max(-1, number - 4), -1):
        begin, stop, _paragraph = masked.sentences[back]
        days = [s for s in masked.under(begin, stop, "Δ") if s.thing.is_day and can_date_meeting(masked, s)]
        if days and not EVENT.search(masked.text, begin, stop):
            verbless = not any(is_finite(word) for word in WORDS.findall(masked.text[begin:stop]))
            near = back >= number - (1 if _SIGNED.search(masked.text, begin, stop) else 2)
            near = near and masked.sentences[back][2] == masked.sentences[number][2]
            if verbless or near or _OPENING.search(masked.text, begin, stop):
                return days[:1]
            break
    return _only_day(masked, number) if _TOOK_PLACE.search(masked.text, start, end) else []


_SIGNED = pattern(r"\b(?:podpis|zawar)\w+")
_TOOK_PLACE = pattern(
    r"\b(?:miał[aoy]? miejsce|odbył[aoy]? się|odbyły się|któr\w+ (?:[^.,]{0,60} )?zorganizowa(?:ł|ła|ło|li|ły))\b"
)


_WITH_DAY = re.compile(
    r"\([^()\n]*\)|\b(?:poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|godz|godzina|od|do|o|w|g)\b|\d{1,2}[.:]\d\d|\d{1,2}|[^\w\n]",
    re.IGNORECASE,
)
_LONGEST_LINE = 90  # characters of a line that is a day with its hour


def line_above(masked: Masked, start: int) -> list[Sign]:
    """Return the day that stands alone in the line above, as in a calendar of events."""
    number = masked.document.sentence_number(start)
    begin, stop, _paragraph = masked.sentences[max(0, number - 1)]
    if number == 0 or stop - begin > _LONGEST_LINE:
        return []
    is_day = masked.text[stop - 1] == "." and not masked.text[begin:stop].strip("Δ .")
    if "\n" not in masked.text[stop:start] and not is_day:
        return []  # "11 października 2014. Poznań, gala …", but not the day of a page before its title
    if _WITH_DAY.sub("", masked.text[begin:stop]).strip("Δ"):
        return []
    return [s for s in masked.under(begin, stop, "Δ") if s.thing.is_day][:1]


def _by_relative_word(masked: Masked, start: int, end: int) -> list[Sign]:
    """Return the day "dziś" or "wczoraj" of a sentence was said with before: "wczoraj, 5 maja"."""
    told = _RELATIVE.search(masked.text, start, end)
    ends = (f"{told.group().lower()}, ", f"{told.group().lower()} ") if told else ()
    for sign in masked.under(0, start, "Δ") if told else []:
        if sign.thing.is_day and masked.text[: sign.start].lower().endswith(ends):
            return [sign]
    return []


_DAY_OF_SPAN = pattern(r"\b(?P<which>pierwsz|drug|ostatn)i?ego dnia\b(?! (?:roboczego|miesiąca|każd))")


def day_of_span(masked: Masked, start: int, end: int) -> list[Sign]:
    """Return the day "Ostatniego dnia" means of the days told last: "Od 7 do 9 maja przebywaliśmy w …"."""
    told = _DAY_OF_SPAN.search(masked.text, start, end)
    spans = [s for s in masked.under(0, start, "Δ") if s.thing.is_day and s.thing.end_value] if told else []
    if not told or not spans or len(spans[-1].thing.value) < _DAY:
        return []
    last, thing = spans[-1], spans[-1].thing
    days = {"ostatn": thing.end_value, "drug": _next_day(thing.value)}
    day = days.get(told["which"].lower(), thing.value)
    return [Sign("Δ", last.start, last.end, replace(thing, value=day, end_value=None))]


_DAY = len("2018-11-14")


def _next_day(value: str) -> str:
    if "--" in value:
        return value
    return (date.fromisoformat(value) + timedelta(days=1)).isoformat()


def _only_day(masked: Masked, number: int) -> list[Sign]:
    """Return the day of an event without one where the sentences before tell of things done on one day alone."""
    begin, stop = masked.sentences[max(0, number - 4)][0], masked.sentences[number][0]
    days = [s for s in masked.under(begin, stop, "Δ") if s.thing.is_day and can_date(masked, s)]
    values = {sign.thing.value for sign in days}
    told = [s for s in days if _is_past(masked, s) and _has_verb(masked, s)]
    return told[:1] if len(values) == 1 and not EVENT.search(masked.text, begin, stop) else []


def _has_verb(masked: Masked, sign: Sign) -> bool:
    """Whether the sentence of a sign has a verb, so that it is no line of a page."""
    return any(is_finite(word) for word in WORDS.findall(masked.text[slice(*masked.sentence(sign.start))]))


def _is_past(masked: Masked, sign: Sign) -> bool:
    """Whether the sentence of a day tells of what was done, or has no verb at all."""
    read = [known(word) for word in WORDS.findall(masked.text[slice(*masked.sentence(sign.start))])]
    kinds = {r.kind for readings in read for r in readings}
    return bool(kinds & {"praet", "imps"}) or "fin" not in kinds


def day_after(masked: Masked, end: int) -> list[Sign]:
    """Return the day of "Odbędzie się ono 18 stycznia", the sentence right after."""
    number = masked.document.sentence_number(end - 1) + 1
    if number >= len(masked.sentences):
        return []
    begin, stop, _paragraph = masked.sentences[number]
    if masked.text[begin:stop].strip().endswith("?") and number + 1 < len(masked.sentences):
        stop = masked.sentences[number + 1][1]  # "Kiedy? 15 maja"
    goes_on = CAME.search(masked.text, begin, stop) or _OPENING.search(masked.text, begin, stop)
    if not IT_WAS.match(masked.text, begin) and not (goes_on and not EVENT.search(masked.text, begin, stop)):
        return []
    return [s for s in masked.under(begin, stop, "Δ") if s.thing.is_day][:1]


_THEN = pattern(
    r"(?:przypomnijmy[:,] )?(?:(?:wyjazd|wizyt[aęy]|spotkanie|impreza|uroczystość|ostatecznie|w końcu|wreszcie) )?(?:zaplanowano|odb\w+ się|(?:po)?jedziemy|pojecha(?:liśmy|łyśmy)|wyruszamy|wyjeżdżamy|rozpoczn\w+ się|miał[aoy]? (?:on[aoi]? )?miejsce|(?:zorganizowano|zaplanowano|wyznaczono) (?:ją|je|go))\b"
)


_TO_IT = pattern(r"\bna (?:nie|nią|niego)\b|\bw (?:nim|niej)\b")


def told_after(masked: Masked, end: int) -> list[Sign]:
    """Return the day of the next sentence where that begins with when it was held: "… debatę. Odbyła się ona 31 maja"."""
    number = masked.document.sentence_number(end - 1) + 1
    if number >= len(masked.sentences):
        return []
    begin, stop, _paragraph = masked.sentences[number]
    came_to_it = _TO_IT.search(masked.text, begin, stop) and CAME.search(masked.text, begin, stop)
    if not (_THEN.match(masked.text, begin) or came_to_it):
        return []
    return [s for s in masked.under(begin, stop, "Δ") if s.thing.is_day][:1]


def can_date(masked: Masked, sign: Sign) -> bool:
    """Whether a date can be that of an event: a day or a month, no deadline, no date of a law."""
    before = masked.text[max(0, sign.start - 45) : sign.start].lower()
    of_law = re.search(
        r"(?:ustaw\w*|porozumieni\w|umowy)\s+z\s+(?:dnia\s+)?$|\b(?:pierwotnie|wcześniej|początkowo|najpierw)\s+(?:za)?planowan\w+\s+na\s+(?:dzień\s+)?$|\b(?:do|obowiązując\w+\s+od)\s+(?:dnia\s+|końca\s+|połowy\s+)?$|(?:publikacji|modyfikacji|utworzenia|dodania|dodano|opublikowano)\s*:?\s+$",
        before,
    )
    return len(sign.thing.value) >= 7 and not of_law


def can_date_meeting(masked: Masked, sign: Sign) -> bool:
    """Whether a date can be that of a meeting, which, unlike a training, does not go on for months."""
    before = masked.text[max(0, sign.start - 10) : sign.start].lower()
    is_open = before.endswith(("od ", "od dnia ")) and not sign.thing.end_value  # "dostępne od 20 czerwca"
    is_plan = before.endswith(" na ") and not sign.thing.is_day  # "harmonogram na II kwartał"
    return can_date(masked, sign) and not (is_open or is_plan or _is_long(sign))


def _is_long(sign: Sign) -> bool:
    """Whether a span of days is longer than any meeting: what was done from autumn to summer is a project."""
    first, last = sign.thing.value, sign.thing.end_value or ""
    if not sign.thing.is_day or len(first) < 10 or len(last) < 10 or "--" in first + last:
        return False
    return (date.fromisoformat(last) - date.fromisoformat(first)).days > _LONGEST


_LONGEST = 21  # days
