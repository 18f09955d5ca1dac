"""Awards whose title the sentences before said: who competed for it, how many were given, who is meant again."""

import re

from spoiwo.reading.facts.award_lists import Award
from spoiwo.reading.facts.award_titles import in_nominative, quoted_before, titles_of
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.laureates import in_row, laureates
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.words import can_be, lemmas, listed
from spoiwo.reading.facts.writers import writer_of

_COMPETED = re.compile(
    r"\b(?:o|do)\s+(?:\w+\s+){0,2}?(?:tytuł|mian|nagrod|statuetk|laur|puchar|medal)\w*\s+Θ|"
    r"\b(?:kto|która|który)\s+(?:dostanie|otrzyma|zdobędzie|zasłużył\w*\s+na)\s[^.?]*Θ|"
    r"\b(?:kto|komu)\b[^.?]*\b(?:tytuł|mian|nagrod|statuetk|laur)\w*\s+Θ[^.?]*\?",
    re.IGNORECASE,
)
_WON_IT = re.compile(
    r"\b(?:wygra|zwycięży|triumfowa|zatriumfowa)ł[aoy]?\b|\bokaza\w+\s+się\b|\bnajlepsz[yae]\s+był|"
    r"\bnajwięcej\s+(?:głosów|punktów|wskazań)\b|\bzosta\w+\s+ni(?:m|ą)\b|\b(?:dosta|otrzyma|zdoby)\w+\s+(?:go|ją|je)\b|"
    r"\bwybór\w*\b[^.]{0,30}\bpadł|\b(?:wskaza|wybra)(?:ło|ła|li|no)\b|\bprzypad\w+\s+(?:on[ao]?\s+)?|\btrafi\w+\s+(?:on[ao]?\s+)?do\b",
    re.IGNORECASE,
)


