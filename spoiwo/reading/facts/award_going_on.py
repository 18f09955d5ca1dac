"""Sentences that go on about whom the one before named: "Przypadło mu drugie miejsce", and what one laureate won."""

import re

from spoiwo.reading.facts.arguments import ASIDE, SUBJECT, part_of
from spoiwo.reading.facts.award_before import body_again
from spoiwo.reading.facts.award_lists import Award
from spoiwo.reading.facts.award_titles import titles_of
from spoiwo.reading.facts.award_words import GOT, NOW, RECEIVED, WON
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.laureates import in_row
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.organisation_words import HEADS
from spoiwo.reading.facts.predicates import predicates
from spoiwo.reading.facts.words import can_be, lemmas, listed


def has_no_laureate(masked: Masked, start: int, end: int) -> bool:
    """Whether nobody is named who can have won: no name, or only whoever came for what "jej" got."""
    names = [s for s in masked.under(start, end, "ΩΥΠ") if s.sign == "Π" or part_of(masked, s) != ASIDE]
    taken = RECEIVED.search(masked.text, start, end)
    is_taker = len(names) == 1 and names[0].sign == "Π" and taken is not None
    return not names or bool(
        is_taker and _PRONOUN.search(masked.text, start, taken.start() if taken else end)
    )


_PRONOUN = re.compile(r"\b(?:mu|jej|jemu|go|ją|je)\b", re.IGNORECASE)
_TO_OTHERS = re.compile(
    r"\b(?:trafi|powędrowa|poszł|przyznan|przypad|wręcz|nagrod|dyplom|wyróżni|statuet|tytuł)\w*\s+(?:\w+\s+)?(?:do|dla)\s+(?!rąk|konkurs|finał|rywaliz)|\b(?:wyróżnienia|nagrody|dyplomy|tytuły)\b|\b(?:drużynowo|zespołowo)\b",
    re.IGNORECASE,
)
# "Wyróżnienie wręczono w Λ" after what was won had its name: the same thing.
_HANDED_OVER = re.compile(
    r"\s*(?:To\s+)?(?:Wyróżnieni|Nagrod|Tytuł|Statuetk)\w*\s+(?:wręcz|przekaz|odebra)\w+", re.IGNORECASE
)


def goes_on(masked: Masked, found: list[Award], start: int, end: int) -> list[Award]:
    """Read "Przypadło mu drugie miejsce": a sentence without a name about whom the one before named."""
    titles = titles_of(masked, start, end)
    if found and found[-1].title and _HANDED_OVER.match(masked.text, start, end):
        return []
    again = body_again(masked, start, end) if titles else None
    if again:
        return each(masked, again, None, titles, start, end)
    is_theirs = _PLURAL_VERB.search(masked.text, start, end) and not _TO_WHOM.search(masked.text, start, end)
    if (
        not titles
        or (_TO_OTHERS.search(masked.text, start, end) and not is_theirs)
        or _has_bare_body(masked, start, end)
    ):
        return []
    if found and start - found[-1].end < 200:
        return each(masked, found[-1].laureate, None, titles, start, end)
    return [
        one
        for who in _of_sentence_before(masked, start, end)
        for one in each(masked, who, None, titles, start, end)
    ]


def _of_sentence_before(masked: Masked, start: int, end: int) -> list[Sign]:
    """Return whom the sentence before named, who alone can be meant; several where the verb is of several."""
    number = masked.document.sentence_number(start)
    if number == 0 or masked.sentences[number - 1][2] != masked.sentences[number][2]:
        return []
    named = masked.under(*masked.sentences[number - 1][:2], "ΩΥΠ")
    if len(named) > 1 or _PRONOUN.search(masked.text, start, end):
        named = [s for s in named if part_of(masked, s) == SUBJECT]
    named = [s for s in named if not _OF_PRIZE.search(masked.text, max(0, s.start - 40), s.start)]
    if len(named) > 1 and _PLURAL_VERB.search(masked.text, start, end):
        return [one for one, _receiver in in_row(masked, [(s, None) for s in named])]
    return named if len(named) == 1 and _is_done_to(masked, start, end) else []


_TO_WHOM = re.compile(r"\b(?:dla|do)\s+\w+", re.IGNORECASE)
_PLURAL_VERB = re.compile(r"\b(?:odebra|otrzyma|zdoby|wywalczy|dosta|zaję)(?:li|ły)\b")
_OF_PRIZE = re.compile(r"\b(?:puchar|nagrod\w|dyplom|statuetk\w)\s+(?:\w+\s+)?$")  # "puchar dyrektora Ω"
_TAKEN = listed("zająć zdobyć wywalczyć otrzymać uzyskać zwyciężyć wygrać sięgnąć odebrać dostać zgarnąć")


def _is_done_to(masked: Masked, start: int, end: int) -> bool:
    """Whether a sentence without a subject says that whoever was named won: by a verb, or to "mu" and "jej"."""
    done = predicates(masked, start, end, _TAKEN)
    return any(one.how == "done" for one in done) or _PRONOUN.search(masked.text, start, end) is not None


_WORD = re.compile(r"[a-ząćęłńóśźż]{3,}")
_BARE = HEADS.keys() | listed(
    "drużyna ekipa reprezentacja gmina powiat uczeń uczennica zawodnik kolega rywal"
)


def _has_bare_body(masked: Masked, start: int, end: int) -> bool:
    """Whether a body without a name of its own acts in the sentence: "Drugie miejsce zajął urząd z Puław"."""
    return any(lemmas(word) & _BARE and can_be(word, "nom") for word in _WORD.findall(masked.text[start:end]))


def each(
    masked: Masked, who: Sign, receiver: Sign | None, titles: list[Field], start: int, end: int
) -> list[Award]:
    """Return an award for each title of one laureate that has a verb of its own, with the words that are about it alone."""
    kept = _kept(masked, start, end, titles)
    stops = [*(title.start for title in kept[1:]), end]
    begins = [start, *(title.end for title in kept[:-1])]
    return [
        Award(who, title, begin, stop, True, receiver)
        for title, begin, stop in zip(kept, begins, stops, strict=True)
    ]


_PLACE = re.compile(r"\bmiejsce$|\bnagroda$|^Grand Prix$", re.IGNORECASE)


def _each_is_taken(masked: Masked, titles: list[Field]) -> bool:
    """Whether a place was taken, and a title got by a verb of its own: "zajął drugie miejsce i dostał tytuł Θ"."""
    first, second = titles
    verbs = predicates(masked, first.end, second.start, WON | GOT | NOW, told=NOW)
    return bool(verbs) and any(_PLACE.search(str(one.value)) for one in titles)


def _kept(masked: Masked, start: int, end: int, titles: list[Field]) -> list[Field]:
    """Of several things one laureate won keep the quoted title; each only where it has a verb of its own."""
    quoted = [one for one in titles if one.confidence >= 0.9]
    if len(quoted) == 1 and len(titles) == 2 and _each_is_taken(masked, titles):
        return titles
    best = quoted or titles
    if len(best) < 2:
        return best
    verbs = predicates(masked, start, end, WON | GOT | NOW, told=NOW)
    between = [verb for verb in verbs if best[0].end < verb.start < best[-1].end]
    return (
        [best[0], best[-1]]
        if between and best[0].value != best[-1].value
        else best[-1:]
        if quoted
        else best[:1]
    )
