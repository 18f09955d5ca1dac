"""Contests and editions: the list, the public pages, the secretary's desk, settings, a longer deadline, patronage."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import editions as actions
from spoiwo.contests.forms.editions import (
    ContestForm,
    EditionForm,
    EditionNewForm,
    ExtensionForm,
    PatronageForm,
)
from spoiwo.contests.models import Contest, Edition, Patronage
from spoiwo.contests.permissions import house_verbs
from spoiwo.contests.queries import editions as queries
from spoiwo.contests.queries.desk import desk_of
from spoiwo.contests.queries.people import verbs_over
from spoiwo.contests.views.fetching import fetch_contest, fetch_edition
from spoiwo.files import store
from spoiwo.kit import phrases
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require

SORTS = {"name": ["name_key"], "partnership": ["partnership__name_key"], "editions": ["edition_count"]}


@login_not_required
def contests(request: Request) -> HttpResponse:
    """All contests with their latest editions."""
    listing = Listing(request, queries.contest_rows(request.actor), sorts=SORTS)
    latest = queries.latest_editions(request.actor, listing.page.object_list)
    rows = [(one, latest.get(one.pk)) for one in listing.page]
    context = {"listing": listing, "rows": rows, "can": house_verbs(request.actor)}
    return page_or_fragment(request, "contests/contests.html", "rows", context)


def contest_new(request: Request) -> HttpResponse:
    """Founds a contest."""
    require(house_verbs(request.actor), "found")
    form = ContestForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        found = actions.found_contest(
            form.cleaned_data.pop("partnership"), by=request.actor, **form.cleaned_data
        )
        messages.success(request, _("The contest has been founded. Now begin its first edition."))
        return redirect(found)
    return render(request, "contests/contest_form.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required
def contest(request: Request, slug: str) -> HttpResponse:
    """The page of a contest: what it is for, its editions, its laureates."""
    found, can = fetch_contest(request, slug)
    rows = Edition.objects.visible_to(request.actor).filter(contest=found)
    context = {
        "contest": found,
        "can": can,
        "editions": [(one, verbs_over(one, request.actor)) for one in rows],
        "organiser": queries.organiser_of(found),
    }
    return render(request, "contests/contest.html", context)


def contest_edit(request: Request, slug: str) -> HttpResponse:
    """Changes a contest."""
    found, _can = fetch_contest(request, slug, "edit")
    form = ContestForm(request.POST or None, instance=Contest.objects.get(pk=found.pk), actor=request.actor)
    if form.is_valid():
        actions.edit_contest(found, by=request.actor, **form.cleaned_data)
        messages.success(request, phrases.SAVED)
        return redirect(found)
    context = {"form": form, "contest": found}
    return render(request, "contests/contest_form.html", context, status=422 if form.errors else 200)


def edition_new(request: Request, slug: str) -> HttpResponse:
    """A new edition, usually a copy of the last."""
    found, _can = fetch_contest(request, slug, "edit")
    last = found.editions.first()
    initial = {"source": last, "year": last.year + 1 if last else timezone.localdate().year}
    form = EditionNewForm(request.POST or None, contest=found, initial=initial)
    if form.is_valid():
        try:
            edition = actions.begin_edition(found, by=request.actor, **form.cleaned_data)
            return redirect("contests:edition_desk", edition.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "contest": found, "last": last}
    return render(request, "contests/edition_new.html", context, status=422 if form.errors else 200)


@login_not_required
def edition(request: Request, slug: str, year: int) -> HttpResponse:
    """The public page of an edition: what is looked for, who may enter, until when, by which rules."""
    rows = Edition.objects.visible_to(request.actor).select_related(
        "contest__partnership", "gala", "rules_file"
    )
    found = get_object_or_404(rows, contest__slug=slug, year=year)
    return render(request, "contests/edition.html", queries.public_page(found, request.actor))


@login_not_required
def rules_file(request: Request, slug: str, year: int) -> HttpResponseBase:
    """The rules as they were attached."""
    rows = Edition.objects.visible_to(request.actor).exclude(rules_file=None).select_related("rules_file")
    return store.respond(get_object_or_404(rows, contest__slug=slug, year=year).rules_file)


def edition_desk(request: Request, edition_pk: int) -> HttpResponse:
    """The secretary's desk: where the edition stands, what comes next, how far everything is."""
    found, can = fetch_edition(request, edition_pk, "manage")
    context = {"edition": found, "can": can, "desk": desk_of(found, request.actor)}
    return render(request, "contests/edition_desk.html", context)


def edition_edit(request: Request, edition_pk: int) -> HttpResponse:
    """The settings of an edition."""
    found, can = fetch_edition(request, edition_pk, "manage")
    form = EditionForm(request.POST or None, request.FILES or None, instance=_again(found))
    if form.is_valid():
        try:
            rules = form.cleaned_data["rules"]
            actions.edit_edition(found, by=request.actor, rules=rules, **form.settings())
            messages.success(request, phrases.SAVED)
            return redirect("contests:edition_desk", found.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "edition": found, "can": can}
    return render(request, "contests/edition_form.html", context, status=422 if form.errors else 200)


@require_POST
def edition_state(request: Request, edition_pk: int) -> HttpResponse:
    """Moves an edition on or back."""
    found, _can = fetch_edition(request, edition_pk, "manage")
    try:
        state, reason = request.POST.get("state", ""), request.POST.get("reason", "").replace("\0", "")
        moved = actions.move_edition(found, state, by=request.actor, reason=reason)
        messages.success(request, _("Now: %(state)s.") % {"state": moved.get_state_display()})
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:edition_desk", found.pk)


def extension(request: Request, edition_pk: int) -> HttpResponse:
    """Moves the deadline later, on record."""
    found, can = fetch_edition(request, edition_pk, "manage")
    form = ExtensionForm(request.POST or None)
    if form.is_valid():
        try:
            actions.extend_deadline(found, **form.cleaned_data, by=request.actor)
            messages.success(
                request, _("The new deadline stands on the page of the contest, with the reason.")
            )
            return redirect("contests:edition_desk", found.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "edition": found, "can": can, "extensions": found.extensions.all()}
    return render(request, "contests/extension.html", context, status=422 if form.errors else 200)


def patronages(request: Request, edition_pk: int) -> HttpResponse:
    """Requests for honorary patronage, and a new one."""
    found, can = fetch_edition(request, edition_pk, "manage")
    form = PatronageForm(request.POST or None, instance=Patronage(edition=found))
    if form.is_valid():
        actions.save_patronage(form.instance, by=request.actor)
        return redirect("contests:patronages", found.pk)
    context = {"form": form, "edition": found, "can": can, "rows": queries.patronage_rows(found)}
    return render(request, "contests/patronages.html", context, status=422 if form.errors else 200)


def patronage_edit(request: Request, edition_pk: int, patronage_pk: int) -> HttpResponse:
    """What became of a request."""
    found, can = fetch_edition(request, edition_pk, "manage")
    one = get_object_or_404(Patronage, pk=patronage_pk, edition=found)
    one.edition = found
    form = PatronageForm(request.POST or None, instance=one)
    if form.is_valid():
        actions.save_patronage(form.instance, by=request.actor)
        messages.success(request, phrases.SAVED)
        return redirect("contests:patronages", found.pk)
    context = {"form": form, "edition": found, "can": can, "patronage": one}
    return render(request, "contests/patronage_form.html", context, status=422 if form.errors else 200)


def _again(found: Edition) -> Edition:
    """The same record for the form to write into, so that a refused change does not stand on the page."""
    again = Edition.objects.get(pk=found.pk)
    again.contest = found.contest
    return again
