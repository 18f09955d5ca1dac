"""Writing an entry under its secret address: the questions, the head, attachments, who else writes."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import entering
from spoiwo.contests.actions import writing as actions
from spoiwo.contests.forms.entering import HeadForm, PersonForm, head_of
from spoiwo.contests.forms.writing import AnswersForm, FileForm, TextForm
from spoiwo.contests.labels import TOO_LATE
from spoiwo.contests.models import Writer
from spoiwo.contests.queries.pages import rows_of, writing_page
from spoiwo.contests.queries.writing import Draft, others_of
from spoiwo.contests.rules.states import FieldKind
from spoiwo.contests.rules.writing import Openness
from spoiwo.contests.views.fetching import number_of, writer_of
from spoiwo.contests.views.guests import guest_page, unkept
from spoiwo.files import store
from spoiwo.files.models import StoredFile
from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request


@login_not_required
def writing(request: Request, secret: str) -> HttpResponse:
    """All questions while they can be answered; else what was submitted."""
    writer = writer_of(secret)
    entering.seen(writer)
    draft = Draft(writer.entry)
    fields = [one for one in draft.fields if draft.keeps(one.key)]
    form = AnswersForm(request.POST or None, fields=fields, texts=draft.texts)
    if request.method == "POST" and form.is_valid():
        answer = _save(request, writer, draft, form)
        if answer:
            return answer
    page = writing_page(draft, writer)
    if draft.openness == Openness.NOTHING:
        return guest_page(request, "read", page)
    page |= {"form": form, "rows": rows_of(draft, form)}
    return guest_page(request, "writing", page, is_wrong=bool(form.errors))


@require_POST
@login_not_required
def writing_text(request: Request, secret: str) -> JsonResponse:
    """Takes one answer while it is written; answers with the one that stands now."""
    writer = writer_of(secret)
    form = TextForm(request.POST)
    if not form.is_valid():
        said = " ".join(error for one in form.errors.values() for error in one)
        return unkept(JsonResponse({"error": said}, status=422))
    data = form.cleaned_data
    try:
        merged = actions.write_texts(writer, {data["field"]: (data["base"], data["text"])})[data["field"]]
    except Refused as problem:
        return unkept(JsonResponse({"error": problem.reason}, status=422))
    return unkept(JsonResponse({"text": merged.text, "both": merged.both}))


@login_not_required
def writing_head(request: Request, secret: str) -> HttpResponse:
    """Title, organisation, place."""
    writer = writer_of(secret)
    draft = Draft(writer.entry)
    if draft.openness != Openness.ALL and request.method != "POST":
        return redirect("contests:writing", secret)
    kinds = writer.entry.category.kinds
    form = HeadForm(request.POST or None, kinds=kinds, initial=head_of(writer.entry))
    if form.is_valid():
        try:
            actions.save_head(writer, form.head())
            messages.success(request, phrases.SAVED)
            return redirect("contests:writing", secret)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    page = writing_page(draft, writer) | {"form": form}
    return guest_page(request, "head", page, is_wrong=bool(form.errors))


@login_not_required
def writing_file(request: Request, secret: str, field_pk: int) -> HttpResponse:
    """Attaches a file to a question; a refused one says why on a page of its own."""
    writer = writer_of(secret)
    draft = Draft(writer.entry)
    field = next((one for one in draft.fields if one.pk == field_pk and one.kind == FieldKind.FILE), None)
    if field is None:
        raise Http404
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_file(writer, field, form.cleaned_data["file"])
            messages.success(request, _("The file has been attached."))
            return redirect(f"{_address(secret)}#id_{field.key}")
        except Refused as problem:
            form.add_error("file", problem.reason)
    page = writing_page(draft, writer) | {"form": form, "field": field}
    return guest_page(request, "file", page, is_wrong=bool(form.errors))


@require_POST
@login_not_required
def writing_file_removal(request: Request, secret: str, file_pk: int) -> HttpResponse:
    """Takes an attachment out."""
    writer = writer_of(secret)
    try:
        actions.remove_file(writer, file_pk)
        messages.success(request, _("The file has been removed."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:writing", secret)


@login_not_required
def writing_download(request: Request, secret: str, file_pk: int) -> HttpResponseBase:
    """An attachment of this entry, as it is or as it was submitted."""
    entry = writer_of(secret).entry
    is_ours = entry.files.filter(stored__pk=file_pk).exists() or actions.is_submitted(entry, file_pk)
    if not is_ours:
        raise Http404
    return unkept(store.respond(get_object_or_404(StoredFile, pk=file_pk)))


@login_not_required
def writing_people(request: Request, secret: str) -> HttpResponse:
    """Who writes the entry; inviting a colleague, closing somebody's access."""
    writer = writer_of(secret)
    is_closing = "close" in request.POST
    form = PersonForm(request.POST if request.method == "POST" and not is_closing else None)
    try:
        if is_closing:
            pk = request.POST["close"]
            entering.close_access(writer, number_of(pk))
            messages.success(request, _("The access has been closed; the address no longer works."))
            return redirect("contests:writing_people", secret)
        if form.is_valid():
            entering.invite(writer, form.person())
            messages.success(request, _("The invitation with an address of its own has been sent."))
            return redirect("contests:writing_people", secret)
    except Refused as problem:
        if is_closing:
            messages.error(request, problem.reason)
            return redirect("contests:writing_people", secret)
        form.add_error(problem.field, problem.reason)
    page = writing_page(Draft(writer.entry), writer) | {"form": form, "others": others_of(writer)}
    return guest_page(request, "people", page, is_wrong=bool(form.errors))


def _save(request: Request, writer: Writer, draft: Draft, form: AnswersForm) -> HttpResponse | None:
    """Keeps what was posted; None where it was refused and the page shows why."""
    try:
        merged = actions.write_texts(writer, form.written())
    except Refused as problem:
        form.add_error(problem.field if problem.field in form.fields else None, problem.reason)
        return None
    if any(one.both for one in merged.values()):
        said = _("Somebody else wrote here meanwhile. Both texts are kept; look through them.")
        messages.warning(request, said)
        return redirect("contests:writing", writer.secret)
    if draft.openness == Openness.NOTHING:
        messages.error(request, TOO_LATE)
        return redirect("contests:writing", writer.secret)
    messages.success(request, phrases.SAVED)
    return redirect(_after(request.POST), writer.secret)


def _after(posted: Any) -> str:
    return "contests:writing_submission" if "go" in posted else "contests:writing"


def _address(secret: str) -> str:
    return reverse("contests:writing", args=[secret])
