"""The scene of awards: the day and place of the giving, patrons and organisers, told of all laureates or of some."""

import re
from dataclasses import replace

from spoiwo.reading.facts.award_words import CONTESTS, DAY, ORGANISERS, PATRONS, WON_SOMETHING
from spoiwo.reading.facts.contests import editions_in
from spoiwo.reading.facts.events import Event, find_events, only_event
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.venues import dateline, place_of, rubric, venue_in
from spoiwo.reading.facts.words import is_finite

_GIVING = re.compile(
    r"wręcz|rozda|odebra|uroczyst|gal[aęiąy]\b|akademi[aęi]|rozegran|finał|(?:zawody|turniej\w*|olimpiada\w*|przegląd|mistrzostwa|festiwal|wydarzenie|impreza)(?: Θ+)? odby",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:poprzedni|ubiegł|zeszł|miniony|minion|wcześniejsz)\w*\s+(?:edycj|rok|lat|odsłon|konkurs)\w*|\bprzed\s+(?:rokiem|\w+\s+laty)|"
    r"\brok\s+(?:temu|wcześniej)|\blata?\s+temu|\bpoprzednio\b|\bdotychczas\w*|\bwcześniej\b",
    re.IGNORECASE,
)


def scene_of(masked: Masked, start: int, end: int, shared: list[Field]) -> list[Field] | None:
    """Return day, place and the rest of the giving of an award told between two offsets; None: told of another year.

    ``shared`` is what all laureates share. A day said in the award's own paragraph is its own where it is of another
    year, or where nothing surer is shared.
    """
    day = next((one for one in shared if one.name == "date"), None)
    near = day_near(masked, start, end)
    if _is_of_other_year(masked, start, [one for one in (day, near) if one]):
        return None
    month = _month_said(masked, start, end)
    if month and (not day or str(day.value)[:7] != month.thing.value):
        return [
            masked.field("date", month, 0.7),
            *(one for one in shared if one.name not in ("date", "place")),
        ]
    if near is None:
        return shared if day else [*_event_before(masked, start), *shared]
    if day and str(near.thing.value) == str(day.value):
        return shared
    here = masked.sentence(near.start)
    begins_line = near.start == here[0] and here[0] == masked.sentence(start)[0]
    if (
        not begins_line
        and day
        and str(day.value)[:4] == near.thing.value[:4]
        and _is_given(masked, day)
        and not _GIVING.search(masked.text, *here)
    ):
        return shared
    rest = [one for one in shared if one.name not in ("date", "place")]
    if day and str(day.value)[:4] != near.thing.value[:4]:
        editions = editions_in(masked, here[0], masked.sentence(start)[1])[-1:]
        rest = [*editions, *(one for one in rest if one.name != "patron")]
    place = place_of(masked, *here, venue_in(masked, *here)) or _seat_beside(masked, near)
    return [*rest, masked.field("date", near, 0.7), *place]


def _month_said(masked: Masked, start: int, end: int) -> Sign | None:
    """Return the month an award's own sentence says it was given in: "w maju przyznano jej tytuł"."""
    begin, stop = masked.sentence(start)
    signs = masked.under(begin, min(stop, end), "Δ")
    months = [s for s in signs if _ONLY_MONTH.fullmatch(s.thing.value) and not s.thing.end_value]
    is_in = months and re.search(
        r"\bw\s+$", masked.text[max(begin, months[0].start - 4) : months[0].start].lower()
    )
    return months[0] if is_in and len(signs) == 1 else None


_ONLY_MONTH = re.compile(r"\d{4}-\d\d")


def _is_given(masked: Masked, day: Field) -> bool:
    return _GIVING.search(masked.text, *masked.sentence(day.start)) is not None


def day_near(masked: Masked, start: int, end: int) -> Sign | None:
    """Return the day said with an award, or last before it in its paragraph where something is told as won or given."""
    number = masked.document.sentence_number(start)
    paragraph = masked.sentences[number][2]
    for at in range(number, max(-1, number - 8), -1):
        begin, stop, other = masked.sentences[at]
        if other != paragraph:
            break
        days = [s for s in masked.under(begin, stop, "Δ") if s.thing.is_day and not _is_deadline(masked, s)]
        if days and (
            at == number
            or not masked.text[begin:stop].strip("Δ .,:–-")
            or DAY.search(masked.text, begin, stop)
            or WON_SOMETHING.search(masked.text, begin, stop)
        ):
            before = [s for s in days if s.start < end]
            return before[-1] if before else days[0]
    return None


