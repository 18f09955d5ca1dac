"""What belongs to one laureate alone: category, prize, rank, who received it, for what practice."""

import re

from spoiwo.reading.facts.award_words import (
    ANOTHER_CATEGORY,
    CATEGORY,
    HELD_AGAIN,
    ORDINALS,
    PRACTICES,
    PRIZE,
    PRIZES,
    RANK,
    RECEIVED,
    SAME_CATEGORY,
    TITLES,
    WON_SOMETHING,
)
from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, Sign

_GIVER = re.compile(r"z\s+rąk\s+(?:[a-ząćęłńóśźż]+\s+){0,2}$", re.IGNORECASE)
_AFTER = 5  # sentences the only award of a text may still be told in


def own_fields(
    masked: Masked,
    start: int,
    end: int,
    following: int,
    *,
    many: bool,
    receiver: Sign | None,
    laureate: Sign,
    title: str,
) -> list[Field]:
    """Return what is said of the award at start:end alone; ``following`` is where the next one begins."""
    sentence = masked.sentence(start)
    scope = (start, min(end, following)) if many else _whole(masked, start, end)
    after = _after(masked, scope, following, laureate) if many else scope
    told = (start, end) if CATEGORY.search(masked.text, start, end) else scope
    fields = (
        _in_brackets(masked, laureate)
        or _category(masked, told, sentence, many)
        or _category(masked, after, sentence, many)
    )
    fields += _prize(masked, *(after if many else (sentence[0], scope[1])), title)
    fields += (
        [masked.field("received_by", receiver, 0.85)]
        if receiver
        else _received_for(masked, after, laureate if many else None)
    )
    for match in RANK.finditer(masked.text, *scope):
        if any(
            held.start() < match.end() and match.start() < held.end()
            for held in HELD_AGAIN.finditer(masked.text)
        ):
            continue  # how many times the contest was held
        ordinal = (match["ordinal"] or match["already"] or match["times"]).lower()
        if ORDINALS[ordinal] == 1:
            continue  # "po raz pierwszy w historii"
        fields.append(Field("rank", ORDINALS[ordinal], *match.span(), 0.85))
        break
    for rule in PRACTICES:
        for match in masked.search(rule, *after):
            fields += masked.fields("practice", masked.under(*match.span("name"), "Θ")[:1], 0.85)
    return fields


_BRACKET = re.compile(
    r"[^,;.()\nΩΥΠ]{0,30}\((?:kategoria|kat\.|w\s+kategorii):?\s+(?P<words>[^()\n]{3,60})\)", re.IGNORECASE
)


def _in_brackets(masked: Masked, laureate: Sign) -> list[Field]:
    """Return the category in brackets right after a laureate: "Ω z Λ (kategoria: szkoła)"."""
    match = _BRACKET.match(masked.text, laureate.end)
    if not match:
        return []
    words = masked.words(*match.span("words")).strip('„”"')
    return [Field("category", words, *match.span("words"), 0.85)]


def _whole(masked: Masked, start: int, end: int) -> tuple[int, int]:
    """Return the text the only award may be told in: three sentences before to five after."""
    number = masked.document.sentence_number(start)
    last = masked.document.sentence_number(max(start, end - 1))
    first = masked.sentences[max(0, number - 3)][0]
    return first, masked.sentences[min(len(masked.sentences), last + 1 + _AFTER) - 1][1]


def _after(masked: Masked, scope: tuple[int, int], following: int, laureate: Sign) -> tuple[int, int]:
    """An award among several goes on through the sentences of its paragraph that name no other thing won."""
    start, end = scope
    number = masked.document.sentence_number(max(start, end - 1))
    if masked.sentences[number][1] > end + 3:
        return start, end  # another award in the same sentence
    if scope[0] > masked.sentences[number][0] and masked.under(masked.sentences[number][0], start, "ΩΥΠ"):
        return start, end  # of several in one sentence the next does not say which it goes on about
    for begin, stop, paragraph in masked.sentences[number + 1 : number + 5]:
        if stop > following or paragraph != masked.sentences[number][2]:
            break
        if _is_of_another(masked, begin, stop, laureate):
            break
        end = stop
    return start, end


