"""What the house's own records know of everybody who works on an edition and every entrant; thirteen queries for all pairs."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.db.models.functions import Lower

from spoiwo.contests.models import Edition, Entry, Member
from spoiwo.contests.rules.conflicts import Found, Post, Side, connections, kin, root_of
from spoiwo.contests.rules.states import JURY
from spoiwo.partnerships.models import Party
from spoiwo.partnerships.rules import ActKind
from spoiwo.places.models import Unit
from spoiwo.polish import collation_key, fold
from spoiwo.projects.models import CardPartner, ConceptCard
from spoiwo.projects.rules import CardState
from spoiwo.register.models import Mandate, Organisation, OrganisationName, Succession


@dataclass
class Family:
    """Which records of the register mean one organisation; three queries."""

    roots: dict[int, int]
    before: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    after: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    raw: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def of(self, pk: int | None) -> frozenset[int]:
        """All that means this organisation, as kept records; empty for none."""
        return kin(pk, self.roots, self.before, self.after) if pk else frozenset()

    def root(self, pk: int) -> int:
        """The kept record."""
        return root_of(pk, self.roots)

    def records(self, bodies: Iterable[int]) -> set[int]:
        """The kept records with all that were joined with them, as they stand in old agreements and cards."""
        return {one for body in bodies for one in (body, *self.raw.get(body, ()))}


def members_by_user(edition: Edition) -> dict[int, list[Member]]:
    """User's id → the person's roles that have not ended, that in the jury first; one query."""
    rows = Member.objects.filter(edition=edition, stopped_at=None).select_related(
        "user", "organisation__place"
    )
    found: dict[int, list[Member]] = defaultdict(list)
    for member in sorted(rows, key=lambda one: (one.kind not in JURY, one.pk)):
        found[member.user_id].append(member)
    return found


def entrants_of(edition: Edition) -> list[Entry]:
    """The received entries, with what tells who the entrant is; one query."""
    rows = Entry.objects.filter(edition=edition).received()
    return list(rows.select_related("organisation__place", "place").order_by("name_key", "pk"))


def connections_of(edition: Edition, *, on: dt.date) -> dict[tuple[int, int], list[Found]]:
    """(entry's id, member's id) → what the records know of the pair; only of people whose roles have not ended.

    Searches all records whoever asks: what a juror has in common with an entrant must not depend on who may read which
    book. Only the connection and the words of its record come out, never a person's data.
    """
    people, entries, family = members_by_user(edition), entrants_of(edition), _family()
    own = {user: [one.organisation_id for one in rows] for user, rows in people.items()}
    bodies = {user: frozenset().union(*(family.of(pk) for pk in pks)) for user, pks in own.items()}
    posts = _posts(people, family)
    agreements, projects = _agreements(bodies.values(), family), _projects(bodies.values(), family)
    counties = _county_names(people, entries)
    known = set().union(*bodies.values(), *(post.bodies for rows in posts.values() for post in rows))
    known |= set(agreements) | set(projects)
    names = _names(family.records(known), family)
    persons = {
        rows[0].pk: Side(
            bodies[user],
            {
                code: counties[code]
                for code in _counties(one.organisation for one in rows)
                if code in counties
            },
            _joined(bodies[user], agreements),
            _joined(bodies[user], projects),
            posts[user],
        )
        for user, rows in people.items()
    }
    found = {}
    for entry in entries:
        entrant = _entrant(entry, family, names, counties, agreements, projects)
        for member_pk, person in persons.items():
            if ties := connections(person, entrant, on=on):
                found[entry.pk, member_pk] = ties
    return found


def _entrant(
    entry: Entry,
    family: Family,
    names: dict[str, set[tuple[int, str]]],
    counties: dict[str, str],
    agreements: dict[int, dict[int, str]],
    projects: dict[int, dict[int, str]],
) -> Side:
    """The entrant as linked to the register and, besides, as its name is typed; a like name in another county is another."""
    here = _counties_of_entry(entry)
    bodies = {family.root(entry.organisation_id)} if entry.organisation_id else set()
    for root, county in names.get(fold(entry.organisation_name), ()):
        if not here or not county or county in here:
            bodies.add(root)
    line = frozenset().union(*(family.of(pk) for pk in bodies))
    return Side(
        frozenset(bodies),
        {code: counties[code] for code in here if code in counties},
        _joined(line, agreements),
        _joined(line, projects),
        name=entry.organisation_name,
    )


def _family() -> Family:
    joined = Organisation.objects.exclude(merged_into=None).values_list("pk", "merged_into")
    family = Family({pk: kept for pk, kept in joined if kept})
    for pk in family.roots:
        family.raw[family.root(pk)].add(pk)
    for one, other in Succession.objects.values_list("predecessor", "successor"):
        earlier, later = family.root(one), family.root(other)
        family.after[earlier].add(later)
        family.before[later].add(earlier)
    return family


def _posts(people: dict[int, list[Member]], family: Family) -> dict[int, tuple[Post, ...]]:
    """The mandates of whoever has a member's address or full name."""
    by_email = {rows[0].user.email.lower(): user for user, rows in people.items()}
    by_name: dict[str, set[int]] = defaultdict(set)
    for user, rows in people.items():
        for key in _name_keys(rows[0].user.name):
            by_name[key].add(user)
    theirs = Q(at_work__in=by_email) | Q(at_home__in=by_email) | Q(person__name_key__in=list(by_name))
    mandates = Mandate.objects.alias(at_work=Lower("email"), at_home=Lower("person__email")).filter(theirs)
    found: dict[int, list[Post]] = defaultdict(list)
    for mandate in mandates.select_related("person").order_by("pk"):
        person = mandate.person
        addresses = {mandate.email.lower(), person.email.lower() if person else ""}
        holders = {by_email[one] for one in addresses if one in by_email}
        holders |= by_name.get(person.name_key, set()) if person else set()
        for user in holders:
            found[user].append(Post(family.of(mandate.organisation_id), mandate.function, mandate.until))
    return {user: tuple(found[user]) for user in people}


