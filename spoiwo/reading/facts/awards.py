"""Awards: which contest, who was the laureate, with what title, who received it, where and when, for what practice."""

import re
from dataclasses import dataclass, field

from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import ACTORS, Masked, Sign, pattern
from spoiwo.reading.facts.venues import dateline, place_of, venue_in

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11,
          "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20}  # fmt: skip
_ORDINALS = {
    "pierwsz": 1, "drug": 2, "trzeci": 3, "czwart": 4, "piąt": 5, "szóst": 6, "siódm": 7, "ósm": 8, "dziewiąt": 9,
    "dziesiąt": 10,
}  # fmt: skip
_CONTEST = pattern(
    r"\b(?:konkurs|plebiscyt|rankin|ranking)\w*(?! \w* ?praktyk)(?: \w+){0,3}?(?: (?:pn\.|pt\.|pod nazwą|o tytuł))? (?P<name>Θ+)"
)
_CONTEST_BEFORE = pattern(r"(?:edycj\w+ (?:\w+ )?[–-] |laureat\w+ (?:nagrod\w+ )?)(?P<name>Θ+)")
_CONTEST_FREE = pattern(r"\bkonkurs\w{1,3} na (?P<name>najleps\w+ )")
_EDITION = re.compile(
    r"\b(?:(?P<roman>[IVX]{1,5})|(?P<number>\d{1,2})\.?|(?P<word>(?:pierwsz|drug|trzeci|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt)\w{0,4}))\s+(?:\w+\s+)?edycj\w{1,3}\b|\b(?P<roman2>[IVX]{1,5})\s+(?:\w+\s+)?konkurs\w*"
)
_CATEGORY = pattern(r"\b(?:w kategorii|kategoria):? (?P<words>)")
_WON = pattern(
    r"\b(?:zdobył[aoy]?|zdobyli|otrzymał[aoy]?|otrzymali|został[aoy]? (?:\w+ )?(?:uhonorowan\w+|nagrodzon\w+|wyróżnion\w+|odznaczon\w+|laureat\w+)|uhonorowan\w+|"
    r"zwyciężył[ay]?|wygrał[aoy]?|przypadł[aoy]?|przyznano|zajął|zajęł[ayo]|uzyskał[aoy]?|trafił[aoy]?|sięgnął|sięgnęł[ayo]|"
    r"laureat(?:em|ką|ami)|zwycięzc\w+|nagrodzono|doceniono|powędrował[aoy]?)\b"
)
_PLACE_TITLE = re.compile(
    r"\b(?P<title>(?:I|II|III|IV|V|[1-5]\.|pierwsz(?:e|ego|ym)|drugi(?:e|ego|m)|trzeci(?:e|ego|m))\s+(?P<miejsce>miejsc[eau]m?))\b",
    re.I,
)
_MAIN_PRIZE = re.compile(r"\bnagrod(?:a|ę|y)\s+(?P<which>główn|specjaln)(?:a|ą|ej)\b", re.IGNORECASE)
_DISTINCTION = re.compile(r"\bwyróżnieni(?:e|a|em)\b", re.IGNORECASE)
_TITLE = pattern(
    r"\b(?:tytuł\w*|statuetk\w+|miano|mianem|nagrod\w{1,2}|wyróżnieni\w{1,2}|certyfikat\w*|jako) (?:\.)?(?:i tytuł )?(?P<name>Θ+)"
)
_RANK = re.compile(
    r"\b(?P<ordinal>pierwsz|drug|trzeci|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt)(?:ą|ej|a|y|i|e)\s+(?:już\s+|z\s+kolei\s+)?(?:w\s+histori\w+\s+)?statuet",
    re.I,
)
_PRIZE = re.compile(
    r"\b(?P<prize>statuet|dyplom|puchar|nagrod\w{1,2}\s+pieniężn|czek\b|czeki?\b|nagrod\w{1,2}\s+(?:w\s+wysokości|finansow))",
    re.I,
)
_PRIZE_OF = (("statuet", "statuetka"), ("dyplom", "dyplom"), ("puchar", "puchar"), ("", "nagroda pieniężna"))
_RECEIVED = pattern(r"\bodebra(?:ł|ła|li|ły|ło)\b")
_PRACTICE = pattern(r"\bpraktyk\w{1,3}(?: tj\.| pn\.| pt\.| pod nazwą|,? czyli)? (?:projektu )?(?P<name>Θ+)")
_PRACTICE_FOR = pattern(
    r"\b(?:za|zgłosił\w* do konkursu) (?:wdrożenie |realizację |inicjatywę |projekt |działanie |przedsięwzięcie )+(?:pn\. )?(?P<name>Θ+)"
)
_PATRON = pattern(
    rf"\bpatronat\w*(?: honorow\w+| medialn\w+)?(?: nad \w+(?: \w+)?)?(?: (?:objął|objęła|objęli|objęły|sprawował\w*|sprawują|przez|udzielił\w*|konkursu|był\w*))*:? (?P<who>{ACTORS})"
)
_PATRON_WAS = pattern(
    rf"\bpatron(?:em|ami)(?: honorowym\w*| medialnym\w*)?(?: \w+)? (?:był[aiy]?|byli|jest|są) (?P<who>{ACTORS})"
)
_ORGANISERS = (
    pattern(rf"\b(?:ogłoszon\w+|organizowan\w+|zorganizowan\w+) (?:\w+ )?przez (?P<who>{ACTORS})"),
    pattern(
        rf"\bkonkurs(?:u)?(?: Θ+)? (?:organizuje|organizują|organizował[aiy]?|ogłosił[aiy]?)(?: \w+ Δ+| od Δ+)? (?P<who>{ACTORS})"
    ),
    pattern(
        rf"\borganizator(?:em|ami|zy|rzy|ów|ka)?(?: \w+){{0,3}}?(?: (?:był[aiy]?|byli|jest|są))?:?(?: [–-])? (?P<who>{ACTORS})"
    ),
    pattern(rf"(?P<who>{ACTORS}) (?:ogłosił[aiy]?|rozstrzygnął|rozstrzygnęł[aoy]) (?:\w+ )?konkurs"),
)
_GIVER = re.compile(r"z\s+rąk\s+$", re.IGNORECASE)
_SEVERAL = pattern(
    rf"\b(?:otrzymały|otrzymali|zdobyły|zdobyli|przyznano|przypadły|laureatami został[iy]|wyróżniono|nagrodzono):? (?P<who>{ACTORS})"
)
_DAY = pattern(
    r"\b(?:wręczon\w*|wręczyl?\w*|wręczenie|gal\w+|uroczystoś\w+|ogłoszon\w+|rozegran\w+|podczas|finał\w*|rozstrzygnięt\w+|nagrod\w+)\b"
)
_ROW = re.compile(
    r"^[ \t]*(?:\d+\.\s*\|?\s*)?(?P<place>(?:I|II|III|IV|V)\s+miejsce|Wyróżnienie|wyróżnienie|[1-5]\s+miejsce|Grand Prix|Nagroda\s\w+)\s*[–:—-]\s*(?P<who>[ΩΥΠ]+)(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
_CELLS = re.compile(
    r"^[^\n|]*\|\s*(?P<who>[ΩΥΠ]+)(?P<rest>[^\n]*?)\|\s*(?P<place>(?:I|II|III|IV|V)\s+miejsce|wyróżnienie|laureat)\s*$",
    re.MULTILINE,
)


@dataclass
class _Award:
    """An award as it is put together."""

    laureate: Sign
    title: Field | None
    start: int
    end: int
    is_laureate: bool = False
    fields: list[Field] = field(default_factory=list)


def find_awards(masked: Masked) -> list[Fact]:
    """Return the awards of a text, one for each laureate and title; without a contest or a title there is none."""
    common = _contest(masked)
    awards = [*_rows(masked), *_told(masked, bool(common))]
    if not awards:
        return []
    shared = [*common, *_around(masked)]
    many = len({award.laureate.thing.name for award in awards}) > 1
    facts = []
    for award in awards:
        fields = [*shared, masked.field("laureate", award.laureate, 0.85)]
        fields += [award.title] if award.title else []
        fields += award.fields + _single(masked, award, many)
        fields = _first_of_each(fields)
        if {"contest", "title"} & {one.name for one in fields}:
            facts.append(spanning(Kind.AWARD, fields, confidence(Kind.AWARD, bool(common and award.title))))
    return facts


def _first_of_each(fields: list[Field]) -> list[Field]:
    seen, kept = set(), []
    for one in fields:
        if one.name in ("patron", "organiser") or one.name not in seen:
            kept.append(one)
            seen.add(one.name)
    return kept


# What all laureates share


def _contest(masked: Masked) -> list[Field]:
    for rule in (_CONTEST, _CONTEST_BEFORE):
        for match in masked.search(rule):
            return masked.fields("contest", masked.under(*match.span("name"))[:1])
    for match in masked.search(_CONTEST_FREE):
        start, end = clause(masked, match.start("name"), longest=160)
        return [Field("contest", masked.words(start, end), start, end, 0.75)]
    return []


def _around(masked: Masked) -> list[Field]:
    fields: list[Field] = []
    edition = _edition(masked)
    fields += [edition] if edition else []
    day = _day(masked)
    if day:
        start, end = masked.sentence(day.start)
        fields.append(masked.field("date", day, 0.85))
        venue = venue_in(masked, start, end)
        fields += place_of(masked, start, end, venue) or masked.fields("place", dateline(masked)[:1])
    for match in [*masked.search(_PATRON), *masked.search(_PATRON_WAS)]:
        fields += masked.fields("patron", masked.under(*match.span("who"), "ΩΥΦ"), 0.85)
        break
    for rule in _ORGANISERS:
        found = next(masked.search(rule), None)
        if found:
            fields += masked.fields("organiser", masked.under(*found.span("who"), "ΩΥΦ"), 0.8)
            break
    return fields


def _edition(masked: Masked) -> Field | None:
    for match in _EDITION.finditer(masked.text):
        roman = match["roman"] or match["roman2"]
        word = (match["word"] or "").lower()
        ordinal = next(
            (n for stem, n in _ORDINALS.items() if word.startswith(stem) and len(word) < len(stem) + 5), None
        )
        value = _ROMAN.get(roman) if roman else int(match["number"]) if match["number"] else ordinal
        if value:
            return Field("edition", value, *match.span(), 0.85)
    return None


def _day(masked: Masked) -> Sign | None:
    """Return the day of the giving: named in a sentence about giving, or the only day of the text."""
    for start, end, _paragraph in masked.sentences:
        days = [s for s in masked.under(start, end, "Δ") if s.thing.is_day]
        if days and (_DAY.search(masked.text, start, end) or _WON.search(masked.text, start, end)):
            nearest = re.search(r"(?:wręcz|odbył|uroczyst|gal|rozegran)", masked.text[start:end], re.I)
            at = start + nearest.start() if nearest else start
            return min(days, key=lambda sign: abs(sign.start - at))
    return None


# Laureates


def _rows(masked: Masked) -> list[_Award]:
    """Read a list of results: "I miejsce – Ω – puchar", or rows of a table that end with the place won."""
    found = []
    for rule in (_ROW, _CELLS):
        for match in rule.finditer(masked.text):
            who = masked.under(*match.span("who"))
            if who:
                title = Field("title", masked.words(*match.span("place")), *match.span("place"), 0.9)
                award = _Award(who[0], title, match.start(), match.end())
                found.append(award)
    return found


def _told(masked: Masked, has_contest: bool) -> list[_Award]:
    found: list[_Award] = []
    for start, end, _paragraph in masked.sentences:
        won = _WON.search(masked.text, start, end)
        if (
            not won
            or not (has_contest or "tytuł" in masked.text[start:end])
            or _ROW.search(masked.text, start, end)
        ):
            continue
        title = _title(masked, start, end)
        laureate = _laureate(masked, start, end, won) or _meant(masked, start, won.start())
        if laureate is None and found and title:
            laureate = found[-1].laureate  # the sentence goes on about whom the one before named
        if laureate is None:
            continue
        several = _SEVERAL.search(masked.text, start, end)
        for other in masked.under(*several.span("who"), "ΩΥ")[1:] if several else []:
            if other is not laureate:
                found.append(_Award(other, title, start, end))
        same = next((one for one in found if _same_laureate(one, laureate, title)), None)
        if same is None:
            sure = bool(re.search(r"laureat|zwycię|nagrodzon|uhonorowan", won.group(), re.IGNORECASE))
            found.append(_Award(laureate, title, start, end, has_contest and sure))
        else:
            same.title, same.end = same.title or title, end
    return [one for one in found if one.title or one.is_laureate or len(found) == 1]


def _same_laureate(one: _Award, laureate: Sign, title: Field | None) -> bool:
    if one.laureate.thing.name.casefold() != laureate.thing.name.casefold():
        return False
    return not (one.title and title) or one.title.value == title.value


def _title(masked: Masked, start: int, end: int) -> Field | None:
    for match in masked.search(_TITLE, start, end):
        quote = masked.under(*match.span("name"))
        last = quote[:1]
        for other in masked.search(pattern(r"tytuł\w* (?P<name>Θ+)"), start, end):
            last = masked.under(*other.span("name"))[:1]
        return masked.fields("title", last)[0] if last else None
    place = _PLACE_TITLE.search(masked.text, start, end)
    if place:
        words = re.sub(r"(?i)miejsc(?:a|u|em)$", "miejsce", masked.words(*place.span("title")))
        return Field("title", _place_nominative(words), *place.span("title"), 0.85)
    main = _MAIN_PRIZE.search(masked.text, start, end)
    if main:
        return Field("title", f"nagroda {main['which']}a", *main.span(), 0.8)
    other_prize = _DISTINCTION.search(masked.text, start, end)
    return Field("title", "wyróżnienie", *other_prize.span(), 0.8) if other_prize else None


def _place_nominative(words: str) -> str:
    first, _, rest = words.partition(" ")
    return f"{re.sub(r'(?:ego|iego|ym|im|m)$', 'e', first) if first.islower() else first} {rest}"


_NOT_LAUREATE = re.compile(
    r"(?:z|ze|z terenu|do|dla|od|przez|organizator\w*|patronat\w*|w\s+siedzibie|w|z\s+rąk|imieniu|odebra\w+|w\s+sali|ze\s+strony)\s+(?:honorow\w+\s+)?$",
    re.I,
)


def _laureate(masked: Masked, start: int, end: int, won: re.Match[str]) -> Sign | None:
    """Return who won: the nearest actor before the verb, else the first after it, else a person."""
    for signs in ("ΩΥ", "Π"):
        able = [
            s
            for s in masked.under(start, end, signs)
            if not _NOT_LAUREATE.search(masked.text, max(start, s.start - 30), s.start)
        ]
        before = [sign for sign in able if sign.end <= won.start()]
        after = [sign for sign in able if sign.start >= won.end()]
        if before or after:
            giving = (
                won.group()
                .lower()
                .startswith(
                    (
                        "przypad",
                        "przyzna",
                        "trafi",
                        "zwycięż",
                        "laureat",
                        "zwycięzc",
                        "nagrodzono",
                        "powędrow",
                        "wyróżni",
                    )
                )
            )
            return after[0] if after and (giving or not before) else before[-1]
    return None


_BODY = pattern(r"\b(?P<body>urząd|fundacja|stowarzyszenie|spółdzielnia|szkoła|klub|ośrodek|gmina|powiat)\b")


def _meant(masked: Masked, start: int, end: int) -> Sign | None:
    """Return the one organisation of the text that "urząd" or "fundacja" means: "Za to urząd otrzymał wyróżnienie"."""
    word = next(masked.search(_BODY, start, end), None)
    if word is None:
        return None
    signs = [s for s in masked.under(0, start, "ΩΥ") if word["body"].lower() in s.thing.name.lower().split()]
    return signs[0] if len({sign.thing.name for sign in signs}) == 1 else None


# What belongs to one laureate


def _single(masked: Masked, award: _Award, many: bool) -> list[Field]:
    begin, end = award.start, award.end
    if not many:
        number = masked.document.sentence_number(begin)
        last = min(number + 6, len(masked.sentences))
        begin, end = masked.sentences[max(0, number - 3)][0], masked.sentences[last - 1][1]
    else:
        end = _own_end(masked, award)
    fields = [
        *_category(masked, begin, end),
        *_prize(masked, award.start, end),
        *_received(masked, begin, end),
    ]
    for match in _RANK.finditer(masked.text, begin, end):
        fields.append(Field("rank", _ORDINALS[match["ordinal"].lower()], *match.span(), 0.85))
        break
    for rule in (_PRACTICE, _PRACTICE_FOR):
        for match in masked.search(rule, begin, end):
            fields += masked.fields("practice", masked.under(*match.span("name"))[:1], 0.85)
    return fields


def _own_end(masked: Masked, award: _Award) -> int:
    """An award among several goes on through sentences that name no other laureate."""
    if masked.text[award.start : award.end].count("\n") or _ROW.match(masked.text, award.start):
        return award.end
    end = award.end
    number = masked.document.sentence_number(award.end - 1)
    for begin, stop, paragraph in masked.sentences[number + 1 : number + 4]:
        if paragraph != masked.sentences[number][2]:
            break
        if _WON.search(masked.text, begin, stop) and _title(masked, begin, stop):
            break
        end = stop
    return end


def _category(masked: Masked, start: int, end: int) -> list[Field]:
    heading = [
        match
        for match in masked.search(_CATEGORY, 0, min(400, len(masked.text)))
        if not _WON.search(masked.text, *masked.sentence(match.start()))
    ]
    for match in [*masked.search(_CATEGORY, start, end), *heading]:
        quote = masked.under(match.end(), match.end() + 1, "Θ")
        if quote:
            return masked.fields("category", quote)
        begin, stop = clause(masked, match.end(), longest=120, until="ΩΥΦΠΔΘ")
        if stop - begin > 3:
            return [Field("category", masked.words(begin, stop), begin, stop, 0.8)]
    return []


def _prize(masked: Masked, start: int, end: int) -> list[Field]:
    match = _PRIZE.search(masked.text, start, end)
    if not match:
        return []
    low = match["prize"].lower()
    value = next(name for stem, name in _PRIZE_OF if low.startswith(stem))
    return [Field("prize", value, *match.span(), 0.8)]


def _received(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(_RECEIVED, start, end):
        begin, stop = masked.sentence(match.start())
        people = [*masked.under(match.end(), stop, "Π"), *masked.under(begin, match.start(), "Π")[::-1]]
        taker = next(
            (one for one in people if not _GIVER.search(masked.text, max(0, one.start - 12), one.start)), None
        )
        if taker:
            return [masked.field("received_by", taker, 0.85)]
    return []
