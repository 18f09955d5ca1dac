"""Writing a card: begun, its head, its texts; the author's steps; the look after two years."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused, Request, require
from spoiwo.practices.actions import practices as actions
from spoiwo.practices.forms.cards import PracticeForm, ReviewDateForm, TextsForm, from_project
from spoiwo.practices.labels import BAR_SENTENCES
from spoiwo.practices.permissions import EDITORS, house_verbs
from spoiwo.practices.queries.cards import practice_rows
from spoiwo.practices.rules.cards import Bar
from spoiwo.practices.rules.states import PracticeState
from spoiwo.practices.views.fetching import fetch_practice
from spoiwo.projects.models import Project


def practice_new(request: Request) -> HttpResponse:
    """Beginning a card, by itself or (`?project=`) with the words of a project."""
    require(house_verbs(request.actor), "start")
    project = _project_of(request)
    begun = from_project(project) if project else {}
    form = PracticeForm(request.POST or None, actor=request.actor, initial=begun)
    if form.is_valid():
        whose = form.cleaned_data["partnership"]
        try:
            made = actions.start_practice(whose, by=request.actor, origin=project, **form.written())
            messages.success(request, _("The card has been begun. Only insiders of the partnership see it."))
            return redirect("practices:practice_texts", made.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "project": project}
    return render(request, "practices/practice_form.html", context, status=422 if form.errors else 200)


def practice_edit(request: Request, practice_pk: int) -> HttpResponse:
    """What it is, whose, where, for whom, who answers questions."""
    found, can = fetch_practice(request, practice_pk, "edit")
    again = practice_rows(request.actor).get(pk=found.pk)
    form = PracticeForm(request.POST or None, actor=request.actor, instance=again)
    if form.is_valid():
        actions.edit_practice(found, by=request.actor, **form.written())
        messages.success(request, phrases.SAVED)
        return redirect(found)
    context = {"form": form, "practice": found, "can": can}
    return render(request, "practices/practice_form.html", context, status=422 if form.errors else 200)


def practice_texts(request: Request, practice_pk: int) -> HttpResponse:
    """All running texts; who comes second sees what the first one wrote."""
    found, can = fetch_practice(request, practice_pk, "edit")
    form, theirs = TextsForm(request.POST or None, practice=found), []
    if form.is_valid():
        read = form.cleaned_data["revision"]
        try:
            actions.write_texts(found, form.texts(), read_revision=read, by=request.actor)
            messages.success(request, phrases.SAVED)
            return redirect(found)
        except Refused as problem:
            theirs = form.catch_up(found)
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "practice": found, "can": can, "theirs": theirs}
    return render(request, "practices/texts.html", context, status=422 if form.errors else 200)


@require_POST
def practice_state(request: Request, practice_pk: int) -> HttpResponse:
    """Sends the card to the check, takes it back, withdraws the practice, puts it back."""
    found, _can = fetch_practice(request, practice_pk, "advance")
    wanted = request.POST.get("state", "")
    try:
        if wanted not in list(PracticeState):
            raise Refused(BAR_SENTENCES[Bar.NOT_NEXT])
        actions.move_practice(found, PracticeState(wanted), by=request.actor)
        messages.success(request, phrases.SAVED)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(found)


def practice_review_date(request: Request, practice_pk: int) -> HttpResponse:
    """Looked at anew: still true, ended, or replaced."""
    found, can = fetch_practice(request, practice_pk, "advance")
    form = ReviewDateForm(request.POST if request.method == "POST" else None, practice=found)
    if form.is_valid():
        try:
            actions.look_anew(found, by=request.actor, today=today(), **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect(found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "practice": found, "can": can}
    return render(request, "practices/review_date.html", context, status=422 if form.errors else 200)


def _project_of(request: Request) -> Project | None:
    asked = request.GET.get("project", "")
    if not (asked.isdecimal() and len(asked) < 18):
        return None
    found = get_object_or_404(Project.objects.visible_to(request.actor), pk=int(asked))
    is_own = request.actor.is_admin or request.actor.has(found.partnership_id, *EDITORS)
    require({"start"} if is_own else set(), "start")
    return found
