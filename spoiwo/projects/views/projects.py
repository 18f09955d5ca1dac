"""Projects: the list, a project's page, recording and changing one, showing it to everybody."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo import trail
from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.projects import queries
from spoiwo.projects.actions import projects as actions
from spoiwo.projects.exports import project_table
from spoiwo.projects.forms import ProjectFilters, ProjectForm, ProjectPartnerForms
from spoiwo.projects.forms.projects import from_card
from spoiwo.projects.models import ConceptCard, Project
from spoiwo.projects.permissions import house_verbs, project_verbs
from spoiwo.projects.views.cards import fetch as fetch_card

SORTS = {
    "title": ("name_key",),
    "partnership": ("partnership__name_key", "name_key"),
    "programme": ("programme", "name_key"),
    "lead": ("lead", "name_key"),
    "begins": ("starts_on", "name_key"),
    "value": ("value", "name_key"),
    "state": ("state", "name_key"),
}


def fetch(request: Request, project_pk: int, verb: str = "view") -> tuple[Project, set[str]]:
    """The project with what the actor may do there: hidden gives 404, a forbidden verb 403."""
    found = get_object_or_404(queries.project_rows(request.actor), pk=project_pk)
    can = project_verbs(request.actor, partnership_id=found.partnership_id, is_public=found.is_public)
    require(can, verb)
    return found, can


@login_not_required
def project_list(request: Request) -> HttpResponseBase:
    """Projects the reader may see."""
    filters = partial(ProjectFilters, actor=request.actor)
    listing = Listing(request, queries.project_rows(request.actor), sorts=SORTS, filters=filters)
    if listing.export:
        return table_response(project_table(listing.queryset), listing.export)
    context = {"listing": listing, "can": house_verbs(request.actor)}
    response = page_or_fragment(request, "projects/project_list.html", "rows", context)
    response["X-Public-Page"] = "1"
    return response


@login_not_required
def project(request: Request, project_pk: int) -> HttpResponse:
    """A project's page."""
    found, can = fetch(request, project_pk)
    origins, results = trail.around(found, request.actor)
    context = {
        "project": found,
        "can": can,
        "partners": found.partners.all(),
        "origins": origins,
        "results": results,
    }
    response = render(request, "projects/project.html", context)
    response["X-Public-Page"] = "1"
    return response


def project_new(request: Request) -> HttpResponse:
    """Recording a project, by itself or (`?card=`) as what came of a concept card."""
    require(house_verbs(request.actor), "start")
    card = _card_of(request)
    begun = from_card(card) if card else {}
    form = ProjectForm(request.POST or None, actor=request.actor, card=card, initial=begun)
    partners = list(card.partners.values("name")) if card else []
    rows = _rows(request, partners)
    if form.is_valid() and rows.is_valid():
        partnership = card.partnership if card else form.cleaned_data["partnership"]
        given = form.written() | {"card": card}
        try:
            made = actions.record_project(
                partnership, partners=_partners(rows), origin=card, by=request.actor, **given
            )
            messages.success(
                request, _("The project has been recorded. Only insiders of the partnership see it.")
            )
            return redirect(made)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    return _form_page(request, form, rows, {"card": card})


def project_edit(request: Request, project_pk: int) -> HttpResponse:
    """Changing what is written about the project and who its partners are."""
    found, can = fetch(request, project_pk, "edit")
    shown = queries.project_rows(request.actor).get(pk=found.pk)
    form = ProjectForm(request.POST or None, actor=request.actor, instance=shown)
    rows = _rows(request, list(found.partners.values("name", "part")))
    if form.is_valid() and rows.is_valid():
        actions.edit_project(found, partners=_partners(rows), by=request.actor, **form.written())
        messages.success(request, phrases.SAVED)
        return redirect(found)
    return _form_page(request, form, rows, {"project": found, "can": can})


@require_POST
def project_publication(request: Request, project_pk: int) -> HttpResponse:
    """Shows the project to everybody, or to insiders alone."""
    found, _can = fetch(request, project_pk, "publish")
    actions.publish_project(found, by=request.actor, is_public=request.POST.get("public") == "1")
    messages.success(request, phrases.SAVED)
    return redirect(found)


def _card_of(request: Request) -> ConceptCard | None:
    asked = request.GET.get("card", "")
    return fetch_card(request, int(asked), "advance")[0] if asked.isdecimal() and len(asked) < 18 else None


def _rows(request: Request, initial: list[dict]) -> ProjectPartnerForms:
    options = {"form_kwargs": {"actor": request.actor}}
    if request.method == "POST":
        return ProjectPartnerForms(request.POST, **options)
    return ProjectPartnerForms(initial=initial, **options)


def _partners(rows: ProjectPartnerForms) -> list[actions.Partner]:
    return [
        actions.Partner(row.cleaned_data["name"], row.organisation, row.cleaned_data["part"])
        for row in rows.filled()
    ]


def _form_page(
    request: Request, form: ProjectForm, rows: ProjectPartnerForms, context: dict[str, object]
) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context |= {"form": form, "forms": rows}
    return render(request, "projects/project_form.html", context, status=status)
