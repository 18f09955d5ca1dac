"""Pictures of an article: the page where they are kept, the files themselves, the image for sharing."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.files.models import StoredFile
from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request
from spoiwo.newsroom.actions import pictures as actions
from spoiwo.newsroom.forms.pictures import AddForm, PictureForms
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.rules.pictures import MOST
from spoiwo.newsroom.views.fetching import fetch_article


def pictures(request: Request, slug: str) -> HttpResponse:
    """All pictures with their words, and room for more; files in order are taken, the others named with what is wrong."""
    found, can = fetch_article(request, slug, "edit")
    rows = PictureForms.of(found.pictures.all(), request.POST or None)
    form = AddForm(request.POST or None, request.FILES)
    if rows.is_valid() and form.is_valid():
        actions.save_pictures(found, rows.words(), by=request.actor)
        problems = _take(request, found, form.cleaned_data["files"])
        if not problems:
            messages.success(request, phrases.SAVED)
            return redirect("newsroom:pictures", found.slug)
        form.add_error("files", problems)
        rows = PictureForms.of(found.pictures.all())
    context = {"article": found, "can": can, "rows": rows, "form": form, "most": MOST}
    has_errors = rows.total_error_count() or form.errors
    return render(request, "newsroom/pictures.html", context, status=422 if has_errors else 200)


@require_POST
def picture_removal(request: Request, slug: str, picture_pk: int) -> HttpResponse:
    """Takes one picture away; words written beside the others on the same page are kept."""
    found, _can = fetch_article(request, slug, "edit")
    gone = found.pictures.filter(pk=picture_pk).first()
    rows = PictureForms.of(found.pictures.all(), request.POST)
    if rows.is_valid():
        actions.save_pictures(found, rows.words(), by=request.actor)
    if gone is not None:
        actions.remove_picture(gone, by=request.actor)
        messages.success(request, _("The picture has been removed."))
    return redirect("newsroom:pictures", found.slug)


@login_not_required
def picture_file(request: Request, slug: str, picture_pk: int, size: str) -> FileResponse:
    """The picture, `large` or `small`, for whoever sees the article."""
    found, _can = fetch_article(request, slug)
    shown = get_object_or_404(found.pictures.select_related("file", "small"), pk=picture_pk)
    if size not in ("large", "small"):
        raise Http404
    return _inline(shown.file if size == "large" else shown.small, found)


@login_not_required
def share_image(request: Request, slug: str) -> FileResponse:
    """The image that other sites show beside a link to the article; 404 until it is drawn."""
    found, _can = fetch_article(request, slug)
    if found.share_image is None:
        raise Http404
    return _inline(found.share_image, found)


def _inline(stored: StoredFile, article: Article) -> FileResponse:
    # Shown and not loaded down, unlike uploads: these files were drawn by us, pixel by pixel.
    response = FileResponse(stored.content.open("rb"), filename=stored.name, content_type=stored.kind)
    # Ten minutes: a picture that is taken back should soon be gone.
    response["Cache-Control"] = "public, max-age=600" if article.is_out else "private, no-store"
    return response


def _take(request: Request, article: Article, files: Iterable[Any]) -> list[str]:
    """Takes the files that are in order; what is wrong with each of the others, beginning with its name."""
    problems = []
    for file in files:
        try:
            actions.add_picture(article, file, by=request.actor)
        except Refused as problem:
            problems.append(
                _("%(name)s: %(reason)s") % {"name": str(file.name)[-100:], "reason": problem.reason}
            )
    return problems
