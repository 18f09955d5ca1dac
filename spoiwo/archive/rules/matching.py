"""When two sources speak of the same thing, and where they then disagree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from spoiwo.archive.rules.states import LISTS, FactKind
from spoiwo.polish import fold, term_groups

Values = Mapping[str, Any]

# What names a thing of each kind; the rest may differ between sources that mean the same.
_NAMED_BY = {
    FactKind.ORGANISATION: ("name",),
    FactKind.PERSON: ("name",),
    FactKind.AGREEMENT: ("subject", "party"),
    FactKind.MEETING: ("title", "topic", "venue", "place"),
    FactKind.TRAINING: ("subject",),
    FactKind.PROJECT: ("name",),
    FactKind.AWARD: ("contest", "laureate"),
    FactKind.PLACE: ("name",),
}
# What two sources can contradict each other in; a longer and a shorter wording are no contradiction.
_WEIGHED = {
    FactKind.AGREEMENT: ("date", "form"),
    FactKind.MEETING: ("date", "end_date", "place", "invited", "came", "came_percent"),
    FactKind.TRAINING: ("date", "place", "participants"),
    FactKind.PROJECT: ("programme", "measure", "lead", "value"),
    FactKind.AWARD: ("date", "rank", "category", "title"),
    FactKind.ORGANISATION: ("place",),
}
_ALIKE = 0.6  # share of common words from which two names mean the same
_FAR = 400  # days; events further apart are two events, not one told differently


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
    """Whether two proposals of one kind mean the same thing: most words of their names are common, their days are near."""
    mine, others = _words(kind, one), _words(kind, other)
    if not mine or not others:
        return False
    few, many = sorted((mine, others), key=len)
    known = frozenset().union(*many)
    common = sum(bool(word & known) for word in few) / len(few)
    return common >= _ALIKE and not _is_far(one.get("date"), other.get("date"))


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


def _words(kind: str, values: Values) -> list[frozenset[str]]:
    """The telling words of what names the thing, each as its lemmas."""
    groups = (group for text in _names(kind, values) for group in term_groups(text))
    return [frozenset(group) for group in groups if len(group[-1]) > 3]


def _names(kind: str, values: Values) -> list[str]:
    texts: list[str] = []
    for name in _NAMED_BY.get(FactKind(kind), ()):
        value = values.get(name)
        texts += [str(one) for one in value] if isinstance(value, list) else [str(value or "")]
        if kind == FactKind.MEETING and name == "title" and value:
            break  # a title names a meeting better than where it was
    return texts


def _is_far(one: Any, other: Any) -> bool:
    if not one or not other:
        return False
    first, second = parts(str(one)), parts(str(other))
    if not first[0] or not second[0]:
        return False
    return abs(_days(first) - _days(second)) > _FAR


def _days(date: tuple[str, str, str]) -> float:
    year, month, day = (int(part) if part.isdigit() else 0 for part in date)
    return year * 365.25 + (month or 6) * 30.4 + (day or 15)
