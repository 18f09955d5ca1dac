"""Entries are given to jurors: the whole plan as one unit, a single pair by hand, one taken back; old ones to practise on."""

import secrets
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoiwo import audit
from spoiwo.contests.actions.conflicts import search_conflicts
from spoiwo.contests.audit import Verb
from spoiwo.contests.emails.jury import assignment_letters
from spoiwo.contests.models import BlindCopy, Category, Edition, Entry, Member, Reading
from spoiwo.contests.queries.assignment import assigns
from spoiwo.contests.queries.conflicts import SHUTS, shut_pairs
from spoiwo.contests.queries.planning import Plan, Wish, plan_of
from spoiwo.contests.rules.conflicts import strongest
from spoiwo.contests.rules.states import JURY, EditionState, EntryState, ReadingState
from spoiwo.kit.actor import SYSTEM, Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.meetings.rules.codes import new_codes

NOT_NOW = gettext_lazy("Entries are assigned between the formal check and the deliberation.")


@transaction.atomic
def apply_assignment(edition: Edition, wish: Wish, digest: str, *, by: Actor) -> Plan:
    """Writes all pairs of the plan that was looked at, or none of them; tells jurors who are reading already.

    `digest` is that of the inputs of the dry run: raises `Refused` where an entry, a juror, a load, a conflict or a
    reading has changed since, for then the plan that would be written is not the one that somebody approved.
    """
    held = _held(edition)
    search_conflicts(held, by=SYSTEM)
    plan = plan_of(held, wish)
    if plan is None or plan.inputs.digest != digest:
        raise Refused(_("Entries, jurors or conflicts have changed since. Look at the new plan first."))
    Reading.objects.filter(entry__edition=held, state=ReadingState.ASSIGNED).filter(
        pk__in=_pks_of(held, plan.dropped)
    ).delete()
    Reading.objects.bulk_create(
        Reading(entry_id=entry, member_id=member, why=plan.pairs[entry, member])
        for entry, member in plan.added
    )
    counts = {"added": len(plan.added), "dropped": len(plan.dropped), "all": len(plan.pairs)}
    facts = {"seed": wish.seed, "per_entry": wish.per_entry, "anchors": wish.anchors, **counts}
    audit.record(Verb.READINGS_ASSIGNED, held, by=by, scope=None, **facts)
    if held.state == EditionState.SCORING:
        post(assignment_letters(held, {member for _entry, member in plan.added}))
    return plan


@transaction.atomic
def add_reading(entry: Entry, member: Member, *, by: Actor) -> Reading:
    """One pair by hand. Raises `Refused` for a conflict, a juror who withdrew or has the entry already."""
    edition = _held(entry.edition)
    if entry.state != EntryState.ADMITTED or member.stopped_at or member.kind not in JURY:
        raise Refused(_("Only admitted entries are given to members of the commission."))
    if strongest(shut_pairs(edition).get((entry.pk, member.user_id), ())) in SHUTS:
        raise Refused(_("A conflict of interest shuts this person out of this entry."), "member")
    reading, is_new = Reading.objects.get_or_create(entry=entry, member=member, defaults={"why": "hand"})
    if not is_new:
        _bring_back(reading)
    facts = {"seed": None, "added": 1, "dropped": 0}
    audit.record(Verb.READINGS_ASSIGNED, edition, by=by, scope=None, **facts)
    if edition.state == EditionState.SCORING:
        post(assignment_letters(edition, [member.pk]))
    return reading


@transaction.atomic
def remove_reading(reading: Reading, *, by: Actor) -> None:
    """Takes an entry back that the juror has not begun to read."""
    _held(reading.entry.edition)
    audit.record(Verb.READING_REMOVED, reading, by=by, scope=None, member=reading.member_id)
    gone, _kinds = Reading.objects.filter(pk=reading.pk, state=ReadingState.ASSIGNED).delete()
    if not gone:
        raise Refused(_("This juror has begun to read the entry. It stays with the juror."))


