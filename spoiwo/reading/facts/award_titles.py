"""What is won, as a title in the nominative: a quotation, a place, a prize, a distinction."""

import re
from dataclasses import replace

from spoiwo.polish.dictionary import Reading
from spoiwo.reading.facts.award_honours import honours
from spoiwo.reading.facts.award_names import unquoted_titles
from spoiwo.reading.facts.award_words import ELLIPTIC, ELLIPTIC_FIRST, SAME_TITLE, TITLES
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, pattern
from spoiwo.reading.facts.naming import head_readings, nominative
from spoiwo.reading.facts.words import adjective_nominative, adjectives, agree, can_be, nouns

_TAKEN_UP = re.compile(
    r"\b(?:to|tego|temu|tym|takie|takiego)\s+$", re.IGNORECASE
)  # "To wyróżnienie …": one told before
_NOT_GIVEN = re.compile(r"\s+(?:i\s+\w+\s+miejsc\w+\s+)?(?:nie\s+przyznano|nie\s+było)", re.IGNORECASE)
_ALREADY = re.compile(r"\b(?:to|już)\s+$", re.IGNORECASE)  # "To już trzecia nagroda" counts those won before
_ANY_NAME = re.compile("[ΩΥΠ]")
_NOUN = "wyróżnieni"
BARE = 0.7  # of a verb alone: "PUP w Nisku wyróżniony", which only announces what the text then tells
_NEAR = 40  # characters between "wyróżnienie" and the title it is only another word for
_OF_CONTEST = re.compile(r"\b(?:kapituł\w+|edycj\w+|finał\w*)\s+$", re.IGNORECASE)


def titles_of(masked: Masked, start: int, end: int) -> list[Field]:
    """Return what is won in a sentence, in order, without what lies in another title or only repeats one."""
    if (start, end) not in masked.titles:
        masked.titles[start, end] = _titles_of(masked, start, end)
    return [*masked.titles[start, end]]


def _titles_of(masked: Masked, start: int, end: int) -> list[Field]:
    found = honours(masked, start, end)
    for kind, rule in TITLES:
        for match in rule.finditer(masked.with_numbers, start, end):
            if kind == "quoted" and _OF_CONTEST.search(
                masked.text, max(0, match.start() - 20), match.start()
            ):
                continue
            one = _title(masked, kind, match)
            is_rank = kind == "prize" and _ALREADY.search(
                masked.text, max(0, match.start() - 10), match.start()
            )
            if one and (is_rank or _NOT_GIVEN.match(masked.text, match.end())):
                continue
            if one and not any(one.start < other.end and other.start < match.end() for other in found):
                found.append(one)
    named = [one for one in unquoted_titles(masked, start, end) if not _overlaps(one, found)]
    found = [_meant(masked, one) for one in _without_repeated(masked, [*found, *named])]
    found += (
        _said_before(masked, start, end)
        + _metals(masked, found, start, end)
        + _was_next(masked, found, start, end)
    )
    return sorted([*found, *_elliptic(masked, found, start, end)], key=lambda one: one.start)


