"""A list from a file matched with the registers: which institution and which person each row means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from spoiwo.meetings.models import Campaign
from spoiwo.meetings.queries.audience import sift
from spoiwo.meetings.rules.audience import Candidate
from spoiwo.places.models import Unit
from spoiwo.polish import collation_key
from spoiwo.register.models import Organisation, Person

if TYPE_CHECKING:
    from spoiwo.meetings.importers.guests import GuestRow

CHUNK = 500  # names in one question to the database


class _Body(NamedTuple):
    pk: int
    place: int | None
    is_ended: bool


def matched(campaign: Campaign, rows: Sequence["GuestRow"]) -> list[Candidate]:
    """The usable rows as candidates, those to be left out with the reason; nothing is written.

    An institution is known by its name, a person by the name together with the institution or the e-mail address. Six
    queries for up to 500 rows and some 30 µs a row.
    """
    usable = [row for row in rows if row.is_usable]
    bodies = _bodies({row.organisation for row in usable if row.organisation})
    people = _people(campaign, {_name_key(row) for row in usable if row.family_name})
    units = dict(
        Unit.objects.valid()
        .filter(code__in={row.commune for row in usable if row.commune})
        .values_list("code", "pk")
    )
    return sift(campaign, [_candidate(row, bodies, people, units) for row in usable])


def _bodies(names: Iterable[str]) -> dict[str, _Body]:
    keys = {collation_key(name) for name in names}
    found = {}
    for chunk in _chunks(keys):
        rows = Organisation.objects.current().filter(name_key__in=chunk)
        for pk, key, place, ended in rows.values_list("pk", "name_key", "place_id", "ended_on"):
            found[key] = _Body(pk, place, ended is not None)
    return found


def _people(campaign: Campaign, keys: set[str]) -> dict[str, list[tuple[int, str, int | None]]]:
    found: dict[str, list[tuple[int, str, int | None]]] = defaultdict(list)
    for chunk in _chunks(keys):
        rows = Person.objects.current().filter(book=campaign.partnership.book_id, name_key__in=chunk)
        for key, pk, email, office in rows.values_list(
            "name_key", "pk", "email", "mandates__organisation_id"
        ):
            found[key].append((pk, email.lower(), office))
    return found


def _candidate(
    row: "GuestRow",
    bodies: dict[str, _Body],
    people: dict[str, list[tuple[int, str, int | None]]],
    units: dict[str, int],
) -> Candidate:
    body = bodies.get(collation_key(row.organisation)) if row.organisation else None
    person = _same(row, body, people.get(_name_key(row), ())) if row.family_name else None
    post = "\n".join(filter(None, (row.name, row.function, row.organisation, row.post))) if row.post else ""
    return Candidate(
        organisation_id=body.pk if body else None,
        person_id=person,
        given_name=row.given_name,
        family_name=row.family_name,
        function=row.function,
        organisation_name=row.organisation,
        salutation=row.salutation,
        sector=row.sector or "other",
        commune_id=units.get(row.commune) or (body.place if body else None),
        channel=row.channel or "email",
        email=row.email or row.office_email,
        phone=row.phone or row.office_phone,
        post=post,
        e_delivery=row.e_delivery,
        is_ended=bool(body and body.is_ended),
        line=row.line,
    )


def _same(row: "GuestRow", body: _Body | None, known: Iterable[tuple[int, str, int | None]]) -> int | None:
    for pk, email, office in known:
        if (email and email == row.email.lower()) or (body and office == body.pk):
            return pk
    return None


def _chunks(keys: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(keys)
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))


def _name_key(row: "GuestRow") -> str:
    return collation_key(f"{row.family_name} {row.given_name}")
