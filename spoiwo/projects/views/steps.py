"""The course of a card: agreed, presented, dropped, taken back; shown to everybody or hidden."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request
from spoiwo.projects.actions import cards as actions
from spoiwo.projects.forms import DropForm
from spoiwo.projects.labels import BAR_SENTENCES
from spoiwo.projects.rules import Bar, CardState
from spoiwo.projects.views.cards import fetch


@require_POST
def card_state(request: Request, card_pk: int) -> HttpResponse:
    """Agrees or presents the card, or takes it back; dropping has a page of its own."""
    found, _can = fetch(request, card_pk, "advance")
    wanted = request.POST.get("state", "")
    try:
        if wanted not in (CardState.DRAFT, CardState.AGREED, CardState.PRESENTED):
            raise Refused(BAR_SENTENCES[Bar.NOT_NEXT])
        actions.move_card(found, CardState(wanted), by=request.actor)
        messages.success(request, phrases.SAVED)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(found)


def card_dropping(request: Request, card_pk: int) -> HttpResponse:
    """A last look, then the card is dropped; it stays readable and can be taken up again."""
    found, _can = fetch(request, card_pk, "advance")
    form = DropForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.move_card(found, CardState.DROPPED, by=request.actor, reason=form.cleaned_data["reason"])
            messages.success(request, _("The card has been dropped. Its texts stay readable for insiders."))
        except Refused as problem:
            messages.error(request, problem.reason)
        return redirect(found)
    context = {"form": form, "card": found}
    return render(request, "projects/card_dropping.html", context, status=422 if form.errors else 200)


@require_POST
def card_publication(request: Request, card_pk: int) -> HttpResponse:
    """Shows the card to everybody, or to insiders alone."""
    found, _can = fetch(request, card_pk, "publish")
    try:
        actions.publish_card(found, by=request.actor, is_public=request.POST.get("public") == "1")
        messages.success(request, phrases.SAVED)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(found)
