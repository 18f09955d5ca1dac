"""A juror's card: saved criterion by criterion, submitted once; or the juror withdraws from the entry."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.actions.ranking import forget_ranking
from spoiwo.contests.audit import Verb
from spoiwo.contests.models import Conflict, Member, Reading, Score
from spoiwo.contests.queries.reading_page import criteria_of, may_score, said_by
from spoiwo.contests.rules.cards import CANNOT, Given, points_of
from spoiwo.contests.rules.states import EditionState, ReadingState, Source, Strength, Tie
from spoiwo.kit.actor import Actor
from spoiwo.kit.merging import Merged, merge
from spoiwo.kit.request import Refused

COMMENTS = ("to_entrant", "to_jury")
LONGEST_COMMENT = 5000


@transaction.atomic
def save_answers(reading: Reading, given: Mapping[int, Given], *, by: Actor) -> dict[int, str]:
    """Writes answers by criteria's ids; `reading` is given the revision that stands now.

    An answer is taken only by who saw the one that stands: what was kept in a window without a network, or in one that
    was left open, never comes up again over something newer. Those not taken come back with what stands instead.
    Raises `Refused` at the criterion for points off the scale, and for a card that is closed.
    """
    held = _open(reading, by)
    criteria = {one.pk for one in criteria_of(held)}
    stands, clashes = said_by(held), {}
    for pk, one in given.items():
        if pk not in criteria:
            raise Refused(_("This is no criterion of this entry."))
        now = stands.get(pk, "")
        if one.value == one.was or one.value == now:
            continue
        if one.was != now:
            clashes[pk] = now
            continue
        _write(held, pk, one.value)
    held.save(update_fields=["revision", "state", "begun_at", "place"])
    reading.revision, reading.state = held.revision, held.state
    return clashes


@transaction.atomic
def write_comment(reading: Reading, field: str, base: str, text: str, *, by: Actor) -> Merged:
    """Writes a comment beside what another window of the same juror wrote meanwhile. Raises `Refused` for a closed card."""
    held = _open(reading, by)
    if field not in COMMENTS:
        raise Refused(_("There is no such comment."))
    merged = merge(base, text, getattr(held, field))
    if len(merged.text) > LONGEST_COMMENT:
        raise Refused(_("This comment is too long; shorten it."), field)
    if merged.text != getattr(held, field):
        setattr(held, field, merged.text)
        held.revision += 1
        held.save(update_fields=[field, "revision"])
    return merged


@transaction.atomic
def submit_reading(reading: Reading, *, by: Actor) -> Reading:
    """Closes the card; a second time changes nothing. Raises `Refused` at the first criterion that was not answered."""
    held = _held(reading, by)
    if held.state == ReadingState.SUBMITTED:
        return held
    _refuse_closed(held)
    said = said_by(held)
    for criterion in criteria_of(held):
        if criterion.pk not in said:
            raise Refused(_("Give points, or say that you cannot judge it."), f"score-{criterion.pk}")
    if all(one == CANNOT for one in said.values()):
        raise Refused(_("You cannot judge any criterion: then withdraw from this entry instead."))
    for score in held.scores.all():
        score.first_value = score.value
        score.save(update_fields=["first_value"])
    held.state, held.submitted_at = ReadingState.SUBMITTED, timezone.now()
    held.revision += 1
    held.save(update_fields=["state", "submitted_at", "revision"])
    audit.record(Verb.READING_SUBMITTED, held, by=by, scores=len(said))
    return held


@transaction.atomic
def recuse(reading: Reading, tie: Tie, words: str, *, by: Actor) -> Reading:
    """The juror withdraws from an entry for a reason; its scores stay on record and never count, and it never opens again."""
    held = _held(reading, by)
    if not words.strip():
        raise Refused(_("Say in a few words what connects you with this entry."), "words")
    held.state, held.recused_because = ReadingState.RECUSED, words.strip()[:300]
    held.save(update_fields=["state", "recused_because"])
    stated = {"strength": Strength.BAR, "is_dismissed": False, "note": held.recused_because}
    Conflict.objects.update_or_create(
        entry_id=held.entry_id, member=held.member, source=Source.MEMBER, tie=tie, defaults=stated
    )
    audit.record(Verb.READING_RECUSED, held, by=by, tie=str(tie))
    if held.entry.edition.state == EditionState.DELIBERATION:
        forget_ranking(held.entry.edition)
    return held


def _held(reading: Reading, by: Actor) -> Reading:
    """The card, locked, if it is still open to the juror; the member first, so that two cards are not begun as one."""
    Member.objects.select_for_update().filter(pk=reading.member_id).first()
    rows = Reading.objects.open_to(by).select_for_update(of=("self",))
    rows = rows.select_related("member", "entry__edition", "entry__category")
    held = rows.defer("entry__title", "entry__organisation_name").filter(pk=reading.pk).first()
    if held is None:
        raise Refused(_("This entry is not open to you any more."))
    return held


def _open(reading: Reading, by: Actor) -> Reading:
    held = _held(reading, by)
    _refuse_closed(held)
    return held


def _refuse_closed(held: Reading) -> None:
    if not may_score(held):
        raise Refused(
            _("This score card is closed. The secretary can open it again while the jury is reading.")
        )


def _write(held: Reading, criterion_pk: int, said: str) -> None:
    """Writes one answer; an empty one takes it away. The first begins the card and gives it its place in the juror's order."""
    if not said:
        Score.objects.filter(reading=held, criterion=criterion_pk).delete()
    else:
        defaults = {"value": _points(held, criterion_pk, said), "cannot_judge": said == CANNOT}
        Score.objects.update_or_create(reading=held, criterion_id=criterion_pk, defaults=defaults)
    held.revision += 1
    if held.begun_at is None:
        mine = Reading.objects.filter(member=held.member_id, entry__is_sample=held.entry.is_sample)
        held.state, held.begun_at = ReadingState.BEGUN, timezone.now()
        held.place = (mine.aggregate(last=Max("place"))["last"] or 0) + 1


def _points(held: Reading, criterion_pk: int, said: str) -> Decimal | None:
    edition = held.entry.edition
    try:
        return points_of(said, edition.scale_max, Decimal(edition.scale_step))
    except ValueError:
        words = {"most": edition.scale_max, "step": number_format(edition.scale_step)}
        raise Refused(
            _("Points go from 0 to %(most)d in steps of %(step)s.") % words, f"score-{criterion_pk}"
        ) from None
