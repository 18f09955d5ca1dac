"""Modules and files of a card, and the terms of the catalogue."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.files import store
from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request, require
from spoiwo.practices.actions import parts as actions
from spoiwo.practices.forms.parts import FileForm, ModuleForms, TermForms
from spoiwo.practices.models import Term
from spoiwo.practices.permissions import house_verbs
from spoiwo.practices.views.fetching import fetch_practice


def modules(request: Request, practice_pk: int) -> HttpResponse:
    """The modules, one below the other."""
    found, can = fetch_practice(request, practice_pk, "edit")
    rows = _rows(request, ModuleForms, found.modules.values("title", "text", "needs", "is_alone", "pk"))
    if rows.is_bound and rows.is_valid():
        parts = [row.part() for row in rows.filled() if row.cleaned_data["title"]]
        try:
            actions.save_modules(found, parts, by=request.actor)
            messages.success(request, phrases.SAVED)
            return redirect(request.path if "more" in request.POST else found)
        except Refused as problem:
            rows.non_form_errors().append(problem.reason)
    context = {"forms": rows, "practice": found, "can": can}
    return render(request, "practices/modules.html", context, status=422 if rows.is_bound else 200)


def files(request: Request, practice_pk: int) -> HttpResponse:
    """The files of the practice, and a form that adds one."""
    found, can = fetch_practice(request, practice_pk, "edit")
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.add_file(found, data["file"], data["title"], by=request.actor)
            messages.success(request, _("The file has been added."))
            return redirect("practices:files", found.pk)
        except Refused as problem:
            form.add_error("file", problem.reason)
    rows = found.files.select_related("file")
    context = {"form": form, "files": rows, "practice": found, "can": can}
    return render(request, "practices/files.html", context, status=422 if form.errors else 200)


@login_not_required
def file(request: Request, practice_pk: int, file_pk: int) -> FileResponse:
    """Hands a file out to whoever sees the practice."""
    found, _can = fetch_practice(request, practice_pk)
    return store.respond(get_object_or_404(found.files.select_related("file"), pk=file_pk).file)


@require_POST
def file_removal(request: Request, practice_pk: int, file_pk: int) -> HttpResponse:
    """Takes a file away."""
    found, _can = fetch_practice(request, practice_pk, "edit")
    row = found.files.select_related("file").filter(pk=file_pk).first()
    if row is not None:
        actions.remove_file(row, by=request.actor)
        messages.success(request, _("The file has been removed."))
    return redirect("practices:files", found.pk)


def terms(request: Request) -> HttpResponse:
    """Themes and groups, in their order."""
    require(house_verbs(request.actor), "edit_terms")
    rows = _rows(request, TermForms, Term.objects.values("facet", "name", "pk"))
    if rows.is_bound and rows.is_valid():
        try:
            actions.save_terms([row.word() for row in rows.filled()], by=request.actor)
            messages.success(request, phrases.SAVED)
            return redirect("practices:terms")
        except Refused as problem:
            rows.non_form_errors().append(problem.reason)
    return render(request, "practices/terms.html", {"forms": rows}, status=422 if rows.is_bound else 200)


def _rows(request: Request, forms: type, values: Iterable[dict[str, Any]]) -> ModuleForms | TermForms:
    if request.method == "POST":
        return forms(request.POST)
    return forms(initial=[{**row, "row": row["pk"]} for row in values])