def _name_keys(name: str) -> list[str]:
    """A full name as the register sorts people, wherever its surname begins."""
    words = name.split()
    return [collation_key(f"{' '.join(words[cut:])} {' '.join(words[:cut])}") for cut in range(1, len(words))]


def _agreements(bodies: Iterable[frozenset[int]], family: Family) -> dict[int, dict[int, str]]:
    """Body → agreements that it signed or came into, with a body of a member; those in force and past ones."""
    own = family.records(set().union(*bodies))
    came_in = Q(acts__kind__in=[ActKind.SIGNED, ActKind.ACCEDED], acts__corrected_by=None) | Q(
        successions__kind=ActKind.SUCCEEDED, successions__corrected_by=None
    )
    parties = Party.objects.filter(came_in)
    rows = parties.filter(agreement__in=parties.filter(organisation__in=own).values("agreement"))
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for pk, body, title in rows.values_list("agreement", "organisation", "agreement__title").distinct():
        found[family.root(body)][pk] = title[:90]
    return found


def _projects(bodies: Iterable[frozenset[int]], family: Family) -> dict[int, dict[int, str]]:
    """Body → concept cards with a body of a member, by their numbers: a title could betray an entry to its jurors."""
    own = family.records(set().union(*bodies))
    mine = Q(leader_organisation__in=own) | Q(deputy_organisation__in=own) | Q(partners__organisation__in=own)
    cards = ConceptCard.objects.filter(mine).exclude(state=CardState.DROPPED).distinct()
    rows = list(cards.values_list("pk", "number", "leader_organisation", "deputy_organisation"))
    numbers = {pk: str(number) for pk, number, *_others in rows}
    pairs = [(pk, body) for pk, _number, *both in rows for body in both if body]
    partners = CardPartner.objects.filter(card__in=numbers).exclude(organisation=None)
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for pk, body in [*pairs, *partners.values_list("card", "organisation")]:
        found[family.root(body)][pk] = numbers[pk]
    return found


def _joined(bodies: Iterable[int], records: dict[int, dict[int, str]]) -> dict[int, str]:
    return {pk: name for body in bodies for pk, name in records.get(body, {}).items()}


def _names(records: set[int], family: Family) -> dict[str, set[tuple[int, str]]]:
    """Folded name, today's or former → kept records with their county (empty: unknown)."""
    found: dict[str, set[tuple[int, str]]] = defaultdict(set)
    rows = Organisation.objects.filter(pk__in=records).values_list("pk", "name", "place__code")
    places = {}
    for pk, name, code in rows:
        places[pk] = (code or "")[:4] if len(code or "") >= 4 else ""
        found[fold(name)].add((family.root(pk), places[pk]))
    former = OrganisationName.objects.filter(organisation__in=records)
    for pk, name in former.values_list("organisation", "name"):
        found[fold(name)].add((family.root(pk), places[pk]))
    return found


def _counties_of_entry(entry: Entry) -> set[str]:
    own = {entry.place.code[:4]} if entry.place and len(entry.place.code) >= 4 else set()
    return own | _counties([entry.organisation])


def _counties(organisations: Iterable[Organisation | None]) -> set[str]:
    codes = (one.place.code for one in organisations if one and one.place)
    return {code[:4] for code in codes if len(code) >= 4}


def _county_names(people: dict[int, list[Member]], entries: Iterable[Entry]) -> dict[str, str]:
    """Every county met, with its name; its code where the register of places has none."""
    codes = _counties(one.organisation for rows in people.values() for one in rows)
    for entry in entries:
        codes |= _counties_of_entry(entry)
    names = dict(Unit.objects.filter(code__in=codes).order_by("valid_to").values_list("code", "name"))
    return {code: names.get(code, code) for code in codes}
