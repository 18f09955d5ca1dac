"""A person decides on what a source proposes; only here does anything leave the archive for another room."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.archive.actions.accepting import make
from spoiwo.archive.audit import Verb
from spoiwo.archive.models import Proposal, Source
from spoiwo.archive.queries.proposing import doubt_about
from spoiwo.archive.rules.states import NOTES, RECORDS, FactKind, ProposalState, SourceState
from spoiwo.archive.tasks import read_source
from spoiwo.files.store import discard
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused

PROVENANCE = "told_by"


@transaction.atomic
def accept(proposal: Proposal, values: Mapping[str, Any], *, by: Actor) -> Model:
    """Makes the record of `values`, as a person looked them through, and ties it to its source for ever.

    Raises `Refused` where somebody decided meanwhile, or where the room of the record refuses it; then nothing is written.
    """
    held = _open_one(proposal)
    record = make(held, values, by=by)
    _settle(held, ProposalState.ACCEPTED, by=by, target=record, decided=plain(values))
    audit.record(Verb.PROPOSAL_ACCEPTED, held.source, by=by, scope=held.source.partnership_id, **_facts(held))
    return record


@transaction.atomic
def join(proposal: Proposal, record: Model, *, by: Actor) -> Model:
    """The source speaks of a record that exists: it is tied to it, the record itself stays as it is."""
    held = _open_one(proposal)
    _settle(held, ProposalState.JOINED, by=by, target=record)
    audit.record(Verb.PROPOSAL_JOINED, held.source, by=by, scope=held.source.partnership_id, **_facts(held))
    return record


@transaction.atomic
def reject(proposal: Proposal, reason: str, *, by: Actor) -> None:
    """The reader was wrong, or nobody wants it; it can be taken up again."""
    held = _open_one(proposal)
    held.reason = reason.strip()[:300]
    _settle(held, ProposalState.REJECTED, by=by)
    audit.record(Verb.PROPOSAL_REJECTED, held.source, by=by, scope=held.source.partnership_id, kind=held.kind)


@transaction.atomic
def reopen(proposal: Proposal, *, by: Actor) -> None:
    """Takes a rejection or a confirmation back; what became a record stays one."""
    held = _held_one(proposal)
    if held.state not in (ProposalState.REJECTED, ProposalState.NOTED):
        return
    held.state, held.reason, held.by_id, held.by_name, held.decided_at = (
        ProposalState.PROPOSED,
        "",
        None,
        "",
        None,
    )
    held.save(update_fields=["state", "reason", "by_id", "by_name", "decided_at"])
    Source.objects.filter(pk=held.source_id, state=SourceState.DONE).update(
        state=SourceState.READ, done_at=None, done_by=""
    )
    _weigh(held.source)
    audit.record(Verb.PROPOSAL_REOPENED, held.source, by=by, scope=held.source.partnership_id, kind=held.kind)


@transaction.atomic
def confirm_notes(source: Source, pks: Sequence[int], *, by: Actor) -> int:
    """Places, dates and numbers of the source are confirmed as read; returns how many were."""
    waiting = source.proposals.select_for_update().filter(
        pk__in=pks, kind__in=NOTES, state=ProposalState.PROPOSED
    )
    count = waiting.update(
        state=ProposalState.NOTED, by_id=by.user_id, by_name=by.name[:150], decided_at=timezone.now()
    )
    if count:
        audit.record(Verb.NOTES_CONFIRMED, source, by=by, scope=source.partnership_id, count=count)
    return count


@transaction.atomic
def move_source(source: Source, state: SourceState, *, by: Actor) -> Source:
    """Ends the work on a source, sets it aside or takes it up again. Done is only what has no open record proposed."""
    held = _held(source)
    if held.state == state:
        return held
    if held.state in (SourceState.WAITING, SourceState.UNREADABLE) and state != SourceState.SET_ASIDE:
        raise Refused(_("This source has not been read."))
    if state == SourceState.DONE and _open_records(held):
        raise Refused(_("Decide on every proposed record first, or set the source aside."))
    held.state = state
    is_done = state == SourceState.DONE
    held.done_at, held.done_by = (timezone.now(), by.name[:150]) if is_done else (None, "")
    held.save(update_fields=["state", "done_at", "done_by"])
    audit.record(Verb.SOURCE_MOVED, held, by=by, scope=held.partnership_id, state=str(state))
    return held


@transaction.atomic
def read_again(source: Source, *, by: Actor, recognise: bool) -> None:
    """Has the source read anew; what was decided stays, what is only proposed is replaced."""
    held = _held(source)
    if held.state == SourceState.WAITING:
        return
    held.state, held.problem = SourceState.WAITING, ""
    held.save(update_fields=["state", "problem"])
    audit.record(Verb.SOURCE_READ_AGAIN, held, by=by, scope=held.partnership_id, recognise=recognise)
    read_source.enqueue(held.pk, recognise)


@transaction.atomic
def remove(source: Source, *, by: Actor) -> None:
    """Takes a source out with its file; one that a record rests on stays for ever."""
    held = _held(source)
    if held.proposals.filter(target_id__isnull=False).exists():
        raise Refused(_("Records rest on this source, so it stays. It can be set aside."))
    audit.record(Verb.SOURCE_REMOVED, held, by=by, scope=held.partnership_id)
    held.proposals.all().delete()
    stored = held.file
    held.delete()
    discard(stored)


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as they are kept with the proposal: texts, numbers and lists of these."""
    return {name: _plain(value) for name, value in values.items() if value not in (None, "", [])}


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return plain(value)
    return value if isinstance(value, bool | int | float) else str(value)


