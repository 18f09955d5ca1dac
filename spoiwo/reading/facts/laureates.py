"""Who can have won in a sentence: bodies and people by their part in it, in a row, or received for."""

import re
from collections.abc import Iterator
from itertools import pairwise

from spoiwo.reading.facts.arguments import ASIDE, OF, RECEIVER, first_of_list, part_of
from spoiwo.reading.facts.award_titles import titles_of
from spoiwo.reading.facts.award_words import NOT_LAUREATE, OF_TEAM, RECEIVED, SAME_TITLE
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.organisation_words import OFFICES
from spoiwo.reading.facts.words import is_finite, lemmas, listed

_TO = re.compile(r"\b(?:do|dla)\s+(?:firmy\s+|\w+\s+)?$", re.IGNORECASE)


def last_row(masked: Masked, names: list[tuple[Sign, Sign | None]]) -> list[tuple[Sign, Sign | None]]:
    """Return the names in a row that the last one ends: "…, Oliwia Tarka i Bartek Wolny zajęli"."""
    for at in range(len(names)):
        alike = {name[0].sign for name in names[at:]} == {"Π"}
        joint = masked.text[names[-2][0].end : names[-1][0].start].strip() if at < len(names) - 1 else ""
        if alike and joint in ("i", "oraz") and len(in_row(masked, names[at:])) == len(names) - at:
            is_team = len(names) - at > 1 and re.compile(r"\s+ze?\s+Ω").match(masked.text, names[-1][0].end)
            return [] if is_team else names[at:]  # of a team from a school it is not said who won
    return names[-1:]


def in_row(masked: Masked, names: list[tuple[Sign, Sign | None]]) -> list[tuple[Sign, Sign | None]]:
    """Return the first name and those that stand in a row with it."""
    kept = names[:1]
    for before, one in pairwise(names):
        between = masked.text[before[0].end : one[0].start]
        is_office = masked.document.text[before[0].start].islower()  # "starostę Romana Gusa, firmę Ω i Π"
        is_of_school = before[0].sign == "Π" and one[0].sign != "Π" and not is_office
        if is_of_school and not _JOINED.match(between):
            break  # "Zofia Mazurek, Liceum …": a person and a school, not two laureates
        if _REASON.fullmatch(between):
            kept.append(one)
            continue
        joint = _ROW.match(between)
        if joint and _may_stand_between(before[0], one[0], between[joint.end() :]):
            kept.append(one)
        else:
            break
    return kept


_JOINED = re.compile(r"\s*(?:\(|(?:ze?\s+Λ+\s+)?(?:i|oraz)\s)")
_ROW = re.compile(
    r"\s*(?:,\s+(?!któr)(?:[a-ząćęłńóśźż-]+\s+){0,4}(?:[a-ząćęłńóśźż-]+|[ΛΥ]+)(?=,\s+(?:i|oraz|a\s+także)\s))?(?:\([^()]*\)\s*|(?:ze?|we?)\s+(?:Λ+|[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+)\s*){0,2}(?:,\s*(?:a\s+także\s+|oraz\s+|i\s+|jak\s+również\s+)?(?:a\s+)?(?:(?:drug|trzeci|kolejn)\w+\s+(?:zaś\s+|natomiast\s+)?)?|(?:i|oraz|a\s+także)\s+)\s*(?:do\s+|dla\s+)?"
)
# "dostał je za linię, Ω za etaty, a Ω za całokształt": a reason for each.
_REASON = re.compile(
    r"\s+(?:dosta\w+\s+(?:je|go|ją)\s+)?za\s+[^,;ΩΥΠΘ]{3,90},\s+(?:a\s+|zaś\s+|oraz\s+|i\s+)?"
)
_CALLING = re.compile(r"(?:(?:[a-ząćęłńóśźż]{3,}|dr|prof\.|ks\.|inż\.|mgr)\s+){0,3}")


# "Ω, Hotel Nad Czosem oraz Ω": a name that nothing tells to be one.
_UNKNOWN = re.compile(r"[A-ZŁŚŻŹĆ][^.,;:ΩΥΠΘ]{2,40}(?:,|\s+i|\s+oraz)\s+")


def _may_stand_between(before: Sign, one: Sign, words: str) -> bool:
    """Whether the words before the next name in a row only call it something: "i wolontariusza Π", "oraz dr Π"."""
    if not words or _UNKNOWN.fullmatch(words):
        return True
    is_called = one.sign == "Π" and _TRADE.fullmatch(words) is not None
    is_alike = (
        before.sign == one.sign or is_called or words.strip() in ("dr", "prof.", "pani", "pan", "panu", "ks.")
    )
    is_calling = _CALLING.fullmatch(words) and not any(is_finite(word) for word in words.split())
    return bool(is_alike and is_calling)


