"""How far the jury is: counts and days, never a score. Entries that the reader is barred from are in no count."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from spoiwo.contests.models import Category, Edition, Member, Reading
from spoiwo.contests.queries.people import shut_out_of
from spoiwo.contests.rules.states import JURY, EntryState, ReadingState
from spoiwo.kit.actor import Actor

UNFINISHED = (ReadingState.ASSIGNED, ReadingState.BEGUN)


@dataclass(frozen=True, slots=True)
class Progress:
    """A juror's or a category's cards. `is_late`: some are open after their day; `can_nudge`: not reminded today."""

    of: Member | Category
    all: int
    begun: int
    done: int
    last_at: dt.datetime | None
    is_late: bool
    can_nudge: bool

    @property
    def open(self) -> int:
        """Cards that have not been submitted."""
        return self.all - self.done


def cards_of(edition: Edition, actor: Actor) -> QuerySet[Reading]:
    """The cards that count, without those of entries that the actor is barred from."""
    rows = Reading.objects.filter(entry__edition=edition, entry__is_sample=False)
    rows = rows.filter(entry__state=EntryState.ADMITTED).exclude(state=ReadingState.RECUSED)
    return rows.exclude(entry__in=shut_out_of(edition, actor))


def jurors_progress(edition: Edition, actor: Actor) -> list[Progress]:
    """Each juror's progress, who is furthest behind first; three queries."""
    counts = _counts(cards_of(edition, actor), "member")
    rows = Member.objects.filter(edition=edition, kind__in=JURY).select_related("user")
    found = [
        _progress(one, counts.get(one.pk, {}), edition)
        for one in rows
        if not one.stopped_at or one.pk in counts
    ]
    return sorted(found, key=lambda one: (one.open == 0, -one.open, str(one.of)))


def categories_progress(edition: Edition, actor: Actor) -> list[Progress]:
    """Each category's progress; three queries."""
    counts = _counts(cards_of(edition, actor), "entry__category")
    return [_progress(one, counts.get(one.pk, {}), edition) for one in edition.categories.all()]


def late_members(edition: Edition, actor: Actor) -> list[int]:
    """Ids of jurors with open cards who may be reminded now."""
    return [one.of.pk for one in jurors_progress(edition, actor) if one.open and one.can_nudge]


def submitted_cards(member: Member, actor: Actor) -> list[Reading]:
    """Cards of one juror that were submitted, by their entries' codes; two queries."""
    rows = cards_of(member.edition, actor).filter(member=member, state=ReadingState.SUBMITTED)
    return list(rows.select_related("entry__category").order_by("entry__code"))


def was_nudged_today(at: dt.datetime | None) -> bool:
    """Whether a reminder went out on this day already."""
    return bool(at and timezone.localtime(at).date() == timezone.localdate())


def _counts(rows: QuerySet[Reading], by: str) -> dict[int, dict]:
    counted = rows.order_by().values(by).annotate(
        all=Count("pk"),
        begun=Count("pk", filter=Q(state=ReadingState.BEGUN)),
        done=Count("pk", filter=Q(state=ReadingState.SUBMITTED)),
        begun_last=Max("begun_at"),
        done_last=Max("submitted_at"),
        nudged=Max("nudged_at"),
    )  # fmt: skip
    return {one[by]: one for one in counted}


def _progress(of: Member | Category, found: dict, edition: Edition) -> Progress:
    moments = [at for at in (found.get("begun_last"), found.get("done_last")) if at]
    is_open = found.get("all", 0) > found.get("done", 0)
    is_active = getattr(of, "stopped_at", None) is None
    return Progress(
        of,
        found.get("all", 0),
        found.get("begun", 0),
        found.get("done", 0),
        max(moments, default=None),
        bool(is_open and edition.scoring_until and edition.scoring_until < timezone.now()),
        bool(is_open and is_active and not was_nudged_today(found.get("nudged"))),
    )
