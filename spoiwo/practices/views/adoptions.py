"""Adoptions: the tree of one practice, recording, changing and taking out one of them; two counties side by side."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request
from spoiwo.practices.actions import adoptions as actions
from spoiwo.practices.forms.adoptions import AdoptionForm
from spoiwo.practices.forms.parts import CountyForm
from spoiwo.practices.models import Adoption
from spoiwo.practices.queries import comparison as counties
from spoiwo.practices.queries.adoptions import adoption_tree
from spoiwo.practices.views.fetching import fetch_adoption, fetch_practice


@login_not_required
def adoptions(request: Request, practice_pk: int) -> HttpResponse:
    """Who took the practice over, from whom, what was changed and what came of it."""
    found, can = fetch_practice(request, practice_pk)
    context = {"practice": found, "can": can, "adoptions": adoption_tree(found, request.actor)}
    response = render(request, "practices/adoptions.html", context)
    response["X-Public-Page"] = "1"
    return response


def adoption_new(request: Request, practice_pk: int) -> HttpResponse:
    """“We take it over”: recorded by the people of the taker's partnership."""
    found, can = fetch_practice(request, practice_pk, "adopt")
    form = AdoptionForm(
        request.POST or None,
        actor=request.actor,
        practice=found,
        initial={"taken_from": request.GET.get("from")},
    )
    if form.is_valid():
        try:
            actions.record_adoption(found, by=request.actor, **form.written())
            messages.success(
                request, _("The adoption has been recorded; the people of the practice get a letter.")
            )
            return redirect("practices:adoptions", found.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "practice": found, "can": can}
    return render(request, "practices/adoption_form.html", context, status=422 if form.errors else 200)


def adoption_edit(request: Request, practice_pk: int, adoption_pk: int) -> HttpResponse:
    """What is recorded of an adoption."""
    practice, found = fetch_adoption(request, practice_pk, adoption_pk, "edit")
    again = Adoption.objects.select_related("organisation").get(pk=found.pk)
    form = AdoptionForm(request.POST or None, actor=request.actor, practice=practice, instance=again)
    if form.is_valid():
        try:
            actions.edit_adoption(found, by=request.actor, **form.written())
            messages.success(request, phrases.SAVED)
            return redirect("practices:adoptions", practice.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "practice": practice, "adoption": found}
    return render(request, "practices/adoption_form.html", context, status=422 if form.errors else 200)


def adoption_removal(request: Request, practice_pk: int, adoption_pk: int) -> HttpResponse:
    """A last look, then the record goes."""
    practice, found = fetch_adoption(request, practice_pk, adoption_pk, "remove")
    if request.method == "POST":
        actions.remove_adoption(found, by=request.actor)
        messages.success(request, _("The record has been taken out."))
        return redirect("practices:adoptions", practice.pk)
    return render(request, "practices/adoption_removal.html", {"practice": practice, "adoption": found})


@login_not_required
def comparison(request: Request, practice_pk: int) -> HttpResponse:
    """Would it work here? The county of the practice beside the reader's, on what is known of both."""
    found, can = fetch_practice(request, practice_pk)
    there = counties.county_of(found)
    asked = request.GET.get("county") or counties.own_county(request.actor)
    form = CountyForm({"county": asked})
    here = form.cleaned_data["county"] if form.is_valid() else ""
    context = {
        "practice": found,
        "can": can,
        "there": there,
        "form": form,
        "here": dict(form.flat()).get(here),
        "is_same": there is not None and here == there.code,
        "comparison": counties.compare(there.code, here) if there and here else None,
    }
    response = render(request, "practices/comparison.html", context, status=422 if form.errors else 200)
    response["X-Public-Page"] = "1"
    return response
