"""The commission and the office of an edition."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.contests.actions import jury as actions
from spoiwo.contests.forms.jury import AppointmentForm, MemberForm, StopForm
from spoiwo.contests.models import Edition, Member
from spoiwo.contests.queries.jury import member_groups
from spoiwo.contests.rules.states import SETTLED
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request


def members(request: Request, edition_pk: int) -> HttpResponse:
    """Who sits on the commission and who works at the office, and who has still to confirm and declare."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    context = {
        "edition": edition,
        "can": can,
        "groups": member_groups(edition),
        "is_settled": edition.state in SETTLED,
    }
    return render(request, "contests/members.html", context)


def member_new(request: Request, edition_pk: int) -> HttpResponse:
    """Appoints somebody; a person on both sides of the blind is asked about first."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    form = AppointmentForm(
        request.POST or None, actor=request.actor, edition=edition, instance=Member(edition=edition)
    )
    if form.is_valid():
        data = form.cleaned_data
        doubled = [] if edition.is_blind else actions.doubled_roles(edition, data["email"], data["kind"])
        if doubled and not data["is_sure"]:
            form.ask_again(doubled)
        elif _appointed(request, edition, form):
            return redirect("contests:members", edition.pk)
    context = {"form": form, "edition": edition, "can": can}
    return render(request, "contests/member_form.html", context, status=422 if form.errors else 200)


def member_edit(request: Request, edition_pk: int, member_pk: int) -> HttpResponse:
    """Function, organisation, load and categories."""
    edition, can, member = _fetch_member(request, edition_pk, member_pk)
    again = Member.objects.select_related("organisation").get(pk=member.pk)
    form = MemberForm(request.POST or None, actor=request.actor, edition=edition, instance=again)
    if form.is_valid():
        try:
            actions.edit_member(member, by=request.actor, **form.details())
            messages.success(request, phrases.SAVED)
            return redirect("contests:members", edition.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "edition": edition, "can": can, "member": member}
    return render(request, "contests/member_form.html", context, status=422 if form.errors else 200)


def member_stop(request: Request, edition_pk: int, member_pk: int) -> HttpResponse:
    """Somebody leaves before the end."""
    edition, can, member = _fetch_member(request, edition_pk, member_pk)
    form = StopForm(request.POST or None)
    if form.is_valid():
        try:
            freed = actions.stop_member(member, form.cleaned_data["reason"], by=request.actor)
            said = ngettext(
                "The person has stopped. %(count)d entry waits to be assigned to somebody else.",
                "The person has stopped. %(count)d entries wait to be assigned to somebody else.",
                freed,
            )
            messages.success(request, said % {"count": freed} if freed else _("The person has stopped."))
            return redirect("contests:members", edition.pk)
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"form": form, "edition": edition, "can": can, "member": member}
    return render(request, "contests/member_stop.html", context, status=422 if form.errors else 200)


def _fetch_member(request: Request, edition_pk: int, member_pk: int) -> tuple[Edition, set[str], Member]:
    edition, can = fetch_edition(request, edition_pk, "manage")
    rows = Member.objects.filter(edition=edition).select_related("user", "organisation")
    member = get_object_or_404(rows, pk=member_pk)
    member.edition = edition
    return edition, can, member


def _appointed(request: Request, edition: Edition, form: AppointmentForm) -> bool:
    data = form.cleaned_data
    person = {name: data[name] for name in ("email", "name", "kind")}
    try:
        member = actions.add_member(edition, by=request.actor, **person, **form.details())
    except Refused as problem:
        form.add_error(problem.field, problem.reason)
        return False
    messages.success(
        request, _("%(name)s has been appointed; the letter is on its way.") % {"name": member.user.name}
    )
    return True
