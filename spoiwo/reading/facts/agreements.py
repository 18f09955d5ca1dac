"""Agreements that were concluded: what kind, about what, when, where, between whom and who signed."""

import re

from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import Masked, Sign, pattern
from spoiwo.reading.facts.words import can_be

_FORMS = {
    "porozum": "porozumienie", "umow": "umowa", "list": "list intencyjny", "deklarac": "deklaracja",
    "aneks": "aneks", "akces": "akces",
}  # fmt: skip
_FORM = r"(?P<form>porozumieni(?:e|a|u|em)|umow(?:a|ę|y)|list(?:u)? intencyjn\w+|deklaracj(?:a|ę)|aneks(?:u)?|akces(?:u)?)\b"
_CONCLUDED = (
    r"(?:podpisano|podpisał[aoy]?|podpisali|podpisan[aey]|zawarto|zawarł[ay]?|zawarli|zawart[aey]|przyjęto|przyjął|"
    r"przyjęł[ay]|przyjęli|zgłosił[ay]?|zgłosiły|zgłosili|złożył[yi]? podpis\w*|parafowa\w+|złożono podpisy)"
)
_ANCHORS = (
    pattern(rf"\b{_FORM}[^.!?]{{0,260}}?\b(?P<verb>{_CONCLUDED})\b"),
    pattern(rf"\b(?P<verb>{_CONCLUDED})\b[^.!?]{{0,160}}?\b{_FORM}"),
)
_NOT_YET = pattern(
    r"\b(?:zostanie|zostaną|będzie|będą|planuj\w+|zamierza\w*|ma zostać|mają|chcą|chce|jeśli|gdyby|mnożyć|ustaw\w+ z dnia)\b"
)
_NO_AGREEMENT = pattern(r"\bumow(?:a|ę|y) (?:o pracę|zleceni\w|o dzieło|najmu|na czas|o staż|ubezpieczen\w+)")
_EARLIER = pattern(r"\b(?:do )?(?P<form>porozumieni[ae]|umowy) z (?:dnia )?(?P<date>Δ+)")
_SUBJECT = pattern(
    r"(?:współpracy |partnerskie |partnerską |o współpracy (?=w sprawie|na rzecz|dotycząc))?(?P<cue>w sprawie|na rzecz|w zakresie|dotycząc\w{1,3}|o|do|dla) "
)
_SIGNED = pattern(
    r"\b(?:podpis\w*|przystąpi\w+|dołączy\w+|reprezentowa\w+|sygnatariusz\w*|stron(?:ami|y|ą)|w imieniu|ze strony|zgłosił\w*|przyję\w+|zawar\w+)\b"
)
_AT = re.compile(
    r"\b(?:w|we|udziałem|siedzibie|sali|sal[aą]|budynku|gmachu|konferencyjnej|auli|terenie|powiecie)\s+$",
    re.IGNORECASE,
)


def find_agreements(masked: Masked) -> list[Fact]:
    """Return the agreements a text says were concluded; plans and agreements only spoken of give nothing."""
    found: list[list[Field]] = []
    for anchor in _anchors(masked):
        _merge(found, _read(masked, anchor))
    for match in masked.search(_EARLIER):
        fields = [_form_field(match)]
        date = masked.under(*match.span("date"))
        fields += masked.fields("date", date[:1])
        subject = _subject(masked, match.end())
        if (
            date
            and subject
            and not re.search(r"ustaw", masked.text[max(0, match.start() - 20) : match.start()])
        ):
            found.append([*fields, subject])
    found = [fields for fields in found if _value(fields, "form")]
    return [spanning(Kind.AGREEMENT, fields, _confidence(fields)) for fields in found if _is_enough(fields)]


def _anchors(masked: Masked) -> list[re.Match[str]]:
    """Return one match per sentence that says an agreement was concluded; headings only where no sentence does."""
    found: list[re.Match[str]] = []
    headings: list[re.Match[str]] = []
    for start, end, _paragraph in masked.sentences:
        match = next((m for rule in _ANCHORS if (m := rule.search(masked.text, start, end))), None)
        if match is None or _NOT_YET.search(masked.text, start, end):
            continue
        if not _NO_AGREEMENT.match(masked.text, match.start("form")):
            (found if masked.text[end - 1] in ".!?" else headings).append(match)
    return found or headings


