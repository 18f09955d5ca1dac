"""Who an entry must not be recognised as: everything the records know of its entrant."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from urllib.parse import urlsplit

from django.db.models import Q

from spoiwo.contests.models import Entry, FormField, Submission
from spoiwo.contests.rules.inflected import adjective_forms, phrase_of_places
from spoiwo.contests.rules.redaction import BEGIN, END, GENERIC, Identity
from spoiwo.contests.rules.states import FieldKind
from spoiwo.places.models import Unit
from spoiwo.places.rules import Kind, Level
from spoiwo.polish import fold
from spoiwo.register.models import Organisation

# Answers of a few letters (“tak”, “12”) stand in every text and tell nobody's identity.
SHORTEST = 4
# “Fundacja Kwezal w Płocku” is called “Kwezal”, too.
IN_A_PLACE = re.compile(r"\s+we?\s+(?=[^\w\s]?[A-ZĄĆĘŁŃÓŚŹŻ])")
# “Agencja „Pomost” (oddział)” is called “Agencja „Pomost””, too.
ASIDE = re.compile(r"\s*\([^()]*\)\s*$")


def identity_of(submission: Submission, more: Iterable[str] = ()) -> Identity:
    """The entrant of that submission as the finder of redactions wants it; `more`: words a clerk added.

    Names, places, people and numbers come from the entry, its writers and the register; a place is also read out of the
    organisation's name, because who is not tied to the register still writes “Urząd Pracy w Opocznie”. At most seven
    queries; some tens of milliseconds for the cases of the places.
    """
    entry = submission.entry
    organisation, writers = entry.organisation, list(entry.writers.all())
    names = [entry.organisation_name, *_names(organisation)]
    plain = [ASIDE.sub("", name) for name in names]
    shorter = [*plain, *(IN_A_PLACE.split(name)[0] for name in plain)]
    units = [*_units(entry), *_named(names)]
    people = [*(writer.name for writer in writers), submission.by_name, *_officers(organisation)]
    contacts = [organisation.email, *(writer.email for writer in writers)] if organisation else []
    phones = (
        [organisation.phone, organisation.nip, organisation.regon, organisation.krs] if organisation else []
    )
    return Identity(
        names=_once([*names, *shorter]),
        places=_once([*(unit.name for unit in units if _is_town(unit)), _town(organisation)]),
        adjectives=_once(unit.name for unit in units if unit.kind == Kind.COUNTY),
        people=_once(people),
        emails=_once(contacts or (writer.email for writer in writers)),
        domains=_once([_domain(organisation)]),
        numbers=_once([*phones, *(writer.phone for writer in writers)]),
        extra=_once([*_told(submission), *more]),
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words if word and word.strip()))


def _names(organisation: Organisation | None) -> list[str]:
    """The names in the register: today's, the short one, those it bore before."""
    if organisation is None:
        return []
    former = organisation.names.values_list("name", flat=True)
    return [organisation.name, organisation.short_name, *former]


def _officers(organisation: Organisation | None) -> list[str]:
    """Who holds or held a function there."""
    if organisation is None:
        return []
    rows = organisation.mandates.exclude(person=None).select_related("person")
    return [f"{one.person.given_name} {one.person.family_name}" for one in rows if one.person]


def _town(organisation: Organisation | None) -> str:
    return organisation.town if organisation else ""


def _domain(organisation: Organisation | None) -> str:
    return urlsplit(organisation.website).netloc if organisation and organisation.website else ""


def _is_town(unit: Unit) -> bool:
    return unit.kind not in (Kind.COUNTY, Kind.VOIVODESHIP)


def _units(entry: Entry) -> Iterator[Unit]:
    """The commune and the county of the entry and of its organisation; a voivodeship is too wide to tell anybody."""
    for unit in (entry.place, entry.organisation.place if entry.organisation else None):
        while unit is not None and unit.level != Level.VOIVODESHIP:
            yield unit
            unit = unit.above


def _named(names: Sequence[str]) -> list[Unit]:
    """Communes and counties that a name speaks of in any case, with the counties above them."""
    own = [word for name in names for word in re.findall(r"[^\W\d_]{3,}", name) if word[0].isupper()]
    heads = {fold(word)[:3] for word in own if fold(word) not in GENERIC}
    if not heads:
        return []
    condition = reduce(or_, (Q(search_key__startswith=head) for head in heads))
    rows = Unit.objects.valid().exclude(level=Level.VOIVODESHIP).filter(condition).select_related("above")
    text = fold(" ".join(names))
    found = [unit for unit in rows if re.search(f"{BEGIN}{_pattern(unit)}{END}", text)]
    above = [unit.above for unit in found if unit.above and unit.above.level == Level.COUNTY]
    return [*found, *above]


def _pattern(unit: Unit) -> str:
    if unit.kind == Kind.COUNTY:
        return adjective_forms(unit.name)
    return phrase_of_places(re.findall(r"[^\W_]+", unit.name))


def _told(submission: Submission) -> Iterator[str]:
    """Each line of the answers that tell the identity."""
    fields = FormField.objects.filter(
        category=submission.entry.category_id, is_identity=True, kind__in=[FieldKind.LINE, FieldKind.TEXT]
    )
    for key in fields.values_list("key", flat=True):
        lines = str(submission.texts.get(key, "")).splitlines()
        yield from (line for line in lines if len(line.strip()) >= SHORTEST)
