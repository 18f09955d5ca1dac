"""Sentences that say who won what: by their verbs, by categories, as items of a list, about whom the one before named."""

import re
from dataclasses import replace
from itertools import pairwise

from spoiwo.reading.facts.award_before import of_bearers, of_competed, of_pieces, of_things, of_us, of_winners
from spoiwo.reading.facts.award_claims import bullet, is_won
from spoiwo.reading.facts.award_going_on import each, goes_on, has_no_laureate
from spoiwo.reading.facts.award_lists import Award
from spoiwo.reading.facts.award_titles import place_of_rank, quoted_before, titles_of
from spoiwo.reading.facts.award_words import (
    ANOTHER_CATEGORY,
    CATEGORY,
    ELLIPTIC,
    GOT,
    NOW,
    OTHER_SHARE,
    PRIZE,
    PRIZES,
    WON,
)
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.laureates import in_row, last_row, laureates
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.predicates import predicates


def told(masked: Masked, has_contest: bool) -> list[Award]:
    """Return the awards sentences tell of, in order; one laureate may be told of several times."""
    found: list[Award] = []
    for start, end, _paragraph in masked.sentences:
        sure = is_won(masked, start, end, has_contest)
        if sure is None:
            found += (
                of_winners(masked, start, end)
                or of_things(masked, start, end)
                or _of_title_before(masked, start, end)
                or of_competed(masked, start, end)
                or of_pieces(masked, start, end)
                or _of_told_title(masked, found, start, end)
                or of_bearers(masked, start, end)
            )
            continue
        awards = (
            of_us(masked, found, start, end)
            or _by_category(masked, start, end)
            or _by_clauses(masked, start, end, sure)
        )
        if all(one.title is None for one in awards):
            awards = of_competed(masked, start, end) or awards
        if not awards and has_no_laureate(masked, start, end):
            awards = goes_on(masked, found, start, end)
        found += (
            of_pieces(masked, start, end)
            or _taken_up(masked, found, awards, start, end)
            or _under_title(masked, start, end)
        )
    return found


_TITLE_ALONE = re.compile(
    r"\b(?:tytuł\w*|laur\w{0,3}|mian\w+|statuetk\w+|certyfikat\w*|znak\w{0,3})\b(?!\s+(?:Θ|(?-i:[A-ZŁŚŻŹĆ])))",
    re.IGNORECASE,
)


def _taken_up(masked: Masked, found: list[Award], awards: list[Award], start: int, end: int) -> list[Award]:
    """Read "Tytuł w tej samej kategorii przypadł także Ω": the title is the one the sentences before named."""
    if not awards or any(one.title for one in awards):
        return awards
    number = masked.document.sentence_number(start)
    if number and _WON_IT.search(masked.text, start, end):
        titles = [
            one for one in titles_of(masked, *masked.sentences[number - 1][:2]) if one.confidence >= _NAMED
        ]
        return [replace(one, title=titles[0]) for one in awards] if len(titles) == 1 else awards
    above = next(
        begin for begin, _stop, paragraph in masked.sentences if paragraph == masked.sentences[number][2]
    )
    quoted = quoted_before(masked, max(above, start - _FAR), start)
    if not quoted or not (
        _TITLE_ALONE.search(masked.text, start, end) or _AMONG.match(masked.text, start, end)
    ):
        return awards
    return [one if one.receiver else replace(one, title=quoted) for one in awards]


def _of_told_title(masked: Masked, found: list[Award], start: int, end: int) -> list[Award]:
    """Read "Wręczono tytuły Θ. W kategorii A tytuł zdobyła Ω, w kategorii B – Ω": the thing is said in short."""
    if not _TITLE_ALONE.search(masked.text, start, end) or not predicates(masked, start, end, WON | GOT):
        return []
    awards = _by_category(masked, start, end) or _by_clauses(masked, start, end, True)
    return [one for one in _taken_up(masked, found, awards, start, end) if one.title]


_NAMED = 0.8  # the confidence of titles with a name
_AMONG = re.compile(r"(?:Wśród|W\s+gronie|W\s+grupie|Z\s+kolei|Natomiast)\b")
_FAR = 300  # characters a title is still remembered


