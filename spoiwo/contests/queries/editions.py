"""Contests and editions as pages read them: the public page, the secretary's desk, how far everything is."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.contests.models import Contest, Edition, Entry, FormalDecision, Member, Reading
from spoiwo.contests.permissions import KEEPERS
from spoiwo.contests.queries.rulebook import lacks_of_rules
from spoiwo.contests.rules.deadlines import Standing, standing
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
    ReadingState,
)
from spoiwo.kit.actor import Actor


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


def progress_of(edition: Edition, *, without: Iterable[int] = ()) -> Progress:
    """How far the entries are; those in `without` (the reader's own conflicts) are left out of every count."""
    entries = Entry.objects.filter(edition=edition, is_sample=False).exclude(pk__in=list(without))
    approved = Entry.objects.filter(pk=OuterRef("pk"), submissions__blind__approved_at__isnull=False)
    readers = Reading.objects.filter(entry=OuterRef("pk")).exclude(state=ReadingState.RECUSED)
    admitted = Q(state=EntryState.ADMITTED)
    counted = entries.aggregate(
        undecided=Count("pk", filter=Q(state__in=[EntryState.SUBMITTED, EntryState.CORRECTIONS])),
        admitted=Count("pk", filter=admitted),
        unapproved=Count("pk", filter=admitted & ~Exists(approved)),
        unread=Count("pk", filter=admitted & ~Exists(readers)),
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
