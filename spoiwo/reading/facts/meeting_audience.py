"""For whom a meeting is and who came to it, in words: "dla rolników", "spotkanie dyrektorów", "udział wzięli …"."""

from itertools import takewhile

from spoiwo.reading.facts.clauses import clause, parts
from spoiwo.reading.facts.events import WORDS
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, pattern
from spoiwo.reading.facts.meeting_numbers import counts_people_here
from spoiwo.reading.facts.words import counts_people, nouns

_FOR = pattern(r"(?: [a-ząćęłńóśźż]+(?:y|e|a|i|ą|ego|ej|ych|ym)){0,2}? dla (?:Ν+\s?)?")
_PARTICIPANTS = pattern(
    r"(?:(?:uczestniczyl[iy]|uczestniczył[aoy]|udział wzięli|wzięli udział|wzięli w niej udział|wzięli w nim udział|gośćmi byli|byli tam|byli to(?: m\.in\.)?|zaproszono|wśród (?:których|nich|gości|uczestników|zebranych|obecnych) (?:byli|znaleźli się|nie zabrakło)) "
    r"(?:w nim |w niej |też |także |m\.in\. )?(?!w |Ν|jako)(?P<list>)|(?<=Ν): (?P<after>)|(?<=Ν) [–-] (?P<aside>)|\bzaprasza(?:my|ją)? (?:szczególnie |wszystkich |serdecznie |zwłaszcza )*(?!na|do|w|Ω|Θ|Π)(?P<asked>))"
)


def for_whom(masked: Masked, at: int, end: int) -> list[Field]:
    match = _FOR.match(masked.text, at, end)
    found = _enumerated(masked, match.end()) if match else []
    return [*takewhile(lambda one: one is found[0] or _is_genitive(str(one.value)), found)]


def _is_genitive(words: str) -> bool:
    """Whether words can go on after "dla": the first noun the dictionary knows is in the genitive, or none is known."""
    read = next((found for word in WORDS.findall(words) if (found := nouns(word))), ())
    return not read or any("gen" in one.cases for one in read)


def of_whom(masked: Masked, at: int) -> list[Field]:
    """Read "spotkanie dyrektorów i pracowników": the people an event is of."""
    word = WORDS.match(masked.text, at + 1)
    if not word or not word.group()[0].islower() or masked.text[at : at + 1] not in " \n":
        return []
    people = [r for r in nouns(word.group()) if "pl" in r.numbers and "gen" in r.cases]
    human = any("m1" in r.genders or r.word.endswith("czka") for r in people)
    return _enumerated(masked, word.start()) if human else []


def audience_in(masked: Masked, start: int, end: int) -> list[Field]:
    for match in masked.search(_PARTICIPANTS, start, end):
        counted = masked.under(max(start, match.start() - 60), match.start(), "Ν")
        if (match["after"] is not None or match["aside"] is not None) and not (
            counted and counts_people_here(counted[-1])
        ):
            continue
        fields = _enumerated(masked, match.end())
        if len(fields) > 1:
            return fields
    return []


_ABOUT = pattern(r" (?:(?:w sprawie|na temat|dotycząc\w+|poświęcon\w+) |we? Λ+$)")


def _enumerated(masked: Masked, at: int) -> list[Field]:
    start, end = clause(masked, at, longest=400)
    about = _ABOUT.search(masked.text, start, end)  # or where it is: "kongres seniorów w Λ"
    end = about.start() if about else end
    fields = []
    for begin, stop in parts(masked, start, end):
        stop = _before_title(masked, begin, stop)
        words = masked.words(begin, stop)
        if 3 <= len(words) <= 120 and not masked.under(begin, stop, "ΠΔΝ"):
            fields.append(Field("audience", words, begin, stop, 0.75))
    return fields


def _before_title(masked: Masked, start: int, end: int) -> int:
    """Return where "burmistrzów" ends in "dla burmistrzów „Usługi bliżej”": people bear no such name, the event does."""
    quote = masked.text.find("Θ", start, end)
    before = masked.words(start, quote).split() if quote > start else []
    return quote if before and counts_people(before[-1]) else end


_WITH = pattern(r" z (?P<who>[a-ząćęłńóśźż]+(?:ami|mi))\b")


def with_whom(masked: Masked, at: int, end: int) -> list[Field]:
    """Read "spotkania z pracodawcami": with whom several meetings are."""
    match = _WITH.match(masked.text, at, end)
    return [Field("audience", masked.words(*match.span("who")), *match.span("who"), 0.7)] if match else []
