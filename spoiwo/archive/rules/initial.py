"""From what the reader found to what stands in a form before a person looks: values of the rooms' own fields."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from spoiwo.archive.rules.matching import parts
from spoiwo.archive.rules.titles import titled

_LAST_YEAR = re.compile(r"[\s,–-]*\b(?P<year>(?:19|20)\d\d)(?:\s*(?:r\.|roku))?\Z")
_OF_COUNTY = re.compile(r"\b(?:wice)?starosta\s+(?P<name>\w+(?:[-–]\w+)*[sc]k)[ia]\b", re.IGNORECASE)
_OF_VOIVODESHIP = re.compile(r"\bwojewództwa\s+(?P<name>\w+(?:[-–]\w+)*[sc]kie)go\b", re.IGNORECASE)
Values = Mapping[str, Any]

AGREEMENT_KINDS = {
    "list intencyjny": "letter_of_intent",
    "deklaracja": "letter_of_intent",
    "akces": "accession",
    "aneks": "amendment",
}


def full_day(date: Any) -> str:
    """The ISO day where every part of it is known, else nothing: a person completes it."""
    text = str(date or "")
    return text if all(parts(text)) else ""


def first_day(date: Any) -> str:
    """The ISO day, or the first day of a month that is all that is known."""
    year, month, day = parts(str(date or ""))
    return f"{year}-{month}-{day or '01'}" if year and month else ""


def title_of(values: Values, form: str, before: str = "") -> str:
    """A title of what bears none: what it was and about what; `before` is what the source says right before that."""
    about = values.get("title") or values.get("subject") or values.get("topic") or ""
    kind = str(values.get("form") or form)
    if about:
        return titled(kind, str(about), "" if values.get("title") else before)
    place = values.get("place")
    return f"{kind.capitalize()} – {place}" if place else kind.capitalize()


def office_of(function: str) -> str:
    """The body whose name a function bears: “Starosta Płocki” → powiat płocki, “Marszałek Województwa Łódzkiego” → województwo
    łódzkie; nothing where it bears none."""
    if match := _OF_COUNTY.search(function):
        return f"powiat {match['name'].lower()}i"
    if match := _OF_VOIVODESHIP.search(function):
        return f"województwo {match['name'].lower()}"
    return ""


def contest_and_year(values: Values) -> tuple[str, int | None]:
    """The contest without the year of its edition, which the source often says with its name, and that year."""
    name = str(values.get("contest") or "").strip()
    last = _LAST_YEAR.search(name)
    edition = str(values.get("edition") or "")
    told = edition if edition.isdigit() else str(values.get("date") or "")[:4]
    year = told if told.isdigit() else last["year"] if last else ""
    if last and last["year"] == year and last.start():
        name = name[: last.start()]
    return name, int(year) if year else None


def split_name(name: str) -> tuple[str, str]:
    """Given names and surname: the last word is the surname, also a double one."""
    given, _, family = name.strip().rpartition(" ")
    return given, family


def parties_of(values: Values, order: Sequence[str] = ()) -> list[dict[str, str]]:
    """Parties with who spoke for them; `order` are the names of the fields as they follow each other in the text.

    A representative stands by the party whose adjective or name the function bears; else by the one told right before,
    where each party is told with its own; else by the party in the same place of the list where there are as many.
    """
    parties = [str(name) for name in values.get("party", ())]
    people = [str(name) for name in values.get("representative", ())]
    told_with = _told_with(order)
    if len(told_with) != len(people) or list(order).count("party") != len(parties):
        told_with = [-1] * len(people)
    spoken: dict[int, list[str]] = {}
    for place, person in enumerate(people):
        best = _party_of(person, place, parties, len(people), told_with[place])
        spoken.setdefault(best, []).append(person)
    return [
        {"name": name, "signatory": "; ".join(spoken.get(place, []))} for place, name in enumerate(parties)
    ]


def lines_of(values: Values, name: str) -> str:
    """Several values, one on a line."""
    found = values.get(name) or []
    return "\n".join(str(one) for one in (found if isinstance(found, list) else [found]))


def _told_with(order: Sequence[str]) -> list[int]:
    """For each representative the party told right before; -1 where none was, or several in a row."""
    told, own, number, in_a_row = [], -1, -1, 0
    for name in order:
        if name == "party":
            number, in_a_row = number + 1, in_a_row + 1
        elif name == "representative":
            if in_a_row:
                own = number if in_a_row == 1 else -1
            told.append(own)
            in_a_row = 0
    return told


def _party_of(person: str, place: int, parties: list[str], count: int, told_with: int) -> int:
    words = {word[:5] for word in person.casefold().replace(",", " ").split() if len(word) > 5}
    scores = [
        len(words & {word[:5] for word in name.casefold().split() if len(word) > 5}) for name in parties
    ]
    best = max(range(len(parties)), key=lambda one: scores[one], default=0)
    if scores and scores[best] and scores.count(scores[best]) == 1:
        return best
    if told_with >= 0:
        return told_with
    return place if count == len(parties) else -1
