"""Rules of processing, and the erasing of people: on demand, and when a term has ended."""

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from spoiwo import audit
from spoiwo.files import store
from spoiwo.kit.actor import SYSTEM, Actor
from spoiwo.mail import post
from spoiwo.meetings.actions.seats import offer_places
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import (
    Answer,
    Attendee,
    Campaign,
    Certificate,
    GuestList,
    Invitation,
    Meeting,
    Needs,
    Photo,
    ProcessingRule,
    Question,
    SignedList,
    SurveyAnswer,
)
from spoiwo.meetings.queries.terms import ended_campaigns, ended_meetings, rows_due
from spoiwo.meetings.rules.states import CAME, Presence, Subject
from spoiwo.meetings.signals import attendees_erased

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "rules.pl.toml"
BATCH = 500
# What tells of an invited person or an attendee; sector, commune, answer and presence stay for the counts.
TELLING = ("given_name", "family_name", "function", "organisation_name", "name_key", "search_key")
REACHING = ("salutation", "email", "phone", "post", "e_delivery", "office_code")


@transaction.atomic
def ensure_rules(*, by: Actor = SYSTEM) -> int:
    """Loads the shipped common rules about kinds of data of which no common rule speaks yet; how many. Safe at every start."""
    known = set(ProcessingRule.objects.filter(partnership=None).values_list("subject", flat=True))
    with SHIPPED.open("rb") as file:
        shipped = [row for row in tomllib.load(file)["rule"] if row["subject"] not in known]
    for row in shipped:
        row["clause"] = row["clause"].strip()
        save_rule(ProcessingRule(**row), by=by)
    return len(shipped)


@transaction.atomic
def save_rule(rule: ProcessingRule, *, by: Actor) -> ProcessingRule:
    """Adds or changes a rule; terms of data that are still kept follow it from now on."""
    rule.save()
    audit.record(Verb.RULE_EDITED, rule, by=by, scope=rule.partnership_id, subject=rule.subject)
    return rule


@transaction.atomic
def remove_rule(rule: ProcessingRule, *, by: Actor) -> None:
    """Takes a partnership's own rule away; the common one counts again."""
    audit.record(Verb.RULE_EDITED, rule, by=by, scope=rule.partnership_id, subject=rule.subject, removed=True)
    rule.delete()


@transaction.atomic
def record_takeout(
    invitations: Iterable[Invitation], attendees: Iterable[Attendee], *, by: Actor, format: str
) -> None:
    """That a person's data left the house, and in which form."""
    for record, scope in _scoped(invitations, attendees):
        audit.record(Verb.PERSON_TAKEN_OUT, record, by=by, scope=scope, format=format)


@transaction.atomic
def erase_person(
    invitations: Iterable[Invitation], attendees: Iterable[Attendee], *, by: Actor, at: dt.datetime
) -> int:
    """Erases everything these records tell of a person, for good; how many records. What is erased already is passed over.

    Places at meetings still to come are given up and offered to those who wait. Counts stay.
    """
    invited = list(
        Invitation.objects.select_for_update()
        .filter(pk__in=[one.pk for one in invitations], erased_at=None)
        .select_related("campaign")
    )
    ids = [one.pk for one in attendees]
    places = Attendee.objects.filter(pk__in=ids) | Attendee.objects.filter(invitation__in=invited)
    listed = list(places.filter(erased_at=None).select_related("meeting"))
    for record, scope in _scoped(invited, listed):
        audit.record(Verb.PERSON_ERASED, record, by=by, scope=scope)
    freed = _give_up(listed, at)
    forget_invitations([one.pk for one in invited], at)
    forget_attendees([one.pk for one in listed], at)
    Certificate.objects.filter(attendee__in=listed).update(name="")
    for meeting in freed:
        offer_places(meeting, at=at, by=by)
    return len(invited) + len(listed)


def erase_due(at: dt.datetime) -> Mapping[Subject, int]:
    """Erases all whose term has ended by the table of rules; how much of each kind. Counts stay.

    Five hundred rows a transaction, each found anew by what still tells of somebody: it may be killed, run again, or
    run twice at once, and does nothing twice.
    """
    day, done = timezone.localtime(at).date(), Counter[Subject]()
    for subject, erase in _ERASERS.items():
        for thing, rows in rows_due(subject, day):
            done[subject] += _in_batches(erase, rows, thing, subject, at)
    _erase_files(day)
    return done


