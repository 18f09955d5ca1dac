"""Parties of an agreement and what they did."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.files.store import respond
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused, Request
from spoiwo.mail.post import letters_about
from spoiwo.partnerships.actions import acts as actions
from spoiwo.partnerships.forms.agreements import ActForm, PartyForm, RepresentativeForm
from spoiwo.partnerships.models import Act, Party
from spoiwo.partnerships.queries import agreements as queries
from spoiwo.partnerships.queries.choices import kinds_possible
from spoiwo.partnerships.views.agreements import fetch_agreement


def party_new(request: Request, slug: str, pk: int) -> HttpResponse:
    """A body to be asked for its signature."""
    agreement, _can = fetch_agreement(request, slug, pk, "add_party")
    form = PartyForm(request.POST or None, initial={"is_founding": agreement.opened_on is None})
    if form.is_valid():
        try:
            made = actions.add_party(agreement, by=request.actor, **form.cleaned_data)
            messages.success(request, _("%(name)s is on the list now.") % {"name": made.organisation.name})
            if "another" in request.POST:
                return redirect("partnerships:party_new", slug, pk)
            return redirect("partnerships:party", slug, pk, made.pk)
        except Refused as refused:
            form.add_error(refused.field, refused.reason)
    context = {"form": form, "agreement": agreement, "partnership": agreement.partnership}
    return render(request, "partnerships/party_form.html", context)


def party(request: Request, slug: str, pk: int, party_pk: int) -> HttpResponse:
    """A body's part in the agreement: standing, representative, acts."""
    agreement, can = fetch_agreement(request, slug, pk, "view_inside")
    found = _party(agreement, party_pk)
    now = queries.agreement_on(agreement, today())
    line = next((line for line in now.lines if line.party.pk == found.pk), None)
    context = {
        "agreement": agreement,
        "partnership": agreement.partnership,
        "can": can,
        "party": found,
        "line": line,
        "acts": [
            (act, alive)
            for act, alive in queries.acts_in_time(agreement)
            if found.pk in (act.party_id, act.successor_id)
        ],
        "form": RepresentativeForm(party=found, actor=request.actor) if "add_party" in can else None,
    }
    return render(request, "partnerships/party_detail.html", context)


@require_POST
def representative(request: Request, slug: str, pk: int, party_pk: int) -> HttpResponse:
    """Who represents the party in letters and in the document."""
    agreement, _can = fetch_agreement(request, slug, pk, "add_party")
    found = _party(agreement, party_pk)
    form = RepresentativeForm(request.POST, party=found, actor=request.actor)
    if form.is_valid():
        actions.name_representative(found, form.cleaned_data["representative"], by=request.actor)
        messages.success(request, _("The representative has been named."))
    return redirect("partnerships:party", slug, pk, found.pk)


@require_POST
def party_removal(request: Request, slug: str, pk: int, party_pk: int) -> HttpResponse:
    """Takes out a body without acts."""
    agreement, _can = fetch_agreement(request, slug, pk, "add_party")
    try:
        actions.remove_party(_party(agreement, party_pk), by=request.actor)
        messages.success(request, _("The body is off the list."))
    except Refused as refused:
        messages.error(request, refused.reason)
    return redirect(agreement)


def act_new(request: Request, slug: str, pk: int, party_pk: int, corrects: Act | None = None) -> HttpResponse:
    """Records an act of a party, or a further act in the place of a mistaken one."""
    agreement, _can = fetch_agreement(request, slug, pk, "record_act")
    found = _party(agreement, party_pk)
    if same := found.acts.filter(token=request.POST.get("token", "-")).first():
        return redirect("partnerships:act", slug, pk, same.pk)  # pressed twice: the first press did it
    kinds = kinds_possible(agreement, found, is_correction=corrects is not None)
    initial = {"mandate": found.representative_id}
    options: dict[str, Any] = {"party": found, "actor": request.actor, "kinds": kinds, "initial": initial}
    form = ActForm(request.POST or None, request.FILES or None, **options)
    if form.is_valid():
        try:
            deed = actions.Deed(**form.cleaned_data, corrects=corrects)
            made = actions.record_act(found, deed, by=request.actor)
            messages.success(request, _("The act has been recorded; the parties are being notified."))
            return redirect("partnerships:act", slug, pk, made.pk)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
    context = {
        "form": form,
        "agreement": agreement,
        "partnership": agreement.partnership,
        "party": found,
        "corrects": corrects,
    }
    return render(request, "partnerships/act_form.html", context, status=422 if form.errors else 200)


def act(request: Request, slug: str, pk: int, act_pk: int) -> HttpResponse:
    """One act with everything that stands on record about it."""
    agreement, can = fetch_agreement(request, slug, pk, "view_inside")
    found = _act(agreement, act_pk)
    corrected_by = Act.objects.filter(corrects=found).first()
    context = {
        "agreement": agreement,
        "partnership": agreement.partnership,
        "can": can,
        "act": found,
        "corrected_by": corrected_by,
        "checks": found.file.signature_checks.all() if found.file else [],
        "letters": letters_about("partnerships.act", found.pk),
    }
    return render(request, "partnerships/act_detail.html", context)


def act_correction(request: Request, slug: str, pk: int, act_pk: int) -> HttpResponse:
    """A further act that takes the place of this one."""
    agreement, _can = fetch_agreement(request, slug, pk, "record_act")
    mistaken = _act(agreement, act_pk)
    return act_new(request, slug, pk, mistaken.party_id, corrects=mistaken)


def act_file(request: Request, slug: str, pk: int, act_pk: int) -> FileResponse:
    """The signed document as it was uploaded."""
    agreement, _can = fetch_agreement(request, slug, pk, "view_files")
    found = _act(agreement, act_pk)
    if found.file is None:
        raise Http404
    return respond(found.file)


def _party(agreement, pk: int) -> Party:
    return get_object_or_404(
        agreement.parties.select_related("organisation", "representative__person"), pk=pk
    )


def _act(agreement, pk: int) -> Act:
    rows = agreement.acts.select_related(
        "party__organisation",
        "mandate__person",
        "file",
        "successor__organisation",
        "corrects",
        "version",
        "agreement__partnership",
    )
    return get_object_or_404(rows, pk=pk)
