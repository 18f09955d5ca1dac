"""The list of people, a person's page and data."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.dates import today
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.register import actions, exports
from spoiwo.register.forms.people import NewPersonForm, PersonFilters, PersonForm
from spoiwo.register.labels import CASE_LABELS
from spoiwo.register.models import Person
from spoiwo.register.permissions import register_verbs
from spoiwo.register.queries.organisation import organisations
from spoiwo.register.queries.person import people_with_posts
from spoiwo.register.rules.address import OBLIQUE, cases_of, opening_of, suggested_cases
from spoiwo.register.views.fetching import fetch_person, verbs_of

SORTS = {"name": ("name_key",), "email": ("email", "name_key"), "added": ("created_at",)}


def person_list(request: Request) -> HttpResponseBase:
    """People in the books the actor reads."""
    can = register_verbs(request.actor)
    require(can, "list_people")
    queryset = people_with_posts(request.actor, today())
    listing = Listing(request, queryset, sorts=SORTS, filters=PersonFilters)
    if listing.export:
        return table_response(exports.person_table(listing.queryset), listing.export)
    context = {"listing": listing, "rows": _rows(listing.page), "can": can}
    return page_or_fragment(request, "register/person_list.html", "rows", context)


def _rows(page: Any) -> list[dict[str, Any]]:
    prefix, organisation_prefix = reverse("register:people"), reverse("register:organisations")
    return [
        {
            "href": f"{prefix}{person.pk}/",
            "name": f"{person.given_name} {person.family_name}".strip(),
            "email": person.email,
            "phone": person.phone,
            "posts": [
                (post.function, f"{organisation_prefix}{post.organisation_id}/", str(post.organisation))
                for post in person.posts
            ],
        }
        for person in page
    ]


def person_detail(request: Request, pk: int) -> HttpResponse:
    """Who the person is, how to address and reach them, what they do and did."""
    person, can = fetch_person(request, pk)
    mandates = person.mandates.select_related("organisation", "person").order_by("-until", "-since", "pk")
    day = today()
    posts = [(one, "edit" in verbs_of(request, one), _opening(person, one)) for one in mandates]
    names = cases_of(person.given_name, person.family_name, person.gender, person.forms)
    context = {
        "person": person,
        "can": can,
        "current": [post for post in posts if post[0].until is None or post[0].until >= day],
        "former": [post for post in posts if post[0].until and post[0].until < day],
        "cases": [(CASE_LABELS[case], getattr(names, case), case in person.forms) for case in OBLIQUE],
        "is_sure": suggested_cases(person.given_name, person.family_name, person.gender)[1],
        "opening": opening_of(person.given_name, person.family_name, person.gender, ""),
        "history": audit.history(kind="register.person", object_id=person.pk, size=8)
        if "history" in can
        else [],
    }
    return render(request, "register/person_detail.html", context)


def _opening(person: Person, mandate: Any) -> str:
    return opening_of(
        person.given_name, person.family_name, person.gender, mandate.function, mandate.salutation
    )


def person_new(request: Request) -> HttpResponse:
    """Adding a person, with the first function if there is one."""
    require(register_verbs(request.actor), "add")
    asked = request.GET.get("organisation", "")
    known = organisations(request.actor).filter(pk=asked).first() if asked.isdigit() else None
    initial = {"organisation": known.nip or known.name if known else "", "channel": "email"}
    form = NewPersonForm(request.POST or None, actor=request.actor, initial=initial)
    if "suggest" in request.POST:
        form = NewPersonForm(form.suggested(), actor=request.actor)
    elif form.is_valid():
        try:
            return redirect(_create(request, form))
        except Refused as refusal:
            form.add_error(refusal.field, refusal.reason)
    return render(request, "register/person_form.html", {"form": form, "from": known})


@transaction.atomic
def _create(request: Request, form: NewPersonForm) -> Person:
    person = actions.create_person(by=request.actor, **form.values())
    data = form.cleaned_data
    if data.get("organisation"):
        facts = {"function": data["function"], "since": data["since"]}
        actions.give_mandate(data["organisation"], by=request.actor, person=person, **facts)
    messages.success(request, _("The person has been added."))
    return person


def person_edit(request: Request, pk: int) -> HttpResponse:
    """Correcting a person's data."""
    person, _can = fetch_person(request, pk, "edit")
    form = PersonForm(request.POST or None, person=person)
    if "suggest" in request.POST:
        form = PersonForm(form.suggested(), person=person)
    elif form.is_valid():
        actions.edit_person(person, by=request.actor, **form.values())
        messages.success(request, phrases.SAVED)
        return redirect(person)
    return render(request, "register/person_form.html", {"form": form, "person": person})


def person_history(request: Request, pk: int) -> HttpResponse:
    """Who changed what in the person's record."""
    person, _can = fetch_person(request, pk, "history")
    page = audit.history(kind="register.person", object_id=person.pk, page=request.GET.get("page"))
    return render(request, "register/history.html", {"thing": person, "page": page})
