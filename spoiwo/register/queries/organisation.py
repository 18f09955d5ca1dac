"""Organisations as pages, pickers and upper rooms read them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from spoiwo.kit.actor import Actor
from spoiwo.places.models import Unit
from spoiwo.polish import fold
from spoiwo.register.models import ContactBook, Merge, Organisation, OrganisationName, Succession
from spoiwo.register.rules.duplicates import Entry
from spoiwo.register.rules.names import bare_name, plain_name

LIST_COLUMNS = ("pk", "name", "kind", "town", "place__name", "nip", "confirmed_on", "ended_on", "book_id")


def organisations(actor: Actor) -> QuerySet[Organisation]:
    """Today's records the actor may see; those joined with another one are left out."""
    return Organisation.objects.visible_to(actor).current()


def organisation_choices(text: str, limit: int = 20) -> list[tuple[int, str]]:
    """Ids and labels of current organisations whose names, former names or numbers hold all words of `text`.

    For pickers of staff; the caller checks that. One query; names that begin with the text come first.
    """
    words = fold(text).split()[:8]
    condition = Q()
    for word in words:
        condition &= Q(search_key__contains=word)
    found = Organisation.objects.current().filter(condition).order_by("name_key", "pk")
    rows = list(found.values_list("pk", "name", "town", "search_key")[: limit * 5])
    rows.sort(key=lambda row: not row[3].startswith(fold(text)))
    return [(pk, f"{name}, {town}" if town else name) for pk, name, town, _key in rows[:limit]]


def find_organisation(text: str, actor: Actor) -> list[Organisation]:
    """The organisations meant by what a clerk typed: a number, else the very name, else a name holding the words.

    At most eleven, so that a caller may say “these, and others”.
    """
    digits = "".join(filter(str.isdigit, text))
    base = organisations(actor)
    if digits and len(digits) in {9, 10, 14} and not any(map(str.isalpha, text)):
        return list(base.filter(Q(nip=digits) | Q(regon=digits) | Q(krs=digits))[:11])
    exact = list(base.filter(Q(name__iexact=text.strip()) | Q(short_name__iexact=text.strip()))[:11])
    if exact:
        return exact
    choices = organisation_choices(text, 11)
    found = base.in_bulk([pk for pk, _label in choices])
    same = [one for one in found.values() if plain_name(one.name) == plain_name(text)]
    return same or [found[pk] for pk, _label in choices if pk in found]


def kept_record(organisation: Organisation) -> Organisation:
    """The record this one was joined with, however many times; itself where it stands alone."""
    seen = {organisation.pk}
    while organisation.merged_into_id and organisation.merged_into_id not in seen:
        organisation = Organisation.objects.get(pk=organisation.merged_into_id)
        seen.add(organisation.pk)
    return organisation


def successors(organisation: Organisation) -> list[Organisation]:
    """Who carries on today what `organisation` was: the ends of all successions from it, itself where there are none.

    A body split into three gives three. One query per generation.
    """
    frontier, seen, ends = {kept_record(organisation).pk}, set(), set()
    while frontier:
        seen |= frontier
        steps = list(
            Succession.objects.filter(predecessor__in=frontier).values_list(
                "predecessor", "successor", "successor__merged_into"
            )
        )
        ends |= frontier - {predecessor for predecessor, _successor, _merged in steps}
        frontier = {merged or successor for _predecessor, successor, merged in steps} - seen
    return list(Organisation.objects.filter(pk__in=ends or {organisation.pk}).order_by("name_key", "pk"))


def line_of(pks: Iterable[int], *, backwards: bool) -> set[int]:
    """Ids of all organisations these came of (`backwards`) or that came of these; one query per generation."""
    one, other = ("successor", "predecessor") if backwards else ("predecessor", "successor")
    frontier, seen = set(pks), set()
    while frontier:
        seen |= frontier
        frontier = (
            set(Succession.objects.filter(**{f"{one}__in": frontier}).values_list(other, flat=True)) - seen
        )
    return seen - set(pks)


