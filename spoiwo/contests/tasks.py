"""Slow work of this room, done by the worker."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.exports.blind import Made, MadeFile, blind_copy
from spoiwo.contests.models import BlindCopy, BlindFile, Edition, Ranking
from spoiwo.contests.queries.ranking import computed
from spoiwo.contests.queries.scores import digest_of
from spoiwo.contests.rules.states import EditionState
from spoiwo.documents.blinding import Reason
from spoiwo.files.store import discard, keep
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused


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


@task()
def make_blind_copy(submission_pk: int) -> bool:
    """Makes the blind copy that was asked for; says whether it wrote one. May run twice, and leaves nothing half."""
    rows = BlindCopy.objects.select_related("submission__entry__edition__contest").exclude(asked_at=None)
    copy = rows.filter(submission=submission_pk).first()
    if copy is None:
        return False
    return write_copy(copy, blind_copy(copy))


def write_copy(copy: BlindCopy, made: Made) -> bool:
    """Writes a blind copy that was made for `copy` as it was read; says whether it still is what was asked for."""
    with transaction.atomic():
        # Asked for once more meanwhile, in other words: then that task writes.
        rows = BlindCopy.objects.select_for_update().filter(pk=copy.pk, asked_at=copy.asked_at)
        if not rows.update(
            title=made.title,
            texts=made.texts,
            hidden=made.hidden,
            asked_at=None,
            made_at=timezone.now(),
            approved_at=None,
        ):
            return False
        for one in made.files:
            _keep_blind(copy, one)
        entry = copy.submission.entry
        facts = {"submission": copy.submission_id, "files": len(made.files)}
        audit.record(Verb.COPY_MADE, entry, by=SYSTEM, scope=entry.edition.contest.partnership_id, **facts)
    return True


def _keep_blind(copy: BlindCopy, one: MadeFile) -> None:
    """Writes one attachment's blind copy over the one before it; what the clerk drew and decided stays."""
    stored, failed = None, one.failed
    if one.made:
        # The name says nothing either: jurors get it with the file.
        content = ContentFile(one.made.content, name=f"{one.order}.{one.made.suffix}")
        try:
            stored = keep(content, by=SYSTEM)
        except Refused:
            failed = str(Reason.TOO_LARGE)
    where: dict[str, Any] = {"copy": copy, "field_key": one.field_key, "original_id": one.original}
    before = BlindFile.objects.filter(**where).select_related("stored").first()
    facts: dict[str, Any] = {
        "order": one.order,
        "stored": stored,
        "text": BlindFile.PAGE_END.join(one.made.texts) if one.made else "",
        "hidden": one.hidden,
        "warnings": [list(warned) for warned in one.made.warnings] if one.made else [],
        "failed": failed,
    }
    BlindFile.objects.update_or_create(**where, defaults=facts)
    if before and before.stored:
        discard(before.stored)