_OF_ITSELF = re.compile(
    r"\b(?:wygra|zwycięży|triumfowa|zatriumfowa)\w+", re.IGNORECASE
)  # says what was won by itself
_IT = re.compile(r"\b(?:on|ono|ona|go|ją|je|tytuł\w*|statuetk\w+|nagrod\w+)\b", re.IGNORECASE)


def _by_clauses(masked: Masked, start: int, end: int, sure: bool) -> list[Award]:
    """Read each clause of a sentence; one that only says to whom else the thing won before went carries its title on.

    "W kategorii A tytuł Θ zdobyła Ω, w kategorii B przypadł on Ω".
    """
    found: list[Award] = []
    for begin, stop in _parts(masked, start, end):
        awards = _two_places(masked, begin, stop) or _pairs(masked, begin, stop, sure)
        before = found[-1].title if found else None
        is_same = CATEGORY.search(masked.text, begin, stop) or _IT.search(masked.text, begin, stop)
        if (
            before
            and is_same
            and not _OF_ITSELF.search(masked.text, begin, stop)
            and not any(one.title for one in awards)
        ):
            awards = [replace(one, title=before) for one in awards]
        found += awards
    return found


_WON_IT = re.compile(
    r"\b(?:otrzyma|dosta|zdoby|uzyska|wywalczy|przyzna)\w+\s+(?:je|go|ją)\b|\b(?:je|go|ją)\s+(?:otrzyma|dosta|zdoby)\w+",
    re.IGNORECASE,
)
_GOT_IT = re.compile(
    r"\b(?:odznaczen|nagrodzen|uhonorowan|wyróżnien|udekorowan)[iey]\w?\s+(?:nimi\s+)?zosta\w+|\bzosta\w+\s+(?:nimi\s+)?(?:odznaczen|nagrodzen|uhonorowan|udekorowan)|\b(?:otrzyma|odebra|dosta|zdoby|uzyska|wywalczy)\w+\s+(?:je|go|ją)\b|\b(?:je|go|ją)\s+(?:otrzyma|odebra|dosta|zdoby)\w+|"
    r"\b(?:uhonorowa|nagrodz|wyróżni|odznacz|udekorowa|docenio)\w+\s+(?:nim|nimi|nią)\b|\b(?:trafi|powędrowa|przypad)\w+\s+on[eai]\b",
    re.IGNORECASE,
)


