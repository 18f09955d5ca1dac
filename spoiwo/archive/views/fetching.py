"""Fetches records of this room: hidden gives 404, a forbidden verb 403."""

from django.shortcuts import get_object_or_404

from spoiwo.archive.models import Proposal, Shipment, Source
from spoiwo.archive.permissions import source_verbs
from spoiwo.kit.request import Request, require


def fetch_source(request: Request, source_pk: int, verb: str = "view") -> tuple[Source, set[str]]:
    """The source with what the actor may do there."""
    rows = Source.objects.visible_to(request.actor).select_related(
        "partnership", "file", "same_as", "like", "shipment"
    )
    source = get_object_or_404(rows, pk=source_pk)
    can = source_verbs(request.actor, partnership_id=source.partnership_id)
    require(can, verb)
    return source, can


def fetch_proposal(request: Request, source_pk: int, proposal_pk: int, verb: str = "decide") -> Proposal:
    """A proposal of that source."""
    source, _can = fetch_source(request, source_pk, verb)
    proposal = get_object_or_404(source.proposals, pk=proposal_pk)
    proposal.source = source
    return proposal


def fetch_shipment(request: Request, shipment_pk: int) -> Shipment:
    """A shipment of a partnership whose sources the actor may read."""
    seen = Source.objects.visible_to(request.actor)
    own = get_object_or_404(Shipment.objects.select_related("partnership"), pk=shipment_pk)
    can = source_verbs(request.actor, partnership_id=own.partnership_id)
    if "view" not in can:
        own = get_object_or_404(Shipment.objects.filter(sources__in=seen).distinct(), pk=shipment_pk)
    return own
