"""Contests, editions, entries and laureates as documents of the search."""

import datetime as dt
from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from spoiwo.contests.models import Award, Contest, Edition, Entry, Member
from spoiwo.contests.permissions import INSIDERS
from spoiwo.contests.rules.states import EditionState, EntryState
from spoiwo.kit.actor import Actor
from spoiwo.search import EVERYBODY, KNOWN, Document, holders, person


def contest_documents(pks: Collection[int]) -> Iterator[Document]:
    """Contests; one query."""
    for one in Contest.objects.filter(pk__in=pks):
        yield Document(
            object_id=one.pk,
            title=one.name,
            body="\n".join(filter(None, [one.organiser_name, one.aim])),
            url=one.get_absolute_url(),
            audience={EVERYBODY},
            scope=one.partnership_id,
        )


def edition_documents(pks: Collection[int]) -> Iterator[Document]:
    """Editions with their rules; those in preparation for who prepares them and their commission. Two queries."""
    rows = Edition.objects.filter(pk__in=pks).select_related("contest")
    members: dict[int, set[str]] = {}
    for edition_id, user_id in Member.objects.filter(edition__in=pks).values_list("edition", "user"):
        members.setdefault(edition_id, set()).update(person(user_id))
    for one in rows:
        is_draft = one.state == EditionState.DRAFT
        inside = holders(one.contest.partnership_id, INSIDERS) | members.get(one.pk, set())
        yield Document(
            object_id=one.pk,
            title=one.name,
            body="\n".join(filter(None, [one.summary, one.rules_text])),
            url=one.get_absolute_url(),
            audience=inside if is_draft else {EVERYBODY},
            day=timezone.localtime(one.opens_at).date() if one.opens_at else dt.date(one.year, 1, 1),
            scope=one.contest.partnership_id,
            files=[one.rules_file_id] if one.rules_file_id and not is_draft else [],
            note=one.contest.name,
        )


def entry_documents(pks: Collection[int]) -> Iterator[Document]:
    """Received entries by title and entrant; who finds them is told by `visible_entries` alone. One query."""
    rows = Entry.objects.exclude(state=EntryState.DRAFT).filter(pk__in=pks, is_sample=False)
    for one in rows.select_related("edition__contest", "place"):
        yield Document(
            object_id=one.pk,
            title=one.title,
            body=one.organisation_name,
            url=one.get_absolute_url(),
            audience={KNOWN},
            day=one.created_at.date(),
            places=[one.place.code] if one.place else [],
            scope=one.edition.contest.partnership_id,
            note=one.edition.name,
        )


def visible_entries(actor: Actor) -> QuerySet[Entry]:
    """Entries the actor may see; conflicts of interest are known to their table alone."""
    return Entry.objects.visible_to(actor)


def award_documents(pks: Collection[int]) -> Iterator[Document]:
    """Laureates that everybody may know of; one under embargo comes in when it ends. Two queries."""
    announced = set(Award.objects.announced().filter(pk__in=pks).values_list("pk", flat=True))
    now = timezone.now()
    for one in Award.objects.filter(pk__in=pks).select_related("edition__contest", "place"):
        edition = one.edition
        ends_at = edition.announced_at if edition.announced_at and edition.announced_at > now else None
        text = one.practice_text if one.consented_at else ""
        yield Document(
            object_id=one.pk,
            title=f"{one.organisation_name}: {one.name}",
            body="\n".join(filter(None, [one.practice, text])),
            url=reverse("contests:laureate", args=[edition.contest.slug, one.pk]),
            audience={EVERYBODY} if one.pk in announced else (),
            day=dt.date(edition.year, 1, 1),
            places=[one.place.code] if one.place else [],
            scope=edition.contest.partnership_id,
            renew_at=ends_at,
            note=edition.name,
        )


def parts_of_edition(edition_id: int) -> list[tuple[str, int]]:
    """Awards of the edition: they appear, change and leave with it."""
    return [
        ("contests.award", pk) for pk in Award.objects.filter(edition=edition_id).values_list("pk", flat=True)
    ]


def edition_of_member(member_id: int) -> list[tuple[str, int]]:
    """The edition whose commission changed."""
    pks = Member.objects.filter(pk=member_id).values_list("edition", flat=True)
    return [("contests.edition", pk) for pk in pks]