def _is_deadline(masked: Masked, day: Sign) -> bool:
    return (
        re.search(r"\b(?:do|od)\s+(?:dnia\s+)?$", masked.text[max(0, day.start - 10) : day.start]) is not None
    )


_FOR_YEAR = re.compile(r"\bza\s+(?:rok\s+)?$", re.IGNORECASE)  # "nagroda za rok 2019" is given later
_ASIDE = re.compile(r",\s+(?:\w{1,3}\s+)?któr\w{1,4}\b")


def _is_of_other_year(masked: Masked, start: int, days: list[Field | Sign]) -> bool:
    """Whether the sentence tells of a former edition, or of a year other than that of the giving."""
    begin, stop = masked.sentence(start)
    if not days or any(begin <= day.start < stop for day in days):
        return False
    aside = _ASIDE.search(masked.text, begin, stop)
    stop = aside.start() if aside else stop  # "zajął Ω, który w ubiegłym roku przyjął …"
    said = [s for s in masked.under(begin, stop, "Δ") if not _FOR_YEAR.search(masked.text, begin, s.start)]
    years = {s.thing.value[:4] for s in said if re.match(r"\d{4}$", s.thing.value)}
    told = {str(day.value if isinstance(day, Field) else day.thing.value)[:4] for day in days}
    return bool(_FORMER.search(masked.text, begin, stop)) or bool(years and not years & told)


def _event_before(masked: Masked, start: int) -> list[Field]:
    """Return day and place of the only event told before an award, at which the contest was held."""
    events = [one for one in find_events(masked) if one.start <= start and one.value("date")]
    events = [one for one in events if not _has_heading(masked, one.start, start)]
    events = [one for one in events if not _is_other_matter(masked, one, start)]
    events = _of_here(masked, events, start) or events
    events = [one for one in events if one.form != "posiedzenie" or _is_near(masked, one.start, start)]
    return _of_event(masked, events[0]) if len({one.value("date") for one in events}) == 1 else []


_TALK = ("spotkanie", "posiedzenie", "seminarium", "debata", "wizyta studyjna")
_OWN_CONTEST = re.compile(r"\bw\s+(?:\w+\s+)?(?:konkursie|plebiscycie)\s+(?:\w+\s+)?Θ", re.IGNORECASE)


def _is_other_matter(masked: Masked, event: Event, at: int) -> bool:
    """Whether an award of a contest of its own is only spoken of beside a meeting where nothing was given."""
    begin, stop = masked.sentence(at)
    if event.form not in _TALK or not _OWN_CONTEST.search(masked.text, begin, stop):
        return False
    return not any(
        _GIVING.search(masked.text, *span) for span in ((begin, stop), masked.sentence(event.start))
    )


def _of_here(masked: Masked, events: list[Event], at: int) -> list[Event]:
    """Return the last event of an award's own paragraph, or the only one held in the town its sentence names."""
    paragraph = masked.paragraph(at)
    here = [one for one in events if masked.paragraph(one.start) == paragraph]
    if here:
        return here[-1:]
    towns = {sign.thing.name for sign in masked.under(*masked.sentence(at), "Λ")}
    held = [one for one in events if towns & _towns(masked, one)]
    return held if len({one.value("date") for one in held}) == 1 else []


def _towns(masked: Masked, event: Event) -> set[str]:
    paragraph = masked.paragraph(event.start)
    spans = [(begin, stop) for begin, stop, number in masked.sentences if number == paragraph]
    return {sign.thing.name for sign in masked.under(spans[0][0], spans[-1][1], "Λ")}


def _is_near(masked: Masked, event: int, at: int) -> bool:
    """Whether an award is told in the paragraph of an event or the next one, or the text tells of that event alone."""
    return only_event(masked) is not None or masked.paragraph(at) - masked.paragraph(event) < _PARAGRAPHS


_PARAGRAPHS = 2