# "firmie Ω oraz lekarce Π": what somebody is by trade, who won alone.
_TRADE = re.compile(
    r"(?!panu\b|pani\b)(?:[a-ząćęłńóśźż]{4,}(?:ce|rce|ni|owi|cy|ka|rz|sta|ście|cie|or|er|ik|yk|ciel|ec)\s+)(?:[a-ząćęłńóśźż]+(?:ej|emu|y|a)\s+)?"
)


def _is_represented(masked: Masked, start: int, end: int, sign: Sign) -> bool:
    """Whether a prize with a title is received here "w imieniu" this body: then the body won it."""
    in_name_of = re.search(r"\bw\s+imieniu\s+$", masked.text[start : sign.start], re.IGNORECASE)
    received = RECEIVED.search(masked.text, start, sign.start)
    return bool(sign.sign != "Π" and in_name_of and received and titles_of(masked, start, received.start()))


_OF_THEM = re.compile(
    r"\b(?:jej|jego|ich)\s+(?:[a-ząćęłńóśźż]+,?\s+){0,2}$", re.IGNORECASE
)  # "Jej właścicielka Π otrzymała dyplom"


_LATER = re.compile(
    r"[^.;ΩΥΠ]{0,50},\s+(?:zwycięzc|zwyciężczyn|laureat|zdobywc)\w+|(?:,\s+[^.,;Π]{3,80})?,\s+któr[ay]\s+[^.,;ΩΥ]{0,60}?(?:zdoby|odebra|otrzyma|zaję|wygra|wywalczy)\w+"
)


_NAMED_HIM = re.compile(r"\bogłosił[aoiy]?\s", re.IGNORECASE)


def _gives(masked: Masked, sign: Sign, start: int) -> bool:
    """Whether the words before a name say that it gave, organised, represented or only spoke."""
    match = NOT_LAUREATE.search(masked.text, max(start, sign.start - 45), sign.start)
    if match and _LATER.match(masked.text, sign.end):
        return False  # "śmieje się Π, szwaczka z Λ, która odebrała …"
    if match and _NAMED_HIM.search(match.group()) and sign.sign == "Π" and "nom" not in sign.thing.cases:
        return False  # "Człowiekiem Roku kapituła ogłosiła Π"
    is_given = match and match.group().lower().startswith("wręcz") and part_of(masked, sign) == RECEIVER
    return bool(match) and not is_given


def _is_pupil(masked: Masked, sign: Sign) -> bool:
    """Whether somebody told of as a body's own wins alone: "Jego uczennica Π otrzymała nagrodę indywidualną"."""
    role = masked.reader.roles.get(sign.thing.first)
    return bool(role and role.function and lemmas(role.function.title.split()[0]) & _PUPILS)


_PUPILS = listed(
    "uczeń uczennica wychowanek wychowanka absolwent absolwentka pracownik pracownica mieszkaniec mieszkanka student studentka"
)


_NAME_SAID = re.compile(
    r"\b(?:tytuł|mian|odznak|medal)\w*\s+\S", re.IGNORECASE
)  # what bears a name is somebody's own


def _able(masked: Masked, start: int, end: int) -> Iterator[Sign]:
    """Return the bodies and people of whom no word says that they gave, organised, represented or only spoke."""
    titles = titles_of(masked, start, end)
    for sign in masked.under(start, end, "ΩΥΠ"):
        if any(one.start <= sign.start < one.end for one in titles):
            continue  # "Nagroda im. Π": whom it is named after
        first = first_of_list(masked, sign, start)
        gives = any(_gives(masked, one, start) for one in (sign, first))
        is_theirs = (
            sign.sign == "Π"
            and not _is_pupil(masked, sign)
            and not any(
                one.end < sign.start
                and one.confidence >= 0.85
                and _NAME_SAID.search(masked.text, start, one.start + 1)
                for one in titles
            )
            and _OF_THEM.search(masked.text, max(start, sign.start - 40), sign.start)
        )
        is_other = gives or is_theirs or _is_contest_body(masked, sign)
        if not is_other or _is_represented(masked, start, end, sign):
            yield sign


