"""What is done with a written entry: submitting, withdrawing, stating conflicts with members of the jury, tying to the register."""

import datetime as dt

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.actions.conflicts import shut_out
from spoiwo.contests.actions.entering import entrant, set_keys
from spoiwo.contests.actions.ranking import forget_ranking
from spoiwo.contests.actions.verdict import strike_awards
from spoiwo.contests.actions.writing import held
from spoiwo.contests.audit import Verb
from spoiwo.contests.emails import entries as emails
from spoiwo.contests.labels import FLAW_SENTENCES, NOT_OPEN, TOO_LATE
from spoiwo.contests.models import Conflict, Edition, Entry, Member, Submission, Writer
from spoiwo.contests.queries.writing import Draft
from spoiwo.contests.rules.deadlines import Standing
from spoiwo.contests.rules.states import (
    JURY,
    RECEIVED,
    SETTLED,
    EditionState,
    EntryState,
    Source,
    Strength,
)
from spoiwo.contests.rules.writing import Openness
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.register.models import Organisation


@transaction.atomic
def submit(writer: Writer, *, at: dt.datetime) -> Submission:
    """Freezes what is written now; the latest submission is what is checked and judged.

    `at` is when the request came, so that waiting in the queue of the last minute costs nobody the deadline. An unchanged
    entry makes no second submission. Raises `Refused`: too late, the nominated body has not agreed, something missing (with
    its key). Holds the entry, and on the first submission the edition, for a few milliseconds.
    """
    entry = held(writer)
    draft = Draft(entry, at)
    latest = draft.latest
    if latest is not None and entry.state == EntryState.SUBMITTED and latest.digest == draft.digest:
        return latest
    _refuse_unready(draft)
    made = Submission(
        entry=entry,
        number=latest.number + 1 if latest else 1,
        **draft.content,
        is_in_grace=draft.openness == Openness.ALL and draft.standing == Standing.GRACE,
        is_correction=draft.openness == Openness.NAMED,
        by_name=writer.name,
        digest=draft.digest,
        at=at,
    )
    made.save(force_insert=True)
    _receive(entry, at)
    facts = {"number": made.number, "grace": made.is_in_grace, "correction": made.is_correction}
    audit.record(
        Verb.ENTRY_SUBMITTED, entry, by=entrant(), scope=entry.edition.contest.partnership_id, **facts
    )
    post(emails.submission_letters(made))
    return made


@transaction.atomic
def withdraw(entry: Entry, reason: str, *, at: dt.datetime, by: Actor | None = None) -> Entry:
    """Takes a received entry out of the contest, by its writers or by the office on their word, until the result is sealed.

    What it was awarded falls away with it, and so does the ranking that it stood in.
    """
    Edition.objects.select_for_update(no_key=True).only("pk").get(
        pk=entry.edition_id
    )  # nobody seals meanwhile
    rows = Entry.objects.select_for_update(of=("self",)).select_related("edition__contest")
    found = rows.get(pk=entry.pk)
    if found.state not in RECEIVED:
        raise Refused(_("Only a submitted entry can be withdrawn."))
    if found.edition.state in SETTLED:
        raise Refused(_("The result has been sealed; the entry can no longer be withdrawn."))
    if not reason.strip():
        raise Refused(_("Write why; one sentence is enough."), "reason")
    found.state, found.withdrawn_at, found.withdrawn_because = (
        EntryState.WITHDRAWN,
        at,
        reason.strip()[:300],
    )
    found.save(update_fields=["state", "withdrawn_at", "withdrawn_because", "changed_at"])
    scope = found.edition.contest.partnership_id
    audit.record(Verb.ENTRY_WITHDRAWN, found, by=by or entrant(), scope=scope, by_office=by is not None)
    strike_awards(found, by=by or entrant())
    if found.edition.state == EditionState.DELIBERATION:
        forget_ranking(found.edition)
    post(emails.withdrawal_letters(found))
    return found


@transaction.atomic
def state_conflict(writer: Writer, member: Member, tie: str, note: str) -> Conflict:
    """The entrant says what connects them with somebody of the jury; it shuts out until the office settles it."""
    entry = held(writer)
    if member.edition_id != entry.edition_id or member.kind not in JURY:
        raise Refused(_("Choose a member of the commission."), "member")
    if entry.edition.state in (*SETTLED, EditionState.CALLED_OFF):
        raise Refused(NOT_OPEN)
    stated, is_new = Conflict.objects.get_or_create(
        entry=entry,
        member=member,
        source=Source.ENTRANT,
        tie=tie,
        defaults={"strength": Strength.BAR, "note": note.strip()[:300]},
    )
    if not is_new:
        raise Refused(_("You have stated this already."), "tie")
    shut_out(entry.edition, [stated])
    scope = entry.edition.contest.partnership_id
    audit.record(Verb.CONFLICT_STATED, entry, by=entrant(), scope=scope, conflict=stated.pk)
    return stated


@transaction.atomic
def tie_organisation(entry: Entry, organisation: Organisation | None, *, by: Actor) -> Entry:
    """Says which record of the register the entrant is; conflicts and titles over the editions are found by it."""
    found = Entry.objects.select_for_update(of=("self",)).select_related("edition__contest").get(pk=entry.pk)
    found.organisation = organisation
    set_keys(found)
    found.save(update_fields=["organisation", "name_key", "search_key", "changed_at"])
    scope = found.edition.contest.partnership_id
    audit.record(Verb.ENTRY_EDITED, found, by=by, scope=scope, fields=["organisation"])
    return found


def _refuse_unready(draft: Draft) -> None:
    if draft.openness == Openness.NOTHING:
        is_free = draft.entry.state in (EntryState.DRAFT, EntryState.SUBMITTED, EntryState.WITHDRAWN)
        raise Refused(TOO_LATE if is_free else NOT_OPEN)
    if draft.waits_for_consent:
        raise Refused(_("The nominated body has not agreed to be entered yet; it has had a letter about it."))
    for key, flaw in draft.flaws.items():
        raise Refused(FLAW_SENTENCES[flaw], key)


def _receive(entry: Entry, at: dt.datetime) -> None:
    """The entry is received; at the first time it gets the next number of its edition."""
    entry.state = EntryState.SUBMITTED
    entry.submitted_at, entry.withdrawn_at, entry.withdrawn_because = at, None, ""
    if entry.number is None:
        # Not its key: entries that are being begun refer to the edition and need not wait.
        Edition.objects.select_for_update(no_key=True).only("pk").get(pk=entry.edition_id)
        last = Entry.objects.filter(edition=entry.edition_id).aggregate(last=Max("number"))["last"]
        entry.number = (last or 0) + 1
        set_keys(entry)
    entry.save(
        update_fields=[
            "state",
            "submitted_at",
            "withdrawn_at",
            "withdrawn_because",
            "number",
            "search_key",
            "name_key",
            "changed_at",
        ]
    )