def _form_field(match: re.Match[str]) -> Field:
    word = match["form"].lower()
    form = next(form for stem, form in _FORMS.items() if word.startswith(stem))
    return Field("form", form, *match.span("form"), 0.95)


def _read(masked: Masked, anchor: re.Match[str]) -> list[Field]:
    start, end = masked.sentence(anchor.start("form"))
    fields = [_form_field(anchor)]
    subject = _subject(masked, anchor.end("form"))
    fields += [subject] if subject else []
    dates = [sign for sign in masked.under(start, end, "Δ") if not _is_of_law(masked, sign)]
    if not any(sign.thing.is_day for sign in dates):
        dates = _date_before(masked, start, end) or _date_after(masked, start)
    fields += masked.fields("date", [sign for sign in dates if sign.thing.is_day][:1])
    skip = (subject.start, subject.end) if subject else (0, 0)
    fields += _where(masked, start, end, skip)
    for begin, stop in _about_signing(masked, start, end):
        fields += _sides(masked, begin, stop, skip)
    return fields


def _is_of_law(masked: Masked, sign: Sign) -> bool:
    before = masked.text[max(0, sign.start - 40) : sign.start].lower()
    return bool(re.search(r"(?:ustaw\w*|rozporządzeni\w*|porozumieni\w|umowy)\s+z\s+(?:dnia\s+)?$", before))


_GOES_ON = pattern(
    r"\b(?:na zakończenie|podczas|w trakcie|tego (?:samego )?dnia|po części|wówczas|wtedy|stosown\w+|przy tej okazji)\b"
)


def _date_before(masked: Masked, start: int, end: int) -> list[Sign]:
    """Return the last day named in the two sentences before, when nothing but that day is named there."""
    number = masked.document.sentence_number(start)
    if number == 0:
        return []
    if (
        not _GOES_ON.search(masked.text, start, end)
        and masked.sentences[number - 1][2] != masked.sentences[number][2]
    ):
        return []
    begin = masked.sentences[max(0, number - 6)][0]
    days = [sign for sign in masked.under(begin, start, "Δ") if sign.thing.is_day]
    return days[-1:]


def _date_after(masked: Masked, start: int) -> list[Sign]:
    """Return the day of the next sentence where that one tells of the ceremony."""
    number = masked.document.sentence_number(start) + 1
    if number >= len(masked.sentences):
        return []
    begin, end, _paragraph = masked.sentences[number]
    if not re.search(r"uroczystoś|podpis|dokument|akt", masked.text[begin:end], re.IGNORECASE):
        return []
    return [sign for sign in masked.under(begin, end, "Δ") if sign.thing.is_day][:1]


def _subject(masked: Masked, at: int) -> Field | None:
    cue = _SUBJECT.match(masked.text, at + 1) if at + 1 < len(masked.text) else None
    nested = _EARLIER.match(masked.text, at + 1)
    if nested:
        return _subject(masked, nested.end())
    if cue is None:
        return None
    start, end = clause(masked, cue.end(), until="Δ")
    end = _without_tail(masked, start, end)
    if end - start < 4:
        return None
    return Field("subject", masked.words(start, end), start, end, 0.85)


_TAIL = re.compile(r"\s+(?:w\s+dniu|dnia|z\s+dnia|w|z)\s*$")


def _without_tail(masked: Masked, start: int, end: int) -> int:
    found = _TAIL.search(masked.text, start, end)
    return found.start() if found else end


