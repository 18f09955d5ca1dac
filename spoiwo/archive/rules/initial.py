"""From what the reader found to what stands in a form before a person looks: values of the rooms' own fields."""

from collections.abc import Mapping
from typing import Any

from spoiwo.archive.rules.matching import parts

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


def title_of(values: Values, form: str) -> str:
    """A title of what bears none: what it was and about what, as the source says it."""
    title = values.get("title") or values.get("subject") or values.get("topic") or ""
    kind = str(values.get("form") or form)
    if title:
        text = str(title)
        return text if fold_begin(text, kind) else f"{kind.capitalize()}: {text}"
    place = values.get("place")
    return f"{kind.capitalize()} – {place}" if place else kind.capitalize()


def fold_begin(text: str, kind: str) -> bool:
    """Whether the title says itself what it names ("Konferencja promująca …")."""
    return text.casefold().startswith(kind.casefold()[:5])


def split_name(name: str) -> tuple[str, str]:
    """Given names and surname: the last word is the surname, also a double one."""
    given, _, family = name.strip().rpartition(" ")
    return given, family


def parties_of(values: Values) -> list[dict[str, str]]:
    """Parties with who spoke for them. A representative stands by the party whose adjective or name the function bears,
    else by the party in the same place of the list where there are as many."""
    parties = [str(name) for name in values.get("party", ())]
    people = [str(name) for name in values.get("representative", ())]
    spoken: dict[int, list[str]] = {}
    for place, person in enumerate(people):
        spoken.setdefault(_party_of(person, place, parties, len(people)), []).append(person)
    return [
        {"name": name, "signatory": "; ".join(spoken.get(place, []))} for place, name in enumerate(parties)
    ]


def lines_of(values: Values, name: str) -> str:
    """Several values, one on a line."""
    found = values.get(name) or []
    return "\n".join(str(one) for one in (found if isinstance(found, list) else [found]))


def _party_of(person: str, place: int, parties: list[str], count: int) -> int:
    words = {word[:5] for word in person.casefold().replace(",", " ").split() if len(word) > 5}
    scores = [
        len(words & {word[:5] for word in name.casefold().split() if len(word) > 5}) for name in parties
    ]
    best = max(range(len(parties)), key=lambda one: scores[one], default=0)
    if scores and scores[best] and scores.count(scores[best]) == 1:
        return best
    return place if count == len(parties) else -1
