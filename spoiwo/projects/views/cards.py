"""The list of concept cards, a card's page, beginning one."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from spoiwo import trail
from spoiwo.documents.web import table_response
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.projects import queries
from spoiwo.projects.actions.cards import start_card
from spoiwo.projects.exports import card_table
from spoiwo.projects.forms import CardFilters, StartForm
from spoiwo.projects.labels import LACK_SENTENCES
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.permissions import card_verbs, house_verbs
from spoiwo.projects.rules import IN_PROGRAMME, NEXT, CardState

SORTS = {
    "number": ("partnership__name_key", "number"),
    "title": ("name_key",),
    "partnership": ("partnership__name_key", "number"),
    "leader": ("leader_name", "number"),
    "next": ("next_step_on", "number"),
    "budget": ("total", "number"),
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
    if listing.export:
        return table_response(card_table(listing.queryset), listing.export)
    chosen = listing.form.cleaned_data.get("partnership")
    context = {
        "listing": listing,
        "can": house_verbs(request.actor),
        "programme": chosen if chosen and queries.programme_of(chosen, request.actor) else None,
    }
    response = page_or_fragment(request, "projects/card_list.html", "rows", context)
    response["X-Public-Page"] = "1"
    return response


def card_new(request: Request) -> HttpResponse:
    """Beginning a card; the rest is written on the page of its texts."""
    require(house_verbs(request.actor), "start")
    initial = {"title": request.GET.get("title", "")}
    form = StartForm(request.POST or None, actor=request.actor, initial=initial)
    if form.is_valid():
        data = form.cleaned_data
        try:
            texts = {"aim": data["aim"]} if data["aim"] else {}
            made = start_card(data["partnership"], data["title"], texts=texts, by=request.actor)
            messages.success(request, _("The card has been begun. Only insiders of the partnership see it."))
            return redirect("projects:card_edit", made.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    return render(request, "projects/card_new.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required
def card(request: Request, card_pk: int) -> HttpResponse:
    """A card's page: for everybody what was agreed, for insiders contacts, state and next step, too."""
    found, can = fetch(request, card_pk)
    origins, results = trail.around(found, request.actor)
    with_contact = "view_contacts" in can
    context = {
        "card": found,
        "can": can,
        "sections": [section for section in queries.sections_of(found) if section.text.strip()],
        "leader": queries.leader_of(found, with_contact=with_contact),
        "deputy": queries.deputy_of(found, with_contact=with_contact),
        "partners": found.partners.all(),
        "costs": found.costs.all(),
        "lacking": [LACK_SENTENCES[lack] for lack in queries.lacks_of(found)],
        "steps": NEXT[CardState(found.state)],
        "is_in_programme": found.state in IN_PROGRAMME,
        "origins": origins,
        "results": results,
    }
    response = render(request, "projects/card_detail.html", context)
    response["X-Public-Page"] = "1"
    return response
