"""Conflicts of interest as pages read them: the office's list, the list of entrants that each person goes through."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from spoiwo.contests.models import Conflict, Edition, Entry, Member, Reading
from spoiwo.contests.queries.connections import entrants_of
from spoiwo.contests.rules.states import JURY, EditionState, ReadingState, Source, Strength
from spoiwo.kit.actor import Actor
from spoiwo.polish import fold

SHUTS = (Strength.BAR, Strength.NO_VOTE)
OPEN_STATES = (EditionState.OPEN, EditionState.CHECKING, EditionState.SCORING, EditionState.DELIBERATION)


@dataclass(frozen=True, slots=True)
class Entrant:
    """An organisation on the list that members go through: no titles, codes or numbers.

    `token` stands for it in forms: neither the order of entries nor a later page can be told from it. `conflicts` are
    those of the reader with any of its entries, `is_new` what was not there when the reader confirmed.
    """

    token: str
    name: str
    place: str
    entry_ids: tuple[int, ...]
    conflicts: tuple[Conflict, ...]
    is_new: bool

    @property
    def stated(self) -> Conflict | None:
        """What the reader has stated; only the office takes it back."""
        return next((one for one in self.conflicts if one.source == Source.MEMBER), None)


def roles_of(edition: Edition, actor: Actor) -> list[Member]:
    """What the actor is in the edition, that in the jury first."""
    rows = Member.objects.filter(edition=edition, user=actor.user_id, stopped_at=None)
    return sorted(rows.select_related("user", "organisation"), key=lambda one: (one.kind not in JURY, one.pk))


def unconfirmed(member: Member) -> QuerySet[Entry]:
    """Received entries that came after the member confirmed the list of entrants; all of them before that."""
    rows = Entry.objects.filter(edition=member.edition_id).received()
    if member.confirmed_at is None:
        return rows
    return rows.filter(submissions__number=1, submissions__at__gt=member.confirmed_at)


def needs_confirmation(member: Member) -> bool:
    """Whether the member must go through the list of entrants (again) before anything can be read."""
    if member.confirmed_at is None or member.declared_at is None:
        return True
    return unconfirmed(member).exists()


def has_begun(member: Member) -> bool:
    """Whether the member has begun to score: from then on what was confirmed stands."""
    begun = [ReadingState.BEGUN, ReadingState.SUBMITTED]
    rows = Reading.objects.filter(member__edition=member.edition_id, member__user=member.user_id)
    return rows.filter(state__in=begun, entry__is_sample=False).exists()


def can_confirm(member: Member) -> bool:
    """Whether the list can be gone through now: until scoring begins for the person, later only for new entrants."""
    if member.edition.state not in OPEN_STATES:
        return False
    return needs_confirmation(member) or not has_begun(member)


def entrants_for(member: Member) -> list[Entrant]:
    """The entrants in alphabetical order, several entries of one organisation in one line; four queries."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entrants_of(member.edition):
        where = entry.place_id or ""
        groups[f"{entry.organisation_id or fold(entry.organisation_name)}|{where}"].append(entry)
    conflicts: dict[int, list[Conflict]] = defaultdict(list)
    own = Conflict.objects.filter(entry__edition=member.edition_id, member__user=member.user_id)
    for conflict in own.filter(is_dismissed=False):
        conflicts[conflict.entry_id].append(conflict)
    new = set(unconfirmed(member).values_list("pk", flat=True)) if member.confirmed_at else set()
    return [_entrant(member, key, rows, conflicts, new) for key, rows in groups.items()]


def conflict_rows(edition: Edition, actor: Actor) -> QuerySet[Conflict]:
    """All conflicts of the edition but those with an entry that the actor is barred from."""
    entries = Entry.objects.visible_to(actor).filter(edition=edition)
    rows = Conflict.objects.filter(entry__in=entries).select_related("entry__category", "member__user")
    return rows.prefetch_related("member__organisation")


def shut_pairs(edition: Edition) -> dict[tuple[int, int], list[str]]:
    """(entry's id, user's id) → strengths of the conflicts in force; one query."""
    rows = Conflict.objects.filter(entry__edition=edition, is_dismissed=False)
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for entry, user, strength in rows.values_list("entry", "member__user", "strength"):
        found[entry, user].append(strength)
    return found


def unfinished_confirmations(edition: Edition) -> list[Member]:
    """Who has still to confirm or to declare, without saying anything of the entries; two queries."""
    rows = Member.objects.filter(edition=edition, stopped_at=None).select_related("user")
    latest = (
        Entry.objects.filter(edition=edition)
        .received()
        .filter(submissions__number=1)
        .order_by("-submissions__at")
        .values_list("submissions__at", flat=True)
        .first()
    )
    waiting = Q(confirmed_at=None) | Q(declared_at=None)
    return list(rows.filter(waiting | Q(confirmed_at__lt=latest) if latest else waiting))


def _entrant(
    member: Member,
    key: str,
    rows: list[Entry],
    conflicts: dict[int, list[Conflict]],
    new: Iterable[int],
) -> Entrant:
    first = rows[0]
    place = first.place or (first.organisation.place if first.organisation else None)
    seen: dict[tuple[str, str], Conflict] = {}
    for entry in rows:
        for conflict in conflicts[entry.pk]:
            seen.setdefault((conflict.source, conflict.tie), conflict)
    return Entrant(
        salted_hmac("contests.entrant", f"{member.edition_id}:{member.user_id}:{key}").hexdigest()[:16],
        first.organisation_name,
        str(place) if place else "",
        tuple(entry.pk for entry in rows),
        tuple(seen.values()),
        any(entry.pk in new for entry in rows),
    )
