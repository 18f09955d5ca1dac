"""Projects: their name, programme and measure, who leads and who takes part, for whom, with what result, worth and time."""

import re
from dataclasses import dataclass, field

from spoiwo.reading.facts.clauses import clause, parts
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import ACTOR, ACTORS, Masked, Sign, pattern

_NAMED = pattern(
    r"\bprojek(?:t|tu|tem|cie|towi)\b(?: \w+){0,2}?(?: (?:pn\.|pt\.|pod nazwą|pod tytułem|o nazwie))?:? (?P<name>Θ+)"
)
_LINE = pattern(r"(?P<name>Θ+) [–-] lider: ")
_TAKEN_UP = pattern(rf"(?P<name>Θ+) zajmie się (?P<who>{ACTOR})")
_PROGRAMME = re.compile(
    r"\b(?P<name>(?:Regionaln\w+ )?Program\w{0,3} Operacyjn\w{1,3}(?: [A-ZŁŚŻŹĆ][\wó-]+)+(?: na lata \d{4}[–-]\d{4})?|"
    r"Regionaln\w+\s+Program\w{0,3}\s+Operacyjn\w+\s+Województwa\s+[A-ZŁŚŻŹĆ][\wó-]+(?:\s+na\s+lata\s+\d{4}\s?[–-]\s?\d{4})?|"
    r"PO\s?KL(?: \d{4}[–-]\d{4})?|PO\s?WER(?: \d{4}[–-]\d{4})?|POWER|RPO(?: [A-ZWŁŚŻ][\w-]+)*(?: \d{4}[–-]\d{4})?|ZPORR|SPO\s?RZL|FERS|FEO[A-Z]*|"
    r"Fundusz\w+ Europejski\w+ dla [A-ZŁŚŻŹĆ]\w+(?: \d{4}[–-]\d{4})?|Phare(?: \d{4})?|Erasmus\+|Interreg(?: [IVX]+[- ]?[A-C]?)?(?: [A-ZŁŚŻŹĆ]\w+(?:[-–][A-ZŁŚŻŹĆ]\w+)*)?|EQUAL|(?:program )?Leonardo da Vinci)"
)
_MEASURE = re.compile(
    r"\b(?P<kind>(?:Pod)?[Dd]ziałani(?:e|a|u|em)|Priorytet(?:u|em|cie)?|Oś\s+[Pp]riorytetow\w+|[Oo]si\s+[Pp]riorytetow\w+)\s+(?P<number>\d+(?:\.\d+){0,3}|[IVX]+)"
)
_SHORT_MEASURE = re.compile(r"\b(?:POWER|PO WER)\s+(?P<number>\d\.\d)")
_LEAD = (
    pattern(
        rf"(?P<who>{ACTOR}) (?:wspólnie|wraz|w partnerstwie|we współpracy) ze? {ACTORS}[^.]{{0,60}}? (?:realizuje|realizują|zrealizował|prowadzi|rozpoczął)"
    ),
    pattern(
        rf"\b(?:lider(?:em|ka|ką)?|beneficjent(?:em|a)?|projektodawc\w+|realizator(?:em)?)(?: (?:projektu|tego|partnerstwa|przedsięwzięcia))*(?: (?:jest|był[aoy]?|będzie|to|została?))?[:\s–-]{{1,4}}(?P<who>{ACTOR})"
    ),
    pattern(rf"(?P<who>{ACTOR})(?: z Λ+)? \((?:lider|beneficjent|projektodawca)\)"),
    pattern(
        rf"(?P<who>{ACTOR})(?: w Λ+)?(?: \w+){{0,2}}? (?:realizuje|rozpoczął|rozpoczęł[ao]|zrealizował[ao]?|zakończył[ao]?|prowadzi|otrzymał[ao]? (?:dofinansowanie|wsparcie)|wdraża|uruchomił[ao]?|pozyskał[ao]?)\b(?: \w+){{0,3}}? (?:projek|realizacj|dofinansowani|środki)"
    ),
    pattern(
        rf"\bprojek\w+ (?:Θ+ )?(?:\w+ ){{0,2}}?(?:realizuje|realizował[aoy]?|prowadzi|realizowan\w+ (?:jest )?przez|zrealizował[aoy]?) (?P<who>{ACTOR})"
    ),
    pattern(rf"\bzajmie się (?P<who>{ACTOR})"),
    pattern(
        rf"\b(?:prowadzon(?:y|ego|ym)|realizowan(?:y|ego|ym))(?: od Δ+)?(?: jest| był)? przez (?P<who>{ACTOR})"
    ),
)
_PARTNERS = (
    pattern(
        rf"\bpartner(?:em|ami|zy|ów|ką|stwie z|stwo z)?(?: (?:projektu|w projekcie|są|jest|byli?|był[ay]?|będą|będzie))*[:\s–-]{{1,4}}(?:to )?(?P<who>{ACTORS})"
    ),
    pattern(rf"(?P<who>{ACTORS}) \(partner(?:zy)?\)"),
    pattern(rf"\budzia\w+ (?P<who>{ACTORS}) w partnerstwie"),
    pattern(rf"\b(?:wspólnie|w partnerstwie|wraz|we współpracy) ze? (?P<who>{ACTORS})"),
)
_VALUE = pattern(r"\b(?:wartoś\w{1,2}|budżet\w{0,2}|ile|koszt\w{0,2}|kwot\w{1,2})[^.;]{0,60}?(?P<value>Ν+)")
_WHEN = pattern(
    r"\b(?:potrwa|trwa(?:ł|ła|ło)?|realizowan\w+ (?:jest|był[ay]?|będzie)?|realizacj\w+|okres\w* realizacji|kiedy|od)\b[^.;]{0,50}?(?P<span>Δ+)"
)
_FROM_TO = pattern(r"\bod (?P<first>Δ+) do (?P<second>Δ+)")
_SPAN = pattern(r"(?P<first>Δ+) [–-] (?P<second>Δ+)")
_SINCE = pattern(r"\b(?:realizowan\w+|prowadzon\w+|trwa)(?: jest)? od (?P<date>Δ+)")
_SINCE_DOING = pattern(r"\bod (?P<date>Δ+)[^.]{0,120}?\brealizuj[eą]")
_UNTIL = pattern(
    r"\b(?:potrwa|zakończ\w+|zakończono|zakończyliśmy)[^.;]{0,30}?(?:do końca |do |w )?(?P<end>Δ+)|(?P<ended>Δ+) (?:zakończono|zakończył[aoy]? się)"
)
_TARGET = pattern(
    r"(?:grup[ęąa]{1,2} docelow(?:ą|a) (?:projektu )?(?:stanowi|stanowią|są|jest|to|byli|tworzy)|dla kogo:|\b(?:s?kierowan\w+|adresowan\w+) (?:jest |był |będzie )?do|"
    r"odbiorc(?:ami|y) (?:projektu )?(?:są|byli|jest)|uczestnikami (?:projektu )?(?:są|będą|byli)) (?P<target>)"
)
_COUNTED = pattern(r"(?:Ν+ [–-] )?")
_RESULT = pattern(
    r"(?:rezultat\w{0,3}:|efektem (?:projektu )?(?:są|jest|był[aoy]?|było)|rezultatem (?:projektu )?(?:są|jest)|co już za nami:|rezultaty to|efekty:|powstał[aoy]?) (?P<result>)"
)


