"""Deciding on one proposed record: accept as it is or changed, join with a record, reject, take a rejection back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.archive.actions import deciding
from spoiwo.archive.actions.known import join_known
from spoiwo.archive.forms.bringing import RejectForm
from spoiwo.archive.forms.deciding import FORMS, RecordForm, parties_from, party_rows
from spoiwo.archive.models import Proposal
from spoiwo.archive.queries.candidates import candidates
from spoiwo.archive.queries.proposing import parties_said, said
from spoiwo.archive.queries.recorded import likenesses
from spoiwo.archive.queries.sources import shown
from spoiwo.archive.rules.states import RECORDS, FactKind
from spoiwo.archive.views.fetching import fetch_proposal, fetch_source
from spoiwo.kit.request import Refused, Request


def proposal(request: Request, source_pk: int, proposal_pk: int) -> HttpResponse:
    """The proposed record in a form beside the words it rests on; without changes it is accepted with one press."""
    found = fetch_proposal(request, source_pk, proposal_pk)
    if found.kind not in RECORDS:
        return redirect(found.source)
    similar = likenesses(found, request.actor)
    form, rows = _forms(request, found)
    is_at_once = request.POST.get("at_once") == "1"
    if is_at_once and similar:
        form, rows = _forms(request, found, unbound=True)
        messages.info(request, _("There is a record that may be the same. Join it, or accept a new one."))
    elif form.is_valid() and (rows is None or rows.is_valid()):
        try:
            record = deciding.accept(found, _values(form, rows, request), by=request.actor)
            messages.success(request, _("Accepted: “%(name)s”.") % {"name": record})
            _tell_left_out(request, form)
            return redirect(_back(found))
        except Refused as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.reason)
    context = {"proposal": found, "source": found.source, "form": form, "rows": rows, "candidates": similar}
    context |= {"shown": shown(found, found.source.text), "kind": found.kind}
    return render(request, "archive/proposal.html", context, status=422 if form.errors else 200)


@require_POST
def proposal_joining(request: Request, source_pk: int, proposal_pk: int) -> HttpResponse:
    """Ties the source to a record that exists."""
    found = fetch_proposal(request, source_pk, proposal_pk)
    similar = candidates(found.kind, said(found), found.source, request.actor)
    chosen = next((one for one in similar if str(one.pk) == request.POST.get("record")), None)
    if chosen is None:
        messages.error(request, _("Choose the record that is meant."))
        return redirect("archive:proposal", source_pk, proposal_pk)
    try:
        deciding.join(found, chosen, by=request.actor)
        messages.success(request, _("Joined with “%(name)s”.") % {"name": chosen})
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(_back(found))


@require_POST
def proposal_rejection(request: Request, source_pk: int, proposal_pk: int) -> HttpResponse:
    """Rejects the proposal; it stays on the page and can be taken up again."""
    found = fetch_proposal(request, source_pk, proposal_pk)
    form = RejectForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        deciding.reject(found, reason, by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(_back(found))


@require_POST
def proposal_reopening(request: Request, source_pk: int, proposal_pk: int) -> HttpResponse:
    """Takes a rejection or a confirmation back."""
    found = fetch_proposal(request, source_pk, proposal_pk)
    try:
        deciding.reopen(found, by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(_back(found))


@require_POST
def known(request: Request, source_pk: int) -> HttpResponse:
    """Joins every organisation and person that stands in the register under the very name."""
    found, _can = fetch_source(request, source_pk, "decide")
    count = join_known(found, by=request.actor)
    text = ngettext(
        "%(count)d name joined with the register.", "%(count)d names joined with the register.", count
    )
    messages.success(request, text % {"count": count})
    return redirect(found)


def _forms(request: Request, found: Proposal, *, unbound: bool = False) -> tuple[RecordForm, Any]:
    make, data = FORMS[FactKind(found.kind)], None if unbound else request.POST or None
    is_agreement = found.kind == FactKind.AGREEMENT
    if data is not None and request.POST.get("at_once") == "1":
        typed = make(proposal=found, actor=request.actor).as_typed()
        form = make(typed, proposal=found, actor=request.actor)
        return form, _rows_at_once(found) if is_agreement else None
    form = make(data, proposal=found, actor=request.actor)
    return form, party_rows(found, data) if is_agreement else None


def _tell_left_out(request: Request, form: RecordForm) -> None:
    function = form.initial.get("function")
    if function and request.POST.get("at_once") == "1" and not form.cleaned_data.get("function"):
        sentence = _("The function “%(name)s” was left out: the source does not say in which organisation.")
        messages.warning(request, sentence % {"name": function})


def _rows_at_once(found: Proposal) -> Any:
    first = parties_said(found)
    data = {"party-TOTAL_FORMS": str(len(first)), "party-INITIAL_FORMS": "0"}
    for number, row in enumerate(first):
        data |= {f"party-{number}-{name}": value for name, value in row.items()}
    return party_rows(found, data)


def _values(form: RecordForm, rows: Any, request: Request) -> dict[str, Any]:
    return form.values | ({"parties": parties_from(rows, request.actor)} if rows is not None else {})


def _back(found: Proposal) -> str:
    return f"{found.source.get_absolute_url()}#proposal-{found.pk}"
