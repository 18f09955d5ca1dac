"""The part of the small world that contests need: editions in several states, an entry, a jury, a sealed result."""

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from spoiwo.contests.actions.ranking import compute_ranking
from spoiwo.contests.actions.sittings import close_sitting, save_sitting
from spoiwo.contests.actions.verdict import give_award, publish, seal
from spoiwo.contests.models import Award, Contest, Edition, Entry, FormalDecision, Voice
from spoiwo.files.models import StoredFile
from spoiwo.files.store import keep
from spoiwo.partnerships.models import Partnership
from tests.cast import Cast
from tests.make import (
    make_category,
    make_contest,
    make_copy,
    make_edition,
    make_entry,
    make_member,
    make_reading,
    make_user,
)


def contests_of(partnership: Partnership, cast: Cast, paper: StoredFile) -> dict[str, Any]:
    """A contest with an edition that takes entries, one deliberated on, one announced; Jurek is the chair."""
    contest = make_contest(partnership, slug=f"konkurs-{partnership.slug}")
    return {
        "contest_slug": contest.slug,
        "year": 2029,
        **_open(contest, paper),
        **_deliberated(contest, cast, paper),
        **_announced(contest, cast, paper),
    }


def _open(contest: Contest, paper: StoredFile) -> dict[str, Any]:
    edition = make_edition(contest, 2031)
    entry = make_entry(make_category(edition), "Szkoła jutra", state="draft")
    entry.files.create(field=entry.category.fields.get(kind="file"), stored=paper)
    submitted = make_entry(entry.category, "Targi pracy", state="submitted")
    nominated = make_entry(entry.category, "Praktyka sąsiadów", state="draft")
    nominated.writers.update(kind="nominator")
    contact = nominated.writers.create(
        kind="author", name="Ewa Lis", email="lis@example.org", secret=f"zgoda-{nominated.pk}"
    )
    rejected = make_entry(entry.category, "Spóźniona", state="rejected")
    FormalDecision.objects.create(
        entry=rejected, submission=rejected.latest, outcome="rejected", by_name="Olga", at=timezone.now()
    )
    return {
        "open_edition_pk": edition.pk,
        "open_year": edition.year,
        "writer_secret": entry.writers.get().secret,
        "writer_file_pk": paper.pk,
        "sent_secret": submitted.writers.get().secret,
        "agreement_secret": contact.secret,
        "appeal_secret": rejected.writers.get().secret,
    }


def _deliberated(contest: Contest, cast: Cast, paper: StoredFile) -> dict[str, Any]:
    edition = make_edition(contest, 2030, state="deliberation")
    category = make_category(edition, laureates=1)
    entries = _judged(edition, category, cast)
    entry = entries[0]
    stored = keep(SimpleUploadedFile("zalacznik.pdf", _bytes(paper), "application/pdf"), by=cast.anna.actor)
    submission = entry.latest
    submission.files = [{"field": "f2", "stored": stored.pk, "name": stored.name, "sha256": stored.sha256}]
    submission.save()
    entry.files.create(field=category.fields.get(key="f2"), stored=stored)
    blind = submission.blind.files.create(
        field_key="f2", original=stored, stored=stored, boxes=[[1, 0.1, 0.1, 0.2, 0.2]]
    )
    compute_ranking(edition, by=cast.olga.actor)
    jury = list(edition.members.filter(kind__in=["chair", "juror"]))
    sitting = save_sitting(
        edition, None, dict.fromkeys(jury, "present"), by=cast.olga.actor, held_at=timezone.now()
    )
    award = give_award(edition, entry, by=cast.olga.actor, kind="laureate", name="Lider")
    juror = jury[0]
    conflict = juror.conflicts.create(entry=entries[2], source="member", tie="other", strength="note")
    waiting = make_entry(category, "Odwołanie", state="rejected")
    FormalDecision.objects.create(
        entry=waiting,
        submission=waiting.latest,
        outcome="rejected",
        by_name="Olga",
        at=timezone.now(),
        appeal="waiting",
    )
    patronage = edition.patronages.create(patron="Starosta")
    edition.members.update(confirmed_at=timezone.now())  # after the last entrant came
    return {
        "edition_pk": edition.pk,
        "category_pk": category.pk,
        "field_pk": category.fields.first().pk,
        "entry_pk": entry.pk,
        "appeal_entry_pk": waiting.pk,
        "file_pk": stored.pk,
        "blind_file_pk": blind.pk,
        "member_pk": juror.pk,
        "conflict_pk": conflict.pk,
        "reading_pk": entry.readings.get(member__user=cast.jurek.user).pk,
        "sitting_pk": sitting.pk,
        "award_pk": award.pk,
        "patronage_pk": patronage.pk,
        "number": 1,
    }


def _announced(contest: Contest, cast: Cast, paper: StoredFile) -> dict[str, Any]:
    now = timezone.now()
    edition = make_edition(contest, 2029, state="deliberation", rules_file=paper)
    category = make_category(edition, laureates=1)
    entries = _judged(edition, category, cast)
    compute_ranking(edition, by=cast.olga.actor)
    jury = list(edition.members.filter(kind__in=["chair", "juror"]))
    sitting = save_sitting(edition, None, dict.fromkeys(jury, "present"), by=cast.olga.actor, held_at=now)
    close_sitting(sitting, by=cast.olga.actor)
    give_award(edition, entries[0], by=cast.olga.actor, kind="laureate", name="Lider 2029")
    publish(seal(edition, by=cast.olga.actor).edition, by=cast.olga.actor)
    days = {"audience_from": now - dt.timedelta(days=2), "audience_until": now + dt.timedelta(days=2)}
    Edition.objects.filter(pk=edition.pk).update(**days)
    award = edition.awards.get()
    Award.objects.filter(pk=award.pk).update(consent_secret=f"zgoda-{award.pk}-{edition.pk}")
    voice = Voice.objects.create(
        category=category, entry=entries[0], address_hash="0" * 64, secret=f"glos-{award.pk}"
    )
    return {
        "sealed_edition_pk": edition.pk,
        "sealed_sitting_pk": sitting.pk,
        "announced_award_pk": award.pk,
        "consent_secret": f"zgoda-{award.pk}-{edition.pk}",
        "voice_secret": voice.secret,
    }


def _judged(edition: Edition, category: Any, cast: Cast) -> list[Entry]:
    """Three entries with blind copies, read by Jurek in the chair and by another."""
    jury = [make_member(edition, cast.jurek.user, "chair"), make_member(edition, make_user("Zofia Lis"))]
    entries = [make_entry(category, title) for title in ("Pierwsza", "Druga", "Trzecia")]
    for entry, points in zip(entries, (5, 3, 1), strict=True):
        make_copy(entry)
        for member in jury:
            make_reading(entry, member, points, points)
    return entries


def _bytes(stored: StoredFile) -> bytes:
    with stored.content.open("rb") as file:
        return file.read()