@dataclass
class _Project:
    """A project as it is put together, with the text that belongs to it."""

    fields: list[Field]
    start: int
    end: int = 0
    more: list[Field] = field(default_factory=list)


def find_projects(masked: Masked) -> list[Fact]:
    """Return the projects of a text by their quoted names, or the only one by its programme and leader."""
    found = _named(masked) or _unnamed(masked)
    for number, project in enumerate(found):
        following = found[number + 1].start if number + 1 < len(found) else len(masked.text)
        _read(masked, project, following, alone=len(found) == 1)
    return [
        spanning(Kind.PROJECT, p.fields, confidence(Kind.PROJECT, len(p.fields) > 2))
        for p in found
        if len({f.name for f in p.fields}) > 1
    ]


def _named(masked: Masked) -> list[_Project]:
    found: dict[str, _Project] = {}
    for rule in (_LINE, _TAKEN_UP, _NAMED):
        for match in masked.search(rule):
            for sign in masked.under(*match.span("name"))[:1]:
                if not _is_practice(masked, match.start()) and _new_key(found, sign):
                    found[sign.thing.words.casefold()] = _Project(
                        [masked.field("name", _first_said(masked, sign))], masked.sentence(match.start())[0]
                    )
    return sorted(found.values(), key=lambda project: project.start)


