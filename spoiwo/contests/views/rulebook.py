"""The rulebook of an edition: categories, their entry forms, criteria, points of the formal check."""

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import rulebook as actions
from spoiwo.contests.forms.rulebook import CategoryForm, CriterionForms, FieldForm, PointForms
from spoiwo.contests.labels import FROZEN
from spoiwo.contests.models import Category, FormField
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request


def categories(request: Request, edition_pk: int) -> HttpResponse:
    """The categories with the size of their forms."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    rows = edition.categories.annotate(questions=Count("fields", distinct=True))
    return render(request, "contests/categories.html", {"edition": edition, "can": can, "rows": rows})


def category_new(request: Request, edition_pk: int) -> HttpResponse:
    """A further category."""
    return _category(request, edition_pk, None)


def category_edit(request: Request, edition_pk: int, category_pk: int) -> HttpResponse:
    """Changes a category."""
    return _category(request, edition_pk, category_pk)


@require_POST
def category_removal(request: Request, edition_pk: int, category_pk: int) -> HttpResponse:
    """Removes a category with its form."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    found = get_object_or_404(
        Category.objects.select_related("edition__contest"), pk=category_pk, edition=edition
    )
    try:
        actions.remove_category(found, by=request.actor)
        messages.success(request, _("The category “%(name)s” has been removed.") % {"name": found.name})
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:categories", edition.pk)


def form_fields(request: Request, edition_pk: int, category_pk: int) -> HttpResponse:
    """The questions of a category's entry form in their order."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    found = get_object_or_404(Category, pk=category_pk, edition=edition)
    context = {"edition": edition, "can": can, "category": found, "rows": list(found.fields.all())}
    return render(request, "contests/form_fields.html", context)


def field_new(request: Request, edition_pk: int, category_pk: int) -> HttpResponse:
    """A further question."""
    return _field(request, edition_pk, category_pk, None)


def field_edit(request: Request, edition_pk: int, category_pk: int, field_pk: int) -> HttpResponse:
    """Changes a question."""
    return _field(request, edition_pk, category_pk, field_pk)


@require_POST
def field_place(request: Request, edition_pk: int, category_pk: int, field_pk: int) -> HttpResponse:
    """Puts a question one place earlier or later."""
    step = -1 if request.POST.get("to") == "up" else 1
    return _change_field(
        request,
        edition_pk,
        category_pk,
        field_pk,
        lambda one: actions.place_field(one, step, by=request.actor),
    )


@require_POST
def field_removal(request: Request, edition_pk: int, category_pk: int, field_pk: int) -> HttpResponse:
    """Removes a question."""
    return _change_field(
        request, edition_pk, category_pk, field_pk, lambda one: actions.remove_field(one, by=request.actor)
    )


def criteria(request: Request, edition_pk: int) -> HttpResponse:
    """What jurors score, row by row."""
    return _rows(request, edition_pk, "criteria", CriterionForms, actions.save_criteria)


def points(request: Request, edition_pk: int) -> HttpResponse:
    """What is checked formally, row by row, each tied to a paragraph of the rules."""
    return _rows(request, edition_pk, "points", PointForms, actions.save_points)


def _category(request: Request, edition_pk: int, category_pk: int | None) -> HttpResponse:
    edition, can = fetch_edition(request, edition_pk, "manage")
    found = get_object_or_404(Category, pk=category_pk, edition=edition) if category_pk else None
    form = CategoryForm(request.POST or None, instance=found)
    if form.is_valid():
        try:
            saved = actions.save_category(edition, found, by=request.actor, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect("contests:form_fields", edition.pk, saved.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "edition": edition, "can": can, "category": found}
    return render(request, "contests/category_form.html", context, status=422 if form.errors else 200)


def _field(request: Request, edition_pk: int, category_pk: int, field_pk: int | None) -> HttpResponse:
    edition, can = fetch_edition(request, edition_pk, "manage")
    category = get_object_or_404(Category, pk=category_pk, edition=edition)
    category.edition = edition
    found = get_object_or_404(FormField, pk=field_pk, category=category) if field_pk else None
    form = FieldForm(request.POST or None, instance=found)
    if form.is_valid():
        try:
            actions.save_field(category, found, by=request.actor, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            more = "more" in request.POST
            return redirect("contests:field_new" if more else "contests:form_fields", edition.pk, category.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "edition": edition, "can": can, "category": category, "field": found}
    return render(request, "contests/field_form.html", context, status=422 if form.errors else 200)


def _change_field(
    request: Request, edition_pk: int, category_pk: int, field_pk: int, change: Any
) -> HttpResponse:
    edition, _can = fetch_edition(request, edition_pk, "manage")
    rows = FormField.objects.select_related("category__edition__contest")
    found = get_object_or_404(rows, pk=field_pk, category__pk=category_pk, category__edition=edition)
    try:
        change(found)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:form_fields", edition.pk, category_pk)


def _rows(request: Request, edition_pk: int, name: str, forms: Any, save: Any) -> HttpResponse:
    edition, can = fetch_edition(request, edition_pk, "manage")
    options = {"edition": edition} if name == "criteria" else {}
    if request.method == "POST":
        rows = forms(request.POST, form_kwargs=options)
        if rows.is_valid():
            try:
                save(edition, rows.rows(), by=request.actor)
                messages.success(request, phrases.SAVED)
                there = f"contests:{name}" if "more" in request.POST else "contests:edition_desk"
                return redirect(there, edition.pk)
            except Refused:
                messages.error(request, FROZEN)
    else:
        columns = forms.form._meta.fields
        rows = forms(initial=list(getattr(edition, name).values(*columns)), form_kwargs=options)
    context = {"rows": rows, "edition": edition, "can": can}
    return render(request, f"contests/{name}.html", context, status=422 if rows.is_bound else 200)
