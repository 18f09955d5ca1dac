"""A source side by side with what is proposed from it; its file, its pages, its steps."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.archive.actions import adding, deciding
from spoiwo.archive.forms.missing import MissingForm
from spoiwo.archive.labels import PROBLEM_SENTENCES
from spoiwo.archive.models import Source
from spoiwo.archive.queries import sources
from spoiwo.archive.queries.pictures import page_pictures
from spoiwo.archive.rules.states import FactKind, Problem, SourceState
from spoiwo.archive.views.fetching import fetch_source
from spoiwo.files.store import respond
from spoiwo.kit.request import Refused, Request
from spoiwo.reading.apart import page_picture

PICTURES = {"pdf"}


def source(request: Request, source_pk: int) -> HttpResponse:
    """The text with its marked words on one side, the proposed records on the other."""
    found, can = fetch_source(request, source_pk)
    return _page(request, found, can, MissingForm())


@require_POST
def missing(request: Request, source_pk: int) -> HttpResponse:
    """Makes a proposal of words a person marked, and leads to its form; the reader had missed it."""
    found, can = fetch_source(request, source_pk, "decide")
    form = MissingForm(request.POST)
    if form.is_valid():
        try:
            kind = FactKind(form.cleaned_data["kind"])
            made = adding.add(found, kind, form.cleaned_data["words"], by=request.actor)
            return redirect("archive:proposal", found.pk, made.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    return _page(request, found, can, form)


def _page(request: Request, found: Source, can: set[str], form: MissingForm) -> HttpResponse:
    asked = request.GET.get("part", "1")
    parts = sources.parts_of(found)
    part = max(min(int(asked), len(parts)), 1) if asked.isdecimal() and len(asked) < 9 else 1
    rows = list(found.proposals.all())
    context = {
        "source": found,
        "can": can,
        "part": part,
        "parts": parts,
        "segments": sources.segments(found, rows, part),
        "groups": sources.shown_proposals(found),
        "notes": sources.shown_notes(found),
        "problem": PROBLEM_SENTENCES[Problem(found.problem)] if found.problem else "",
        "pictures": page_pictures(found, rows) if found.format in PICTURES else [],
        "next": sources.next_source(found, request.actor),
        "missing": form,
    }
    return render(request, "archive/source.html", context, status=422 if form.errors else 200)


def source_file(request: Request, source_pk: int) -> HttpResponseBase:
    """The file as it came, as a download."""
    found, _can = fetch_source(request, source_pk)
    return respond(found.file)


def source_page(request: Request, source_pk: int, page: int) -> HttpResponse:
    """A picture of one page of a PDF, drawn in a process of its own."""
    found, _can = fetch_source(request, source_pk)
    if found.format not in PICTURES or not 1 <= page <= len(found.layout.get("pages", ())):
        raise Http404
    with found.file.content.open("rb") as file:
        picture = page_picture(file.read(), page)
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = "private, max-age=3600"
    return response


@require_POST
def source_reading(request: Request, source_pk: int) -> HttpResponse:
    """Reads the source anew, from the picture of its pages where that is wished."""
    found, _can = fetch_source(request, source_pk, "decide")
    try:
        deciding.read_again(found, by=request.actor, recognise=request.POST.get("how") == "picture")
        messages.success(request, _("The source is being read anew. What was decided stays."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(found)


@require_POST
def source_state(request: Request, source_pk: int) -> HttpResponse:
    """Done, set aside, taken up again."""
    found, _can = fetch_source(request, source_pk, "decide")
    wanted = request.POST.get("state", "")
    if wanted not in (SourceState.DONE, SourceState.SET_ASIDE, SourceState.READ):
        raise Http404
    try:
        deciding.move_source(found, SourceState(wanted), by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
        return redirect(found)
    following = sources.next_source(found, request.actor) if wanted != SourceState.READ else None
    return redirect(following or "archive:queue") if wanted != SourceState.READ else redirect(found)


@require_POST
def source_removal(request: Request, source_pk: int) -> HttpResponse:
    """Takes a source out that no record rests on."""
    found, _can = fetch_source(request, source_pk, "remove")
    try:
        deciding.remove(found, by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
        return redirect(found)
    messages.success(request, _("The source was removed with its file."))
    return redirect("archive:queue")


@require_POST
def notes(request: Request, source_pk: int) -> HttpResponse:
    """Confirms the chosen places, dates and numbers."""
    found, _can = fetch_source(request, source_pk, "decide")
    chosen = [int(pk) for pk in request.POST.getlist("note") if pk.isdecimal() and len(pk) < 19]
    count = deciding.confirm_notes(found, chosen, by=request.actor)
    text = ngettext("%(count)d detail confirmed.", "%(count)d details confirmed.", count) % {"count": count}
    messages.success(request, text)
    return redirect(found)
