"""Names of a source that stand in the register already are joined with it at once."""

from django.db import transaction

from spoiwo.archive.actions.deciding import join
from spoiwo.archive.models import Source
from spoiwo.archive.queries.candidates import candidates
from spoiwo.archive.queries.proposing import said
from spoiwo.archive.rules.states import FactKind, ProposalState
from spoiwo.kit.actor import Actor
from spoiwo.polish import fold


@transaction.atomic
def join_known(source: Source, *, by: Actor) -> int:
    """Joins each proposed organisation and person of which exactly one record bears the very name; returns how many."""
    count = 0
    kinds = (FactKind.ORGANISATION, FactKind.PERSON)
    for proposal in source.proposals.filter(kind__in=kinds, state=ProposalState.PROPOSED):
        proposal.source = source
        values = said(proposal)
        name = fold(str(values.get("name", "")))
        same = [one for one in candidates(proposal.kind, values, source, by) if fold(str(one)) == name]
        if len(same) == 1:
            join(proposal, same[0], by=by)
            count += 1
    return count