@transaction.atomic
def choose_samples(edition: Edition, copies: Sequence[BlindCopy], *, by: Actor) -> list[Entry]:
    """Old entries, as their blind copies stand, become this edition's practice: each juror reads them, nothing counts.

    Raises `Refused` for a third one, for one chosen already, and where the forms have no question in common.
    """
    held = _held(edition)
    there = Entry.objects.filter(edition=held, is_sample=True)
    if there.count() + len(copies) > 2:
        raise Refused(_("Two old entries are enough to agree on the scale."), "copies")
    if there.filter(copied_from__in=[one.submission.entry_id for one in copies]).exists():
        raise Refused(_("This entry has been chosen already."), "copies")
    made = [_sample(held, copy) for copy in copies]
    jurors = held.members.filter(kind__in=JURY, stopped_at=None)
    pairs = [(entry, juror) for entry in made for juror in jurors if not _is_own(entry, juror)]
    Reading.objects.bulk_create(Reading(entry=entry, member=juror, why="sample") for entry, juror in pairs)
    facts = {"seed": None, "samples": len(made), "added": len(pairs), "dropped": 0}
    audit.record(Verb.READINGS_ASSIGNED, held, by=by, scope=None, **facts)
    return made


def _sample(edition: Edition, copy: BlindCopy) -> Entry:
    old = copy.submission.entry
    categories = edition.categories.all()
    category = next((one for one in categories if one.name == old.category.name), categories[0])
    keys = _same_questions(old, category)
    if not any(copy.texts.get(key) for key in keys):
        raise Refused(_("The form of this edition asks nothing that this old entry answers."), "copies")
    entry = Entry.objects.create(
        edition=edition,
        category=category,
        state=EntryState.ADMITTED,
        code=_free_code(edition),
        title=copy.title,
        organisation_name=old.organisation_name,
        organisation=old.organisation,
        is_sample=True,
        copied_from=old,
        name_key=old.name_key,
        search_key=old.search_key,
        agreed_at=old.agreed_at,
        submitted_at=old.submitted_at,
    )
    texts = {new: copy.texts[key] for key, new in keys.items() if key in copy.texts}
    submission = entry.submissions.create(
        title=copy.title, texts=texts, digest=copy.submission.digest, at=copy.submission.at
    )
    blind = BlindCopy.objects.create(
        submission=submission,
        title=copy.title,
        texts=texts,
        hidden=copy.hidden,
        made_at=copy.made_at,
        approved_at=copy.approved_at,
        approved_by_name=copy.approved_by_name,
    )
    for file in copy.files.filter(field_key__in=keys, is_left_out=False):
        file.pk, file.copy, file.field_key = None, blind, keys[file.field_key]
        file.save(force_insert=True)
    return entry


def _same_questions(old: Entry, category: Category) -> dict[str, str]:
    """Key in the old form → key in the new one, of questions that are worded alike."""
    asked = {field.label: field.key for field in category.fields.filter(is_identity=False)}
    return {one.key: asked[one.label] for one in old.category.fields.all() if one.label in asked}


def _is_own(entry: Entry, juror: Member) -> bool:
    return entry.organisation_id is not None and entry.organisation_id == juror.organisation_id


def _free_code(edition: Edition) -> str:
    """A code like those of the others, drawn by chance; a taken one is drawn anew."""
    taken = set(edition.entries.values_list("code", flat=True))
    length = max(map(len, taken), default=4)
    drawn = (new_codes(1, secrets.token_bytes, length=length)[0] for _try in range(1000))
    return next(code for code in drawn if code not in taken)


def _bring_back(reading: Reading) -> None:
    """A pair that a conflict had parted returns, as far as it had come; a juror's own withdrawal stands."""
    if reading.state != ReadingState.RECUSED:
        raise Refused(_("This juror has the entry already."), "member")
    if reading.recused_because:
        raise Refused(_("This juror withdrew from the entry."), "member")
    reached = ReadingState.BEGUN if reading.begun_at or reading.submitted_at else ReadingState.ASSIGNED
    reading.state, reading.submitted_at = reached, None
    reading.save(update_fields=["state", "submitted_at"])


def _pks_of(edition: Edition, pairs: Iterable[tuple[int, int]]) -> list[int]:
    wanted = set(pairs)
    rows = Reading.objects.filter(entry__edition=edition).values_list("pk", "entry", "member")
    return [pk for pk, entry, member in rows if (entry, member) in wanted]


def _held(edition: Edition) -> Edition:
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if not assigns(held):
        raise Refused(NOT_NOW)
    return held
