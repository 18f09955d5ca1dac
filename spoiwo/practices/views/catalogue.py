"""The catalogue: facets, list, map; a practice's page and paper; cards that wait for a check."""

from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render

from spoiwo import trail
from spoiwo.documents.web import KINDS, file_response, table_response
from spoiwo.kit.dates import today
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Request, page_or_fragment, require
from spoiwo.practices.exports import practice_paper, practice_table
from spoiwo.practices.forms.catalogue import PracticeFilters
from spoiwo.practices.labels import LACK_SENTENCES
from spoiwo.practices.permissions import house_verbs
from spoiwo.practices.queries import cards as queries
from spoiwo.practices.queries.adoptions import adoption_tree
from spoiwo.practices.queries.catalogue import catalogue_map
from spoiwo.practices.rules.states import AUTHORS_STEPS, PracticeState
from spoiwo.practices.views.fetching import fetch_practice
from spoiwo.search.finding import similar

SORTS = {
    "newest": ("-published_at", "name_key"),
    "title": ("name_key",),
    "adopted": ("-adoption_count", "name_key"),
}


@login_not_required
def practices(request: Request) -> HttpResponseBase:
    """The catalogue, for everybody; people who write or check cards can look at the others, too."""
    rows = queries.practice_rows(request.actor)
    filters = partial(PracticeFilters, actor=request.actor)
    listing = Listing(request, rows, sorts=SORTS, filters=filters, per_page=25)
    if listing.export:
        return table_response(practice_table(listing.queryset), listing.export)
    context = {
        "listing": listing,
        "facets": listing.form.facets(rows, listing.address),
        "map": catalogue_map(listing.queryset, listing.address),
        "can": house_verbs(request.actor),
    }
    response = page_or_fragment(request, "practices/practices.html", "rows", context)
    response["X-Public-Page"] = "1"
    return response


@login_not_required
def practice(request: Request, practice_pk: int) -> HttpResponse:
    """A practice's page."""
    found, can = fetch_practice(request, practice_pk)
    origins, results = trail.around(found, request.actor)
    context = {
        "practice": found,
        "can": can,
        "sections": [section for section in queries.sections_of(found) if section.text.strip()],
        "modules": found.modules.all(),
        "terms": found.terms.all(),
        "files": found.files.select_related("file"),
        "ladder": queries.ladder_of(found),
        "adoptions": adoption_tree(found, request.actor),
        "similar": similar("practices.practice", found.pk, request.actor, today()),
        "lacking": [(LACK_SENTENCES[lack], lack) for lack in queries.lacks_of(found)],
        "steps": AUTHORS_STEPS[PracticeState(found.state)],
        "has_changed": queries.has_changed(found),
        "is_overdue": queries.is_overdue(found, today()),
        "origins": origins,
        "results": results,
    }
    response = render(request, "practices/practice.html", context)
    response["X-Public-Page"] = "1"
    return response


@login_not_required
def practice_document(request: Request, practice_pk: int, format: str) -> HttpResponse:
    """The card as PDF or DOCX."""
    found, _can = fetch_practice(request, practice_pk)
    if format not in KINDS:
        raise Http404
    return file_response(practice_paper(found, format), found.title, format)


def to_check(request: Request) -> HttpResponse:
    """Cards that wait for the formal check or for their expert."""
    require(house_verbs(request.actor), "check")
    return render(request, "practices/to_check.html", {"rows": queries.waiting_for(request.actor)})
