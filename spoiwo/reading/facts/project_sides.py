"""Who leads a project and who takes part in it: called so, by the verb, or as the office that speaks of itself."""

import re

from spoiwo.reading.facts.arguments import AGENT, SUBJECT, part_of
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import ACTOR, ACTORS, Masked, Sign, pattern
from spoiwo.reading.facts.predicates import Predicate, predicates
from spoiwo.reading.facts.project_words import LEAD_NOUNS, LEADS, PARTNER_NOUNS, REALISES, TOGETHER, WILL_LEAD
from spoiwo.reading.facts.writers import writer_of

PROJECT_NOUN = pattern(r"\b(?:projek(?:t|tu|tem|cie|towi)|przedsięwzięci(?:e|a|u|em)|program(?:u|em|ie)?)\b")

# Bold print lost: "liderem był" breaks off, and the name stands further on, glued to a word ("coΩ") or, parted from it, in a
# clause that has no verb ("co Ω z Gliwic.").
_BROKEN_LEAD = re.compile(
    rf"\bliderem\s+(?:był[aoy]?|jest)\s*\n.{{0,200}}?"
    rf"(?:[a-ząćęłńóśźż](?P<who>{ACTOR})|\b(?:co|że|gdzie|gdy|któr[aey]) (?P<there>{ACTOR})(?= (?:ze? Λ+)?\s?\.|\.))",
    re.DOTALL,
)


def lead_of(masked: Masked, scope: list[tuple[int, int]], name: str = "") -> list[Field]:
    """Return who leads: called so, else who does or did it, else who is said to do it."""
    for rules in (LEAD_NOUNS, (WILL_LEAD,)):
        matches = (m for span in scope for rule in rules for m in masked.search(rule, *span))
        signs = (
            s for m in matches for s in masked.under(*m.span("who"), "ΩΥΦ") if not _is_partner(masked, s)
        )
        called = next(signs, None)
        if called:
            return [masked.field("lead", called, 0.85)]
    writer = writer_of(masked)
    if writer and any(next(masked.search(_WITH_US, *span), None) for span in scope):
        return [masked.field("lead", writer, 0.75)]
    doers = (_doer(masked, *span, words, name) for words in (REALISES, LEADS) for span in scope)
    actor = next(filter(None, doers), None) or _ourselves(masked, scope)
    if actor:
        return [masked.field("lead", actor, 0.8)]
    broken = next(masked.search(_BROKEN_LEAD), None) if scope else None
    place = broken.span("who" if broken["who"] else "there") if broken else (0, 0)
    return masked.fields("lead", masked.under(*place, "ΩΥΦ")[:1], 0.7) if broken else []


def _ourselves(masked: Masked, scope: list[tuple[int, int]]) -> Sign | None:
    """Return the office that speaks of itself ("realizujemy projekt"): the only labour office named."""
    says = any(
        _is_we_here(masked, one) and (PROJECT_NOUN.search(masked.text, *span) or _is_it(masked, span[0]))
        for span in scope
        for one in predicates(masked, *span, LEADS, told=LEADS)
    )
    offices = (
        [
            s
            for s in masked.under(0, len(masked.text), "Ω")
            if s.thing.kind in ("pup", "wup") and not _is_partner(masked, s)
        ]
        if says
        else []
    )
    writer = writer_of(masked) if says else None
    if writer and (not offices or writer.thing.kind not in ("pup", "wup")):
        return writer
    if len({s.thing.name for s in offices}) == 1:
        return offices[0]
    begun = [s for s in offices if masked.document.sentence_number(s.start) <= _FIRST_WORDS]
    return begun[0] if len({s.thing.name for s in begun}) == 1 else None  # who the news begins with writes it


_FIRST_WORDS = 2  # sentences, with the heading


def _is_we_here(masked: Masked, one: Predicate) -> bool:
    return masked.text[one.start : one.end].lower().endswith(("śmy", "emy", "imy", "amy"))


def _is_named(masked: Masked, start: int, end: int, name: str) -> bool:
    """Whether the project's own name stands in a sentence, and not that of a conference."""
    said = (str(sign.thing.words).casefold() for sign in masked.under(start, end, "Θ"))
    return any(not name or words[:4] == name.casefold()[:4] for words in said)


