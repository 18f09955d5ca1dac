"""Blind copies: asked for, corrected by a person, approved. Whatever changes one takes its approval back."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.labels import SETTLED_SENTENCE
from spoiwo.contests.models import BlindCopy, BlindFile, Entry, Submission
from spoiwo.contests.rules.states import SETTLED
from spoiwo.contests.tasks import make_blind_copy
from spoiwo.documents.blinding import Rectangle
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused

MOST_BOXES = 60


@transaction.atomic
def ask_copies(submissions: Iterable[Submission], *, by: Actor) -> int:
    """Has blind copies made of these submissions, anew where there are some; how many were asked for.

    What a clerk said of an earlier submission of the same entry counts for the next one.
    """
    asked = 0
    for submission in submissions:
        copy = _held_copy(submission)
        _ask(copy)
        asked += 1
        scope = submission.entry.edition.contest.partnership_id
        audit.record(Verb.COPY_EDITED, submission.entry, by=by, scope=scope, submission=submission.pk)
    return asked


@transaction.atomic
def change_copy(copy: BlindCopy, keep: Sequence[str], more: Sequence[str], *, by: Actor) -> BlindCopy:
    """What is not hidden after all (keys of finds), what is hidden besides (words); the copy is made anew."""
    held = _held(copy)
    held.keep, held.more = sorted(set(keep)), list(dict.fromkeys(more))
    held.save(update_fields=["keep", "more"])
    _record(held, Verb.COPY_EDITED, by, kept=len(held.keep), more=len(held.more))
    return _ask(held)


@transaction.atomic
def draw_box(file: BlindFile, box: Rectangle, *, by: Actor) -> BlindFile:
    """Hides a part of a page besides what was found; the copy is made anew. The same one twice counts once."""
    copy = _held(file.copy)
    found = BlindFile.objects.select_for_update().get(pk=file.pk)
    if not 1 <= box.page <= len(found.pages):
        raise Refused(_("The attachment has no such page."), "page")
    if len(found.boxes) >= MOST_BOXES:
        raise Refused(_("This attachment has too many rectangles; leave it out instead."))
    if list(box) not in found.boxes:
        found.boxes = [*found.boxes, list(box)]
        found.save(update_fields=["boxes"])
        _record(copy, Verb.COPY_EDITED, by, file=found.pk, boxes=len(found.boxes))
        _ask(copy)
    return found


@transaction.atomic
def remove_box(file: BlindFile, number: int, *, by: Actor) -> BlindFile:
    """Takes a rectangle away, counted from 1; one that is gone already is no error."""
    copy = _held(file.copy)
    found = BlindFile.objects.select_for_update().get(pk=file.pk)
    if 1 <= number <= len(found.boxes):
        found.boxes = [box for place, box in enumerate(found.boxes, 1) if place != number]
        found.save(update_fields=["boxes"])
        _record(copy, Verb.COPY_EDITED, by, file=found.pk, boxes=len(found.boxes))
        _ask(copy)
    return found


@transaction.atomic
def leave_out(file: BlindFile, is_left_out: bool, *, by: Actor) -> BlindFile:
    """Keeps an attachment from jurors altogether, or shows it again."""
    copy = _held(file.copy)
    found = BlindFile.objects.select_for_update().get(pk=file.pk)
    if found.is_left_out != is_left_out:
        found.is_left_out = is_left_out
        found.save(update_fields=["is_left_out"])
        copy.approved_at, copy.approved_by_name = None, ""
        copy.save(update_fields=["approved_at", "approved_by_name"])
        _record(copy, Verb.COPY_EDITED, by, file=found.pk, left_out=is_left_out)
    return found


@transaction.atomic
def approve_copies(copies: Iterable[BlindCopy], *, by: Actor) -> int:
    """Opens blind copies for the jury; how many were not open before. Raises `Refused` for one that is being made."""
    approved = 0
    for copy in copies:
        held = _held(copy)
        if held.made_at is None or held.asked_at is not None:
            raise Refused(_("This blind copy is still being made."))
        if held.submission != held.submission.entry.latest:
            raise Refused(_("The entry was submitted again meanwhile; have its blind copy made anew."))
        if held.approved_at is None:
            held.approved_at, held.approved_by_name = timezone.now(), by.name
            held.save(update_fields=["approved_at", "approved_by_name"])
            _record(held, Verb.COPY_APPROVED, by)
            approved += 1
    return approved


def _held(copy: BlindCopy) -> BlindCopy:
    rows = BlindCopy.objects.select_for_update(of=("self",))
    held = rows.select_related("submission__entry__edition__contest").get(pk=copy.pk)
    _refuse_settled(held.submission.entry)
    return held


def _held_copy(submission: Submission) -> BlindCopy:
    """The copy of that submission; a first one takes over what was said of the submission before it."""
    _refuse_settled(submission.entry)
    found = BlindCopy.objects.select_for_update().filter(submission=submission).first()
    if found:
        return found
    before = (
        BlindCopy.objects.filter(submission__entry=submission.entry).order_by("submission__number").last()
    )
    said = {"keep": before.keep, "more": before.more} if before else {}
    copy = BlindCopy.objects.create(submission=submission, title="", asked_at=timezone.now(), **said)
    for one in before.files.all() if before else ():
        if any(
            file["stored"] == one.original_id and file["field"] == one.field_key for file in submission.files
        ):
            drawn = {"boxes": one.boxes, "is_left_out": one.is_left_out}
            copy.files.create(field_key=one.field_key, order=one.order, original_id=one.original_id, **drawn)
    return copy


def _refuse_settled(entry: Entry) -> None:
    if entry.edition.state in SETTLED:
        raise Refused(SETTLED_SENTENCE)


def _ask(copy: BlindCopy) -> BlindCopy:
    copy.asked_at, copy.approved_at, copy.approved_by_name = timezone.now(), None, ""
    copy.save(update_fields=["asked_at", "approved_at", "approved_by_name"])
    make_blind_copy.enqueue(copy.submission_id)
    return copy


def _record(copy: BlindCopy, verb: Verb, by: Actor, **facts: int) -> None:
    entry = copy.submission.entry
    audit.record(verb, entry, by=by, scope=entry.edition.contest.partnership_id, copy=copy.pk, **facts)
