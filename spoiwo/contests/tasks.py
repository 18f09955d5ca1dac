"""Slow work of this room, done by the worker."""

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.models import Edition, Ranking
from spoiwo.contests.queries.ranking import computed
from spoiwo.contests.queries.scores import digest_of
from spoiwo.contests.rules.states import EditionState
from spoiwo.kit.actor import SYSTEM


@task()
def rank_edition(pk: int) -> bool:
    """Computes the ranking of an edition that is deliberated on; says whether it wrote one. May run twice."""
    edition = Edition.objects.select_related("contest").filter(pk=pk, state=EditionState.DELIBERATION).first()
    if edition is None:
        return False
    data, rows = computed(edition)
    with transaction.atomic():
        made_at = timezone.now()
        defaults = {"digest": digest_of(rows), "data": data, "made_at": made_at}
        Ranking.objects.update_or_create(edition=edition, defaults=defaults)
        facts = {"scores": len(rows), "refused": "refused" in data}
        audit.record(Verb.RANKING_COMPUTED, edition, by=SYSTEM, scope=edition.contest.partnership_id, **facts)
    return True