def old_names_of(pks: Iterable[int]) -> dict[int, list[str]]:
    """Former names of each organisation and all names of those it came of; four queries, however many are asked about."""
    asked = set(pks)
    edges: dict[int, set[int]] = defaultdict(set)
    for successor, predecessor in Succession.objects.values_list("successor", "predecessor"):
        edges[successor].add(predecessor)
    origins = {pk: _reached(pk, edges) for pk in asked}
    older = set().union(*origins.values()) if origins else set()
    names: dict[int, list[str]] = defaultdict(list)
    wanted = OrganisationName.objects.filter(organisation__in=asked | older).order_by("pk")
    for pk, name in wanted.values_list("organisation", "name"):
        names[pk].append(name)
    today = dict(Organisation.objects.filter(pk__in=older).values_list("pk", "name"))
    return {
        pk: [*names[pk], *(name for one in sorted(before) for name in (today[one], *names[one]))]
        for pk, before in origins.items()
    }


def _reached(pk: int, edges: dict[int, set[int]]) -> set[int]:
    frontier, seen = edges.get(pk, set()), set()
    while frontier:
        seen |= frontier
        frontier = set().union(*(edges.get(one, set()) for one in frontier)) - seen
    return seen - {pk}


class Bearer(NamedTuple):
    """An organisation of today that bore, or whose predecessor bore, a name; `until` is the name's last day."""

    organisation: Organisation
    name_then: str
    until: date | None


def bearers_of_name(text: str, limit: int = 20) -> list[Bearer]:
    """Today's organisations behind a name of any time: so a signature of 2003 is found under today's name.

    Names are compared without case, diacritics and punctuation; all words must occur. The caller checks who may ask.
    """
    words = plain_name(text).split()[:8]
    if not words:
        return []
    condition = Q()
    for word in words:
        condition &= Q(search_key__contains=word)
    found: dict[tuple[int, str], Bearer] = {}
    for organisation in Organisation.objects.filter(condition).order_by("name_key", "pk")[:limit]:
        if _holds(organisation.name, words):
            for today in successors(organisation):
                found.setdefault(
                    (today.pk, organisation.name), Bearer(today, organisation.name, organisation.ended_on)
                )
    names = OrganisationName.objects.filter(condition).select_related("organisation").order_by("pk")
    for name in names[:limit]:
        for today in successors(name.organisation):
            found.setdefault((today.pk, name.name), Bearer(today, name.name, name.until))
    return list(found.values())[:limit]


def _holds(name: str, words: list[str]) -> bool:
    return all(word in plain_name(name) for word in words)


def former_names(organisation: Organisation) -> QuerySet[OrganisationName]:
    """Names before today's, the latest first; those without days last."""
    return organisation.names.order_by("-until", "-since", "pk")


def joined_records(organisation: Organisation) -> QuerySet[Merge]:
    """Records joined with this one whose joining still stands."""
    return Merge.objects.filter(kept=organisation, undone_at=None).select_related("absorbed").order_by("-pk")


def books_kept_by(actor: Actor) -> QuerySet[ContactBook]:
    """Contact books the actor may write into."""
    books = ContactBook.objects.order_by("name", "pk")
    return books if actor.is_admin else books.filter(pk__in=actor.kept_books)


def holders_of_number(field: str, number: str, *, besides: int | None = None) -> QuerySet[Organisation]:
    """Current organisations with that NIP, REGON or KRS, the record `besides` left out."""
    return Organisation.objects.current().filter(**{field: number}).exclude(pk=besides or 0)


def look_alikes(name: str, place: Unit | None) -> list[Organisation]:
    """Current organisations of the same bare name in the same county, or where either county is unknown; one query."""
    bare = bare_name(name)
    longest = max(bare.split(), key=len, default="")
    if not longest:
        return []
    county = place.code[:4] if place else ""
    found = Organisation.objects.current().filter(search_key__contains=longest).select_related("place")
    return [
        one
        for one in found.order_by("pk")[:500]
        if bare_name(one.name) == bare
        and (not county or one.place is None or one.place.code.startswith(county[:4]))
    ]


def compared() -> list[Entry]:
    """What the finder of duplicates compares; one query."""
    rows = Organisation.objects.current().values_list("pk", "name", "place__code", "nip", "regon", "krs")
    return [
        Entry(pk, name, (code or "")[:4], nip, regon, krs)
        for pk, name, code, nip, regon, krs in rows.iterator()
    ]