def _first_said(masked: Masked, sign: Sign) -> Sign:
    """Return the first quotation of the same name: later ones may be inflected ("zajmie się „Szlakiem …”")."""
    stem = sign.thing.words.casefold()[:5]
    signs = masked.under(0, len(masked.text), "Θ")
    return next((one for one in signs if one.thing.words.casefold().startswith(stem)), sign)


def _new_key(found: dict[str, _Project], sign: Sign) -> bool:
    stem = sign.thing.words.casefold()[:5]
    return not any(key.startswith(stem) for key in found)


def _is_practice(masked: Masked, at: int) -> bool:
    """Whether the quotation names the practice of an award ("praktyki tj. „Projektu …”")."""
    return bool(
        re.search(
            r"(?:praktyk\w*|konkurs\w*|nagrod\w*)\W+(?:\w+\W+){0,2}$", masked.text[max(0, at - 40) : at]
        )
    )


def _unnamed(masked: Masked) -> list[_Project]:
    for match in masked.search(pattern(r"\bprojek\w{1,3}\b")):
        start, end = masked.sentence(match.start())
        programme = _PROGRAMME.search(masked.document.text, start, end)
        if programme:
            return [_Project([], start)]
    return []


def _read(masked: Masked, project: _Project, following: int, alone: bool) -> None:
    start = 0 if alone else project.start
    end = len(masked.text) if alone else min(following, _paragraph_end(masked, project.start))
    fields = project.fields
    fields += _programme(masked, start, end)
    lead = _actors(masked, _LEAD, "lead", start, end)[:1] or _actors(
        masked, (_BROKEN_LEAD,), "lead", start, end
    )
    named = {one.value for one in lead}
    fields += lead + [
        one for one in _actors(masked, _PARTNERS, "partner", start, end) if one.value not in named
    ]
    fields += _target(masked, start, end)
    fields += _results(masked, start, end)
    fields += _value(masked, start, end)
    fields += _time(masked, project, start, end)


def _paragraph_end(masked: Masked, start: int) -> int:
    number = masked.document.sentence_number(start)
    paragraph, end = masked.sentences[number][2], masked.sentences[number][1]
    for _begin, stop, other in masked.sentences[number + 1 :]:
        if other != paragraph:
            break
        end = stop
    return end


def _programme(masked: Masked, start: int, end: int) -> list[Field]:
    fields = []
    text = masked.document.text
    match = _PROGRAMME.search(text, start, end)
    if match:
        words = masked.words(*match.span("name"))
        words = re.sub(r"^(Regionaln)\w+ (Program)\w* (Operacyjn)\w+", r"\1y \2 \3y", words)
        words = re.sub(r"^(Program)\w* (Operacyjn)\w+", r"\1 \2y", words)
        words = re.sub(r"^Fundusz\w+ Europejski\w+", "Fundusze Europejskie", words)
        fields.append(Field("programme", words, *match.span("name"), 0.85))
    measure = _MEASURE.search(text, start, end)
    short = _SHORT_MEASURE.search(text, start, end)
    if measure:
        kind = re.sub(r"(?i)działani\w+$", lambda m: m.group()[:7] + "ie", measure["kind"]).replace(
            "Priorytetu", "Priorytet"
        )
        fields.append(Field("measure", f"{kind} {measure['number']}", *measure.span(), 0.85))
    elif short:
        fields.append(Field("measure", short["number"], *short.span("number"), 0.8))
    return fields


