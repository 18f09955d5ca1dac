"""The commission as pages read it: its members, and what waits for each of them."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.models import Category, Edition, Member, Reading
from spoiwo.contests.queries.conflicts import can_confirm, needs_confirmation
from spoiwo.contests.rules.states import IN_ORDER, JURY, SETTLED, EditionState, ReadingState
from spoiwo.kit.actor import Actor

READABLE = (EditionState.SCORING, EditionState.DELIBERATION)
UNFINISHED = (ReadingState.ASSIGNED, ReadingState.BEGUN)


@dataclass(frozen=True, slots=True)
class Task:
    """One edition as a member finds it.

    `readings` are those that can be opened, in an order of the member's own (so that no entry is always read last);
    `assigned` counts all, also those that wait for the confirmation. `asks`: `confirm` (only once the list of entrants is
    complete), `read`, `wait`, `done`.
    """

    edition: Edition
    roles: tuple[Member, ...]
    asks: str
    readings: tuple[Reading, ...]
    assigned: int
    can_confirm: bool
    is_late: bool

    @property
    def judges(self) -> bool:
        """Whether the person scores, and not only works at the office."""
        return any(role.kind in JURY for role in self.roles)

    @property
    def unfinished(self) -> int:
        """How many open cards have not been submitted."""
        return sum(1 for one in self.readings if one.state in UNFINISHED)

    @property
    def next(self) -> Reading | None:
        """The card to go on with: one that was begun before one that was not."""
        waiting = [one for one in self.readings if one.state in UNFINISHED]
        return min(waiting, key=lambda one: one.state != ReadingState.BEGUN, default=None)


def member_groups(edition: Edition) -> list[tuple[str | Promise, list[Member]]]:
    """The commission with its chair first, then the office; two queries."""
    rows = Member.objects.filter(edition=edition).select_related("user", "organisation")
    everybody = list(rows.prefetch_related(Prefetch("categories", Category.objects.order_by("order"))))
    jury = sorted((one for one in everybody if one.kind in JURY), key=lambda one: (one.kind, one.pk))
    office = [one for one in everybody if one.kind not in JURY]
    return [(_("Commission"), jury), (_("Office of the contest"), office)]


def tasks_of(actor: Actor) -> list[Task]:
    """The editions the person works on, those with something to do first; a few queries for each edition."""
    roles: dict[int, list[Member]] = defaultdict(list)
    rows = Member.objects.filter(user=actor.user_id, stopped_at=None, edition__state__in=IN_ORDER)
    for member in rows.select_related("edition__contest", "user", "organisation").order_by(
        "-edition__year", "pk"
    ):
        roles[member.edition_id].append(member)
    readings = _own_readings(actor)
    tasks = [_task(held, readings[pk]) for pk, held in roles.items()]
    return sorted(tasks, key=lambda one: ("confirm", "read", "wait", "done").index(one.asks))


def waiting_for(actor: Actor) -> list[Task]:
    """Only what is asked of the person now."""
    return [one for one in tasks_of(actor) if one.asks in ("confirm", "read")] if actor.is_known else []


def _own_readings(actor: Actor) -> dict[int, list[Reading]]:
    """By edition; never with what tells whose entry it is."""
    rows = Reading.objects.open_to(actor).select_related("entry__category", "member")
    hidden = ("entry__title", "entry__organisation_name", "entry__search_key", "entry__name_key")
    found: dict[int, list[Reading]] = defaultdict(list)
    for reading in rows.defer(*hidden):
        found[reading.entry.edition_id].append(reading)
    return found


def _task(held: Iterable[Member], readings: list[Reading]) -> Task:
    roles = tuple(sorted(held, key=lambda one: (one.kind not in JURY, one.pk)))
    edition, asked = roles[0].edition, needs_confirmation(roles[0])
    may = can_confirm(roles[0])
    shown = [] if asked or edition.state not in READABLE else sorted(readings, key=_own_order)
    own = Reading.objects.filter(member__in=roles, entry__is_sample=False)
    due = edition.scoring_until
    return Task(
        edition,
        roles,
        _asks(edition, shown, is_asked=asked and may and edition.state != EditionState.OPEN),
        tuple(shown),
        own.exclude(state=ReadingState.RECUSED).count(),
        may,
        bool(due and due < timezone.now()),
    )


def _asks(edition: Edition, readings: list[Reading], *, is_asked: bool) -> str:
    if is_asked:
        return "confirm"
    if edition.state == EditionState.SCORING and any(one.state in UNFINISHED for one in readings):
        return "read"
    return "done" if edition.state in SETTLED or readings else "wait"


def _own_order(reading: Reading) -> tuple[bool, str]:
    """The practice round first, then an order that differs from juror to juror and stays."""
    mixed = hashlib.sha256(f"{reading.member_id}:{reading.entry.code}".encode()).hexdigest()
    return (not reading.entry.is_sample, mixed)