def _overlaps(one: Field, others: list[Field]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


_WAS = re.compile(r"\b(?P<name>drug|trzec|czwart)(?:[iaey]|ia|ie)\s+był[ao]?\s+(?=[ΩΥΠ])", re.IGNORECASE)
_WAS_AFTER = re.compile(r"(?<=[ΩΥΠ])\s+był[ao]?\s+(?P<name>drug|trzec|czwart)(?:[ia]|ie)\b", re.IGNORECASE)
_OF_WINNER = re.compile(
    r"\b(?:zwycięży|wygra|miejsc|triumf|medal|najleps|turniej|konkurs|finał|olimpiad|zawod)\w*", re.IGNORECASE
)
_NEXT = {"drug": "drugie", "trzec": "trzecie", "czwart": "czwarte"}


def _was_next(masked: Masked, found: list[Field], start: int, end: int) -> list[Field]:
    """Return the place of "zwyciężyła Ω, trzeci był Ω"."""
    return [
        Field("title", f"{_NEXT[match['name'].lower()]} miejsce", *match.span("name"), 0.7)
        for rule in (_WAS, _WAS_AFTER)
        for match in rule.finditer(masked.text, start, end)
        if _OF_WINNER.search(masked.text, max(0, start - 150), match.start())
        and not any(one.start <= match.start() < one.end for one in found)
    ]


_FOR_ALL = pattern(
    r"\b(?:statuetk\w+|tytuł\w*|nagrod\w*|laur\w*|mian\w+|certyfikat\w*|medal\w*|wyróżnieni\w+) (?:honorow\w+ )?(?P<name>Θ+)"
)
_GIVEN_TO_ALL = re.compile(r"\b(?:wręcz|rozda|przyzn|nada|pozna|walczy|ubiega|trafi)\w*", re.IGNORECASE)


def title_of_all(masked: Masked) -> Field | None:
    """Return the only title a sentence without laureates says was given: "Podczas gali wręczono statuetki Θ"."""
    said: dict[str, Field] = {}
    for match in masked.search(_FOR_ALL):
        start, end = masked.sentence(match.start())
        if _GIVEN_TO_ALL.search(masked.text, start, end) and not masked.under(start, end, "ΩΥΠ"):
            one = masked.fields("title", masked.under(*match.span("name")), 0.75)[0]
            said.setdefault(str(one.value).casefold(), in_nominative(one))
    return next(iter(said.values())) if len(said) == 1 else None


_WITH_IT = re.compile(r"\s+(?:nią|nim|nimi)\b")


def _meant(masked: Masked, title: Field) -> Field:
    """Return for "wyróżniono nią" the prize with a name its paragraph told last."""
    if title.confidence != BARE or not _WITH_IT.match(masked.text, title.end):
        return title
    paragraph = masked.paragraph(title.start)
    begin = next(start for start, _end, number in masked.sentences if number == paragraph)
    rules = [(kind, rule) for kind, rule in TITLES if kind in ("quoted", "honour")]
    said = [
        (m.start(), kind, m) for kind, rule in rules for m in rule.finditer(masked.text, begin, title.start)
    ]
    last = max(said, key=lambda one: one[0], default=None)
    named = _title(masked, last[1], last[2]) if last else None
    return replace(named, start=title.start, end=title.end) if named else title


def quoted_before(masked: Masked, start: int, end: int) -> Field | None:
    """Return the last title in quotation marks said with its noun between two offsets: "nagrodę „X”"."""
    said = [
        one for match in masked.search(TITLES[0][1], start, end) if (one := _title(masked, "quoted", match))
    ]
    return said[-1] if said else None


def _said_before(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the title "ten sam tytuł" takes up: the last one in quotation marks before it."""
    kind, rule = TITLES[0]
    for match in masked.search(SAME_TITLE, start, end):
        before = [
            one for said in masked.search(rule, 0, match.start()) if (one := _title(masked, kind, said))
        ]
        return [replace(one, start=match.start("name"), end=match.end("name")) for one in before[-1:]]
    return []


def _without_repeated(masked: Masked, found: list[Field]) -> list[Field]:
    """Leave out a "wyróżnienie" that is only another word for the title beside it on the same line."""
    named = [one for one in found if one.value != "wyróżnienie"]

    def is_apart(one: Field, other: Field) -> bool:
        between = masked.text[min(one.start, other.start) : max(one.start, other.start)]
        return len(between) > _NEAR or "\n" in between or bool(_ANY_NAME.search(between))

    return [one for one in found if one in named or all(is_apart(one, other) for other in named)]


def _first_of_places(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the first place of "trzy nagrody: pierwszą Π, drugą Π", whose noun is said before all of them."""
    match = ELLIPTIC_FIRST.search(masked.with_numbers, start, end)
    noun = {"nagrod": "nagroda", "miejsc": "miejsce"}[match["noun"].lower()] if match else ""
    return [Field("title", _nominative(f"{match['name']} {noun}"), *match.span("name"), 0.7)] if match else []


def _elliptic(masked: Masked, found: list[Field], start: int, end: int) -> list[Field]:
    """Return "drugie Ω, trzecie Ω" after a place said in full."""
    first = [] if found else _first_of_places(masked, start, end)
    leading = found or first
    begin, noun = (
        (leading[0].end + 1, str(leading[0].value)) if leading else (start, _place_before(masked, start))
    )
    return first + [
        Field("title", _as_before(match["name"], noun), *match.span("name"), 0.75)
        for match in (ELLIPTIC.finditer(masked.text, begin, end) if noun else ())
        if not any(one.start <= match.start() < one.end for one in found)
    ]


def _place_before(masked: Masked, start: int) -> str:
    """Return the place or prize last said in full before an offset in its paragraph, which "drugie zajął Ω" goes on from."""
    paragraph = masked.paragraph(start)
    rules = [rule for kind, rule in TITLES if kind in ("place", "prize")]
    said = [match for rule in rules for match in rule.finditer(masked.text, max(0, start - _FAR), start)]
    last = max(said, key=lambda match: match.start(), default=None)
    return last["name"].lower() if last and masked.paragraph(last.start()) == paragraph else ""


_FAR = 400  # characters a place said in full is still remembered


def _title(masked: Masked, kind: str, match: re.Match[str]) -> Field | None:
    span = match.span("of" if kind == "title" and match["of"] else "name")
    if kind == "torn" and not _is_genitive(masked.words(*span)):
        return None
    if kind == "made" and not is_instrumental(masked.words(*span)):
        return None
    if kind in ("quoted", "torn", "made"):
        fields = masked.fields("title", masked.under(*span)[:1])
        return in_nominative(fields[0]) if fields else None
    words = masked.words(*span)
    if kind in _WORDED:
        told = _WORDED[kind](words)
        return Field("title", told, *span, 0.8) if told else None
    if kind in ("honour", "called"):
        return _called(masked, span) if kind == "called" else _honour(words, span)
    if kind == "distinction":
        if _TAKEN_UP.search(masked.text, max(0, span[0] - 10), span[0]):
            return None
        return Field(
            "title",
            _distinction(masked, span[0], words),
            *span,
            0.8 if _NOUN in words.lower() else BARE,
        )
    return Field("title", words if kind == "grand" else _nominative(words), *span, 0.85)


def _metal(words: str) -> str:
    return words if " " not in words else nominative(words.split(), 1) or words


def _rank(words: str) -> str | None:
    """Return "wicemistrzem" as "wicemistrz", which the dictionary may lack."""
    bare = words.removeprefix("wice")
    told = nominative([words], 0, singular=True) or nominative([bare], 0)
    return f"wice{told}" if told and bare != words and not told.startswith("wice") else told


def _medal(words: str) -> str:
    return f"{adjective_nominative(words.split()[0].lower(), 'm3')} medal"


_WORDED = {"metal": _metal, "title": _rank, "medal": _medal}


def _distinction(masked: Masked, start: int, words: str) -> str:
    """Return "wyróżnieniem specjalnym" as "wyróżnienie specjalne", "Wyróżnienia kapituły" as "wyróżnienie kapituły"."""
    if not words.lower().startswith("wyróżni"):
        first, *others = words.split()
        return " ".join([adjective_nominative(first, "n"), "wyróżnienie", *others[1:]])
    rest = words.split()[1:]
    told = [adjective_nominative(word, "n") if adjectives(word) else word for word in rest]
    opens = start == 0 or masked.text[start - 1] == "\n"  # the text's own capital, where it opens a line
    return " ".join(["Wyróżnienie" if opens and words.startswith("Wyróżnienie") else "wyróżnienie", *told])


def _is_genitive(words: str) -> bool:
    """Whether a quoted title can only be of something said before it: "statuetkę … „Lidera aktywizacji”"."""
    head = (words.strip("„”\"' ").split() or [""])[0]
    return bool(nouns(head)) and can_be(head, "gen") and not can_be(head, "nom")


def is_instrumental(words: str) -> bool:
    """Whether a quoted title stands in the instrumental, as what somebody was made: „Filarem Innowacji” została Ω."""
    head = (words.strip("„”\"' ").split() or [""])[0]
    if nouns(head) or adjectives(head):
        return can_be(head, "inst") and not can_be(head, "nom")
    return head.endswith(("ą", "em", "ym", "im", "ami"))


def _honour(words: str, span: tuple[int, int]) -> Field | None:
    """Return "Medale Starosty Kolskiego" as "Medal Starosty Kolskiego"."""
    if words.endswith("Grand Prix"):
        return Field("title", "Grand Prix", *span, 0.8)
    parts = words.split()
    head = _head_of(parts)
    name = nominative(parts, head, singular=True)
    return Field("title", name, *span, 0.8) if name else None


def _called(masked: Masked, span: tuple[int, int]) -> Field | None:
    """Return a title without quotation marks ("tytuł Lidera Rynku Pracy") where its nominative is sure."""
    words = masked.words(*span).split()
    if (
        masked.text[span[0] - 12 : span[0]].strip().endswith(("ana", "ano", "any", "ani", "ane"))
        and "Roku" not in words
    ):
        return None  # "wybrana Przewodniczącą Rady" won nothing
    head = _head_of(words)
    told = nominative(words, head) if nouns(words[head]) else None
    return Field("title", told, *span, 0.85 if head else 0.8) if told else None


_COMPOUND = re.compile(
    r"(?P<first>Agro|Eko|Euro|Super|Bio|Auto|Foto|Info|Mini|Wice|Pro)-?(?P<noun>[a-ząćęłńóśźż]{4,})\s"
)


def in_nominative(title: Field) -> Field:
    """Return „Lidera aktywizacji …” as "Lider aktywizacji …", „Agrolidera” as "Agrolider"; a nominative stays."""
    compound = _COMPOUND.match(f"{title.value} ")
    if compound and not nouns(str(title.value).split()[0]):
        noun = compound["noun"].capitalize()
        told = str(in_nominative(replace(title, value=noun + str(title.value)[compound.end("noun") :])).value)
        return replace(title, value=compound["first"] + told[:1].lower() + told[1:])
    words = str(title.value).split()
    at = _head_of(words)
    readings = head_readings(words[at]) if words else ()
    common = [one for one in readings if not one.names - {"nazwa_pospolita"}] or readings
    named = [one for one in common if "nom" in one.cases and _may_be_named(words[:at], one)]
    is_of_one = named and not any("sg" in one.numbers for one in named)  # "tytuł „Pracodawcy bez Granic”"
    if not common or (
        named
        and not (
            is_of_one
            and any(
                "gen" in one.cases and "sg" in one.numbers and one.genders & {"m1", "f"} for one in common
            )
        )
    ):
        return title
    return replace(title, value=nominative(words, at, singular=bool(is_of_one)) or title.value)


def _may_be_named(before: list[str], noun: Reading) -> bool:
    """Whether the adjectives before a noun can be nominatives with it: not "Złotego Jabłka"."""
    return all(
        not adjectives(word) or any("nom" in one.cases and agree(one, noun) for one in adjectives(word))
        for word in before
    )


def _head_of(words: list[str]) -> int:
    """Return where the noun of a title stands: after the adjectives it may begin with ("Złotego Fachury")."""
    for at in range(min(2, len(words) - 1)):
        if not adjectives(words[at]) or not nouns(words[at + 1]):
            return at
        pairs = ((one, noun) for one in adjectives(words[at]) for noun in nouns(words[at + 1]))
        if any(agree(one, noun) and one.cases & noun.cases - {"voc"} for one, noun in pairs):
            return at + 1
    return 0


def _nominative(words: str) -> str:
    """Return "pierwszego miejsca" as "pierwsze miejsce", "trzecią nagrodę" as "trzecia nagroda"."""
    is_neuter = "miejsc" in words.lower()
    words, joint, of_what = words.partition(" za ")
    told = []
    for word in words.split():
        low = word.lower()
        if low in ("miejsce", "lokata", "pozycja", "nagroda", "fair", "play"):
            pass
        elif low.startswith("miejsc"):
            word = word[:6] + "e"
        elif low.startswith(("lokat", "pozycj", "nagrod")):
            word = word[:6] + "a" if not low.startswith("lokat") else word[:5] + "a"
        elif adjectives(word) and len(word) > 3:
            word = adjective_nominative(word, "n" if is_neuter else "f")
        told.append(word)
    return " ".join(told) + joint + of_what


# "Złotą Kielnię otrzymała Ω, Srebrną – Ω".
_METAL = re.compile(r"\b(?P<name>Złot|Srebrn|Brązow)(?:y|ą|a|ego|ej|emu)\s+(?:[–—-]\s+)?(?=[ΩΥΠ])")


def _metals(masked: Masked, found: list[Field], start: int, end: int) -> list[Field]:
    """Return "Srebrna Kielnia" for what only says "Srebrną" after a "Złota Kielnia" said in full."""
    full = next((str(one.value).split() for one in found if _METALS.match(f"{one.value} ")), [])
    ending = full[0][-1] if len(full) == 2 else ""
    return [
        Field("title", f"{match['name']}{ending} {full[1]}", *match.span("name"), 0.75)
        for match in (_METAL.finditer(masked.text, start, end) if ending else ())
    ]


_METALS = re.compile(r"(?:Złot|Srebrn|Brązow)[yae]\s")


def place_of_rank(word: str, noun: str) -> str:
    """Return "drugą" and "nagroda" as "druga nagroda", "Drugie" and "miejsce" as "Drugie miejsce"."""
    return _nominative(f"{word} {noun}")


def _as_before(word: str, first: str) -> str:
    """Return "drugie" after "pierwsze miejsce" as "drugie miejsce", "drugą" after "pierwsza nagroda" as "druga nagroda"."""
    noun = next((n for n in ("nagroda", "lokata", "pozycja") if n[:5] in first), "miejsce")
    return _nominative(f"{word} {noun}")
