"""Blind copies at the office: the list, the redaction assistant, what jurors will get of each attachment."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import blind as actions
from spoiwo.contests.forms.blind import BoxForm, CopyForm
from spoiwo.contests.models import BlindCopy, BlindFile, Entry
from spoiwo.contests.queries import blind as queries
from spoiwo.contests.queries.blind import Standing
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.documents.pages import page_picture
from spoiwo.files.store import respond
from spoiwo.kit.request import Refused, Request


def copies(request: Request, edition_pk: int) -> HttpResponse:
    """Every entry with where its blind copy stands, those that wait for a person first."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    rows = queries.copy_rows(edition, request.actor)
    rows.sort(key=lambda row: list(Standing).index(row.standing))
    counts = {one.value: sum(row.standing == one for row in rows) for one in Standing}
    clear = sum(row.standing == Standing.LOOK and not row.warned for row in rows)
    context = {"edition": edition, "can": can, "rows": rows, "counts": counts, "clear": clear}
    return render(request, "contests/copies.html", context)


@require_POST
def copies_making(request: Request, edition_pk: int) -> HttpResponse:
    """Has the missing copies made, or with `entry` that one anew."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    rows, entry_pk = queries.copy_rows(edition, request.actor), request.POST.get("entry")
    wanted = {Standing.NONE, Standing.MAKING}
    chosen = [
        row for row in rows if str(row.entry.pk) == entry_pk or (not entry_pk and row.standing in wanted)
    ]
    try:
        asked = actions.ask_copies([row.submission for row in chosen], by=request.actor)
        said = ngettext(
            "%(number)d blind copy is being made.", "%(number)d blind copies are being made.", asked
        )
        messages.success(request, said % {"number": asked})
    except Refused as problem:
        messages.error(request, problem.reason)
    return _back(edition_pk, chosen[0].entry.pk if entry_pk and chosen else None)


@require_POST
def copies_approval(request: Request, edition_pk: int) -> HttpResponse:
    """Opens for the jury the copy of `entry`, or all that nothing warns of."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    rows, entry_pk = queries.copy_rows(edition, request.actor), request.POST.get("entry")
    clear = [row for row in rows if row.standing == Standing.LOOK and not row.warned]
    chosen = [row for row in rows if str(row.entry.pk) == entry_pk and row.copy] if entry_pk else clear
    try:
        approved = actions.approve_copies([row.copy for row in chosen], by=request.actor)
        said = ngettext(
            "%(number)d blind copy is approved.", "%(number)d blind copies are approved.", approved
        )
        messages.success(request, said % {"number": approved})
    except Refused as problem:
        messages.error(request, problem.reason)
        return _back(edition_pk, chosen[0].entry.pk)
    return _back(edition_pk)


def copy(request: Request, edition_pk: int, entry_pk: int) -> HttpResponse:
    """The redaction assistant: what is hidden in each text and attachment, and the clerk's word on it."""
    context = _fetched(request, edition_pk, entry_pk)
    found = context["copy"]
    if found is None:
        return render(request, "contests/copy.html", context)
    seen = queries.assistant(found)
    initial = {"keep": found.keep, "more": found.more}
    form = CopyForm(request.POST or None, keys=seen.items, initial=initial)
    if form.is_valid():
        try:
            actions.change_copy(found, form.cleaned_data["keep"], form.cleaned_data["more"], by=request.actor)
            messages.success(request, _("Saved; the blind copy is being made anew."))
            return _back(edition_pk, entry_pk)
        except Refused as problem:
            form.add_error(None, problem.reason)
    context |= {"seen": seen, "form": form, "files": queries.files_of(found)}
    return render(request, "contests/copy.html", context, status=422 if form.errors else 200)


def copy_file(request: Request, edition_pk: int, entry_pk: int, file_pk: int) -> HttpResponseBase:
    """The blind copy of an attachment as jurors get it, or one page of it (`?page=2`) as a picture."""
    found = _file(request, edition_pk, entry_pk, file_pk)
    if found.stored is None:
        raise Http404
    number = request.GET.get("page", "")
    if not number:
        return respond(found.stored)
    with found.stored.content.open("rb") as opened:
        content, kind = opened.read(), found.stored.kind
    if kind == "application/pdf":
        try:
            content, kind = page_picture(content, _number(number)), "image/png"
        except IndexError:
            raise Http404 from None
    return HttpResponse(content, content_type=kind, headers={"Cache-Control": "private, no-store"})


def copy_box(request: Request, edition_pk: int, entry_pk: int, file_pk: int) -> HttpResponse:
    """Hides a rectangle of a page."""
    found = _file(request, edition_pk, entry_pk, file_pk)
    context = _fetched(request, edition_pk, entry_pk)
    form = BoxForm(request.POST or None)
    if form.is_valid():
        try:
            actions.draw_box(found, form.rectangle(), by=request.actor)
            messages.success(request, _("Hidden; the blind copy is being made anew."))
            return redirect("contests:copy_box", edition_pk, entry_pk, file_pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context |= {"form": form, "file": found, "name": _("Attachment %(number)d") % {"number": found.order}}
    return render(request, "contests/copy_box.html", context, status=422 if form.errors else 200)


@require_POST
def copy_box_removal(request: Request, edition_pk: int, entry_pk: int, file_pk: int) -> HttpResponse:
    """Takes a rectangle away (`number`, from 1)."""
    found, number = _file(request, edition_pk, entry_pk, file_pk), request.POST.get("number", "")
    try:
        actions.remove_box(found, _number(number), by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:copy_box", edition_pk, entry_pk, file_pk)


@require_POST
def copy_leaving(request: Request, edition_pk: int, entry_pk: int, file_pk: int) -> HttpResponse:
    """Leaves an attachment out (`out=1`), or puts it back."""
    found = _file(request, edition_pk, entry_pk, file_pk)
    try:
        actions.leave_out(found, request.POST.get("out") == "1", by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
    return _back(edition_pk, entry_pk)


def _fetched(request: Request, edition_pk: int, entry_pk: int) -> dict[str, Any]:
    edition, can = fetch_edition(request, edition_pk, "manage")
    entry: Entry = get_object_or_404(queries.blindable(edition, request.actor).distinct(), pk=entry_pk)
    submission = queries.latest_of(edition, [entry])[entry.pk]
    found = BlindCopy.objects.filter(submission=submission).first()
    if found:
        found.submission = submission
    standing = queries.standing_of_copy(found)
    return {"edition": edition, "can": can, "entry": entry, "copy": found, "standing": standing}


def _file(request: Request, edition_pk: int, entry_pk: int, file_pk: int) -> BlindFile:
    found = _fetched(request, edition_pk, entry_pk)["copy"]
    return get_object_or_404(BlindFile.objects.select_related("stored", "copy"), copy=found, pk=file_pk)


def _back(edition_pk: int, entry_pk: int | None = None) -> HttpResponse:
    return (
        redirect("contests:copy", edition_pk, entry_pk)
        if entry_pk
        else redirect("contests:copies", edition_pk)
    )


def _number(text: str) -> int:
    """A number counted from 1, else 0."""
    return int(text) if text.isdecimal() and len(text) < 6 else 0