def _of_title_before(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "Przyznano tytuły Θ. Otrzymali je: Ω i Π": the title is said in the sentence before, the laureates here."""
    number = masked.document.sentence_number(start)
    if not number or not _GOT_IT.search(masked.text, start, end):
        return []
    begin, stop, _paragraph = masked.sentences[number - 1]
    titles = titles_of(masked, begin, stop)
    is_of_others = laureates(masked, begin, stop) and is_won(masked, begin, stop, True) is not None
    if len(titles) != 1 or is_of_others:
        return []
    by_category = _by_category(masked, start, end)
    if by_category:
        return [replace(one, title=titles[0]) for one in by_category if one.title is None]
    names = in_row(masked, laureates(masked, start, end))
    return [Award(who, titles[0], start, end, True, receiver) for who, receiver in names]


def _under_title(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "Tytuł „X” wraz ze statuetką otrzymali:" with a laureate in each item below."""
    titles = titles_of(masked, start, end)
    number = masked.document.sentence_number(start)
    if masked.text[end - 1] not in ":?" or len(titles) != 1:
        return []
    prize = next((m for m in PRIZE.finditer(masked.text, start, end)), None)
    value = next((name for stem, name in PRIZES if prize and prize["prize"].lower().startswith(stem)), None)
    shared = [Field("prize", value, *prize.span("prize"), 0.8)] if prize and value else []
    found = []
    for begin, stop, _paragraph in masked.sentences[number + 1 :]:
        names = laureates(masked, begin, stop)
        if not names and bullet(masked.text[begin:stop]).strip():
            continue  # somebody unknown
        if not names or not (bullet(masked.text[begin:stop]).strip() or masked.text[begin] in "ΩΥΠ"):
            break
        own = titles_of(masked, begin, stop)
        found.append(Award(names[0][0], (own or titles)[0], begin, stop, True, names[0][1], list(shared)))
    return found


def _by_category(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "w kategorii A tytuł Θ otrzymał Ω, a w kategorii B – Ω": the title and the verb are said once."""
    marks = [match.start() for match in masked.search(CATEGORY, start, end)]
    marks += [m.start() for m in masked.search(ANOTHER_CATEGORY, marks[0], end)] if marks else []
    others = [m.start() for m in masked.search(OTHER_SHARE, start, end)]
    marks = sorted([*marks, *others] if marks or not others else [start, *others])
    shared = titles_of(masked, start, end)
    if len(marks) < 2 or len(shared) > 1:
        return []
    spans = [*pairwise([*_begins(masked, start, end, marks), end])]
    names = [laureates(masked, *span)[:1] for span in spans]
    if not any(names):
        return []
    return [
        Award(one[0][0], shared[0] if shared else None, *span, True, one[0][1])
        for one, span in zip(names, spans, strict=True)
        if one
    ]


def _begins(masked: Masked, start: int, end: int, marks: list[int]) -> list[int]:
    """Return where the part of each category begins: at its name ("Ω – w kategorii A, Ω – w kategorii B") or its mark."""
    names = [who.start for who, _receiver in laureates(masked, start, end)]
    is_name_first = len(names) == len(marks) and all(a < b for a, b in zip(names, marks, strict=True))
    return names if is_name_first else [start, *marks[1:]]


def _parts(masked: Masked, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a sentence into clauses; at a semicolon first, where each side names who won what."""
    stops = [start, *(m.end() + start for m in re.finditer(r";\s+", masked.text[start:end])), end]
    parts = [*pairwise(stops)]
    if not all(_is_item_of_list(masked, *part) for part in parts):
        parts = [(start, end)]
    return [one for part in parts for one in _clauses(masked, *part)]


def _clauses(masked: Masked, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a sentence where one laureate's clause ends and the next has a verb of its own: "zwyciężył Ω, a tytuł dostał Ω".

    Lines that were read as one sentence are cut where each names who won what.
    """
    found: list[tuple[int, int]] = []
    begin, marks = (
        start,
        [m.end() + start for m in re.finditer(r"[,;]\s+(?!\w{0,3}\s?któr)|\n", masked.text[start:end])],
    )
    for stop, following in pairwise([*marks, end]):
        is_line = masked.text[stop - 1] == "\n"
        rule = _is_item_of_list if is_line else _is_clause
        if rule(masked, begin, stop) and rule(masked, stop, following):
            found.append((begin, stop))
            begin = stop
    return [*found, (begin, end)]


_WINNER = re.compile(
    r"\b(?:laurea[tc]|zwycięzc|zwyciężczyni|zdobywc)\w*\b.{0,90}\b(?:jest|są|został|zostali|była?|to)\b",
    re.IGNORECASE | re.DOTALL,
)


def _is_clause(masked: Masked, start: int, end: int) -> bool:
    if not masked.under(start, end, "ΩΥΠ") or _HANDED.match(masked.text, start, end):
        return False
    done = predicates(masked, start, end, WON | GOT | NOW, told=NOW)
    if all(one.lemma in _RECEIVING for one in done) and not titles_of(masked, start, end):
        return _WINNER.search(masked.text, start, end) is not None
    return True


# "…; statuetkę wręczono Π": of the award before, to whoever came for the laureate.
_HANDED = re.compile(
    r"\s*(?:a\s+)?(?:statuetk|puchar|dyplom|nagrod|czek)\w*\s+(?:\w+\s+)?(?:wręczono|przekazano)\s+(?:(?![ΩΥ])\w+\s+){0,4}Π",
    re.IGNORECASE,
)
_RECEIVING = frozenset({"odebrać", "odbierać"})  # "statuetkę odebrał Π": still of the award before


def _is_item_of_list(masked: Masked, start: int, end: int) -> bool:
    return bool(masked.under(start, end, "ΩΥΠ") and titles_of(masked, start, end))


def _pairs(masked: Masked, start: int, end: int, is_sure: bool) -> list[Award]:
    """Pair laureates with what they won: each title with the names after it, or each name with the titles after it."""
    titles, names = titles_of(masked, start, end), laureates(masked, start, end)
    if not names:
        return []
    if len(names) == 1:  # "zajął Ω, wyróżnienia otrzymały …": of others, whose names are not known
        who = names[0][0]
        titles = [one for one in titles if one.start < who.end or not _OF_SEVERAL.match(masked.text, one.end)]
    if not titles and _UNTOLD.search(masked.text, start, end):
        return []
    if not titles:
        return [Award(who, None, start, end, is_sure, receiver) for who, receiver in in_row(masked, names)]
    if len(names) == 1:
        who, receiver = names[0]
        return each(masked, who, receiver, _not_of_unknown(masked, start, end, titles, who), start, end)
    found = []
    titles_first = titles[0].start < names[0][0].start
    marks = [*titles] if titles_first else titles
    for at, title in enumerate(marks):
        stop = marks[at + 1].start if at + 1 < len(marks) else end
        begin = marks[at - 1].end if at else start
        near = [
            n
            for n in names
            if (title.end <= n[0].start < stop if titles_first else begin <= n[0].start < title.start)
        ]
        for who, receiver in in_row(masked, near if titles_first else last_row(masked, near)) if near else []:
            span = (title.start, stop) if titles_first else (who.start, stop)
            found.append(Award(who, title, *span, True, receiver))
    return found


_TWO_PLACES = re.compile(
    r"\b(?P<one>pierwsz[eąa]|drug(?:ie|ą|a)|I{1,2})\s+i\s+(?P<other>drug(?:ie|ą|a)|trzeci(?:e|ą|a)|I{2,3})\s+(?P<noun>miejsc|nagrod|lokat)\w{1,2}\b",
    re.IGNORECASE,
)


def _two_places(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "Drugie i trzecie miejsce zajęły Π i Π": a place for each, in that order."""
    match = _TWO_PLACES.search(masked.text, start, end)
    names = laureates(masked, start, end) if match else []
    if not match or len(names) != 2 or len(in_row(masked, names)) != 2:
        return []
    noun = {"miejsc": "miejsce", "nagrod": "nagroda", "lokat": "lokata"}[match["noun"].lower()]
    return [
        Award(
            who,
            Field("title", place_of_rank(match[part], noun), *match.span(part), 0.8),
            start,
            end,
            True,
            receiver,
        )
        for part, (who, receiver) in zip(("one", "other"), names, strict=True)
    ]


_UNTOLD = re.compile(
    r"\b(?:kolejn|dalsz|następn|pozostał)\w+\s+(?:miejsc|lokat|pozycj)\w*|\bwyprzedzając\b.{0,5}$",
    re.IGNORECASE,
)


def _not_of_unknown(masked: Masked, start: int, end: int, titles: list[Field], who: Sign) -> list[Field]:
    """Leave out what somebody else won, whose name is not known: a place before "a drugie – Ω", "Ω, a III – …"."""
    verbs = predicates(masked, who.end, end, WON | GOT | NOW, told=NOW)
    if titles[0].start < who.start and all(one.how == "noun" for one in verbs):
        titles = [one for one in titles if one.start < who.start or not _OF_OTHER.match(masked.text, one.end)]
    before = [one for one in titles if one.start < who.start]
    for one in before[:-1]:
        if _OF_UNKNOWN.match(masked.text, one.end):  # "I miejsce zajęła Martynka Kos, II miejsce – Π"
            titles = [other for other in titles if other is not one]
    last = titles[-1]
    is_own = last.end < who.start and ELLIPTIC.match(masked.text, last.start)
    return [last] if is_own and len(titles) > 1 else titles


_OF_UNKNOWN = re.compile(
    r"\s+(?:(?:zaj|zdoby|otrzym|wywalcz|przypad|odebra|trafi)\w+\s+(?:do\s+|dla\s+)?|[–—-]\s+|dla\s+|do\s+)[A-ZŁŚŻŹĆ][a-z]"
)
_OF_SEVERAL = re.compile(r"\s+(?:\w+\s+)?(?:otrzyma|zdoby|zaję|odebra|dosta|przypad|trafi)(?:ły|li)\b")
_OF_OTHER = re.compile(
    r"\s+(?:(?:zaj|zdoby|otrzym|wywalcz|przypad|odebra|trafi)\w+\s+(?:do\s+)?(?=[A-ZŁŚŻŹĆ])|dla|do|[–—-]|[A-ZŁŚŻŹĆ])"
)
