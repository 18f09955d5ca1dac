"""The desk: articles begun, written, addressed, decided on, withdrawn, removed."""

from copy import copy

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.meetings.models import Meeting
from spoiwo.newsroom.actions import approval
from spoiwo.newsroom.actions import articles as actions
from spoiwo.newsroom.actions.closing import article_of_meeting
from spoiwo.newsroom.exports import article_table
from spoiwo.newsroom.forms.articles import ArticleForm, DecisionForm, DeskFilters, PublicationForm
from spoiwo.newsroom.labels import BAR_SENTENCES
from spoiwo.newsroom.permissions import WRITERS, house_verbs
from spoiwo.newsroom.queries import articles as queries
from spoiwo.newsroom.rules.states import ArticleState, Bar
from spoiwo.newsroom.views.fetching import fetch_article

SORTS = {"changed": ("-changed_at",), "title": ("name_key",), "day": ("-shown_on",)}


def desk(request: Request) -> HttpResponseBase:
    """All articles of the actor's partnerships, whatever their state."""
    require(house_verbs(request.actor), "see_desk")
    listing = Listing(request, queries.desk_rows(request.actor), sorts=SORTS, filters=DeskFilters)
    if listing.export:
        return table_response(article_table(listing.queryset), listing.export)
    context = {"listing": listing, "can": house_verbs(request.actor)}
    return page_or_fragment(request, "newsroom/desk.html", "rows", context)


def article_new(request: Request) -> HttpResponse:
    """Beginning an article."""
    require(house_verbs(request.actor), "start")
    form = ArticleForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        made = actions.start_article(form.cleaned_data["partnership"], by=request.actor, **form.written())
        messages.success(request, _("The article has been begun. Only those who write here see it."))
        return redirect(made)
    return render(request, "newsroom/article_form.html", {"form": form}, status=422 if form.errors else 200)


def article_edit(request: Request, slug: str) -> HttpResponse:
    """Title, lead, text; who comes second sees what the first one wrote."""
    found, can = fetch_article(request, slug, "edit")
    form, theirs = ArticleForm(request.POST or None, actor=request.actor, instance=copy(found)), []
    if form.is_valid():
        read = form.cleaned_data["revision"] or 0
        try:
            saved = actions.write_article(found, read_revision=read, by=request.actor, **form.written())
            messages.success(request, phrases.SAVED)
            return redirect(saved)
        except Refused as problem:
            theirs = form.catch_up(found)
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "article": found, "can": can, "theirs": theirs}
    return render(request, "newsroom/article_form.html", context, status=422 if form.errors else 200)


def article_publication(request: Request, slug: str) -> HttpResponse:
    """Its address and dates, and the addresses that lead to it."""
    found, can = fetch_article(request, slug, "edit")
    form = PublicationForm(request.POST or None, instance=copy(found))
    if form.is_valid():
        try:
            saved = actions.set_publication(found, by=request.actor, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect(saved)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    former = found.former_addresses.exclude(slug="").order_by("slug")
    context = {"form": form, "article": found, "can": can, "former": former}
    return render(request, "newsroom/publication.html", context, status=422 if form.errors else 200)


@require_POST
def article_state(request: Request, slug: str) -> HttpResponse:
    """Hands the article in, takes it back, withdraws it, puts it back."""
    found, can = fetch_article(request, slug)
    wanted = request.POST.get("state", "")
    is_public_step = wanted in (ArticleState.APPROVED, ArticleState.WITHDRAWN)
    require(can, "withdraw" if is_public_step else "submit")
    try:
        if wanted not in list(ArticleState):
            raise Refused(BAR_SENTENCES[Bar.NOT_NEXT])
        actions.move_article(found, ArticleState(wanted), by=request.actor)
        messages.success(request, phrases.SAVED)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(found)


def article_approval(request: Request, slug: str) -> HttpResponse:
    """What was said of the article so far; for those who approve, the decision."""
    found, can = fetch_article(request, slug, "see_notes")
    if request.method == "POST":
        require(can, "approve")
    form = DecisionForm(request.POST or None, initial={"revision": found.revision})
    if "approve" in can and form.is_valid():
        note, read = form.cleaned_data["note"], form.cleaned_data["revision"]
        try:
            approval.decide(found, form.decided(), note=note, read_revision=read, by=request.actor)
            messages.success(request, phrases.SAVED)
            return redirect(found)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
            form.data = form.data.copy() | {"revision": found.revision}
    context = {"form": form, "article": found, "can": can, "approvals": found.approvals.all()}
    return render(request, "newsroom/approval.html", context, status=422 if form.errors else 200)


def article_removal(request: Request, slug: str) -> HttpResponse:
    """Removes a draft after a question."""
    found, can = fetch_article(request, slug, "remove")
    problem = ""
    if request.method == "POST":
        try:
            actions.remove_article(found, by=request.actor)
            messages.success(request, _("The draft has been removed."))
            return redirect("newsroom:desk")
        except Refused as refused:
            problem = str(refused.reason)
    context = {"article": found, "can": can, "problem": problem}
    return render(request, "newsroom/removal.html", context, status=422 if problem else 200)


@require_POST
def article_from_meeting(request: Request, meeting_pk: int) -> HttpResponse:
    """A draft out of the meeting's closing report."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.actor), pk=meeting_pk)
    is_writer = request.actor.is_admin or request.actor.has(meeting.partnership_id, *WRITERS)
    require({"start"} if is_writer else set(), "start")
    try:
        made = article_of_meeting(meeting, by=request.actor)
        messages.success(
            request, _("The article has been begun from the closing report. Read it and go on writing.")
        )
        return redirect("newsroom:article_edit", made.slug)
    except Refused as problem:
        messages.error(request, problem.reason)
        return redirect(meeting)
