"""An organisation as it is found, what kind it is, and which short forms mean it."""

import re
from dataclasses import dataclass, replace

from spoiwo.reading.facts.organisation_words import ABBREVIATIONS, HEADS, KIND_BY_WORDS, NEEDS_MORE


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named organisation at tokens ``first`` to ``last``; ``seat`` is the span of the place named with it."""

    name: str
    kind: str
    start: int
    end: int
    first: int
    last: int
    seat: tuple[int, int] | None = None
    is_short: bool = False


def kind_of(name: str, lemma: str) -> str:
    """Return the register's kind of an organisation by the words of its name, else by its leading noun."""
    low = f" {name.lower()} "
    for kind, marks in KIND_BY_WORDS:
        if any(mark in low for mark in marks):
            return kind
    if lemma == "zakład" and "„" in name:
        return "firma"  # Zakład Rybny „Belona”, but not Zakład Karny
    return HEADS.get(lemma, "inna")


def unified(found: list[Organisation], text: str) -> list[Organisation]:
    """Give short mentions the long name of the one organisation they can mean: lone "PUP" after "PUP w Płocku".

    Where several bear the name, or the text speaks of all labour offices, a short mention names nobody.
    """
    names = {one.name.lower(): one for one in found}
    is_general = bool(_ALL_OFFICES.search(text))
    result = []
    for one in found:
        longer = {
            o.name for key, o in names.items() if key.startswith(one.name.lower() + " ") and o is not one
        }
        longer = longer or _same_quotation(one.name, names)
        if len(longer) == 1:
            result.append(replace(one, name=longer.pop()))
        elif not longer and not (one.is_short and (is_general or one.name in _NEEDING)):
            result.append(one)
    return _seated(result)


_COUNTY_OFFICE = re.compile(r"Starostwo Powiatowe (?P<where>we? .+)")


def _seated(found: list[Organisation]) -> list[Organisation]:
    """Give "Powiatowy Urząd Pracy", where no place is told with any, that of the only county office."""
    if any(one.kind == "pup" and one.name != _LABOUR_OFFICE for one in found):
        return found
    places = {match["where"] for one in found if (match := _COUNTY_OFFICE.fullmatch(one.name))}
    where = places.pop() if len(places) == 1 else ""
    return [
        replace(one, name=f"{_LABOUR_OFFICE} {where}") if where and one.name == _LABOUR_OFFICE else one
        for one in found
    ]


_LABOUR_OFFICE = "Powiatowy Urząd Pracy"


def _same_quotation(name: str, names: dict[str, Organisation]) -> set[str]:
    """Return the longer name with the same head and quotation: Spółdzielnia „Grosik” of Spółdzielnia Uczniowska „Grosik”."""
    head, mark, quotation = name.lower().partition(" „")
    if not mark or " " in head:
        return set()
    return {
        o.name
        for key, o in names.items()
        if key.startswith(head + " ") and key.endswith(" „" + quotation) and o.name != name
    }


_NEEDING = frozenset(ABBREVIATIONS[short] for short in NEEDS_MORE)
_ALL_OFFICES = re.compile(r"\b(?:powiatow|wojewódzk)\w+\s+urzęd(?:y|ów|om|ach|ami)\s+pracy", re.IGNORECASE)