_WON_BY = re.compile(
    r"(?:udziałem|w\s+rękach|w\s+(?:tym|ubiegłym|zeszłym)\s+roku|tym\s+razem|w\s+udziale|w\s+ręce|do\s+rąk|na\s+konto|przyznan(?:ego|ej)|nadan(?:ego|ej)|tytuł\w*|laurea[tc]\w*|zwycięzc\w*|pierwsz[ąe]|drug[ąi]e?|trzeci[ąe])\s+$"
)
_GIVEN_TO = re.compile(
    r"(?:miejsce|nagrod[ęa]|lokat[ęa]|wyróżnieni[ea]|medal|statuetk[ęa]|dyplom|puchar|Prix|Θ)\s+$"
)
_TEAM = re.compile(rf"\b{OF_TEAM}\s+$", re.IGNORECASE)
_WHO_WON = re.compile(
    r",\s+któr[aey]\w{0,2}\s+(?:\w+\s+){0,2}?(?:zdoby|zaję|zają|otrzyma|wywalczy|zwycięży|wygra)\w+"
)
_GIVES = re.compile(r"\b(?:przyzna|nada[łn]|wręcz)\w*", re.IGNORECASE)


def _is_won_by(masked: Masked, start: int, sign: Sign) -> bool:
    """Whether a name that could be a genitive says who won: "przyznała I miejsce Piekarni", "laureatem Ω"."""
    before = masked.text[start : sign.start]
    if _WHO_WON.match(masked.text, sign.end) or _TEAM.search(before):
        return True
    return bool(_WON_BY.search(before) or (_GIVEN_TO.search(before) and _GIVES.search(before)))


_ASIDE = re.compile(r",\s+(?:\w{1,3}\s+)?któr[aey]\w{0,2}\s+(?P<told>[^,;]*)$")
_WINS = re.compile(r"\b(?:zdoby|otrzyma|wywalczy|zwycięży|wygra|odebra|zaję|zają|uzyska)\w*", re.IGNORECASE)


def _is_in_aside(masked: Masked, start: int, sign: Sign) -> bool:
    """Whether a name stands in a clause that only tells who somebody is: "Π, która kieruje Ω, została …"."""
    aside = _ASIDE.search(masked.text[start : sign.start])
    closes = masked.text.find(",", sign.end, masked.sentence(sign.start)[1])
    if not aside or closes < 0:
        return False
    return not _WINS.search(aside["told"]) and not _WINS.search(masked.text, sign.end, closes)


def _can_win(masked: Masked, start: int, sign: Sign) -> bool:
    """Whether a name stands where who won is told: not aside, and of nobody else."""
    if _is_in_aside(masked, start, sign) or (
        sign.sign == "Ω" and _OF_PERSON.search(masked.text[start : sign.start])
    ):
        return False
    part = part_of(masked, sign)
    if part not in (ASIDE, OF) or _is_listed(masked, start, sign):
        return True
    before = masked.text[start : first_of_list(masked, sign, start).start]
    if sign.sign == "Π" and "acc" in sign.thing.cases and _CHOSE.search(before):
        return True  # "jury uznało emerytowanego hutnika Π"
    if part == ASIDE:
        return bool(_TO.search(before) or _AS_SHARE.search(before))
    return _is_won_by(masked, start, sign)


_OF_PERSON = re.compile(r"Π,\s+(?:[a-ząćęłńóśźż-]+\s+){1,4}ze?\s+$")  # "Π, brygadzistka z Ω, została …"
_CHOSE = re.compile(
    r"\b(?:uznał|wybra|ogłosi|nagrodz|wyróżn|uhonorowa|docen)\w+\s+(?:[a-ząćęłńóśźż]+(?:ego|ą|ę|a)\s+){1,2}$",
    re.IGNORECASE,
)
_INDIVIDUAL = re.compile(r"\bindywidualn\w+", re.IGNORECASE)


