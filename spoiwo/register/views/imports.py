"""Reading in files of organisations and people."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.documents.web import table_response
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, is_fragment, page_or_fragment, require
from spoiwo.register import actions, exports
from spoiwo.register.forms.imports import FileForm, MappingForm
from spoiwo.register.labels import TARGET_LABELS, problem_text
from spoiwo.register.models import ImportBatch
from spoiwo.register.permissions import register_verbs
from spoiwo.register.queries.imports import imports
from spoiwo.register.rules.importing import SILENT_SECONDS, UNDER_WAY, ImportState
from spoiwo.register.views.fetching import fetch_import

SHOWN_ERRORS = 100


def import_start(request: Request) -> HttpResponse:
    """Choosing a file, and the imports of before."""
    require(register_verbs(request.actor), "import")
    form = FileForm(request.POST or None, request.FILES or None, actor=request.actor)
    if form.is_valid():
        file, book = form.cleaned_data["file"], form.cleaned_data["book"]
        try:
            return redirect(
                actions.start_import(file.read(), by=request.actor, book=book, file_name=file.name)
            )
        except Refused as refusal:
            form.add_error(refusal.field, refusal.reason)
    listing = Listing(request, imports(request.actor), sorts={"added": ("-pk",)}, per_page=25)
    return render(request, "register/import_start.html", {"form": form, "listing": listing})


def import_detail(request: Request, pk: int) -> HttpResponse:
    """An import at any point of its life: columns and preview, progress, result."""
    batch = fetch_import(request, pk)
    form = MappingForm(request.POST or None, batch=batch)
    if request.method == "POST" and form.is_valid():
        try:
            actions.map_import(batch, **form.values())
            return redirect(batch)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.reason)
    context = {
        "batch": batch,
        "report": batch.report,
        "form": form if batch.state == ImportState.UPLOADED else None,
        "errors": [_shown(batch, error) for error in batch.report.get("errors", [])[:SHOWN_ERRORS]],
        "is_under_way": batch.state in UNDER_WAY,
        "is_silent": _is_silent(batch),
        "has_names": "name" in batch.mapping,
        "changes": [_labelled(change) for change in batch.report.get("changes", [])],
    }
    response = page_or_fragment(request, "register/import_detail.html", "state", context)
    if is_fragment(request) and batch.state not in UNDER_WAY:
        response["HX-Refresh"] = "true"  # the work is over: the rest of the page has changed as well
    return response


def _labelled(change: dict[str, Any]) -> dict[str, Any]:
    return change | {"fields": [(TARGET_LABELS[name], *values) for name, *values in change["fields"]]}


def _shown(batch: ImportBatch, error: list) -> dict[str, Any]:
    row, column, value, problem, detail = error
    header = batch.report.get("header", [])
    name = header[column] if 0 <= column < len(header) else ""
    return {"row": row, "column": name, "value": value, "text": problem_text(problem, detail)}


def _is_silent(batch: ImportBatch) -> bool:
    last = batch.beat_at or batch.created_at
    return batch.state in UNDER_WAY and (timezone.now() - last).total_seconds() > SILENT_SECONDS


def import_errors(request: Request, pk: int) -> HttpResponseBase:
    """All errors as CSV, to mend the file by."""
    batch = fetch_import(request, pk)
    errors = [_shown(batch, error) for error in batch.report.get("errors", [])]
    return table_response(exports.error_table(batch, errors), "csv")


@require_POST
def import_confirm(request: Request, pk: int) -> HttpResponse:
    """Writes what the preview shows; rows with errors are left out."""
    return _act(request, pk, "confirm", actions.confirm_import, _("The import has begun."))


@require_POST
def import_restart(request: Request, pk: int) -> HttpResponse:
    """Begins anew where the worker was stopped."""
    return _act(request, pk, "confirm", actions.restart_import, _("The import has begun anew."))


@require_POST
def import_discard(request: Request, pk: int) -> HttpResponse:
    """Throws the file away."""
    return _act(
        request,
        pk,
        "discard",
        actions.discard_import,
        _("The file has been thrown away; nothing was written."),
    )


def _act(request: Request, pk: int, verb: str, action: Callable[..., Any], sentence: str) -> HttpResponse:
    batch = fetch_import(request, pk, verb)
    try:
        action(batch, by=request.actor)
        messages.success(request, sentence)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    return redirect(batch)