_IN_NAME_OF = re.compile(r"\bw\s+imieniu\s+$", re.IGNORECASE)


def _is_of_another(masked: Masked, start: int, end: int, laureate: Sign) -> bool:
    """Whether a sentence says what a body other than the laureate won."""
    others = [s for s in masked.under(start, end, "ΩΥ") if s.thing.name != laureate.thing.name]
    if any(_IN_NAME_OF.search(masked.text, start, one.start) for one in others):
        return True
    return bool(
        others
        and WON_SOMETHING.search(masked.text, start, end)
        and not RECEIVED.search(masked.text, start, end)
    )


def _category(masked: Masked, scope: tuple[int, int], sentence: tuple[int, int], many: bool) -> list[Field]:
    another = ANOTHER_CATEGORY.search(masked.text, *scope)
    if another and not CATEGORY.search(masked.text, *scope):
        span = another.span("words")
        return [Field("category", masked.words(*span), *span, 0.75)]
    own = (
        [*masked.search(CATEGORY, *scope)]
        if scope[1] <= sentence[1]
        else [*masked.search(CATEGORY, max(scope[0], sentence[0]), sentence[1])]
    )
    before = list(masked.search(CATEGORY, sentence[0], scope[0]))[-1:]
    joint = _JOINT.match(masked.text, scope[0])
    begin = joint.end() if joint else scope[0]
    leading = next((kind for kind, rule in TITLES if rule.match(masked.text, begin)), None)
    if leading is None:
        before = []  # a clause with a verb of its own, not one of "I miejsce …, II miejsce …"
    elif leading in _CARRIED and not before and not own:
        before = _of_paragraph(masked, sentence[0], leading)
    if SAME_CATEGORY.search(masked.text, *sentence):
        before = list(masked.search(CATEGORY, 0, sentence[0]))[-1:]
    heading = _headings(masked, sentence[0])
    wider = [] if many else [*masked.search(CATEGORY, *scope)]
    for match in [*own, *before, *heading[-1:], *wider]:
        quote = masked.under(match.end(), match.end() + 1, "Θ")
        if quote:
            return masked.fields("category", quote)
        begin, stop = clause(masked, match.end(), longest=120, until="ΩΥΦΠΔΘ")
        stop = _without_title(masked, begin, stop)
        if stop - begin > 3:
            return [Field("category", masked.words(begin, stop), begin, stop, 0.8)]
    return []


_JOINT = re.compile(r"(?:(?:a|i|oraz|natomiast|zaś)\s+)?")
_CARRIED = ("place", "distinction")  # a Grand Prix or a prize of the public is of no category


def _of_paragraph(masked: Masked, start: int, leading: str) -> list[re.Match[str]]:
    """Return the category said with a place earlier in the paragraph: "W kategorii A I miejsce … . II miejsce … ."."""
    number = masked.document.sentence_number(start)
    here = masked.sentences[number][2]
    begin = next(first for first, _end, paragraph in masked.sentences if paragraph == here)
    said = [m for m in masked.search(CATEGORY, begin, start) if _has_place(masked, m.start())]
    return said[-1:] if leading == "place" or len(said) == 1 else []


def _has_place(masked: Masked, at: int) -> bool:
    places = next(rule for kind, rule in TITLES if kind == "place")
    return places.search(masked.text, *masked.sentence(at)) is not None


_TITLE_WORDS = re.compile(
    r"\s{1,9}(?:laur|statuetk\w+|puchar|tytuł|nagrod[aę]|wyróżnienie)(?=\s{1,9}Θ|\s{1,9}[ΩΥΠ]|\s{0,9}$)|\s{0,9},?\s{0,9}\b(?:I{1,3}|IV|V|\d\.?)\s{1,9}(?:miejsc|nagrod|lokat)|\s{0,9},?\s{0,9}\b(?:pierwsz\w+|drug\w+|trzeci\w*|najleps\w+|tytuł\w*|wyróżni\w+|nagrod\w+|statuet\w+|zwycięż\w+|laurea[tc]\w*|przyzna\w+|bezkonkurencyjn\w+|okaza\w+|jury|kapituła|komisja|triumf\w+|górą|prym|wygra\w+|(?:dosta|otrzyma|zdoby|odebra|zaję|wręcz|przypad|trafi|powędrowa)\w+)\s{0,9}(?:miejsc|nagrod|okaza|\b)",
    re.IGNORECASE,
)