def _with_receiver(
    masked: Masked, start: int, end: int, sign: Sign, *, is_first: bool
) -> list[tuple[Sign, Sign | None]]:
    """Return who won where a name is told: itself, or the body for which a person took it; none where it is not known."""
    received = RECEIVED.search(masked.text, start, sign.start)
    if sign.sign == "Π" and received and _INDIVIDUAL.search(masked.text, start, received.start()):
        return [(sign, None)]
    another = SAME_TITLE.search(masked.text, start, received.start()) if received else None
    is_another = received and another and is_first and received.start() - another.end() < 2
    if is_another or (received and _is_won_by_several(masked, received, sign)):
        return [(sign, None)]
    takes = received or RECEIVED.search(masked.text, sign.end, min(end, sign.end + 12))
    if sign.sign != "Π" or not takes:
        return [(sign, None)]
    if not received and _takes_own(masked, takes.end(), end, sign):
        return [(sign, None)]
    role = masked.reader.roles.get(sign.thing.first)
    body = role.organisation if role else None
    if body:
        return [(Sign("Ω", body.start, body.end, body), sign)] if is_first else []
    if received and received.group().lower() == "do rąk" and not _heads(masked, sign):
        return [(sign, None)]  # "Do rąk Π, krawcowej z Λ, trafiła statuetka Θ"
    return [(sign, None)] if is_first and received and _is_own(masked, start, received, sign) else []


def laureates(masked: Masked, start: int, end: int) -> list[tuple[Sign, Sign | None]]:
    """Return who can have won, in order, each with the person who received it for a body."""
    found = _on_hands(masked, start, end)
    if found:
        return found
    for sign in _able(masked, start, end):
        if _is_represented(masked, start, end, sign):
            found.append((sign, next(iter(masked.under(sign.end, end, "Π")), None)))
        elif _can_win(masked, start, sign):
            found += _with_receiver(masked, start, end, sign, is_first=not found)
    bodies = [one for one in found if one[0].sign != "Π"]
    if bodies and _is_told_in_row(masked, start, found):
        return found
    if not bodies or _is_person_first(found):
        return found
    return [one for one in found if one[0].sign != "Π" or _is_joined(masked, start, one[0])]


def _is_told_in_row(masked: Masked, start: int, found: list[tuple[Sign, Sign | None]]) -> bool:
    """Whether bodies and people stand in one row after a colon: "Otrzymali je: Ω, nauczycielka Π oraz Π"."""
    is_listed = masked.text[start : found[0][0].start].rstrip().endswith(":")
    closes = (
        re.search(r"\b(?:i|oraz|a\s+także)\b", masked.text[found[-2][0].end : found[-1][0].start])
        if len(found) > 1
        else None
    )
    return bool(is_listed and closes) and len(in_row(masked, found)) == len(found)


_AND = re.compile(
    r"[ΩΥ](?:\s+ze?\s+Λ+)?,?\s+(?:oraz|i|a\s+także)\s+(?:(?:dr|prof\.|ks\.|pan|pani|panu)\s+|(?P<trade>(?:[a-ząćęłńóśźż]{4,}\s+){1,2}))?$"
)


def _is_joined(masked: Masked, start: int, sign: Sign) -> bool:
    """Whether a person stands in a row with the body before: "nadano Ω oraz dr Π"."""
    match = _AND.search(masked.text[start : sign.start])
    return match is not None and (not match["trade"] or _TRADE.fullmatch(match["trade"]) is not None)


_AS_SHARE = re.compile(
    r"\b(?:oddano\s+na|postawi\w+\s+na|padł\w*\s+na|w\s+rękach|udziałem|w\s+udziale|w\s+ręce|na\s+konto)\s+$",
    re.IGNORECASE,
)
_HANDS = re.compile(
    r"\bna\s+ręce\s+(?:[a-ząćęłńóśźż]+\s+){1,2}(?P<body>[ΩΥ]+),?\s+(?P<taker>Π+)", re.IGNORECASE
)


def _on_hands(masked: Masked, start: int, end: int) -> list[tuple[Sign, Sign | None]]:
    """Read "na ręce prezesa Ω, Π, złożono": the body won, the person took it."""
    match = _HANDS.search(masked.text, start, end)
    body, taker = (masked.under(*match.span(name)) for name in ("body", "taker")) if match else ([], [])
    return [(body[0], taker[0])] if body and taker else []


_LIST = re.compile(r"(?:[ΩΥΠ,\s]|\([^()]*\)|(?:ze?|we?)\s+Λ+(?!Λ)|\b(?:i|oraz|a)\b|\b[a-ząćęłńóśźż]{3,}\b)*+")


def _is_listed(masked: Masked, start: int, sign: Sign) -> bool:
    """Whether a name stands in a list after a colon, each with words that call it something: "do trojga osób: ratownika Π"."""
    colon = masked.text.rfind(": ", start, sign.start)
    words = masked.text[colon + 1 : sign.start] if colon > 0 else ""
    return bool(words and _LIST.fullmatch(words)) and not any(
        is_finite(word) for word in _WORDS.findall(words)
    )


