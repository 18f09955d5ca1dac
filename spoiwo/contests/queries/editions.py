"""Contests and editions as pages read them: the public page, the secretary's desk, how far everything is."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.contests.models import (
    BlindCopy,
    Contest,
    Edition,
    Entry,
    FormalDecision,
    Member,
    Patronage,
    Reading,
    Seal,
)
from spoiwo.contests.permissions import KEEPERS
from spoiwo.contests.queries.audience import shows_entries
from spoiwo.contests.queries.history import laureates_of
from spoiwo.contests.queries.people import verbs_over
from spoiwo.contests.queries.rulebook import lacks_of_rules
from spoiwo.contests.rules.audience import is_open
from spoiwo.contests.rules.deadlines import Standing, asked_by, standing
from spoiwo.contests.rules.readiness import (
    Lack,
    Progress,
    lacks_to_check,
    lacks_to_deliberate,
    lacks_to_score,
)
from spoiwo.contests.rules.states import (
    JURY,
    Appeal,
    EditionState,
    EntryState,
    PatronageState,
    ReadingState,
)
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.register.labels import KIND_LABELS


def contest_rows(actor: Actor) -> QuerySet[Contest]:
    """Contests that have an edition the actor may see, or that the actor keeps."""
    editions = Edition.objects.visible_to(actor)
    condition = Q(pk__in=editions.values("contest")) | Q(partnership__in=actor.partnerships_as(*KEEPERS))
    rows = Contest.objects.filter(condition) if not actor.is_admin else Contest.objects.all()
    return rows.select_related("partnership", "organiser").annotate(edition_count=Count("editions"))


def standing_of(edition: Edition, now: dt.datetime | None = None) -> Standing:
    """Whether entries are taken at this moment, as far as the clock goes."""
    grace = dt.timedelta(minutes=edition.grace_minutes)
    return standing(now or timezone.now(), opens=edition.opens_at, closes=edition.closes_at, grace=grace)


def takes_entries(edition: Edition, now: dt.datetime | None = None) -> bool:
    """Whether somebody can begin an entry now: the grace is for those who have begun."""
    return edition.state == EditionState.OPEN and standing_of(edition, now) == Standing.OPEN


def open_editions(actor: Actor) -> list[Edition]:
    """The editions in which somebody can begin an entry now; one query."""
    rows = Edition.objects.visible_to(actor).filter(state=EditionState.OPEN)
    found = rows.select_related("contest__partnership", "contest__organiser").order_by("closes_at", "pk")
    return [one for one in found if takes_entries(one)]


def progress_of(edition: Edition, *, without: Iterable[int] = ()) -> Progress:
    """How far the entries are; those in `without` (the reader's own conflicts) are left out of every count."""
    entries = Entry.objects.filter(edition=edition, is_sample=False).exclude(pk__in=list(without))
    approved = BlindCopy.objects.approved().filter(submission__entry=OuterRef("pk"))
    readers = Reading.objects.filter(entry=OuterRef("pk")).exclude(state=ReadingState.RECUSED)
    admitted = Q(state=EntryState.ADMITTED)
    counted = entries.aggregate(
        undecided=Count("pk", filter=Q(state__in=[EntryState.SUBMITTED, EntryState.CORRECTIONS])),
        admitted=Count("pk", filter=admitted),
        unapproved=Count("pk", filter=admitted & Q(~Exists(approved))),
        unread=Count("pk", filter=admitted & Q(~Exists(readers))),
    )
    return Progress(
        is_over=standing_of(edition) == Standing.OVER,
        undecided=counted["undecided"],
        appeals=FormalDecision.objects.filter(entry__in=entries, appeal=Appeal.WAITING).count(),
        admitted=counted["admitted"],
        jurors=Member.objects.filter(edition=edition, kind__in=JURY, stopped_at=None).count(),
        unapproved=counted["unapproved"] if edition.is_blind else 0,
        unread=counted["unread"],
        submitted=Reading.objects.counted().filter(entry__in=entries).count(),
    )


def lacks_before(edition: Edition, wanted: str) -> list[Lack]:
    """What must be done before the edition can be moved to `wanted`; a step back lacks nothing."""
    if wanted == EditionState.OPEN and edition.state == EditionState.DRAFT:
        return lacks_of_rules(edition)
    step = {
        (EditionState.OPEN, EditionState.CHECKING): lacks_to_check,
        (EditionState.CHECKING, EditionState.SCORING): lacks_to_score,
        (EditionState.SCORING, EditionState.DELIBERATION): lacks_to_deliberate,
    }.get((EditionState(edition.state), EditionState(wanted)))
    return step(progress_of(edition)) if step else []


def organiser_of(contest: Contest) -> str:
    """Who holds the contest, as it stands on pages and papers."""
    return contest.organiser.name if contest.organiser else contest.organiser_name or contest.partnership.name


def deadline_in_words(edition: Edition) -> str:
    """The deadline with hour and zone, for pages and letters."""
    if edition.closes_at is None:
        return ""
    at = timezone.localtime(edition.closes_at)
    words = {"day": f"{at:%d.%m.%Y}", "hour": f"{at:%H:%M}", "zone": timezone.get_current_timezone_name()}
    return _("%(day)s, %(hour)s (time of %(zone)s)") % words


def latest_editions(actor: Actor, contests: Iterable[Contest]) -> dict[int, Edition]:
    """Contest's id → its latest edition the actor may see; one query."""
    rows = Edition.objects.visible_to(actor).filter(contest__in=list(contests)).order_by("year")
    return {one.contest_id: one for one in rows}


@dataclass(frozen=True, slots=True)
class PatronageRow:
    """A request with the last day to send it, and whether that day has passed unused."""

    patronage: Patronage
    due_on: dt.date | None
    is_late: bool


def event_day(edition: Edition) -> dt.date | None:
    """The day patronage is asked for: of the gala, else of the announcement."""
    at = edition.gala.starts_at if edition.gala else edition.announced_at
    return timezone.localtime(at).date() if at else None


def patronage_rows(edition: Edition) -> list[PatronageRow]:
    """The requests with their days counted back from the event; without its day none can be counted."""
    event, rows = event_day(edition), []
    for one in edition.patronages.all():
        due = asked_by(event, one.days_before) if event else None
        is_open = one.state == PatronageState.PLANNED
        rows.append(PatronageRow(one, due, bool(due and is_open and due < today())))
    return rows


def public_page(edition: Edition, actor: Actor) -> dict[str, Any]:
    """What everybody reads of an edition."""
    criteria = list(edition.criteria.select_related("category"))
    categories = [
        {
            "category": one,
            "kinds": [KIND_LABELS[kind] for kind in one.kinds if kind in KIND_LABELS],
            "criteria": [criterion for criterion in criteria if criterion.category_id in (None, one.pk)],
        }
        for one in edition.categories.all()
    ]
    return {
        "edition": edition,
        "contest": edition.contest,
        "can": verbs_over(edition, actor),
        "organiser": organiser_of(edition.contest),
        "categories": categories,
        "deadline": deadline_in_words(edition),
        "standing": standing_of(edition),
        "takes_entries": takes_entries(edition),
        "audience_votes": shows_entries(edition)
        and is_open(timezone.now(), edition.audience_from, edition.audience_until),
        "extensions": edition.extensions.all(),
        "laureates": laureates_of(edition) if edition.is_announced else [],
        "seal": edition.is_announced and Seal.objects.filter(edition=edition).exists(),
        "patrons": edition.patronages.filter(state=PatronageState.GRANTED),
    }
