"""What a juror reads, and the score card: saved while it is filled in, submitted, or left for a conflict of interest."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import readings as actions
from spoiwo.contests.forms.readings import LONGEST_ANSWER, CardForm, CommentForm, RecusalForm, one_answer
from spoiwo.contests.models import Reading
from spoiwo.contests.queries import reading_page as queries
from spoiwo.contests.rules.states import Tie
from spoiwo.contests.views.fetching import fetch_reading
from spoiwo.kit.request import Refused, Request


def reading(request: Request, reading_pk: int) -> HttpResponse:
    """The entry as the juror may read it, beside the card; the card posted whole is saved."""
    found = fetch_reading(request, reading_pk)
    context = _card(request, found, CardForm(request.POST or None, **_parts(found)))
    if context["form"].is_bound and _save(request, found, context["form"]):
        messages.success(request, _("The card has been saved. Submit it once every criterion is answered."))
        return redirect(found)
    return _page(request, context)


@require_POST
def reading_submission(request: Request, reading_pk: int) -> HttpResponse:
    """Saves the card as it was sent, and submits it."""
    found = fetch_reading(request, reading_pk)
    if found.state == "submitted":
        return redirect(found)
    context = _card(request, found, CardForm(request.POST, **_parts(found)))
    if not _save(request, found, context["form"]):
        return _page(request, context)
    try:
        actions.submit_reading(found, by=request.actor)
    except Refused as problem:
        for criterion in queries.unanswered(found):
            context["form"].add_error(
                f"score-{criterion.pk}", _("Give points, or say that you cannot judge it.")
            )
        if not context["form"].errors:
            context["form"].add_error(None, problem.reason)
        return _page(request, _card(request, found, context["form"]))
    messages.success(request, _("The score card is in."))
    return redirect(found)


@require_POST
def reading_scores(request: Request, reading_pk: int) -> JsonResponse:
    """Takes one answer as JSON; 409 with the answer that stands where another window was there first."""
    found = fetch_reading(request, reading_pk)
    try:
        is_short = int(request.headers.get("Content-Length") or 0) <= LONGEST_ANSWER
        pk, given = one_answer(request.body if is_short else b"")
        clashes = actions.save_answers(found, {pk: given}, by=request.actor)
    except Refused as problem:
        return JsonResponse({"error": problem.reason}, status=422)
    total = queries.total_of(found, queries.criteria_of(found))
    answer = {
        "value": queries.said_by(found).get(pk, ""),
        "revision": found.revision,
        "total": queries.total_in_words(total),
        "answered": total.answered,
    }
    return JsonResponse(answer, status=409 if clashes else 200)


@require_POST
def reading_comment(request: Request, reading_pk: int) -> JsonResponse:
    """Takes one comment while it is written; answers with the text that stands now."""
    found = fetch_reading(request, reading_pk)
    form = CommentForm(request.POST)
    if not form.is_valid():
        said = " ".join(one for errors in form.errors.values() for one in errors)
        return JsonResponse({"error": said}, status=422)
    data = form.cleaned_data
    try:
        merged = actions.write_comment(found, data["field"], data["base"], data["text"], by=request.actor)
    except Refused as problem:
        return JsonResponse({"error": problem.reason}, status=422)
    return JsonResponse({"text": merged.text, "both": merged.both})


def reading_recusal(request: Request, reading_pk: int) -> HttpResponse:
    """Withdraws from the entry; from then on it is not found."""
    found = fetch_reading(request, reading_pk)
    form = RecusalForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.recuse(found, Tie(data["tie"]), data["words"], by=request.actor)
            messages.success(
                request, _("You have withdrawn from entry %(code)s.") % {"code": found.entry.code}
            )
            return redirect("contests:my_judging")
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"reading": found, "edition": found.entry.edition, "code": found.entry.code, "form": form}
    return _page(request, context, "contests/reading_recusal.html")


def reading_file(request: Request, reading_pk: int, number: int) -> HttpResponseBase:
    """An attachment as the juror may see it, under a name that tells nothing."""
    found = fetch_reading(request, reading_pk)
    matter = queries.what_to_read(found, request.actor)
    one = next((file for file in matter.files if file.number == number), None) if matter else None
    if one is None:
        raise Http404
    return FileResponse(
        one.stored.content.open("rb"),
        as_attachment=True,
        filename=queries.file_name(found, one),
        content_type=one.stored.kind,
        headers={"Cache-Control": "private, no-store"},
    )


def _parts(found: Reading) -> dict[str, Any]:
    return {"reading": found, "criteria": queries.criteria_of(found)}


def _card(request: Request, found: Reading, form: CardForm) -> dict[str, Any]:
    edition, total = found.entry.edition, queries.total_of(found, form.criteria)
    return {
        "reading": found,
        "edition": edition,
        "code": found.entry.code,
        "matter": queries.what_to_read(found, request.actor),
        "form": form,
        "may_score": queries.may_score(found),
        "total": total,
        "total_words": queries.total_in_words(total),
        "place": queries.place_of(found, request.actor),
        "spreads": queries.spreads_of(found, form.criteria),
        "scale": queries.scale_of(edition),
    }


def _save(request: Request, found: Reading, form: CardForm) -> bool:
    """Writes what the whole form holds; False where something was not taken, which the form then says at its place."""
    if not form.is_valid():
        return False
    try:
        clashes = actions.save_answers(found, form.given(), by=request.actor)
        form.saved(queries.said_by(found))
        for name, base in form.bases().items():
            actions.write_comment(found, name, base, form.cleaned_data[name], by=request.actor)
    except Refused as problem:
        form.add_error(problem.field if problem.field in form.fields else None, problem.reason)
        return False
    for pk, standing in clashes.items():
        said = _(
            "In another window you answered “%(answer)s” here meanwhile; that stands. Send the card again if you mean what is marked now."
        )
        form.add_error(f"score-{pk}", said % {"answer": queries.in_words(standing)})
    return not clashes


def _page(request: Request, context: dict[str, Any], template: str = "contests/reading.html") -> HttpResponse:
    response = render(request, template, context, status=422 if context["form"].errors else 200)
    response["Cache-Control"] = "private, no-store"
    return response