_WORDS = re.compile(r"[a-ząćęłńóśźż]{3,}")


_OF_PLACE = re.compile(
    r"(?:pierwsz|drug|trzeci|czwart|I{1,3}\b|IV\b)\w*\s+(?:nagroda|miejsce)", re.IGNORECASE
)


def _is_own(masked: Masked, start: int, received: re.Match[str], sign: Sign) -> bool:
    """Whether one who heads nothing took what bears a name: "Odznakę Θ odebrał mistrz zduński Π"."""
    heads = _heads(masked, sign)
    titles = titles_of(masked, start, received.start())
    named = [one for one in titles if one.confidence >= 0.9 or _OF_PLACE.match(str(one.value))]
    if not named and not _body_before(masked, start):
        named = [one for one in titles if one.confidence >= _SURE]
    return bool(named) and not heads and not masked.under(start, sign.start, "ΩΥ")


_SURE = 0.8  # the confidence of what is surely a title


def _body_before(masked: Masked, start: int) -> bool:
    """Whether the sentence before in the same paragraph names a body, for which a person may have come."""
    number = masked.document.sentence_number(start)
    if not number or masked.sentences[number - 1][2] != masked.sentences[number][2]:
        return False
    return bool(masked.under(*masked.sentences[number - 1][:2], "ΩΥ"))


def _takes_own(masked: Masked, start: int, end: int, sign: Sign) -> bool:
    """Whether one who heads nothing says something while taking a named prize: "powiedziała Π, odbierając statuetkę Θ"."""
    named = [one for one in titles_of(masked, start, end) if one.confidence >= 0.9]
    return bool(named) and not _heads(masked, sign) and not masked.under(sign.end, end, "ΩΥ")


_TOLD_OFFICE = re.compile(r",\s+(?P<office>[a-ząćęłńóśźż-]+)")


def _heads(masked: Masked, sign: Sign) -> bool:
    """Whether a person holds an office, so that what is received is received for a body: "Π, dyrektor urzędu w Λ"."""
    role = masked.reader.roles.get(sign.thing.first)
    if role and role.function:
        return bool(lemmas(role.function.title.split()[0]) & OFFICES)
    told = _TOLD_OFFICE.match(masked.text, sign.end)
    return bool(told and lemmas(told["office"]) & OFFICES)


def _is_won_by_several(masked: Masked, received: re.Match[str], sign: Sign) -> bool:
    """Whether several took what they won themselves: "Wyróżnienia odebrali: Π, Π i Π"."""
    is_listed = masked.text[received.end() : received.end() + 1] == ":"
    is_plural = received.group().lower().startswith(("odebrali", "odebrały", "przyjęli"))
    if sign.sign == "Π" and _heads(masked, sign):
        return False
    first = first_of_list(masked, sign, masked.sentence(sign.start)[0])
    row = re.compile(r"[ :–-]{1,4}(?:(?:ks\.|dr|prof\.|pan|pani)\s+)?").fullmatch(
        masked.text, received.end(), first.start
    )
    before = masked.with_numbers[masked.sentence(sign.start)[0] : received.start()]
    return bool(is_plural and row and (is_listed or _WON_THEMSELVES.search(before)))


_WON_THEMSELVES = re.compile(
    r"(?<!imieniu )\b(?:wyróżnieni\w+|nagrod\w+|tytuł\w*|medal\w*|laury|odznak\w*|krzyż\w*)\b[^,;]*\s+$",
    re.IGNORECASE,
)


def _is_person_first(found: list[tuple[Sign, Sign | None]]) -> bool:
    return found[0][0].sign == "Π"


def _is_contest_body(masked: Masked, sign: Sign) -> bool:
    """Whether a name only tells where somebody is from, or is the body that gives: "uczennica z Ω", "Ω ogłosiła"."""
    return _GIVING_BODY.match(masked.text, sign.end) is not None


_GIVING_BODY = re.compile(
    r"(?:\s+we?\s+[A-ZŁŚŻŹĆ]\w+)?(?:,\s+któr[^.;!?\n]{3,90},)?[^,.;:!?\nΩΥΠΘ]{0,40}?\s(?:ogłosił|rozstrzygnął|rozstrzygnęł|organizuje|zorganizował|przyznał|przyznaje|wręczył|wręcza|nagrodził|wyróżnił|uhonorował|"
    r"doceni|wybrał|uznał|wskazał|nadał|nadaje|udekorował)[aoiy]?(?:li|ły)?\b(?!\s+się)"
)
