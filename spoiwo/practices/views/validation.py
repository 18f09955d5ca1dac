"""Validation: every step so far, and the forms of whoever has the next one."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused, Request
from spoiwo.practices.actions import validation as actions
from spoiwo.practices.forms.validation import CheckForm, DecisionForm, ExpertForm, OpinionForm
from spoiwo.practices.models import Practice
from spoiwo.practices.permissions import practice_verbs
from spoiwo.practices.queries.cards import facts_of, practice_rows
from spoiwo.practices.views.fetching import fetch_practice


def reviews(request: Request, practice_pk: int) -> HttpResponse:
    """The history of the validation with all feedback; below it the form of the next step."""
    found, can = fetch_practice(request, practice_pk, "view_reviews")
    return _page(request, found, can)


def check(request: Request, practice_pk: int) -> HttpResponse:
    """Ends the formal check."""
    found, can = fetch_practice(request, practice_pk, "check")

    def act(form: CheckForm) -> None:
        data = form.cleaned_data
        given = {"feedback": data["feedback"], "expert": data["expert"]}
        actions.check_practice(found, is_passed=form.is_passed, by=request.actor, **given)

    return _end(request, found, can, "check", CheckForm, act)


def opinion(request: Request, practice_pk: int) -> HttpResponse:
    """Ends the expert's step."""
    found, can = fetch_practice(request, practice_pk, "judge")

    def act(form: OpinionForm) -> None:
        actions.judge_practice(
            found, form.opinion(), is_passed=form.is_passed, by=request.actor, today=today()
        )

    return _end(request, found, can, "judge", OpinionForm, act)


def expert(request: Request, practice_pk: int) -> HttpResponse:
    """Names another expert."""
    found, can = fetch_practice(request, practice_pk, "name_expert")

    def act(form: ExpertForm) -> None:
        actions.name_expert(found, form.cleaned_data["expert"], by=request.actor)

    return _end(request, found, can, "name_expert", ExpertForm, act)


def _end(
    request: Request,
    found: Practice,
    can: set[str],
    verb: str,
    kind: type[DecisionForm] | type[ExpertForm],
    act: Callable[[Any], None],
) -> HttpResponse:
    form = kind(request.POST or None)
    if form.is_valid():
        try:
            act(form)
            messages.success(request, _("The step is done, and letters have been written."))
            return _back(request, found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    return _page(request, found, can, **{verb: form})


def _back(request: Request, found: Practice) -> HttpResponse:
    """To the page of the steps, or, where the card is out of sight now, to the catalogue."""
    standing = practice_rows(request.actor).filter(pk=found.pk).first()
    if standing and "view_reviews" in practice_verbs(request.actor, **facts_of(standing)):
        return redirect("practices:reviews", found.pk)
    return redirect(found if standing else "practices:practices")


def _page(request: Request, found: Practice, can: set[str], **given: Any) -> HttpResponse:
    forms = {"check": CheckForm, "judge": OpinionForm, "name_expert": ExpertForm}
    # Each form has names of its own on the page; where two stand there, their ids differ by the verb.
    shown = {
        verb: given.get(verb) or kind(auto_id=f"{verb}_%s") for verb, kind in forms.items() if verb in can
    }
    context = {"practice": found, "can": can, "reviews": found.reviews.all(), "forms": shown}
    status = 422 if any(form.errors for form in given.values()) else 200
    return render(request, "practices/reviews.html", context, status=status)