def _doer(masked: Masked, start: int, end: int, words: frozenset[str], name: str) -> Sign | None:
    """Return who realises a project in this sentence: its subject, or the agent of "realizowany przez"."""
    done = predicates(masked, start, end, words, told=words)
    if not done or not (
        PROJECT_NOUN.search(masked.text, start, end)
        or _is_named(masked, start, end, name)
        or _is_it(masked, start)
    ):
        return None
    actors = [s for s in masked.under(start, end, "ΩΥ") if not _is_partner(masked, s)]
    agents = [s for s in actors if part_of(masked, s) == AGENT]
    subjects = [s for s in actors if part_of(masked, s) == SUBJECT]
    passive = any(one.how == "passive" for one in done)
    able = agents if passive and agents else subjects or agents
    if not able and not passive and not _is_we(masked, done):
        able = _subject_before(masked, start)
    return min(able, key=lambda s: min(abs(s.start - one.start) for one in done), default=None)


def _is_we(masked: Masked, done: list[Predicate]) -> bool:
    """Whether who did it speaks of itself or is not named at all: "realizowaliśmy", "zrealizowano"."""
    return any(masked.text[one.start : one.end].lower().endswith(("śmy", "my", "no", "to")) for one in done)


def _subject_before(masked: Masked, start: int) -> list[Sign]:
    """Return the only subject of the sentence before, in the same paragraph, which this one leaves out."""
    number = masked.document.sentence_number(start)
    if number == 0 or masked.sentences[number - 1][2] != masked.sentences[number][2]:
        return []
    signs = masked.under(*masked.sentences[number - 1][:2], "ΩΥ")
    subjects = [s for s in signs if part_of(masked, s) == SUBJECT]
    return subjects if len({s.thing.name for s in subjects}) == 1 else []


def _is_it(masked: Masked, start: int) -> bool:
    """Whether the sentence goes on about a project the one before names: "Był realizowany przez …"."""
    number = masked.document.sentence_number(start)
    return number > 0 and bool(PROJECT_NOUN.search(masked.text, *masked.sentences[number - 1][:2]))


# "w konkursie ogłoszonym przez Ω", "dofinansowany przez Ω": who gives, not who leads.
_GIVES = re.compile(
    r"\b(?:ogł[oa]sz\w+|finansowan\w+|\w*finansowan\w+|przyznan\w+|rozstrzygnięt\w+)\s+przez\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


def _is_partner(masked: Masked, sign: Sign) -> bool:
    before = masked.text[max(0, sign.start - 60) : sign.start]
    if _GIVES.search(before) or getattr(sign.thing, "kind", "") == "ministerstwo":
        return True
    return bool(TOGETHER.search(before) or re.search(r"partner\w*\W+(?:\w+\W+)?$", before, re.IGNORECASE))


# "projekt, który realizujemy z Ω i Υ".
_REALISE_WITH = pattern(
    rf"\b(?:realizuj|prowadz|wdraż)(?:emy|imy|amy|e|i|a|ą)(?: (?:go|je|ją))? z(?:e)? (?P<who>{ACTORS})"
)


# "wspólnie z nami prowadzą go Υ i Ω": the writer leads.
_WITH_US = pattern(rf"\b(?:wspólnie|razem|wraz) z nami [^.;ΩΥ]{{0,30}}?(?P<who>{ACTORS})")


def partners_of(masked: Masked, scope: list[tuple[int, int]]) -> list[Field]:
    """Return the partners: called so, else those in a row after "wspólnie z"."""
    for rule in (*PARTNER_NOUNS, _REALISE_WITH, _WITH_US):
        for start, end in scope:
            for match in masked.search(rule, start, end):
                found = masked.fields("partner", masked.under(*match.span("who"), "ΩΥΦ"), 0.85)
                if found:
                    return found
    return next((found for span in scope if (found := _with_whom(masked, *span))), [])


_CLOSED = re.compile(
    r",\s+(?:\w+\s+)?\w+(?:ono|ano|ęto)\s"
)  # "…, wspólnie z Ω, zapowiedziano projekt": of what was before


def _with_whom(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the bodies in a row after "wspólnie z" in a sentence about a project."""
    signs = masked.under(start, end, "ΩΥ")
    first = next((s for s in signs if TOGETHER.search(masked.text, max(start, s.start - 60), s.start)), None)
    about = PROJECT_NOUN.search(masked.text, start, end) or predicates(masked, start, end, LEADS, told=LEADS)
    if first is None or not about or _CLOSED.match(masked.text, first.end):
        return []
    row = [first]
    for sign in signs[signs.index(first) + 1 :]:
        if not re.fullmatch(
            r"\s*(?:,|i|oraz|,?\s*a\s+także)\s*(?:z\s+)?", masked.text[row[-1].end : sign.start]
        ):
            break
        row.append(sign)
    return masked.fields("partner", row, 0.85)
