"""Concept cards in a workshop: giving them to tables, writing them at a table without an account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.actor import NOBODY
from spoiwo.kit.request import Refused, Request
from spoiwo.projects.actions.cards import write_field, write_fields
from spoiwo.projects.forms import TextForm, TextsForm
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.queries import sections_of
from spoiwo.workshops.actions import cards as actions
from spoiwo.workshops.models import Table
from spoiwo.workshops.queries import cards as queries
from spoiwo.workshops.rules.states import StepKind
from spoiwo.workshops.views.fetching import fetch_step, number_of, table_of


def cards(request: Request, meeting_pk: int, step_pk: int) -> HttpResponse:
    """Which table elaborates which card."""
    step, can = fetch_step(request, meeting_pk, step_pk, "lead")
    tables = queries.tables_with_cards(step)
    if request.method == "POST":
        wanted = {table.pk: number_of(request.POST.get(f"card-{table.pk}", "")) for table, _filled in tables}
        try:
            actions.assign_cards(step.meeting, wanted, by=request.actor)
            messages.success(request, phrases.SAVED)
            return redirect("workshops:cards", meeting_pk, step_pk)
        except Refused as problem:
            messages.error(request, problem.reason)
    context = {
        "step": step,
        "meeting": step.meeting,
        "can": can,
        "tables": tables,
        "cards": queries.open_cards(step.meeting.partnership_id),
    }
    return render(request, "workshops/cards.html", context)


@csrf_exempt  # the secret address is the permission, and no cookie is read
@cache_control(no_store=True)
@login_not_required
def desk_card(request: Request, table_secret: str) -> HttpResponse:
    """All texts of the table's card; saved while they are written."""
    table, card = _writable(table_secret)
    if card is None:
        messages.error(request, _("There is no card to be written at this table now."))
        return redirect("workshops:desk", table.secret)
    form = TextsForm(request.POST or None, card=card)
    if form.is_valid():
        try:
            merged = write_fields(card, form.written(), by=NOBODY, writer=table.name)
            if any(one.both for one in merged.values()):
                messages.warning(
                    request, _("Somebody else wrote here meanwhile. Both texts are kept; look through them.")
                )
                return redirect("workshops:desk_card", table.secret)
            messages.success(request, phrases.SAVED)
            return redirect("workshops:desk", table.secret)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    texts = [(form[section.name], form[f"base_{section.name}"]) for section in sections_of(card)]
    context = {"table": table, "meeting": table.meeting, "card": card, "form": form, "texts": texts}
    return render(request, "workshops/guest/card.html", context, status=422 if form.errors else 200)


@csrf_exempt
@require_POST
@login_not_required
def desk_card_text(request: Request, table_secret: str) -> JsonResponse:
    """One text of the card while the group writes it."""
    table, card = _writable(table_secret)
    if card is None:
        return JsonResponse({"error": _("There is no card to be written at this table now.")}, status=422)
    form = TextForm(request.POST)
    if not form.is_valid():
        said = " ".join(str(one) for errors in form.errors.values() for one in errors)
        return JsonResponse({"error": said}, status=422)
    data = form.cleaned_data
    try:
        merged = write_field(card, data["field"], data["base"], data["text"], by=NOBODY, writer=table.name)
    except Refused as problem:
        return JsonResponse({"error": problem.reason}, status=422)
    return JsonResponse({"text": merged.text, "revision": card.revision, "both": merged.both})


def _writable(table_secret: str) -> tuple[Table, ConceptCard | None]:
    """The table and the card it may write now: only while the hall is at an open step of cards."""
    table = table_of(table_secret)
    step = table.hall.step if table.hall else None
    is_now = step is not None and step.kind == StepKind.CARDS and step.is_open
    return table, table.card if is_now else None
