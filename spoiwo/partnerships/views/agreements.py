"""An agreement: its page, data, text, and the steps of its life."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoiwo import trail
from spoiwo.kit import phrases
from spoiwo.kit.dates import parse_day, today
from spoiwo.kit.request import Refused, Request, require
from spoiwo.partnerships.actions import agreements as actions
from spoiwo.partnerships.forms.agreements import AgreementForm, StepForm
from spoiwo.partnerships.labels import AGREEMENT_LABELS
from spoiwo.partnerships.models import Agreement
from spoiwo.partnerships.permissions import agreement_verbs
from spoiwo.partnerships.queries import agreements as queries
from spoiwo.partnerships.queries.skeletons import parts_of
from spoiwo.partnerships.rules import AgreementKind
from spoiwo.partnerships.views.partnerships import fetch

STEPS = {
    "consultation": ("advance", gettext_lazy("Sent for consultation")),
    "signature": ("advance", gettext_lazy("Text agreed, open for signature")),
    "end": ("advance", gettext_lazy("End of the agreement")),
    "amendment": ("amend", gettext_lazy("New version of the text")),
    "amendment-agreed": ("advance", gettext_lazy("New version agreed")),
}


def fetch_agreement(request: Request, slug: str, pk: int, verb: str = "view") -> tuple[Agreement, set[str]]:
    """The agreement with all its acts and what the actor may do with it."""
    rows = queries.with_acts(Agreement.objects.visible_to(request.actor).filter(partnership__slug=slug))
    agreement = get_object_or_404(rows, pk=pk)
    can = agreement_verbs(
        request.actor,
        partnership_id=agreement.partnership_id,
        is_public=agreement.partnership.is_public,
        is_opened=agreement.opened_on is not None,
        is_text_frozen=not any(queries.is_writable(version) for version in agreement.versions.all()),
    )
    require(can, verb)
    return agreement, can


@login_not_required
def agreement(request: Request, slug: str, pk: int) -> HttpResponse:
    """State, next step, parties, acts in time, text."""
    found, can = fetch_agreement(request, slug, pk)
    now = queries.agreement_on(found, parse_day(request.GET.get("at")) or today())
    shown = now.version or (found.versions.all()[0] if "view_inside" in can else None)
    writing = [version for version in found.versions.all() if not version.frozen_at]
    origins, results = trail.around(found, request.actor)
    context = {
        "agreement": found,
        "partnership": found.partnership,
        "can": can,
        "now": now,
        "version": shown,
        "sections": shown.sections.all() if shown else [],
        "writing": writing[0] if writing else None,
        "acts": queries.acts_in_time(found),
        "origins": origins,
        "results": results,
        "today": today(),
    }
    response = render(request, "partnerships/agreement_detail.html", context)
    response["X-Public-Page"] = "1"
    return response


def agreement_new(request: Request, slug: str) -> HttpResponse:
    """A new agreement in draft."""
    partnership, _can = fetch(request, slug, "add_agreement")
    form = AgreementForm(request.POST or None, partnership=partnership)
    if form.is_valid():
        made = actions.add_agreement(partnership, by=request.actor, **form.cleaned_data)
        messages.success(request, _("The agreement has been begun from the skeleton. Now its text."))
        return redirect("partnerships:text", slug, made.pk)
    return render(request, "partnerships/agreement_form.html", {"form": form, "partnership": partnership})


def agreement_edit(request: Request, slug: str, pk: int) -> HttpResponse:
    """Title, place and the rules of the agreement."""
    found, _can = fetch_agreement(request, slug, pk, "edit")
    form = AgreementForm(request.POST or None, instance=found, partnership=found.partnership)
    if form.is_valid():
        try:
            actions.edit_agreement(Agreement.objects.get(pk=pk), by=request.actor, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect(found)
        except Refused as refused:
            form.add_error(refused.field, refused.reason)
    context = {"form": form, "partnership": found.partnership, "agreement": found}
    return render(request, "partnerships/agreement_form.html", context)


def text(request: Request, slug: str, pk: int) -> HttpResponse:
    """The sections of the version being written; empty ones at the end take new sections."""
    found, _can = fetch_agreement(request, slug, pk, "edit_text")
    version = next(version for version in found.versions.all() if queries.is_writable(version))
    more = "add" in request.POST
    if request.POST:
        sections = _sections(request)
        is_wrong = any(not heading for heading, body in sections if body)
        if is_wrong:
            messages.error(request, _("A section with text needs a heading."))
        if is_wrong or (more and version.frozen_at):  # what is saved into a frozen version stays as it is
            context = _text_context(found, version, [(heading, body, "") for heading, body in sections])
            return render(request, "partnerships/text_form.html", context, status=422 if is_wrong else 200)
        actions.write_text(version, [pair for pair in sections if pair[0]], by=request.actor)
        messages.success(request, phrases.SAVED)
        return redirect("partnerships:text", slug, pk) if more else redirect(found)
    rows = [(part.heading, part.body, part.hint) for part in version.sections.all()]
    return render(request, "partnerships/text_form.html", _text_context(found, version, rows))


def step(request: Request, slug: str, pk: int, step: str) -> HttpResponse:
    """One dated step in the agreement's life."""
    if step not in STEPS:
        raise Http404
    found, _can = fetch_agreement(request, slug, pk, STEPS[step][0])
    form = StepForm(request.POST or None)
    if form.is_valid():
        try:
            _take_step(found, step, request, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect("partnerships:text", slug, pk) if step == "amendment" else redirect(found)
        except Refused as refused:
            form.add_error("on" if refused.field else None, refused.reason)
    context = {
        "form": form,
        "partnership": found.partnership,
        "agreement": found,
        "step": step,
        "title": STEPS[step][1],
    }
    return render(request, "partnerships/step_form.html", context)


def skeleton(request: Request, kind: str) -> HttpResponse:
    """The sections new agreements of a kind begin with; for administrators."""
    if not request.actor.is_admin:
        raise PermissionDenied
    if kind not in set(AgreementKind):
        raise Http404
    if request.POST:
        sections = [(heading, body, "") for heading, body in _sections(request) if heading]
        actions.write_skeleton(kind, sections, by=request.actor)
        messages.success(request, phrases.SAVED)
        return redirect("partnerships:skeleton", kind)
    rows = [(part.heading, part.body, part.hint) for part in parts_of(kind)]
    context = {
        "rows": [*rows, ("", "", "")],
        "kind": kind,
        "kinds": AGREEMENT_LABELS,
        "title": AGREEMENT_LABELS[AgreementKind(kind)],
    }
    return render(request, "partnerships/skeleton_form.html", context)


def _take_step(agreement: Agreement, step: str, request: Request, on, note: str) -> None:
    if step == "consultation":
        actions.consult_text(agreement, by=request.actor, on=on, note=note)
    elif step == "signature":
        actions.agree_text(agreement, by=request.actor, on=on, note=note)
    elif step == "end":
        actions.end_agreement(agreement, by=request.actor, on=on, note=note)
    elif step == "amendment":
        actions.begin_amendment(agreement, by=request.actor, note=note)
    else:
        version = agreement.versions.filter(frozen_at=None).first()
        if version is None:
            raise Refused(_("No new version is being written."))
        actions.agree_amendment(version, by=request.actor, effective_on=on)


def _sections(request: Request) -> list[tuple[str, str]]:
    pairs = zip(request.POST.getlist("heading"), request.POST.getlist("body"), strict=False)
    return [(heading.strip()[:200], body.strip().replace("\r\n", "\n")[:20000]) for heading, body in pairs]


def _text_context(agreement: Agreement, version, rows):
    return {
        "agreement": agreement,
        "partnership": agreement.partnership,
        "version": version,
        "rows": [*rows, ("", "", "")],
    }
