"""Photographs of a meeting: taken in, published after a look at the consents, shown to everybody."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.files import store
from spoiwo.kit import phrases
from spoiwo.kit.actor import NOBODY
from spoiwo.kit.request import Refused, Request
from spoiwo.meetings.actions import photos as actions
from spoiwo.meetings.forms.afterwards import PhotoForm, PhotoRowForms
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.privacy import consents_of, withdrawn_after_publication
from spoiwo.meetings.views.meetings import fetch


def photos(request: Request, meeting_pk: int) -> HttpResponse:
    """All photographs, and room for more; those in order are taken, the others come back with what is missing."""
    found, can = fetch(request, meeting_pk, "publish")
    forms = PhotoRowForms(request.POST or None, request.FILES or None, prefix="photo")
    left: list[Any] = []
    if request.method == "POST":
        left, count = _take(request, found, forms)
        if count:
            said = ngettext(
                "%(count)d photograph has been taken in.", "%(count)d photographs have been taken in.", count
            )
            messages.success(request, said % {"count": count})
        if not left:
            return redirect("meetings:photos", found.pk)
    rows = list(found.photos.all())
    context = {
        "meeting": found,
        "can": can,
        "management_form": forms.management_form,
        "rows": left or list(forms),
        "photos": rows,
        "hidden_count": sum(1 for photo in rows if photo.published_at is None),
        "withdrawn": withdrawn_after_publication(found),
    }
    return render(request, "meetings/photos.html", context, status=422 if left else 200)


def photo(request: Request, meeting_pk: int, photo_pk: int) -> HttpResponse:
    """One photograph: its words; taken from the public or removed for good."""
    found, can = fetch(request, meeting_pk, "publish")
    shown = get_object_or_404(found.photos.select_related("meeting"), pk=photo_pk)
    if request.method == "POST" and "remove" in request.POST:
        actions.remove_photo(shown, by=request.actor)
        messages.success(request, _("The photograph has been removed."))
        return redirect("meetings:photos", found.pk)
    if request.method == "POST" and "hide" in request.POST:
        actions.withdraw_photos(found, by=request.actor, only=shown)
        messages.success(request, phrases.SAVED)
        return redirect("meetings:photos", found.pk)
    form = PhotoForm(request.POST or None, instance=shown)
    if form.is_valid():
        actions.describe_photo(shown, by=request.actor, **form.cleaned_data)
        messages.success(request, phrases.SAVED)
        return redirect("meetings:photos", found.pk)
    context = {"meeting": found, "can": can, "photo": shown, "form": form}
    return render(request, "meetings/photo.html", context, status=422 if form.errors else 200)


def photos_publication(request: Request, meeting_pk: int) -> HttpResponse:
    """The consents before anything is published, and a deliberate yes."""
    found, can = fetch(request, meeting_pk, "publish")
    problem = ""
    if request.method == "POST" and "hide" in request.POST:
        actions.withdraw_photos(found, by=request.actor)
        messages.success(request, _("The photographs are no longer shown to everybody."))
        return redirect("meetings:photos", found.pk)
    if request.method == "POST" and request.POST.get("looked") == "1":
        actions.publish_photos(found, by=request.actor, at=timezone.now())
        messages.success(request, _("The photographs are published."))
        return redirect("meetings:photos", found.pk)
    if request.method == "POST":
        problem = _("Confirm that you have looked at the photographs and at the consents.")
    context = {
        "meeting": found,
        "can": can,
        "problem": problem,
        "consents": consents_of(found),
        "photos": found.photos.all(),
    }
    return render(request, "meetings/photos_publication.html", context, status=422 if problem else 200)


@login_not_required
def gallery(request: Request, meeting_pk: int) -> HttpResponse:
    """The published photographs."""
    found, _can = fetch(request, meeting_pk)
    rows = list(found.photos.exclude(published_at=None))
    if not rows:
        raise Http404
    response = render(request, "meetings/gallery.html", {"meeting": found, "photos": rows})
    response["X-Public-Page"] = "1"
    return response


@login_not_required
def photo_file(request: Request, meeting_pk: int, photo_pk: int, size: str) -> HttpResponseBase:
    """The picture, `large` or `small`: for everybody once published with a public meeting, else for who prepares it."""
    found, can = fetch(request, meeting_pk)
    rows = found.photos.select_related("file", "small")
    shown = get_object_or_404(rows, pk=photo_pk)
    if size not in ("large", "small") or (shown.published_at is None and "publish" not in can):
        raise Http404
    response = store.respond(shown.file if size == "large" else shown.small)
    is_public = shown.published_at is not None and _is_public(found)
    # Ten minutes: a photograph that is taken back should soon be gone.
    response["Cache-Control"] = "public, max-age=600" if is_public else "private, no-store"
    return response


def _is_public(meeting: Meeting) -> bool:
    return Meeting.objects.visible_to(NOBODY).filter(pk=meeting.pk).exists()


def _take(request: Request, meeting: Meeting, forms: Any) -> tuple[list[Any], int]:
    """Takes the rows that are in order; gives back those that are not, and how many were taken."""
    left, taken = [], 0
    for form in forms:
        if form.is_valid() and not form.cleaned_data.get("file"):
            continue
        if form.is_valid():
            words = {name: form.cleaned_data[name] for name in ("alt", "caption", "author")}
            try:
                actions.add_photo(meeting, form.cleaned_data["file"], by=request.actor, **words)
                taken += 1
                continue
            except Refused as problem:
                form.add_error(problem.field, problem.reason)
        left.append(form)
    return left, taken