def of_competed(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "O tytuł Θ ubiegało się pięć osób. Wygrał Π": the title was competed for in the sentence before."""
    number = masked.document.sentence_number(start)
    if not number or not _WON_IT.search(masked.text, start, end) or masked.under(start, end, "Θ"):
        return []
    begin, stop, paragraph = masked.sentences[number - 1]
    if paragraph != masked.sentences[number][2] or not _COMPETED.search(masked.text, begin, stop):
        return []
    title = quoted_before(masked, begin, stop)
    names = in_row(masked, laureates(masked, start, end))
    return [Award(who, title, start, end, True, receiver) for who, receiver in names] if title else []


_ARE_WINNERS = re.compile(
    r"(?:[-–]\s+)?(?:\w+\s+){0,2}?(?:Laurea[tc]|Zwycięzc|Zwycięż|Nagrodzon|Wyróżnion|Uhonorowan)\w*\s+(?:\w+\s+){0,2}?(?:zosta\w+|są|to|są\s+to)\b(?!\s+(?:w|po|wybran|wyłon|zapros))|"
    r"(?:Są\s+wśród\s+nich|Wśród\s+nich\s+(?:są|znalaz\w+|był[aoy]?|byli)|W\s+tym\s+gronie\s+(?:są|znalaz\w+))\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:W\s+tym\s+roku\s+|Tym\s+razem\s+)?(?:Są\s+to|To|Jest\s+(?:nim|nią|to)|Został\w*\s+(?:nim|nią|nimi)|Zostali\s+nimi):?\s",
    re.IGNORECASE,
)
_ASKED_WHO = re.compile(
    r"\b(?:kto|komu|kogo|do\s+kogo|która|który|wskaza\w+|wybra\w+|wyłoni\w+|nagrodz\w+|uhonorowa\w+|doceni\w+)\b",
    re.IGNORECASE,
)


def of_winners(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "Prezydent wręczył pięć statuetek Θ. Laureatkami zostały: Π, Π i Π", "Wiemy, kto ma tytuł Θ. To Ω i Ω"."""
    number = masked.document.sentence_number(start)
    if not number or masked.under(start, end, "Θ") or titles_of(masked, start, end):
        return []
    begin, stop, _paragraph = masked.sentences[number - 1]
    is_answer = _ANSWERS.match(masked.text, start, end) and _ASKED_WHO.search(masked.text, begin, stop)
    if not is_answer and not _ARE_WINNERS.match(masked.text, start, end):
        return []
    title = _title_before(masked, number)
    names = in_row(masked, laureates(masked, start, end)) if title else []
    return [Award(who, title, start, end, True, receiver) for who, receiver in names]


def _title_before(masked: Masked, number: int) -> Field | None:
    """Return the one name for what is won that the sentences before tell, up to one that names who won something."""
    for back in range(number - 1, max(-1, number - 4), -1):
        begin, stop, paragraph = masked.sentences[back]
        if paragraph != masked.sentences[number][2] or laureates(masked, begin, stop):
            return None
        titles = [one for one in titles_of(masked, begin, stop) if _is_name(one)]
        counted = _COUNTED.search(masked.with_numbers, begin, stop)
        if not titles and counted:
            titles = masked.fields("title", masked.under(*counted.span("name"), "Θ")[:1])
        if titles:
            return in_nominative(titles[0]) if len(titles) == 1 else None
    return None


def _is_name(title: Field) -> bool:
    return title.confidence >= _NAMED and str(title.value)[0].isupper()


# "Certyfikaty powędrowały do Ω i Ω": of the name the sentences before said.
_THINGS = re.compile(
    r"(?:Te\s+|Tegoroczne\s+|W\s+tym\s+roku\s+)?(?:Certyfikat|Statuetk|Tytuł|Nagrod|Laur|Medal|Odznak)\w{0,3}\s+(?:te\s+)?(?:(?:w\s+tym\s+roku|tym\s+razem)\s+)?(?:powędrowa|trafi|otrzyma|odebra|zdoby|przypad|wręczono|przyznano|nadano|poszł)\w*",
    re.IGNORECASE,
)


def of_things(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "Przyznaje się certyfikat Θ. … Certyfikaty powędrowały do Ω, Ω oraz Ω" where only one such name was said."""
    number = masked.document.sentence_number(start)
    if not number or titles_of(masked, start, end) or not _THINGS.match(masked.text, start, end):
        return []
    above = max(0, number - _BACK)
    said = [
        in_nominative(one)
        for match in _COUNTED.finditer(masked.with_numbers, masked.sentences[above][0], start)
        for one in masked.fields("title", masked.under(*match.span("name"), "Θ")[:1], 0.75)
    ]
    if len({str(one.value).casefold() for one in said}) != 1:
        return []
    names = in_row(masked, laureates(masked, start, end))
    if _ONE_TOOK.search(masked.text, start, end) and all(who.sign == "Π" for who, _receiver in names):
        return []  # who came for a body told before
    return [Award(who, said[-1], start, end, True, receiver) for who, receiver in names]


_ONE_TOOK = re.compile(r"\bodebrał[ao]?\b", re.IGNORECASE)
_BACK = 6  # sentences in which a name is still remembered
_NAMED = 0.8  # the confidence of titles with a name
_COUNTED = re.compile(
    r"\b(?:statuet\w+|tytuł\w*|nagr[oó]d\w*|certyfikat\w*|medal\w*|wyróżnie\w+|odznak\w*)\s+(?P<name>Θ+)",
    re.IGNORECASE,
)
_GOT = r"(?:zdoby|otrzyma|odebra|dosta|wywalczy)\w+|przypad\w+|trafi\w+\s+do|powędrowa\w+\s+do|trafi\w+\s+w\s+ręce"
_PIECE = re.compile(
    rf"\b(?:jedn|pierwsz|drug|trzeci|kolejn|ostatni)(?:ą|a|i|e|y|ie),?\s+(?:ze\s+)?(?:statuet\w+\s+|wyróżnie\w+\s+)?(?:w\s+kategorii\s+[^.,;ΩΥΠ]{{3,50}},\s+)?(?:zaś\s+|natomiast\s+|z\s+kolei\s+|–\s+)?(?:(?:{_GOT})\s+)?(?:dla\s+)?(?=[ΩΥΠ])",
    re.IGNORECASE,
)
_OF_PIECES = re.compile(
    r"\bstatuetk|\bjedn[ąa]\b|^(?:trzeci|kolejn|ostatni)(?:e|a|y|ą),\s+w\s+kategorii|^(?:Drug|Trzeci|Kolejn|Ostatni)(?:a|ą|e|ie)\s+(?:trafi|przypad|powędrowa|dosta|otrzyma|zdoby)",
    re.IGNORECASE,
)


def of_pieces(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "Drugą statuetkę odebrał Π", "Jedną zdobył Π, drugą zaś Π": of the title the sentences before named."""
    marks = [*_PIECE.finditer(masked.text, start, end)]
    if not marks or masked.under(start, marks[0].end(), "Θ") or not _OF_PIECES.search(masked.text[start:end]):
        return []
    number = masked.document.sentence_number(start)
    above = next(s for s, _e, paragraph in masked.sentences if paragraph == masked.sentences[number][2])
    before = [
        one
        for begin, stop, _paragraph in masked.sentences[:number]
        if begin >= above
        for one in titles_of(masked, begin, stop)
        if one.confidence >= _QUOTED or (one.confidence >= _CAPITALS and str(one.value)[0].isupper())
    ]
    if len({one.value for one in before}) != 1:
        return []
    title = before[-1]
    stops = [*(mark.start() for mark in marks[1:]), end]
    return [
        Award(masked.under(mark.end(), stop, "ΩΥΠ")[0], title, mark.start(), stop, True)
        for mark, stop in zip(marks, stops, strict=True)
    ]


_CAPITALS = 0.8  # of titles in capitals alone
_QUOTED = 0.9  # the confidence of titles in quotation marks
_WE_GOT = re.compile(
    r"\b(?:odebra|otrzyma|zdoby|wywalczy|dosta|uzyska|zgarnę|zaję|sięgnę|przywieź|wygra)(?:liśmy|łyśmy)\b",
    re.IGNORECASE,
)


def of_us(masked: Masked, found: list[Award], start: int, end: int) -> list[Award]:
    """Read "Kapituła doceniła Ω. Podczas gali odebraliśmy I nagrodę": whoever writes is the body told just before."""
    titles = titles_of(masked, start, end)
    if len(titles) != 1 or not _WE_GOT.search(masked.text, start, end) or laureates(masked, start, end):
        return []
    if not found or start - found[-1].end > _NEAR:
        who = writer_of(masked)
        return [Award(who, titles[0], start, end, True)] if who else []
    last = found[-1]
    is_one = last.laureate.sign == "Ω" and last.title is None
    return [Award(last.laureate, titles[0], start, end, True)] if is_one else []


_NEAR = 100  # characters between the body and what "we" got
_OF_UNIT = listed("samorząd gmina miasto powiat")
_OF_FIRM = listed("firma spółka przedsiębiorstwo zakład")
_WORD = re.compile(r"\b(?P<word>[a-ząćęłńóśźż]{4,})\b(?!\s+(?:ze?|we?)\s|\s+[ΩΥΛ])")


def body_again(masked: Masked, start: int, end: int) -> Sign | None:
    """Return the only body the sentence before named, where this one says "samorząd", "spółka", "fundacja" of it."""
    number = masked.document.sentence_number(start)
    if not number:
        return None
    named = masked.under(*masked.sentences[number - 1][:2], "ΩΥ")
    if len({one.thing.name for one in named}) != 1:
        return None
    words = [match["word"] for match in _WORD.finditer(masked.text, start, end)]
    bodies = {lemma for word in words if can_be(word, "nom") for lemma in lemmas(word)}
    own = lemmas(masked.document.text[named[0].start :].split()[0].lower())
    if named[0].sign == "Υ":
        return named[0] if bodies & _OF_UNIT else None
    is_firm = getattr(named[0].thing, "kind", "") == "firma" and bodies & _OF_FIRM
    return named[0] if is_firm or bodies & own else None


_BEARER = re.compile(
    r"(?P<who>Π+|Ω+),\s+(?:we?\s+Δ+\s+|(?:ubiegłoroczn|tegoroczn)\w+\s+)?(?:laureat\w*|zdobywc\w*|zdobywczyni\w*)\s+(?:tytuł|nagrod|statuetk|wyróżnieni|odznak)\w*\s",
    re.IGNORECASE,
)


def of_bearers(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "Gościem była Π, zdobywczyni tytułu Θ": who somebody is tells what was won."""
    found = []
    for match in _BEARER.finditer(masked.text, start, end):
        titles = [one for one in titles_of(masked, start, end) if one.start >= match.end("who")]
        near = [one for one in titles if one.start - match.end() < _FROM_NOUN and one.confidence >= _NAMED]
        if near:
            who = masked.under(*match.span("who"))[0]
            found.append(Award(who, near[0], match.start(), near[0].end, True, is_past=True))
    return found


_FROM_NOUN = 12  # characters between "tytułu" and the name
