"""From what the reader found to what stands in a form before a person looks: values of the rooms' own fields."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from spoiwo.archive.rules.matching import parts
from spoiwo.archive.rules.speaking import spoken_for
from spoiwo.archive.rules.titles import titled

_LAST_YEAR = re.compile(r"[\s,–-]*\b(?P<year>(?:19|20)\d\d)(?:\s*(?:r\.|roku))?\Z")
_OF_COUNTY = re.compile(r"\b(?:wice)?starosta\s+(?P<name>\w+(?:[-–]\w+)*[sc]k)[ia]\b", re.IGNORECASE)
_OF_VOIVODESHIP = re.compile(r"\bwojewództwa\s+(?P<name>\w+(?:[-–]\w+)*[sc]kie)go\b", re.IGNORECASE)
_OF_COMMUNE = re.compile(
    r"\b(?i:wójt|(?:wice)?burmistrz|sekretarz|skarbnik)\w*\s+(?i:miasta i )?(?i:gminy)"
    r"\s+(?P<name>[A-ZŁŚŻĆŹ]\w+(?:[\s-][A-ZŁŚŻĆŹ]\w+)*)\Z"
)
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
    if match := _OF_COMMUNE.search(function):
        return f"gmina {match['name']}"
    return ""


def contest_and_year(values: Values) -> tuple[str, int | None]:
    """The contest without the year of its edition, which the source often says with its name, and that year."""
    name = str(values.get("contest") or "").strip()
    last = _LAST_YEAR.search(name)
    edition = str(values.get("edition") or "")
    # An edition is told by its year or by its number: “2019”, “XII”.
    told = edition if edition.isdigit() and int(edition) > 1900 else str(values.get("date") or "")[:4]
    year = told if told.isdigit() else last["year"] if last else ""
    if last and last["year"] == year and last.start():
        name = name[: last.start()]
    return name, int(year) if year else None


def split_name(name: str) -> tuple[str, str]:
    """Given names and surname: the last word is the surname, also a double one."""
    given, _, family = name.strip().rpartition(" ")
    return given, family


def parties_of(values: Values, order: Sequence[str] = ()) -> list[dict[str, str]]:
    """Parties with who spoke for them; `order` are the names of the fields as they follow each other in the text."""
    parties = [str(name) for name in values.get("party", ())]
    people = [str(name) for name in values.get("representative", ())]
    places = spoken_for(people, parties, order)
    return [
        {
            "name": name,
            "signatory": "; ".join(
                person for person, own in zip(people, places, strict=True) if own == place
            ),
        }
        for place, name in enumerate(parties)
    ]


def lines_of(values: Values, name: str) -> str:
    """Several values, one on a line."""
    found = values.get(name) or []
    return "\n".join(str(one) for one in (found if isinstance(found, list) else [found]))