def _actors(
    masked: Masked, rules: tuple[re.Pattern[str], ...], name: str, start: int, end: int
) -> list[Field]:
    for rule in rules:
        for match in masked.search(rule, start, end):
            found = masked.fields(name, masked.under(*match.span("who"), "ΩΥΦ"), 0.85)
            if found:
                return found
    return []


# Bold print lost: "liderem był" breaks off, and the name stands glued to a word further on.
_BROKEN_LEAD = re.compile(
    rf"\bliderem\s+(?:był[aoy]?|jest)\s*\n.{{0,200}}?[a-ząćęłńóśźż](?P<who>{ACTOR})", re.DOTALL
)


def _target(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(_TARGET, start, end):
        begin, stop = clause(masked, match.end(), longest=250)
        counted = masked.under(begin, stop, "Ν")
        if counted and counted[0].start == begin:
            begin = counted[0].end - len(counted[0].thing.counts)
        if stop - begin > 4:
            return [Field("target_group", masked.words(begin, stop), begin, stop, 0.75)]
    return []


def _results(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(_RESULT, start, end):
        begin, stop = clause(masked, match.end(), longest=400, verbs=False)
        return [
            Field("result", masked.words(*span), *span, 0.7)
            for span in parts(masked, begin, stop)
            if span[1] - span[0] > 4
        ]
    return []


def _value(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(_VALUE, start, end):
        for sign in masked.under(*match.span("value"), "Ν"):
            if sign.thing.counts.lower().startswith(("zł", "pln")):
                return [masked.field("value", sign, 0.85)]
    return []


def _is_of_project(masked: Masked, at: int) -> bool:
    """Whether the sentence or line with a span of time is about the project."""
    start, end = masked.sentence(at)
    return bool(
        re.search(
            r"projek|realizacj|realizowan|potrwa|kiedy|okres\w*\s+realiz",
            masked.text[start:end],
            re.IGNORECASE,
        )
    )


def _time(masked: Masked, project: _Project, start: int, end: int) -> list[Field]:
    return _span(masked, start, end) or _one_end(masked, start, end)


def _span(masked: Masked, start: int, end: int) -> list[Field]:
    """Return both ends of "w okresie Δ" (a span in itself), "od Δ do Δ" or "Δ – Δ"."""
    for match in masked.search(_WHEN, start, end):
        signs = masked.under(*match.span("span"))
        if signs and signs[0].thing.end_value and _is_of_project(masked, match.start()):
            thing = signs[0].thing
            last = Field("end_date", thing.end_value, thing.start, thing.end, 0.8)
            return [masked.field("date", signs[0], 0.8), last]
    for rule in (_FROM_TO, _SPAN):
        for match in masked.search(rule, start, end):
            first, second = masked.under(*match.span("first")), masked.under(*match.span("second"))
            if first and second and _is_of_project(masked, match.start()):
                return [masked.field("date", first[0], 0.8), masked.field("end_date", second[0], 0.8)]
    return []


def _one_end(masked: Masked, start: int, end: int) -> list[Field]:
    """Return since when a project runs, or until when, where only one is said."""
    found: list[Field] = []
    for match in [*masked.search(_SINCE, start, end), *masked.search(_SINCE_DOING, start, end)][:1]:
        found = masked.fields("date", masked.under(*match.span("date"))[:1], 0.8)
    for match in masked.search(_UNTIL, start, end):
        group = "end" if match["end"] else "ended"
        sign = masked.under(*match.span(group))
        if sign and "projek" in masked.text[slice(*masked.sentence(match.start()))].lower():
            return [*found, masked.field("end_date", sign[0], 0.75)]
    return found
