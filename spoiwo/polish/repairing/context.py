"""Which reading of a word fits its neighbours: agreement and government from the dictionary, and phrases set by hand.

Scores are decimal logarithms and small on purpose: a neighbour tips the scales between forms that damage has made alike,
it does not overrule a rare spelling. They were set on sentences written for the tests.
"""

from collections.abc import Sequence

from spoiwo.polish.repairing.candidates import Reading
from spoiwo.polish.repairing.grammar_of_words import CASE, SINGULAR, Grammar, grammar

_NOMINATIVE, _GENITIVE, _ACCUSATIVE = CASE["nom"], CASE["gen"], CASE["acc"]
# A word some words before makes this form likely: "mamy jednak nadzieję".
_HINTS: dict[str, tuple[frozenset[str], float]] = {
    "nadzieję": (frozenset({"mam", "masz", "ma", "mamy", "macie", "mają", "mieć", "mając", "miał", "miała", "mieli",
                            "dać", "daje", "dają", "wyrazić", "wyraził", "wyraziła", "wyrazili"}), 1.5),
    "uwagę": (frozenset({"na", "zwrócić", "zwrócił", "zwróciła", "zwraca", "zwracają", "zwrócono"}), 1.0),
    "opiekę": (frozenset({"pod", "nad"}), 0.7),
}  # fmt: skip
_REACH = 3
# Two words that stand together and nearly decide one another.
_PAIRS: dict[tuple[str, str], float] = {
    ("dlatego", "też"): 2.0, ("również", "też"): 0.5, ("czy", "też"): 1.5, ("jak", "też"): 1.5, ("a", "też"): 0.8,
    ("bądź", "też"): 1.5, ("lub", "też"): 1.5, ("i", "też"): 0.8, ("oraz", "też"): 0.8, ("tym", "że"): 1.0,
    ("mimo", "że"): 1.5, ("dlatego", "że"): 1.5, ("tego", "że"): 1.0, ("to", "że"): 1.0, ("tylko", "że"): 0.7,
    ("co", "więcej"): 1.0, ("są", "to"): 0.5, ("to", "są"): 0.8,
    ("w", "związku"): 1.0, ("po", "pierwsze"): 1.0, ("ponad", "to"): 0.2, ("stąd", "też"): 1.5, ("jest", "też"): 1.0,
    ("są", "też"): 1.0, ("będą", "też"): 1.0, ("można", "też"): 1.0, ("to", "też"): 1.0, ("się", "też"): 1.0,
}  # fmt: skip
_SAYS_THAT = frozenset({
        "mówić", "mówi", "mówią", "powiedział", "powiedziała", "podkreśla", "podkreślił", "podkreśliła",
        "uważa", "uważam", "uważają", "sądzę", "sądzi", "wiem", "wie", "wiadomo", "wiemy", "oznacza",
        "okazuje", "okazało", "dodał", "dodała", "zaznaczył", "zaznaczyła", "przypomina", "twierdzi",
        "jednak", "się", "fakt",
})  # fmt: skip
_CLUSTERS = tuple("szśźżwmłrldptc")  # ze stands before two consonants alone: ze mną, ze względu, ze strony
_VOWELS = "aeiouyąęó"

Gap = str  # "": side by side; ",": a comma between; ".": the end of a sentence
_pairs: dict[tuple[str, str, str], float] = {}
_MOST = 400_000


def pair_score(left: str, right: str, gap: Gap) -> float:
    """Return how well the second word follows the first (small letters), 0 where nothing can be said."""
    if gap == ".":
        return 0.0
    key = (left, right, gap)
    score = _pairs.get(key)
    if score is None:
        if len(_pairs) > _MOST:
            _pairs.clear()
        score = _pairs[key] = _pair_score(left, right, gap)
    return score


def _pair_score(left: str, right: str, gap: Gap) -> float:
    score = _PAIRS.get((left, right), 0.0) + _that(left, right, gap)
    if gap:
        return score
    first, second = grammar(left), grammar(right)
    if left == "ze" and not _needs_e(right):
        score -= 2.0
    if first.governs:
        return score + _governed(first, second)
    return score + _agreement(first, second) + _object(left, first, second) + _subject(first, second)