# "W kategorii edukacja Jabłkiem nagrodzono …": by what they were honoured.
_BY_WHAT = re.compile(
    r"\s(?-i:[A-ZŁŚŻŹĆ])\w+(?:em|ą)(?=\s+(?:\w+\s+)?(?:nagrodz|uhonorowa|wyróżni))", re.IGNORECASE
)


def _without_title(masked: Masked, start: int, end: int) -> int:
    by_what = _BY_WHAT.search(masked.text, start + 3, end + 30)
    if by_what and by_what.start() < end:
        return by_what.start()
    found = _TITLE_WORDS.search(masked.text, start + 3, end)
    return found.start() if found else end


def _headings(masked: Masked, start: int) -> list[re.Match[str]]:
    """Return the categories that are headings above an offset, unless another heading stands between."""
    found = [m for m in masked.search(CATEGORY, 0, start) if _is_heading(masked, m)]
    return [] if found and _other_heading(masked, found[-1].end(), start) else found


def _other_heading(masked: Masked, start: int, end: int) -> bool:
    """Whether another heading of a list stands between: "Nagrody specjalne:" below the places of a category."""
    return any(
        masked.text[stop - 1] == ":"
        and masked.text[begin] not in "-–•*"
        and not CATEGORY.search(masked.text, begin, stop)
        for begin, stop, _paragraph in masked.sentences
        if start < begin and stop < end
    )


_OWN_LINE = re.compile(
    r"\s*(?:W\s+kategorii|Kategoria):?\s+[^.\nΩΥΠ]{3,60}[.:]?\s*", re.IGNORECASE
)  # "Kategoria: murarz."


def _is_heading(masked: Masked, match: re.Match[str]) -> bool:
    start, end = masked.sentence(match.start())
    if _OWN_LINE.fullmatch(masked.text, start, end):
        return True
    if masked.under(start, end, "ΩΥΠ"):
        return False  # an item of a list, with its own laureate
    return masked.text[end - 1] not in ".!?" and not WON_SOMETHING.search(masked.text, match.end(), end)


_PRIZE_OF_ALL = re.compile(
    r"\b(?:zwycięzcy|laureaci|nagrodzeni|wszyscy|wyróżnieni)\b[^.\n]{0,50}\b(?:otrzyma|odebra|dosta)\w+[^.\n]{0,40}?"
    r"\b(?P<prize>statuet\w*|dyplom\w*|puchar\w*)",
    re.IGNORECASE,
)


# "Laureaci odebrali statuetki", "Dyplomy wręczono laureatom", "Wszystkim wręczono puchary": each got one.
_PRIZE_OF_EACH = re.compile(
    r"\b(?:zwycięzcy|laureaci|laureatki|nagrodzeni|wyróżnieni|wszyscy|finaliści)\b[^.\nΩΥΠ]{0,40}?\b(?:otrzyma|odebra|dosta|odbiera)\w+\s+(?:(?!\w*(?:oraz|lub|albo)\b)\w+\s+){0,2}?(?P<prize>statuetki|dyplomy|puchary)|"
    r"\b(?:laureatom|zwycięzcom|wszystkim|nagrodzonym|wyróżnionym)\b[^.\nΩΥ]{0,30}?\bwręcz\w+\s+(?P<given>statuetki|dyplomy|puchary)|"
    r"(?:^|(?<=[.!?]\s)|(?<=\n))(?:Pamiątkowe\s+)?(?P<first>Statuetki|Dyplomy|Puchary)\s+(?:(?!Θ)\w+\s+)?(?:wręcz|rozda|odebra|przekaza)\w*(?!\s+(?:im\b)?[ΩΥ])",
    re.IGNORECASE,
)


def _is_of_all(match: re.Match[str]) -> bool:
    """Whether those who were only distinguished got the prize, too."""
    return match["first"] is not None or re.search(r"wszys|wyróżni", match.group(), re.IGNORECASE) is not None


