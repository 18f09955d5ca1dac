"""Rules of processing with their terms, and the list of image consents of a meeting."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.documents.web import file_response, table_response
from spoiwo.kit import phrases
from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Request, page_or_fragment, require
from spoiwo.meetings.actions import consents as consent_actions
from spoiwo.meetings.actions import privacy as actions
from spoiwo.meetings.exports.consents import consent_slip as slip_file
from spoiwo.meetings.exports.consents import consent_table
from spoiwo.meetings.forms.privacy import ConsentFilters, RuleForm
from spoiwo.meetings.labels import SUBJECT_LABELS
from spoiwo.meetings.models import Attendee, Meeting, ProcessingRule
from spoiwo.meetings.permissions import privacy_verbs
from spoiwo.meetings.queries import privacy as queries
from spoiwo.meetings.queries.terms import coming, next_by_subject
from spoiwo.meetings.rules.states import Subject, Via
from spoiwo.meetings.views.meetings import fetch
from spoiwo.partnerships.models import Partnership

SHOWN_TERMS = 200
CONSENT_SORTS = {"name": ("name_key",), "institution": ("organisation_name", "name_key")}


def rules(request: Request) -> HttpResponse:
    """The table of rules, kind by kind, with what overlaps and when data go next."""
    require(privacy_verbs(request.actor), "view_rules")
    rows = list(queries.rules_seen_by(request.actor))
    overlaps = queries.overlaps_in(rows)
    due = next_by_subject(coming(_kept(request.actor)))
    parts = [
        (
            label,
            [(rule, overlaps.get(rule.pk, [])) for rule in rows if rule.subject == subject],
            due.get(subject),
        )
        for subject, label in SUBJECT_LABELS.items()
    ]
    return render(request, "meetings/rules.html", {"parts": parts, "has_overlaps": bool(overlaps)})


def rule_new(request: Request) -> HttpResponse:
    """A new rule, for one kind of data or, copied from another, from a day on."""
    require(privacy_verbs(request.actor), "view_rules")
    initial: dict[str, Any] = {}
    subject, like = request.GET.get("subject", ""), request.GET.get("like", "")
    if subject in set(Subject):
        initial["subject"] = subject
    if like.isdecimal():
        pattern = get_object_or_404(queries.rules_seen_by(request.actor), pk=int(like))
        names = ("subject", "purpose", "basis", "keep_years", "keep_days", "clause")
        initial = {name: getattr(pattern, name) for name in names}
    return _edit(request, ProcessingRule(), initial)


def rule(request: Request, rule_pk: int) -> HttpResponse:
    """One rule with its clause as guests of a partnership read it."""
    found, can = _fetch(request, rule_pk)
    if "edit_rule" in can:
        return _edit(request, found, {})
    require(can, "view_rules" if request.method == "GET" else "edit_rule")
    return render(request, "meetings/rule_detail.html", {"rule": found, "example": _example(request, found)})


@require_POST
def rule_removal(request: Request, rule_pk: int) -> HttpResponse:
    """Removes a partnership's own rule; common ones can only be ended."""
    found, can = _fetch(request, rule_pk)
    require(can, "edit_rule")
    if found.partnership_id is None:
        messages.error(
            request, _("A rule for all partnerships is not removed but ended: give it a last day.")
        )
        return redirect("meetings:rule", found.pk)
    actions.remove_rule(found, by=request.actor)
    messages.success(request, _("The rule has been removed."))
    return redirect("meetings:rules")


def terms(request: Request) -> HttpResponse:
    """What will be erased next, and what is kept without a rule."""
    require(privacy_verbs(request.actor), "view_rules")
    dues = coming(_kept(request.actor))
    context = {
        "dues": [(due, SUBJECT_LABELS[due.subject]) for due in dues if due.day][:SHOWN_TERMS],
        "without": [(due, SUBJECT_LABELS[due.subject]) for due in dues if not due.day][:SHOWN_TERMS],
        "today": timezone.localdate(),
        "has_examples": any((due.meeting or due.campaign).partnership.is_example for due in dues),
    }
    return render(request, "meetings/privacy_terms.html", context)


