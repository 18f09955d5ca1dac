"""Functions people hold: given, corrected, ended."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from spoiwo.kit import phrases
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused, Request, require
from spoiwo.register import actions
from spoiwo.register.forms.people import EndForm, MandateForm, OrganisationMandateForm, PersonMandateForm
from spoiwo.register.models import Mandate, Organisation, Person
from spoiwo.register.permissions import mandate_verbs, register_verbs
from spoiwo.register.rules.address import opening_of
from spoiwo.register.views.fetching import fetch_mandate, fetch_organisation, fetch_person


def organisation_mandate_new(request: Request, pk: int) -> HttpResponse:
    """Somebody of the actor's book, or somebody unnamed, holds a function in this organisation."""
    organisation, _can = fetch_organisation(request, pk)
    require(register_verbs(request.actor), "add")
    form = OrganisationMandateForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        data = dict(form.cleaned_data)
        return _give(request, form, organisation, data.pop("person"), organisation, data)
    return _page(request, organisation, form, _("Add a function"))


def person_mandate_new(request: Request, pk: int) -> HttpResponse:
    """This person holds a function in an organisation."""
    person, _can = fetch_person(request, pk, "edit")
    form = PersonMandateForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        data = dict(form.cleaned_data)
        return _give(request, form, data.pop("organisation"), person, person, data)
    return _page(request, person, form, _("Add a function"))


def _give(
    request: Request,
    form: MandateForm,
    organisation: Organisation,
    person: Person | None,
    thing: Any,
    data: dict,
) -> HttpResponse:
    book = person.book_id if person else None
    require(
        mandate_verbs(request.actor, person_book_id=book, organisation_book_id=organisation.book_id), "edit"
    )
    try:
        actions.give_mandate(organisation, by=request.actor, person=person, **data)
    except Refused as refusal:
        form.add_error(refusal.field, refusal.reason)
        return _page(request, thing, form, _("Add a function"))
    messages.success(request, _("The function is recorded."))
    return redirect(thing)


def mandate_edit(request: Request, pk: int) -> HttpResponse:
    """Correcting a function: its name, days, the opening of letters."""
    mandate = fetch_mandate(request, pk)
    form = MandateForm(request.POST or None, mandate=mandate)
    if "suggest" in request.POST and mandate.person:
        form = MandateForm(
            {**form.data.dict(), "salutation": _suggested(mandate, form.data.get("function", ""))}
        )
    elif form.is_valid():
        actions.edit_mandate(mandate, by=request.actor, **form.cleaned_data)
        messages.success(request, phrases.SAVED)
        return redirect(mandate.person or mandate.organisation)
    thing = mandate.person or mandate.organisation
    return _page(request, thing, form, _("Function"), suggests=mandate.person is not None)


def _suggested(mandate: Mandate, function: str) -> str:
    person = mandate.person
    return opening_of(person.given_name, person.family_name, person.gender, function) if person else ""


def mandate_end(request: Request, pk: int) -> HttpResponse:
    """The last day of a function."""
    mandate = fetch_mandate(request, pk)
    form = EndForm(request.POST or None, initial={"on": mandate.until or today()})
    if form.is_valid():
        try:
            actions.end_mandate(mandate, by=request.actor, on=form.cleaned_data["on"])
        except Refused as refusal:
            form.add_error(refusal.field, refusal.reason)
        else:
            messages.success(request, _("The end of the function is recorded."))
            return redirect(mandate.person or mandate.organisation)
    return _page(
        request,
        mandate.person or mandate.organisation,
        form,
        _("End of the function “%(name)s”") % {"name": mandate.function},
    )


def _page(request: Request, thing: Any, form: Any, title: str, *, suggests: bool = False) -> HttpResponse:
    context = {"form": form, "thing": thing, "title": title, "button": phrases.SAVE, "suggests": suggests}
    return render(request, "register/plain_form.html", context)