def forget_invitations(ids: list[int], at: dt.datetime) -> None:
    """Erases what these invitations tell, with needs, notes, questions and letters; inside the caller's transaction."""
    blank = dict.fromkeys((*TELLING, *REACHING), "")
    Invitation.objects.filter(pk__in=ids).update(**blank, person=None, organisation=None, erased_at=at)
    Answer.objects.filter(invitation__in=ids).update(note="")
    Needs.objects.filter(invitation__in=ids).delete()
    Question.objects.filter(invitation__in=ids).update(text="", answer="")
    post.forget("meetings.invitation", ids)


def forget_attendees(ids: list[int], at: dt.datetime) -> None:
    """Erases what these places tell of people; inside the caller's transaction."""
    blank = dict.fromkeys((*TELLING, "note"), "")
    Attendee.objects.filter(pk__in=ids).update(**blank, organisation=None, erased_at=at)
    attendees_erased.send(Attendee, ids=ids)


def _give_up(places: Iterable[Attendee], at: dt.datetime) -> list[Meeting]:
    """Frees the places at meetings that are not over; the meetings where somebody may be offered one."""
    open_places = [one for one in places if one.meeting.ends_at > at and one.presence not in CAME]
    Attendee.objects.filter(pk__in=[one.pk for one in open_places]).update(
        presence=Presence.CANCELLED, queued_at=None, offered_at=None, offer_ends_at=None
    )
    return list({one.meeting_id: one.meeting for one in open_places}.values())


def _scoped(
    invitations: Iterable[Invitation], attendees: Iterable[Attendee]
) -> list[tuple[Invitation | Attendee, int]]:
    """Each record with the partnership whose history tells of it."""
    found: list[tuple[Invitation | Attendee, int]] = []
    found += [(one, one.campaign.partnership_id) for one in invitations]
    found += [(one, one.meeting.partnership_id) for one in attendees]
    return found


def _in_batches(
    erase: Callable[[list[int], dt.datetime], None],
    rows: QuerySet[Any],
    thing: Meeting | Campaign,
    subject: Subject,
    at: dt.datetime,
) -> int:
    done = 0
    while True:
        with transaction.atomic():
            # Of two that run at once the second waits here, and then finds what the first has left.
            type(thing)._default_manager.select_for_update().get(pk=thing.pk)
            ids = list(rows.values_list("pk", flat=True)[:BATCH])
            if not ids:
                return done
            erase(ids, at)
            facts = {"subject": str(subject), "count": len(ids)}
            audit.record(Verb.TERM_ENDED, thing, by=SYSTEM, scope=thing.partnership_id, **facts)
        done += len(ids)


def _erase_needs(ids: list[int], at: dt.datetime) -> None:
    Needs.objects.filter(pk__in=ids).delete()


def _erase_photos(ids: list[int], at: dt.datetime) -> None:
    for photo in Photo.objects.filter(pk__in=ids).select_related("file", "small"):
        photo.delete()
        store.discard(photo.file)
        store.discard(photo.small)


def _erase_certificates(ids: list[int], at: dt.datetime) -> None:
    Certificate.objects.filter(pk__in=ids).update(name="")


def _erase_open_answers(ids: list[int], at: dt.datetime) -> None:
    SurveyAnswer.objects.filter(pk__in=ids).update(text="")


def _erase_files(day: dt.date) -> None:
    """Scans of signed lists go with the attendance, lists that were read in with the invitations."""
    with transaction.atomic():
        meetings = ended_meetings(Subject.ATTENDANCE, day)
        for scan in SignedList.objects.filter(meeting__in=meetings).select_related("file"):
            scan.delete()
            store.discard(scan.file)
        lists = GuestList.objects.filter(campaign__in=ended_campaigns(Subject.INVITATIONS, day))
        lists.exclude(file_name="").update(file_name="", content=b"", report={})


_ERASERS: Mapping[Subject, Callable[[list[int], dt.datetime], None]] = {
    Subject.NEEDS: _erase_needs,
    Subject.INVITATIONS: forget_invitations,
    Subject.ATTENDANCE: forget_attendees,
    Subject.IMAGE: _erase_photos,
    Subject.CERTIFICATES: _erase_certificates,
    Subject.SURVEY: _erase_open_answers,
}
