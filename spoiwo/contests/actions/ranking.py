"""The ranking is computed from the scores, and anew after each of them changes; a score is revised in the deliberation."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.labels import SETTLED_SENTENCE
from spoiwo.contests.models import Criterion, Edition, Ranking, Reading, Score
from spoiwo.contests.queries.ranking import computed
from spoiwo.contests.queries.scores import digest_of
from spoiwo.contests.rules.states import SETTLED, EditionState, ReadingState
from spoiwo.contests.tasks import rank_edition
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused


def compute_ranking(edition: Edition, *, by: Actor) -> Ranking:
    """Computes the ranking of the scores as they stand; a sealed edition keeps the one it was sealed with.

    Not one transaction: the engine may take a second, and what changes meanwhile asks for a ranking of its own.
    """
    if edition.state in SETTLED:
        raise Refused(SETTLED_SENTENCE)
    data, rows = computed(edition)
    with transaction.atomic():
        unsealed(edition)
        found, _made = Ranking.objects.update_or_create(
            edition=edition, defaults={"digest": digest_of(rows), "data": data, "made_at": timezone.now()}
        )
        facts = {"scores": len(rows), "refused": "refused" in data}
        audit.record(Verb.RANKING_COMPUTED, edition, by=by, scope=edition.contest.partnership_id, **facts)
    return found


@transaction.atomic
def forget_ranking(edition: Edition) -> None:
    """A score has changed: the stored ranking is no longer true, and the worker makes a new one.

    Waits for who is sealing, and raises `Refused` when that was done first: the change is then undone with it.
    """
    unsealed(edition)
    Ranking.objects.filter(edition=edition).delete()
    rank_edition.enqueue(edition.pk)


def unsealed(edition: Edition) -> Edition:
    """The edition, held until the transaction ends; raises `Refused` once its result is sealed."""
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if held.state in SETTLED:
        raise Refused(SETTLED_SENTENCE)
    return held


@transaction.atomic
def revise_scores(
    reading: Reading, points: Mapping[int, Decimal | None], reason: str, *, by: Actor
) -> list[Score]:
    """A juror changes own scores in the deliberation, with a reason; what was given first stays beside it.

    `points`: criterion's id → points, None for “cannot judge”. Raises `Refused` outside the deliberation, for somebody
    else's card, for points off the scale.
    """
    held = Reading.objects.select_for_update(of=("self",)).select_related("entry__edition__contest", "member")
    found = held.get(pk=reading.pk)
    edition = found.entry.edition
    if edition.state != EditionState.DELIBERATION or found.state != ReadingState.SUBMITTED:
        raise Refused(_("Scores are revised while the commission deliberates."))
    if found.member.user_id != by.user_id:
        raise Refused(_("Everybody revises only their own scores."))
    if not reason.strip():
        raise Refused(_("Say what changed your mind; it stands in the minutes."), "reason")
    changed = []
    for score in found.scores.select_for_update().select_related("criterion"):
        if score.criterion_id not in points or points[score.criterion_id] == score.value:
            continue
        value = points[score.criterion_id]
        on_scale(value, edition, score.criterion)
        score.value, score.cannot_judge = value, value is None
        score.revised_at, score.revised_because = timezone.now(), reason.strip()[:300]
        changed.append(score)
    if changed:
        Score.objects.bulk_update(changed, ["value", "cannot_judge", "revised_at", "revised_because"])
        audit.record(Verb.SCORE_REVISED, found, by=by, criteria=[one.criterion_id for one in changed])
        forget_ranking(edition)
    return changed


def on_scale(value: Decimal | None, edition: Edition, criterion: Criterion) -> None:
    """Raises `Refused` at the criterion for points that the edition's scale does not have."""
    if value is None:
        return
    is_step = value % edition.scale_step == 0 if value.is_finite() else False
    if not is_step or not 0 <= value <= edition.scale_max:
        said = _("Points go from 0 to %(most)d in steps of %(step)s.")
        raise Refused(said % {"most": edition.scale_max, "step": edition.scale_step}, f"score-{criterion.pk}")
