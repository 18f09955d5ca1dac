"""A group's sheet: at the table without an account, and for staff who type in what was written on paper."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from spoiwo.files import store
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused, Request, is_fragment, require
from spoiwo.workshops.actions import sheets as actions
from spoiwo.workshops.forms.sheets import PhotoForm, Unreadable, writes_of_form, writes_of_json
from spoiwo.workshops.models import Sheet, SheetPhoto, Table
from spoiwo.workshops.permissions import workshop_verbs
from spoiwo.workshops.queries import sheets as queries
from spoiwo.workshops.queries.shown import desk_of
from spoiwo.workshops.rules.states import StepKind
from spoiwo.workshops.views.fetching import table_of


@cache_control(no_store=True)
@login_not_required
def desk(request: Request, table_secret: str) -> HttpResponse:
    """The page of a table: whatever the current step gives the group to do; it goes on with the facilitator."""
    table = table_of(table_secret)
    hall = table.hall
    if hall is None:
        return render(request, "workshops/guest/early.html", {"meeting": table.meeting, "table": table})
    context = {
        "table": table,
        "hall": hall,
        "meeting": table.meeting,
        "step": hall.step,
        "stage": desk_of(hall, table),
        "pulse": reverse("workshops:pulse", args=[hall.pulse]),
        "photo_form": PhotoForm(),
    }
    template = "workshops/guest/desk.html"
    return render(request, f"{template}#stage" if is_fragment(request) else template, context)


@csrf_exempt  # the secret address is the permission, and no cookie is read
@login_not_required
def desk_lines(request: Request, table_secret: str, step_pk: int) -> HttpResponse:
    """Lines written at the table; a GET asks what others wrote since a revision."""
    table = table_of(table_secret)
    step = get_object_or_404(table.meeting.steps, pk=step_pk, kind=StepKind.SHEETS)
    return _lines(
        request,
        actions.sheet_for(step, table),
        back=reverse("workshops:desk", args=[table.secret]),
        author=table.name,
    )


@csrf_exempt
@require_POST
@login_not_required
def desk_photos(request: Request, table_secret: str, step_pk: int) -> HttpResponse:
    """A photograph of the paper sheet, taken at the table."""
    table = table_of(table_secret)
    step = get_object_or_404(table.meeting.steps, pk=step_pk, kind=StepKind.SHEETS)
    if step.is_open:
        _photos(request, actions.sheet_for(step, table), Actor(name=table.name))
    else:
        messages.error(request, _("This step is closed for writing."))
    return redirect("workshops:desk", table.secret)


@csrf_exempt
@require_POST
@login_not_required
def desk_done(request: Request, table_secret: str, step_pk: int) -> HttpResponse:
    """The group says that it has finished, or goes on."""
    table = table_of(table_secret)
    step = get_object_or_404(table.meeting.steps, pk=step_pk, kind=StepKind.SHEETS)
    if step.is_open:
        written = actions.sheet_for(step, table)
        actions.finish_sheet(written, request.POST.get("done") == "1", by=Actor(name=table.name))
    else:
        messages.error(request, _("This step is closed for writing."))
    return redirect("workshops:desk", table.secret)


def sheet(request: Request, meeting_pk: int, sheet_pk: int) -> HttpResponse:
    """A sheet for insiders to read; those who lead type in what stands on paper, beside its photograph."""
    found, can = _fetch(request, meeting_pk, sheet_pk)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        require(can, "edit")
        _photos(request, found, request.actor)
        return redirect(found)
    lines = found.lines.shown()
    context = {
        "sheet": found,
        "step": found.step,
        "meeting": found.step.meeting,
        "can": can,
        "headings": queries.headings_of(found.step, lines, blanks=queries.BLANKS if "edit" in can else 0),
        "photos": found.photos.select_related("file"),
        "form": form,
        "proposals": found.step.proposals.filter(table=found.table),
    }
    return render(request, "workshops/sheet.html", context)


def sheet_new(request: Request, meeting_pk: int, step_pk: int, table_pk: int) -> HttpResponse:
    """Opens the sheet of a table that has not opened it itself."""
    table = get_object_or_404(Table.objects.visible_to(request.actor), pk=table_pk, meeting=meeting_pk)
    step = get_object_or_404(table.meeting.steps, pk=step_pk, kind=StepKind.SHEETS)
    require(workshop_verbs(request.actor, partnership_id=table.meeting.partnership_id), "edit")
    return redirect(actions.sheet_for(step, table))


def sheet_lines(request: Request, meeting_pk: int, sheet_pk: int) -> HttpResponse:
    """Lines typed in by staff; a GET asks what others wrote since a revision."""
    found, can = _fetch(request, meeting_pk, sheet_pk)
    require(can, "edit")
    return _lines(request, found, back=found.get_absolute_url())


def sheet_photo(request: Request, meeting_pk: int, sheet_pk: int, photo_pk: int) -> HttpResponseBase:
    """A photograph; a POST says whether it is typed in."""
    found, can = _fetch(request, meeting_pk, sheet_pk)
    photo = get_object_or_404(
        SheetPhoto.objects.select_related("file", "sheet__step__meeting"), pk=photo_pk, sheet=found
    )
    if request.method == "POST":
        require(can, "edit")
        actions.mark_typed(photo, request.POST.get("typed") == "1", by=request.actor)
        return redirect(found)
    return store.respond(photo.file)


def _fetch(request: Request, meeting_pk: int, sheet_pk: int) -> tuple[Sheet, set[str]]:
    rows = Sheet.objects.visible_to(request.actor).select_related("step__meeting__partnership", "table")
    found = get_object_or_404(rows, pk=sheet_pk, step__meeting=meeting_pk)
    can = workshop_verbs(request.actor, partnership_id=found.step.meeting.partnership_id)
    require(can, "view")
    return found, can


def _lines(request: Request, found: Sheet, *, back: str, author: str = "") -> HttpResponse:
    if request.method != "POST":
        since = request.GET.get("since", "")
        return _news(found, int(since) if since.isdecimal() and len(since) < 10 else -1)
    is_device = request.content_type == "application/json"
    try:
        writes, since = writes_of_json(request.body) if is_device else (writes_of_form(request.POST), 0)
        actions.write_lines(found, writes, author=author)
    except Unreadable:
        return JsonResponse({"problem": _("This cannot be read.")}, status=400)
    except Refused as problem:
        if is_device:
            return JsonResponse({"problem": problem.reason}, status=422)
        messages.error(request, problem.reason)
        return redirect(back)
    if is_device:
        found.refresh_from_db()
        return _news(found, since)
    messages.success(request, _("Saved."))
    return redirect(back)


def _news(found: Sheet, since: int) -> HttpResponse:
    answer: HttpResponse
    if found.revision == since:
        answer = HttpResponse(status=204)
    else:
        answer = JsonResponse({"revision": found.revision, "lines": queries.lines_since(found, since)})
    answer["Cache-Control"] = "no-store"
    return answer


def _photos(request: Request, found: Sheet, by: Actor) -> None:
    files = request.FILES.getlist("photos")
    if not files:
        messages.error(request, _("Choose a photograph first."))
        return
    try:
        actions.add_photos(found, files, by=by)
        messages.success(request, _("The photograph is kept with the sheet."))
    except Refused as problem:
        messages.error(request, problem.reason)