def _held(source: Source) -> Source:
    """The source as it stands now, held until the transaction ends; raises `Refused` where it was removed meanwhile."""
    rows = Source.objects.select_for_update(of=("self",)).select_related("partnership", "file")
    if (held := rows.filter(pk=source.pk).first()) is None:
        raise Refused(_("This was decided meanwhile."))
    return held


def _held_one(proposal: Proposal) -> Proposal:
    """The proposal with its source, which is held first, as reading does; a proposal read away meanwhile is refused."""
    source = _held(proposal.source)
    held = source.proposals.select_for_update(of=("self",)).filter(pk=proposal.pk).first()
    if held is None:
        raise Refused(_("This was decided meanwhile."))
    held.source = source
    return held


def _open_one(proposal: Proposal) -> Proposal:
    held = _held_one(proposal)
    if held.state != ProposalState.PROPOSED:
        raise Refused(_("This was decided meanwhile."))
    if held.kind not in RECORDS:
        raise Refused(_("This is no record; confirm it with the other details of the source."))
    return held


def _settle(
    held: Proposal,
    state: ProposalState,
    *,
    by: Actor,
    target: Model | None = None,
    decided: Mapping[str, Any] | None = None,
) -> None:
    held.state, held.by_id, held.by_name, held.decided_at = state, by.user_id, by.name[:150], timezone.now()
    held.decided = dict(decided or {})
    if target is not None:
        held.target_kind, held.target_id = target._meta.label_lower, target.pk
        trail.link(held.source, target, PROVENANCE, by=by)
    held.save()
    _weigh(held.source)


def _weigh(source: Source) -> None:
    """Whoever has decided on everything has less to doubt."""
    rows = list(source.proposals.all())
    source.doubt = doubt_about(source, rows, source.layout, source.text)
    source.save(update_fields=["doubt"])


def _open_records(source: Source) -> bool:
    return source.proposals.filter(kind__in=RECORDS, state=ProposalState.PROPOSED).exists()


def _facts(held: Proposal) -> dict[str, Any]:
    return {"kind": str(FactKind(held.kind)), "target": f"{held.target_kind}:{held.target_id}"}
