"""Letters to the commission: appointed, entries to read, a reminder. None says whose entries they are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.db.models import Count
from django.urls import reverse

from spoiwo.contests.models import Edition, Member, Reading
from spoiwo.contests.rules.states import ReadingState
from spoiwo.mail.post import Draft


def appointment(member: Member, by_name: str) -> Draft:
    """Somebody was appointed: as what, and the way to the list of entrants and the declaration."""
    return to_member(member, "jury_appointed", by_name=by_name)


def assignment_letters(edition: Edition, members: Iterable[int] | None = None) -> Iterator[Draft]:
    """One letter to each juror with entries to read, or only to those whose ids are given: how many, until when.

    They belong to no partnership's outbox: a secretary who is barred from an entry must not count there who reads it.
    """
    for member, count in _readers(edition, members):
        yield replace(to_member(member, "jury_assigned", count=count), scope=None)


def reminders(edition: Edition, members: Iterable[int]) -> Iterator[Draft]:
    """One letter to each of these jurors who has not submitted everything; it names no number, see above."""
    for member, _count in _readers(edition, members):
        yield to_member(member, "jury_reminder")


def _readers(edition: Edition, members: Iterable[int] | None) -> Iterator[tuple[Member, int]]:
    unfinished = Reading.objects.filter(
        member__edition=edition, state__in=[ReadingState.ASSIGNED, ReadingState.BEGUN]
    )
    counts = dict(unfinished.order_by().values_list("member").annotate(Count("pk")))
    rows = Member.objects.filter(pk__in=counts, stopped_at=None).select_related("user")
    if members is not None:
        rows = rows.filter(pk__in=list(members))
    for member in rows:
        member.edition = edition
        yield member, counts[member.pk]


def to_member(member: Member, template: str, **context: Any) -> Draft:
    """A letter about the edition to one of its commission, with the way to all that waits for the person."""
    edition = member.edition
    root = settings.PUBLIC_URL.rstrip("/")
    return Draft(
        to=member.user.email,
        to_name=member.user.name,
        template=f"contests/email/{template}",
        context={
            "member": member,
            "edition": edition,
            "contest": edition.contest,
            "link": root + reverse("contests:my_judging"),
            **context,
        },
        about_kind="contests.edition",
        about_id=edition.pk,
        scope=edition.contest.partnership_id,
    )