def _has_heading(masked: Masked, start: int, end: int) -> bool:
    """Whether a new piece of news begins between two offsets: a short line without a mark at its end."""
    return any(
        stop - begin < _SHORT
        and masked.text[stop - 1] not in '.!?…:;,"”)'
        and masked.text[begin] not in "-–•*"
        for begin, stop, _paragraph in masked.sentences
        if start < begin < end and stop <= end
    )


_SHORT = 80  # characters of a heading


def _of_event(masked: Masked, event: Event) -> list[Field]:
    days = [replace(one, confidence=0.6) for one in event.fields if one.name == "date"]
    here = masked.sentence(event.start)
    return days + place_of(masked, *here, venue_in(masked, *here)) if days else []


def around(masked: Masked) -> list[Field]:
    """Return what all laureates of a text share: day and place of the giving, patrons, organisers."""
    fields: list[Field] = []
    day = (
        _day(masked)
        or _day_of_heading(masked)
        or _month(masked)
        or _day_of_contest(masked)
        or _day_of_dateline(masked)
    )
    if day:
        start, end = masked.sentence(day.start)
        fields.append(masked.field("date", day, 0.85))
        venue = venue_in(masked, start, end)
        fields += (
            place_of(masked, start, end, venue)
            or _seat_beside(masked, day)
            or rubric(masked, start)
            or masked.fields("place", dateline(masked)[:1])
        )
    elif (event := only_event(masked)) and (event.form == "gala" or _at_it(masked, event)):
        fields += _of_event(masked, event)
    if fields and not any(one.name == "place" for one in fields):
        fields += _brought_from(masked)
    for name, rules, sure in (("patron", PATRONS, 0.85), ("organiser", ORGANISERS, 0.8)):
        found = next((m for rule in rules for m in masked.search(rule) if not _is_of_other(masked, m)), None)
        signs = masked.under(*found.span("who"), "ΩΥΦ") if found else []
        if name == "patron" and len(signs) > 1 and _GIVES_IT.match(masked.text, signs[-1].end):
            signs.pop()  # "którego patronem jest Φ, Ω przyznaje po raz ósmy"
        fields += masked.fields(name, signs, sure)
    return fields


_GIVES_IT = re.compile(r"\s+(?:przyzna|organiz|nada|wręcz|ogłasz|rozda)\w*", re.IGNORECASE)
_BROUGHT = re.compile(
    r"\b(?:przywi|wróci|powróci|wraca)\w*\s+(?:z\s+\w+\s+)?ze?\s+(?P<place>Λ+)", re.IGNORECASE
)


def _brought_from(masked: Masked) -> list[Field]:
    """Return the town the laureates came home from: "przywiozła z Λ statuetkę"."""
    found = _BROUGHT.search(masked.text)
    return masked.fields("place", masked.under(*found.span("place"), "Λ")[:1], 0.7) if found else []


def _seat_beside(masked: Masked, day: Sign) -> list[Field]:
    """Return the seat of the house that stands beside the day: "Gala: Ω, Δ"."""
    start, end = masked.sentence(day.start)
    for house in masked.under(start, end, "Ω"):
        between = masked.text[min(house.end, day.end) : max(house.start, day.start)]
        if house.thing.seat and re.fullmatch(r",\s+", between):
            return [
                Field("place", place.name, place.start, place.end, 0.8)
                for place in masked.reader.places
                if place.start == house.thing.seat[0]
            ]
    return []


_OTHER = re.compile(r"konferencj|zapraszaj|spotka|szkoleni|projek|warsztat|seminari", re.IGNORECASE)
_OF_IT = re.compile(r"\b(?:go|ją|je)\s", re.IGNORECASE)
_OWN = re.compile(r"konkurs|plebiscy|rankin|turniej|nagrod|gal[aęi]|edycj|wyróżni", re.IGNORECASE)


def _is_of_other(masked: Masked, match: re.Match[str]) -> bool:
    """Whether the sentence tells who organised something else."""
    words = masked.text[slice(*masked.sentence(match.start()))]
    number = masked.document.sentence_number(match.start())
    if _OF_IT.search(match.group()) and not _OWN.search(words) and number:
        before = masked.text[slice(*masked.sentences[number - 1][:2])]
        return not _OWN.search(before) or bool(_OTHER.search(before))  # "Zorganizowało go Ω": what?
    return bool(_OTHER.search(words)) and not _OWN.search(words)


