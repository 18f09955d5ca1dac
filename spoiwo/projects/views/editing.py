"""Writing a card: its texts alone and together, leader and next step, partners, budget."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request
from spoiwo.projects import queries
from spoiwo.projects.actions import cards as actions
from spoiwo.projects.actions.rows import Cost, Partner, save_costs, save_partners
from spoiwo.projects.forms import CostForms, PartnerForms, PeopleForm, TextForm, TextsForm
from spoiwo.projects.labels import BAR_SENTENCES
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.rules import Bar
from spoiwo.projects.views.cards import fetch


def card_edit(request: Request, card_pk: int) -> HttpResponse:
    """All texts of the card; where JavaScript is, each is saved while it is written."""
    found, can = fetch(request, card_pk, "edit")
    if request.method != "POST" and "write" not in can:
        messages.error(request, BAR_SENTENCES[Bar.AGREED])
        return redirect(found)
    form = TextsForm(request.POST or None, card=found)
    if form.is_valid():
        try:
            merged = actions.write_fields(found, form.written(), by=request.actor)
            if any(one.both for one in merged.values()):
                messages.warning(
                    request, _("Somebody else wrote here meanwhile. Both texts are kept; look through them.")
                )
                return redirect("projects:card_edit", found.pk)
            messages.success(request, phrases.SAVED)
            return redirect(found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    texts = [(form[section.name], form[f"base_{section.name}"]) for section in queries.sections_of(found)]
    context = {"form": form, "card": found, "can": can, "texts": texts}
    return render(request, "projects/card_edit.html", context, status=422 if form.errors else 200)


@require_POST
def card_text(request: Request, card_pk: int) -> JsonResponse:
    """Takes one text while it is written; answers with the text that stands now."""
    found, _can = fetch(request, card_pk, "edit")
    form = TextForm(request.POST)
    if not form.is_valid():
        return JsonResponse(
            {"error": " ".join(said for one in form.errors.values() for said in one)}, status=422
        )
    data = form.cleaned_data
    try:
        merged = actions.write_field(found, data["field"], data["base"], data["text"], by=request.actor)
    except Refused as problem:
        return JsonResponse({"error": problem.reason}, status=422)
    return JsonResponse({"text": merged.text, "revision": found.revision, "both": merged.both})


def card_people(request: Request, card_pk: int) -> HttpResponse:
    """Title, leader, deputy and next step."""
    found, can = fetch(request, card_pk, "edit")
    form = PeopleForm(request.POST or None, instance=found, actor=request.actor)
    if form.is_valid():
        try:
            actions.save_card(found, by=request.actor, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect(found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "card": ConceptCard.objects.get(pk=found.pk), "can": can}
    return render(request, "projects/card_people.html", context, status=422 if form.errors else 200)


def card_partners(request: Request, card_pk: int) -> HttpResponse:
    """Who takes part and what they bring, row by row."""

    def save(found: ConceptCard, rows: list[Any]) -> None:
        partners = [
            Partner(row.cleaned_data["name"], row.cleaned_data["brings"], row.organisation) for row in rows
        ]
        save_partners(found, partners, by=request.actor)

    return _rows(request, card_pk, "partners", PartnerForms, ("name", "brings"), save)


def card_budget(request: Request, card_pk: int) -> HttpResponse:
    """The budget sketch, row by row."""

    def save(found: ConceptCard, rows: list[Any]) -> None:
        save_costs(found, [Cost(**row.cleaned_data) for row in rows], by=request.actor)

    return _rows(request, card_pk, "costs", CostForms, ("what", "amount", "source"), save)


def _rows(
    request: Request,
    card_pk: int,
    name: str,
    forms: Any,
    columns: tuple[str, ...],
    save: Callable[[ConceptCard, list[Any]], None],
) -> HttpResponse:
    found, can = fetch(request, card_pk, "edit")
    options = {"actor": request.actor}
    if request.method == "POST":
        rows = forms(request.POST, form_kwargs=options)
        if rows.is_valid():
            try:
                save(found, rows.filled())
                messages.success(request, phrases.SAVED)
                return redirect(request.path if "more" in request.POST else found)
            except Refused as problem:
                rows.non_form_errors().append(problem.reason)
    else:
        rows = forms(initial=list(getattr(found, name).values(*columns)), form_kwargs=options)
    context = {"forms": rows, "card": found, "can": can}
    status = 422 if rows.is_bound else 200
    return render(request, f"projects/card_{name}.html", context, status=status)