def _that(left: str, right: str, gap: Gap) -> float:
    """Whether że stands where it stands: after a comma or a word of saying; ze never after a comma unless before z-, s-."""
    if right == "że":
        return 1.5 if gap == "," else 0.7 if left in _SAYS_THAT else 0.0
    if right == "ze" and gap == ",":
        return -0.5
    return 0.0


def _needs_e(right: str) -> bool:
    return len(right) > 1 and right.startswith(_CLUSTERS) and right[1] not in _VOWELS


def _governed(first: Grammar, second: Grammar) -> float:
    if second.nominal & first.governs:
        return 0.9
    if second.nominal or second.finite:
        return -0.9
    return 0.0


def _agreement(first: Grammar, second: Grammar) -> float:
    """An adjective beside a noun or another adjective: the same number, case and gender, or something is wrong."""
    if first.adjective and second.nominal and not first.noun:
        return _agree(first.adjective, second)
    if second.adjective and first.noun and not second.noun:
        return 0.8 if second.adjective & first.noun else -0.4
    if first.noun and second.noun and second.noun & _GENITIVE:
        return 0.3
    return 0.0


def _agree(adjective: int, second: Grammar) -> float:
    if second.noun:
        return 0.9 if adjective & second.noun else -0.6
    return 0.4 if adjective & second.adjective else -0.3


def _object(left: str, first: Grammar, second: Grammar) -> float:
    """A singular noun after a verb is rather its object than its subject; "jest", "są" and "został" take none."""
    if (
        not (first.finite or first.is_infinitive)
        or first.nominal
        or not second.noun
        or left in ("jest", "są")
    ):
        return 0.0
    singular = second.noun & SINGULAR
    if singular & _ACCUSATIVE and not singular & _NOMINATIVE:
        return 0.4
    return 0.0


def _subject(first: Grammar, second: Grammar) -> float:
    """A verb after a noun: of the same number where the noun can be a subject."""
    if not first.noun or not second.finite or second.nominal or second.finite & 4:
        return 0.0
    subject = first.noun & _NOMINATIVE
    if not subject:
        return 0.0
    number = (1 if subject & SINGULAR else 0) | (2 if subject & ~SINGULAR else 0)
    return 0.3 if number & second.finite else -0.2


def hint_score(word: str, before: Sequence[str]) -> float:
    """Return what the few words before say for a form."""
    words, score = _HINTS.get(word, (frozenset(), 0.0))
    return score if words and words.intersection(before[-_REACH:]) else 0.0


def best_path(choices: Sequence[Sequence[Reading]], gaps: Sequence[Gap]) -> list[int]:
    """Return for each word the index of its reading in the best sequence of all; gaps[i] stands before word i.

    Dynamic programming over neighbours: time grows with the words times the square of their readings.
    """
    totals = [reading.score for reading in choices[0]] if choices else []
    history: list[list[int]] = []
    for place in range(1, len(choices)):
        previous, current, gap = choices[place - 1], choices[place], gaps[place]
        if len(previous) == len(current) == 1:  # nothing to choose: what they score together decides nothing
            history.append([0])
            continue
        steps, new = [], []
        for reading in current:
            values = [
                total + pair_score(before.word, reading.word, gap)
                for total, before in zip(totals, previous, strict=True)
            ]
            step = max(range(len(values)), key=values.__getitem__)
            steps.append(step)
            new.append(values[step] + reading.score + _hinted(reading.word, choices, place))
        history.append(steps)
        totals = new
    if not totals:
        return []
    path = [max(range(len(totals)), key=totals.__getitem__)]
    for steps in reversed(history):
        path.append(steps[path[-1]])
    return path[::-1]


def _hinted(word: str, choices: Sequence[Sequence[Reading]], place: int) -> float:
    if word not in _HINTS:
        return 0.0
    return hint_score(
        word, [reading.word for near in choices[max(0, place - _REACH) : place] for reading in near]
    )
