"""The list of organisations, an organisation's page, its data and history."""

from functools import partial
from typing import Any

from django.contrib import messages
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
from spoiwo.register.forms.organisations import NewOrganisationForm, OrganisationFilters, OrganisationForm
from spoiwo.register.labels import KIND_LABELS
from spoiwo.register.models import Organisation
from spoiwo.register.permissions import register_verbs
from spoiwo.register.queries import organisation as queries
from spoiwo.register.queries.person import mandates_of
from spoiwo.register.queries.stops import trail_around
from spoiwo.register.rules.freshness import is_stale, months_between, year_before
from spoiwo.register.views.fetching import fetch_organisation, verbs_of

SORTS = {
    "name": ("name_key",),
    "kind": ("kind", "name_key"),
    "town": ("town", "name_key"),
    "confirmed": ("confirmed_on", "name_key"),
}


def organisation_list(request: Request) -> HttpResponseBase:
    """The shared register, for everybody who works for a partnership."""
    can = register_verbs(request.actor)
    require(can, "list")
    filters = partial(OrganisationFilters, actor=request.actor)
    rows = queries.organisations(request.actor)
    listing = Listing(request, rows, sorts=SORTS, filters=filters, columns=queries.LIST_COLUMNS)
    if listing.export:
        return table_response(exports.organisation_table(listing.queryset), listing.export)
    context = {"listing": listing, "rows": _rows(listing.page, request), "can": can}
    return page_or_fragment(request, "register/organisation_list.html", "rows", context)


def _rows(page: Any, request: Request) -> list[dict[str, Any]]:
    # Words and addresses are worked out here once, because a thousand rows are a thousand times everything.
    prefix = reverse("register:organisations")
    limit, mine = year_before(today()), request.actor.kept_books
    kinds: dict[str, str] = {}
    days: dict[Any, str] = {None: ""}
    rows = []
    for row in page.object_list:
        kind, day = row["kind"], row["confirmed_on"]
        if kind not in kinds:
            kinds[kind] = str(KIND_LABELS.get(kind, ""))
        if day not in days:
            days[day] = day.isoformat()
        rows.append(
            {
                "href": f"{prefix}{row['pk']}/",
                "name": row["name"],
                "kind": kinds[kind],
                "place": row["town"] or row["place__name"] or "",
                "nip": row["nip"],
                "day": days[day],
                "stale": row["ended_on"] is None and (day is None or day < limit),
                "ended": row["ended_on"] is not None,
                "mine": row["book_id"] in mine,
            }
        )
    return rows


def organisation_detail(request: Request, pk: int) -> HttpResponse:
    """What the organisation is, how fresh its data are, who speaks for it, where it came from."""
    organisation, can = fetch_organisation(request, pk)
    if organisation.merged_into_id:
        messages.info(request, _("“%(name)s” was joined with this record.") % {"name": organisation.name})
        return redirect(queries.kept_record(organisation))
    return render(request, "register/organisation_detail.html", _detail(request, organisation, can))


def _detail(request: Request, organisation: Organisation, can: set[str]) -> dict[str, Any]:
    current, former = mandates_of(organisation, today(), request.actor)
    successions = organisation.successions.select_related("successor").order_by("happened_on", "pk")
    trail = trail_around(organisation, request.actor)
    return {
        "trail_before": trail[0],
        "trail_after": trail[1],
        "organisation": organisation,
        "can": can,
        "can_add": register_verbs(request.actor),
        "current": [(one, "edit" in verbs_of(request, one)) for one in current],
        "former": [(one, "edit" in verbs_of(request, one)) for one in former],
        "names": queries.former_names(organisation),
        "origins": organisation.origins.select_related("predecessor").order_by("happened_on", "pk"),
        "successions": successions,
        "heirs": queries.successors(organisation) if successions else [],
        "joined": queries.joined_records(organisation),
        "is_stale": is_stale(organisation.confirmed_on, today()) and organisation.ended_on is None,
        "months": months_between(organisation.confirmed_on, today()) if organisation.confirmed_on else 0,
        "history": audit.history(kind="register.organisation", object_id=organisation.pk, size=8)
        if "history" in can
        else [],
        "is_import_mine": organisation.came_with
        and organisation.came_with.book_id in request.actor.kept_books,
    }


def organisation_new(request: Request) -> HttpResponse:
    """Adding an organisation."""
    require(register_verbs(request.actor), "add")
    initial = {"name": request.GET.get("name", "")[:300]}
    form = NewOrganisationForm(request.POST or None, actor=request.actor, initial=initial)
    if form.is_valid():
        try:
            made = actions.create_organisation(by=request.actor, **form.values())
        except Refused as refusal:
            form.add_error(refusal.field, refusal.reason)
        else:
            messages.success(request, _("The organisation has been added."))
            return redirect(made)
    return render(request, "register/organisation_form.html", {"form": form})


def organisation_edit(request: Request, pk: int) -> HttpResponse:
    """Correcting an organisation's data."""
    organisation, _can = fetch_organisation(request, pk, "edit")
    form = OrganisationForm(request.POST or None, organisation=organisation)
    if form.is_valid():
        try:
            actions.edit_organisation(organisation, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.reason)
        else:
            messages.success(request, phrases.SAVED)
            return redirect(organisation)
    return render(request, "register/organisation_form.html", {"form": form, "organisation": organisation})


def organisation_history(request: Request, pk: int) -> HttpResponse:
    """Who changed what in the organisation's record."""
    organisation, _can = fetch_organisation(request, pk, "history")
    page = audit.history(
        kind="register.organisation", object_id=organisation.pk, page=request.GET.get("page")
    )
    return render(request, "register/history.html", {"thing": organisation, "page": page})


def organisation_suggestions(request: Request) -> HttpResponse:
    """Options for a field that an organisation is typed into."""
    require(register_verbs(request.actor), "list")
    choices = queries.organisation_choices(request.GET.get("q", "")[:200], 12)
    found = queries.organisations(request.actor).in_bulk([pk for pk, _label in choices])
    rows = [found[pk] for pk, _label in choices if pk in found]
    return render(request, "register/_organisation_options.html", {"organisations": rows})