_BY_PLACE = re.compile(
    r"\b(?:zdobywc\w+|laureaci|zwycięzcy)\s+(?:pierwsz\w+|I)\s+(?:miejsc|nagr[oó]d)\w*\s+\w+\s+(?P<first>\w+).{0,40}?\b(?:pozostali|inni|reszta)\b[^.]{0,60}?(?P<other>statuet\w*|dyplom\w*|puchar\w*)",
    re.IGNORECASE,
)
_IS_FIRST = re.compile(r"(?:(?:I|1\.?|pierwsz\w+|główna)\s|grand prix|$)", re.IGNORECASE)
_OF_WINNER = re.compile(
    r"\b(?:zwycięzca|zwyciężczyni|zwycięska|triumfator)\b|\b(?:puchar|statuetkę|nagrodę|dyplom)\s+(?:zwycięzcy|laureatowi)\b",
    re.IGNORECASE,
)
_OR_ANOTHER = re.compile(
    r"\s*(?:,|i|oraz|lub|albo)\s+(?:\w+\s+)?(?:statuet|dyplom|puchar|czek|nagrod)", re.IGNORECASE
)


def _prize_of_all(masked: Masked, title: str) -> re.Match[str] | None:
    """Return the prize all laureates got, or those of a first place and the others; none where it is not said who got which."""
    by_place = _BY_PLACE.search(masked.text)
    if by_place:
        return PRIZE.search(masked.text, *by_place.span("first" if _IS_FIRST.match(title) else "other"))
    each = [*_PRIZE_OF_EACH.finditer(masked.text)]
    each = [one for one in each if not title.lower().startswith("wyróżni") or _is_of_all(one)]
    if len(each) == 1 and not _OR_ANOTHER.match(masked.text, each[0].end()):
        return PRIZE.search(masked.text, *each[0].span())
    match = _PRIZE_OF_ALL.search(masked.text)
    return None if match and _OR_ANOTHER.match(masked.text, match.end("prize")) else match


_TO_LAUREATES = re.compile(r"\b(?:laureat|zwycięzc)(?:om|y|ów|ki)\b", re.IGNORECASE)


def _prize(masked: Masked, start: int, end: int, title: str) -> list[Field]:
    match = PRIZE.search(masked.text, start, end)
    if match and title.lower().startswith("wyróżni"):
        told = masked.text[slice(*masked.sentence(match.start()))]
        match = None if _TO_LAUREATES.search(told) else match
    if match and _PRIZE_OF_EACH.search(masked.text, *masked.sentence(match.start("prize"))):
        match = None
    if match is None or _PRIZE_OF_ALL.search(masked.text, *masked.sentence(match.start("prize"))):
        match = _prize_of_all(masked, title)
    if (
        match
        and not _IS_FIRST.match(title)
        and _OF_WINNER.search(masked.text, *masked.sentence(match.start("prize")))
    ):
        return []
    if not match or re.search(
        r"fundowa|fundator", masked.text[slice(*masked.sentence(match.start("prize")))]
    ):
        return []
    low = match["prize"].lower()
    value = next(name for stem, name in PRIZES if low.startswith(stem))
    return [Field("prize", value, match.start(), max(match.end(), match.start() + 1), 0.8)]


def _received_for(masked: Masked, scope: tuple[int, int], laureate: Sign | None) -> list[Field]:
    """Return who received it: in the award's own text, or in a sentence that says for whom ("w imieniu gminy")."""
    if laureate is None:
        return _received(masked, *scope)
    for match in masked.search(RECEIVED, scope[0]):
        begin, stop = masked.sentence(match.start())
        bodies = {sign.thing.name for sign in masked.under(begin, stop, "ΩΥ")}
        if laureate.thing.name in bodies or (not bodies and match.start() < scope[1]):
            return _received(masked, begin, stop)
    return []


def _gives(masked: Masked, start: int, one: Sign) -> bool:
    return bool(_GIVER.search(masked.text, max(start, one.start - 40), one.start))


def _received(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(RECEIVED, start, end):
        begin, stop = masked.sentence(match.start())
        people = [*masked.under(match.end(), stop, "Π"), *masked.under(begin, match.start(), "Π")[::-1]]
        able = (one for one in people if "nom" in one.thing.cases or not _gives(masked, begin, one))
        taker = next(able, None)
        if taker:
            return [masked.field("received_by", taker, 0.85)]
    return []
