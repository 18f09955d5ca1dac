"""What a person of the commission finds: what is asked next, the list of entrants, the declaration, the own entries."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from spoiwo.contests.actions.conflicts import confirm, search_conflicts
from spoiwo.contests.exports.declaration import declaration_pdf
from spoiwo.contests.forms.conflicts import ConfirmationForm
from spoiwo.contests.models import Edition, Member
from spoiwo.contests.queries.conflicts import (
    can_confirm,
    entrants_for,
    has_begun,
    needs_confirmation,
    roles_of,
)
from spoiwo.contests.queries.declaration import declaration_text
from spoiwo.contests.queries.jury import tasks_of
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.documents.web import file_response
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused, Request


def my_judging(request: Request) -> HttpResponse:
    """Every edition the person works on, what is asked next there, and the own entries by their codes."""
    return render(request, "contests/my_judging.html", {"tasks": tasks_of(request.actor)})


def confirmation(request: Request, edition_pk: int) -> HttpResponse:
    """The list of entrants, gone through one by one, and the declaration of impartiality.

    Before it is shown the records are searched, so that nobody confirms a list that knows less than the house does.
    """
    edition, roles = _fetch_roles(request, edition_pk)
    if request.method == "GET":
        search_conflicts(edition, by=SYSTEM)
    entrants = entrants_for(roles[0])
    form = ConfirmationForm(request.POST or None, entrants=entrants)
    if form.is_valid():
        try:
            confirm(edition, form.said(), form.cleaned_data["name"], by=request.actor)
            messages.success(request, _("Confirmed and declared. Thank you."))
            return redirect("contests:my_judging")
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {
        "edition": edition,
        "member": roles[0],
        "form": form,
        "text": declaration_text(edition),
        "is_open": can_confirm(roles[0]),
        "is_asked": needs_confirmation(roles[0]),
        "has_begun": has_begun(roles[0]),
    }
    return render(request, "contests/confirmation.html", context, status=422 if form.errors else 200)


def own_declaration(request: Request, edition_pk: int) -> HttpResponse:
    """The own declaration as PDF."""
    _edition, roles = _fetch_roles(request, edition_pk)
    return file_response(declaration_pdf(roles[0]), _("Declaration of impartiality"), "pdf")


def _fetch_roles(request: Request, edition_pk: int) -> tuple[Edition, list[Member]]:
    edition, _can = fetch_edition(request, edition_pk, "view")
    roles = roles_of(edition, request.actor)
    if not roles:
        raise Http404
    for role in roles:
        role.edition = edition
    return edition, roles