def _at_it(masked: Masked, event: Event) -> bool:
    """Whether what is won is told after the event, so that it was given there."""
    end = masked.sentence(event.start)[1]
    if (
        event.form in _TALK
        and _OWN_CONTEST.search(masked.text, end)
        and not _GIVING.search(masked.text, event.start)
    ):
        return False  # of a contest that was only spoken of there
    return WON_SOMETHING.search(masked.text, end) is not None


def _day_of_heading(masked: Masked) -> Sign | None:
    """Return the day that stands with the contest in a line without a verb: "II edycja konkursu Θ, Λ, Δ"."""
    for start, end, _paragraph in masked.sentences[:6]:
        days = [s for s in masked.under(start, end, "Δ") if s.thing.is_day]
        told = any(is_finite(word) for word in re.findall(r"[a-ząćęłńóśźż]{3,}", masked.text[start:end]))
        if days and not told and CONTESTS[0].search(masked.text, start, end):
            return days[-1]
    return None


_ELSEWHERE = re.compile(
    r"\b(?:konferencj|szkoleni|warsztat|urodzi|zmar|powsta|założ|umow|porozumieni|ustaw|otwar|projekt|seminari|opublik|dodan|zaktualiz)\w*",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:zgłosz|zgłasza|nab[oó]r|publikacj|zapis|termin|ogłosi|zaprasza|rusz|startuje|potrwa|trwa)\w*",
    re.IGNORECASE,
)


def _day_of_contest(masked: Masked) -> Sign | None:
    """Return the only day a text tells as past, of no other thing: "III turniej Θ, który Δ zorganizowało Ω"."""
    days = [s for s in masked.under(0, len(masked.text), "Δ") if s.thing.is_day]
    if len({s.thing.value for s in days}) != 1 or _is_deadline(masked, days[0]):
        return None
    start, end = masked.sentence(days[0].start)
    is_told = any(is_finite(word) for word in re.findall(r"[a-ząćęłńóśźż]{3,}", masked.text[start:end]))
    is_other = _ANNOUNCED.search(masked.text, start, end) or _ELSEWHERE.search(masked.text, start, end)
    return days[0] if is_told and not is_other else None


_OPENING = re.compile(r"Λ+,\s+(?:dnia\s+)?(?P<day>Δ+)(?:\.|:|\s[–-])")


def _day_of_dateline(masked: Masked) -> Sign | None:
    """Return the day of "Gryfino, 22 maja." a text begins with, where it tells no other."""
    days = [s for s in masked.under(0, len(masked.text), "Δ") if s.thing.is_day]
    match = _OPENING.match(masked.text)
    return days[0] if match and len(days) == 1 and days[0].start == match.start("day") else None


def _month(masked: Masked) -> Sign | None:
    """Return the month of the giving, where no day is told: "Gala odbyła się w marcu 2006 r."."""
    for start, end, _paragraph in masked.sentences:
        said = [s for s in masked.under(start, end, "Δ") if re.fullmatch(r"\d{4}-\d\d", s.thing.value)]
        if said and _GIVING.search(masked.text, start, end) and not _PLANNED.search(masked.text, start, end):
            return said[0] if not said[0].thing.end_value else None
    return None


_PLANNED = re.compile(r"\b(?:zaplanowan|planowan|odbędzie|odbędą|zostan|nastąpi)\w*", re.IGNORECASE)


def _day(masked: Masked) -> Sign | None:
    """Return the day of the giving: named in a sentence about giving, nearest to the word that says so."""
    best: tuple[int, Sign] | None = None
    planned: Sign | None = None
    for start, end, _paragraph in masked.sentences:
        days = [s for s in masked.under(start, end, "Δ") if s.thing.is_day]
        if not days or not (
            DAY.search(masked.text, start, end) or WON_SOMETHING.search(masked.text, start, end)
        ):
            continue
        giving = _GIVING.search(masked.text, start, end)
        at = giving.start() if giving else start
        day = min(days, key=lambda sign: abs(sign.start - at))
        if _is_deadline(masked, day):
            continue  # until when one may apply
        if giving and _PLANNED.search(masked.text, start, end):
            planned = planned or day  # the next time, where another one is told as past
            continue
        if best is None or (giving and best[0] == 0):
            best = (int(bool(giving)), day)
    if best and (best[0] or planned is None):
        return best[1]
    return planned
