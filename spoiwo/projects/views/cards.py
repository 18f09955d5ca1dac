"""The list of concept cards, a card's page, beginning one."""

from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Request, page_or_fragment, require
from spoiwo.projects import queries
from spoiwo.projects.forms import CardFilters
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.permissions import card_verbs, house_verbs

SORTS = {
    "number": ("partnership__name_key", "number"),
    "title": ("name_key",),
    "partnership": ("partnership__name_key", "number"),
    "leader": ("leader_name", "number"),
    "next": ("next_step_on", "number"),
    "state": ("state", "number"),
}


def fetch(request: Request, card_pk: int, verb: str = "view") -> tuple[ConceptCard, set[str]]:
    """The card with what the actor may do there: hidden gives 404, a forbidden verb 403."""
    card = get_object_or_404(queries.card_rows(request.actor), pk=card_pk)
    facts = {"is_public": card.is_public, "state": card.state}
    can = card_verbs(request.actor, partnership_id=card.partnership_id, **facts)
    require(can, verb)
    return card, can


@login_not_required
def card_list(request: Request) -> HttpResponseBase:
    """Cards the reader may see."""
    filters = partial(CardFilters, actor=request.actor)
    listing = Listing(request, queries.card_rows(request.actor), sorts=SORTS, filters=filters)
    context = {"listing": listing, "can": house_verbs(request.actor)}
    response = page_or_fragment(request, "projects/card_list.html", "rows", context)
    response["X-Public-Page"] = "1"
    return response


@login_not_required
def card(request: Request, card_pk: int) -> HttpResponse:
    """A card's page."""
    found, can = fetch(request, card_pk)
    return render(request, "projects/card_detail.html", {"card": found, "can": can})
