"""When two sources speak of the same thing, and where they then disagree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spoiwo.archive.rules.states import LISTS, FactKind
from spoiwo.polish import fold, term_groups

Values = Mapping[str, Any]

# What names a thing of each kind; the rest may differ between sources that mean the same. Whose names stand there is as
# telling as what it was about: two offices differ by one word, the town.
_WHAT = {
    FactKind.AGREEMENT: ("subject",),
    FactKind.MEETING: ("title", "topic", "venue", "place"),
    FactKind.TRAINING: ("subject",),
    FactKind.PROJECT: ("name",),
    FactKind.AWARD: ("contest",),
}
_WHO = {
    FactKind.ORGANISATION: ("name",),
    FactKind.PERSON: ("name",),
    FactKind.PLACE: ("name",),
    FactKind.AGREEMENT: ("party",),
    FactKind.AWARD: ("laureate", "title"),
}
# What two sources can contradict each other in; a longer and a shorter wording are no contradiction.
_WEIGHED = {
    FactKind.AGREEMENT: ("date", "form"),
    FactKind.MEETING: ("date", "end_date", "place", "invited", "came", "came_percent"),
    FactKind.TRAINING: ("date", "place", "participants"),
    FactKind.PROJECT: ("programme", "measure", "lead", "value"),
    FactKind.AWARD: ("date", "rank", "category"),
    FactKind.ORGANISATION: ("place",),
}
_ALIKE = 0.6  # share of common words from which two wordings mean the same
# Days; events further apart are two events, not one told differently. Fairs and galas come back every year, papers do not.
_FAR = {FactKind.AGREEMENT: 400}
_FAR_EVENTS = 60


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field in which two sources say different things of the same thing."""

    field: str
    one: str
    other: str


def values_of(fields: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The values of a proposal by name; several of one name as a list."""
    found: dict[str, Any] = {}
    for field in fields:
        name = field["name"]
        if name in LISTS:
            found.setdefault(name, []).append(field["value"])
        else:
            found.setdefault(name, field["value"])
    return found


def match_key(kind: str, values: Values) -> str:
    """What names the thing, free of case and order: the first letters of its words. Empty for what bears no name.

    By it a proposal that was decided on is known again when its source is read anew.
    """
    words = {word[:5] for text in _names(kind, values) for word in fold(text).split() if len(word) > 3}
    return f"{kind}:{' '.join(sorted(words))}"[:200] if words else ""


def is_same(kind: str, one: Values, other: Values) -> bool:
    """Whether two proposals of one kind mean the same thing: most words of what it was are common, nobody named in both is
    somebody else, and their days are near."""
    what = _common(*(_words(_told(kind, _WHAT, values)) for values in (one, other)))
    who = _who(kind, one, other)
    if (what is None and not who) or not all(who) or (what is not None and what < _ALIKE):
        return False
    return not _is_far(kind, one.get("date"), other.get("date"))


def _who(kind: str, one: Values, other: Values) -> list[bool]:
    """For each field of names that both fill: whether nobody of the shorter list is missing in the longer one."""
    agree = []
    for field in _WHO.get(FactKind(kind), ()):
        few, many = sorted((_texts(one.get(field)), _texts(other.get(field))), key=len)
        if few:
            agree.append(all(_is_among(name, many) for name in few))
    return agree


def _is_among(name: str, names: Sequence[str]) -> bool:
    """Whether one of the names says the same as this one, or the same and more."""
    return any(_common(_words([name], least=1), _words([other], least=1)) == 1 for other in names)


def _common(one: list[frozenset[str]], other: list[frozenset[str]]) -> float | None:
    """The share of the shorter wording's words that stand in the longer one; None where either says nothing."""
    few, many = sorted((one, other), key=len)
    if not few:
        return None
    known = frozenset().union(*many)
    return sum(bool(word & known) for word in few) / len(few)


def disagreements(kind: str, one: Values, other: Values) -> list[Disagreement]:
    """Fields in which the two contradict each other; a less exact date agrees with a more exact one."""
    found = []
    for name in _WEIGHED.get(FactKind(kind), ()):
        mine, others = one.get(name), other.get(name)
        if mine in (None, "") or others in (None, "") or _agree(name, mine, others):
            continue
        found.append(Disagreement(name, str(mine), str(others)))
    return found


def _agree(name: str, mine: Any, others: Any) -> bool:
    if name in {"date", "end_date"}:
        return dates_agree(str(mine), str(others))
    if isinstance(mine, int | float) and isinstance(others, int | float):
        return mine == others
    one, other = fold(str(mine)), fold(str(others))
    return one == other or one in other or other in one


def dates_agree(one: str, other: str) -> bool:
    """Whether two dates, each perhaps without its day, month or year, can be the same day."""
    return all(a == b or not a or not b for a, b in zip(parts(one), parts(other), strict=True))


def parts(date: str) -> tuple[str, str, str]:
    """Year, month and day of "2024-09-18", "2024-09", "2024" or "--09-18"; empty where it is not said."""
    if date.startswith("--"):
        month, _, day = date[2:].partition("-")
        return "", month, day
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return year, month, day


def _words(texts: Iterable[str], least: int = 4) -> list[frozenset[str]]:
    """The words of at least so many letters, each as its lemmas; short ones tell little, but in names."""
    groups = (group for text in texts for group in term_groups(text))
    return [frozenset(group) for group in groups if len(group[-1]) >= least]


def _names(kind: str, values: Values) -> list[str]:
    return [*_told(kind, _WHAT, values), *_told(kind, _WHO, values)]


def _told(kind: str, fields: Mapping[FactKind, Sequence[str]], values: Values) -> list[str]:
    """What the proposal says in those fields of its kind."""
    texts: list[str] = []
    for name in fields.get(FactKind(kind), ()):
        texts += _texts(values.get(name))
        if kind == FactKind.MEETING and name == "title" and texts:
            break  # a title names a meeting better than where it was
    return texts


def _texts(value: Any) -> list[str]:
    texts = value if isinstance(value, list) else [value or ""]
    return [str(one) for one in texts if str(one).strip()]


def _is_far(kind: str, one: Any, other: Any) -> bool:
    if not one or not other:
        return False
    first, second = parts(str(one)), parts(str(other))
    if not first[0] or not second[0]:
        return False
    return abs(_days(first) - _days(second)) > _FAR.get(FactKind(kind), _FAR_EVENTS)


def _days(date: tuple[str, str, str]) -> float:
    year, month, day = (int(part) if part.isdigit() else 0 for part in date)
    return year * 365.25 + (month or 6) * 30.4 + (day or 15)