def consents(request: Request, meeting_pk: int) -> HttpResponseBase:
    """What people on the list said of photographs; slips on paper are entered here, and consents withdrawn."""
    found, can = fetch(request, meeting_pk, "view_people")
    if request.method == "POST":
        require(can, "check_in")
        return _say(request, found)
    said = queries.consents_of(found)
    by_pk = {one.attendee.pk: one for part in (said.allowing, said.silent, said.withdrawn) for one in part}
    wanted = {"allowing": said.allowing, "silent": said.silent, "withdrawn": said.withdrawn}
    rows = found.attendees.listed().filter(erased_at=None)
    if (say := request.GET.get("say", "")) in wanted:
        rows = rows.filter(pk__in=[one.attendee.pk for one in wanted[say]])
    listing = Listing(request, rows, sorts=CONSENT_SORTS, filters=ConsentFilters)
    if listing.export:
        return table_response(
            consent_table(found, [by_pk[one.pk] for one in listing.queryset]), listing.export
        )
    context = {"meeting": found, "can": can, "listing": listing, "said": said}
    context["lines"] = [by_pk[one.pk] for one in listing.page if one.pk in by_pk]
    return page_or_fragment(request, "meetings/consents.html", "rows", context)


def consent_slip(request: Request, meeting_pk: int) -> HttpResponse:
    """The slip to be filled in by hand."""
    found, _can = fetch(request, meeting_pk, "view_people")
    return file_response(slip_file(found), _("Consent %(title)s") % {"title": found.title}, "pdf")


def _say(request: Request, meeting: Meeting) -> HttpResponse:
    person = request.POST.get("person", "")
    rows = Attendee.objects.filter(meeting=meeting, erased_at=None).select_related("invitation")
    who = get_object_or_404(rows, pk=int(person) if person.isdecimal() else 0)
    now = timezone.now()
    if request.POST.get("say") == "allow":
        consent_actions.allow_image(meeting, who, via=Via.DESK, at=now, by=request.actor)
        messages.success(request, _("The consent has been recorded."))
    else:
        consent_actions.withdraw_image(meeting, who, at=now, by=request.actor)
        messages.success(request, _("The withdrawal has been recorded."))
    return redirect(request.get_full_path())


def _fetch(request: Request, rule_pk: int) -> tuple[ProcessingRule, set[str]]:
    require(privacy_verbs(request.actor), "view_rules")
    found = get_object_or_404(queries.rules_seen_by(request.actor), pk=rule_pk)
    return found, privacy_verbs(request.actor, partnership_id=found.partnership_id)


def _edit(request: Request, found: ProcessingRule, initial: dict[str, Any]) -> HttpResponse:
    form = RuleForm(request.POST or None, instance=found, initial=initial, actor=request.actor)
    if form.is_valid():
        actions.save_rule(form.save(commit=False), by=request.actor)
        messages.success(request, phrases.SAVED)
        return redirect("meetings:rules")
    stored = ProcessingRule.objects.filter(pk=found.pk).first() if found.pk else None
    context = {"form": form, "rule": stored, "example": _example(request, stored) if stored else ""}
    return render(request, "meetings/rule_form.html", context, status=422 if form.errors else 200)


def _example(request: Request, rule: ProcessingRule) -> str:
    """The clause as guests of the rule's partnership read it, or of the first one the actor keeps."""
    kept = _kept(request.actor)
    rows = Partnership.objects.all() if kept is None else Partnership.objects.filter(pk__in=kept)
    partnership = rule.partnership or rows.order_by("name_key").first()
    return queries.filled_clause(rule.clause, partnership) if partnership else rule.clause


def _kept(actor: Actor) -> frozenset[int] | None:
    return None if actor.is_admin else actor.partnerships_as(Role.COORDINATOR)