def _where(masked: Masked, start: int, end: int, skip: tuple[int, int]) -> list[Field]:
    """Return the place of signing: "w Lesku", or the seat of the office it was signed in."""
    for match in re.finditer(r"\b[wW]e?\s+(Λ+)", masked.text[start:end]):
        at = start + match.start(1)
        if not skip[0] <= at < skip[1]:
            return masked.fields(
                "place", [s for s in masked.under(at, at + 1) if s.thing.unit in ("town", "village")]
            )
    for sign in masked.under(start, end, "Ω"):
        inside = ((p.start, p.end) for p in masked.reader.places if sign.start <= p.start < sign.end)
        seat = sign.thing.seat or next(inside, None)
        if seat and _AT.search(masked.text, max(0, sign.start - 25), sign.start):
            name = next((p.name for p in masked.reader.places if p.start == seat[0]), None)
            return [Field("place", name, seat[0], seat[1], 0.85)] if name else []
    return []


def _about_signing(masked: Masked, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentence itself and those that follow and go on about who signed."""
    spans = [(start, end)]
    number = masked.document.sentence_number(start)
    for begin, stop, _paragraph in masked.sentences[number + 1 : number + 4]:
        if not _SIGNED.search(masked.text, begin, stop) or re.search(
            r"konferencj|warsztat", masked.text[begin:stop]
        ):
            continue
        spans.append((begin, stop))
    return spans


def _sides(masked: Masked, start: int, end: int, skip: tuple[int, int]) -> list[Field]:
    fields: list[Field] = []
    for sign in masked.under(start, end, "ΩΥΦΠ"):
        if (
            skip[0] <= sign.start < skip[1]
            or _is_of_earlier(masked, start, sign)
            or _AT.search(masked.text, max(0, sign.start - 25), sign.start)
        ):
            continue
        if sign.sign == "Υ" and _is_dependent(masked, sign):
            continue
        if sign.sign == "Π":
            fields += _representative(masked, sign)
        else:
            fields.append(masked.field("party", sign, 0.85))
    return fields


_BEFORE_PARTY = re.compile(r"(?:imieniu|strony|z|a|i|oraz|,|:)\s*$")


def _is_dependent(masked: Masked, sign: Sign) -> bool:
    """Whether a unit only belongs to another noun: "Wójtowie gmin powiatu nowodworskiego"."""
    word = masked.document.text[sign.start : sign.end].split()[0]
    genitive = can_be(word, "gen") and not can_be(word, "nom") and not can_be(word, "inst")
    return genitive and not _BEFORE_PARTY.search(masked.text, max(0, sign.start - 12), sign.start)


def _is_of_earlier(masked: Masked, start: int, sign: Sign) -> bool:
    """Whether the name belongs to what an earlier agreement was about: "aneks do porozumienia z dnia … o Ω"."""
    return bool(_EARLIER.search(masked.text, start, sign.start))


def _representative(masked: Masked, sign: Sign) -> list[Field]:
    role = masked.reader.roles.get(sign.thing.first)
    told = sign.thing.name
    fields = []
    if role and role.function:
        told = f"{told}, {role.function.title}"
    if role and role.organisation:
        one = role.organisation
        fields.append(Field("party", one.name, one.start, one.end, 0.85))
    return [*fields, Field("representative", told, sign.start, sign.end, 0.85)]


def _merge(found: list[list[Field]], fields: list[Field]) -> None:
    """Add fields to an agreement of the same form unless their dates or subjects differ."""
    for other in found:
        if _value(other, "form") == _value(fields, "form") and not _differ(other, fields):
            have = {field.name for field in other}
            repeated = ("party", "representative")
            other += [field for field in fields if field.name in repeated or field.name not in have]
            return
    found.append(fields)


def _differ(one: list[Field], other: list[Field]) -> bool:
    return any(
        _value(one, name) and _value(other, name) and _value(one, name) != _value(other, name)
        for name in ("date",)
    )


def _value(fields: list[Field], name: str) -> object:
    return next((field.value for field in fields if field.name == name), None)


def _is_enough(fields: list[Field]) -> bool:
    names = {field.name for field in fields}
    return len(names) >= 3 or "date" in names or ("subject" in names and "party" in names)


def _confidence(fields: list[Field]) -> float:
    is_sure = bool(_value(fields, "date")) and len({field.name for field in fields}) >= 3
    return confidence(Kind.AGREEMENT, is_sure)
