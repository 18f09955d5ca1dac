"""A person marks what the reader missed: the words become a proposal, decided on like any other."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.archive.audit import Verb
from spoiwo.archive.models import Proposal, Source
from spoiwo.archive.queries.missing import proposal_of
from spoiwo.archive.rules.missing import span_of
from spoiwo.archive.rules.states import RECORDS, FactKind, ProposalState, SourceState
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused


@transaction.atomic
def add(source: Source, kind: FactKind, words: str, *, by: Actor) -> Proposal:
    """Makes a proposal of words of the source; the same words marked twice are one.

    Raises `Refused` where the source is not being decided on, or the words do not stand in its text (field `words`).
    """
    if kind not in RECORDS:
        raise Refused(_("This is no record; confirm it with the other details of the source."))
    held = Source.objects.select_for_update(of=("self",)).filter(pk=source.pk).first()
    if held is None or held.state != SourceState.READ:
        raise Refused(_("Take the source up again first."))
    span = span_of(words, held.text)
    if span is None:
        raise Refused(_("These words do not stand in the text. Copy them from it."), "words")
    open_ones = held.proposals.filter(kind=kind, state=ProposalState.PROPOSED).exclude(added_by="")
    same = open_ones.filter(start=span[0], end=span[1]).first()
    if same is not None:
        return same
    made = proposal_of(held, kind, *span)
    made.added_by = by.name[:150]
    made.order = (held.proposals.filter(kind=kind).aggregate(last=Max("order"))["last"] or 0) + 1
    made.save()
    audit.record(Verb.PROPOSAL_ADDED, held, by=by, scope=held.partnership_id, kind=str(kind))
    return made
