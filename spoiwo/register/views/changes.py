"""What happens to an organisation: confirmation, a keeper, a new name, a succession."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused, Request
from spoiwo.register import actions
from spoiwo.register.forms.organisations import BookForm, RenameForm, SuccessionForm
from spoiwo.register.models import Organisation
from spoiwo.register.permissions import organisation_verbs
from spoiwo.register.queries.organisation import books_kept_by
from spoiwo.register.rules import SuccessionKind
from spoiwo.register.views.fetching import fetch_organisation


@require_POST
def organisation_confirm(request: Request, pk: int) -> HttpResponse:
    """The data were checked today and are right."""
    organisation, _can = fetch_organisation(request, pk, "confirm")
    actions.confirm_organisation(organisation, by=request.actor, on=today())
    messages.success(request, _("The data are confirmed as of today."))
    return redirect(organisation)


def organisation_keep(request: Request, pk: int) -> HttpResponse:
    """Taking an organisation that nobody keeps into one's book."""
    organisation, _can = fetch_organisation(request, pk, "keep")
    books = list(books_kept_by(request.actor)[:2])
    data = {"book": books[0].pk} if request.method == "POST" and len(books) == 1 else request.POST or None
    form = BookForm(data, actor=request.actor)
    if form.is_valid():
        try:
            actions.keep_organisation(organisation, by=request.actor, book=form.cleaned_data["book"])
            messages.success(request, _("You keep this organisation now, so you may change its data."))
        except Refused as refusal:
            messages.error(request, refusal.reason)
        return redirect(organisation)
    return _page(request, organisation, form, _("Keep in a book"), _("Keep"))


def organisation_rename(request: Request, pk: int) -> HttpResponse:
    """The organisation bears another name from a day."""
    organisation, _can = fetch_organisation(request, pk, "edit")
    form = RenameForm(request.POST or None, initial={"name": organisation.name, "on": today()})
    if form.is_valid():
        try:
            actions.rename_organisation(organisation, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.reason)
        else:
            messages.success(
                request, _("The new name is recorded; the old one is kept and still found by search.")
            )
            return redirect(organisation)
    return _page(request, organisation, form, _("New name"), _("Record the new name"))


def organisation_succession(request: Request, pk: int) -> HttpResponse:
    """Another organisation came of this one, or this one of another."""
    organisation, _can = fetch_organisation(request, pk, "edit")
    form = SuccessionForm(request.POST or None, actor=request.actor, initial={"on": today()})
    if form.is_valid():
        try:
            _record_succession(request, organisation, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.reason)
        else:
            messages.success(
                request, _("The succession is recorded; the old name leads to today's organisation.")
            )
            return redirect(organisation)
    return _page(request, organisation, form, _("Succession"), _("Record the succession"))


def _record_succession(
    request: Request,
    organisation: Organisation,
    *,
    direction: str,
    other: Organisation,
    kind: str,
    ends: bool,
    **facts: Any,
) -> None:
    before, after = (organisation, other) if direction == "after" else (other, organisation)
    # The last day is a change of the earlier record, so only its keeper writes it.
    may_end = "edit" in organisation_verbs(request.actor, book_id=before.book_id)
    actions.record_succession(
        before, after, by=request.actor, kind=SuccessionKind(kind), ends_predecessor=ends and may_end, **facts
    )


def _page(request: Request, organisation: Organisation, form: Any, title: str, button: str) -> HttpResponse:
    context = {"form": form, "thing": organisation, "title": title, "button": button}
    return render(request, "register/plain_form.html", context)
