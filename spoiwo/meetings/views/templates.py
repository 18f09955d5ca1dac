"""Templates that series begin with: to look at, to copy, to change."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.request import Request, require
from spoiwo.meetings.actions import series as actions
from spoiwo.meetings.forms.campaigns import PartnershipChoice
from spoiwo.meetings.forms.series import TemplateForm, TemplateRowForms
from spoiwo.meetings.models import CycleTemplate
from spoiwo.meetings.permissions import house_verbs, template_verbs
from spoiwo.meetings.views.meetings import kept_partnership

ROW = ("title", "days_after", "starts", "minutes", "capacity", "programme")


def fetch(request: Request, template_pk: int, verb: str = "view") -> tuple[CycleTemplate, set[str]]:
    """The template with what the actor may do there: hidden gives 404, a forbidden verb 403."""
    rows = CycleTemplate.objects.visible_to(request.actor).select_related("partnership")
    found = get_object_or_404(rows, pk=template_pk)
    can = template_verbs(request.actor, partnership_id=found.partnership_id)
    require(can, verb)
    return found, can


def template_list(request: Request) -> HttpResponse:
    """All templates, the shipped ones and those of partnerships."""
    require(template_verbs(request.actor, partnership_id=None), "view")
    rows = CycleTemplate.objects.visible_to(request.actor).select_related("partnership")
    context = {"templates": rows.prefetch_related("meetings"), "can": house_verbs(request.actor)}
    return render(request, "meetings/template_list.html", context)


def template(request: Request, template_pk: int) -> HttpResponse:
    """A template with its meetings, and the way to begin with it."""
    found, can = fetch(request, template_pk)
    choice = PartnershipChoice(actor=request.actor)
    context = {"template": found, "can": can, "meetings": found.meetings.all(), "choice": choice}
    return render(request, "meetings/template_detail.html", context)


def template_new(request: Request) -> HttpResponse:
    """A template from scratch."""
    partnership = kept_partnership(request)
    if isinstance(partnership, HttpResponse):
        return partnership
    return _edit(request, CycleTemplate(partnership=partnership), [])


def template_edit(request: Request, template_pk: int) -> HttpResponse:
    """Changes a template; series that began with it stay as they are."""
    found, _can = fetch(request, template_pk, "edit")
    return _edit(request, found, list(found.meetings.values(*ROW)))


@require_POST
def template_copy(request: Request, template_pk: int) -> HttpResponse:
    """A copy for one's own partnership, to be changed at will."""
    found, _can = fetch(request, template_pk, "copy")
    choice = PartnershipChoice(request.POST, actor=request.actor)
    if not choice.is_valid():
        messages.error(request, _("Choose the partnership."))
        return redirect(found)
    made = actions.copy_template(found, choice.cleaned_data["partnership"], by=request.actor)
    messages.success(request, _("This is your copy. Change it as you like."))
    return redirect("meetings:template_edit", made.pk)


def _edit(request: Request, found: CycleTemplate, initial: list[dict[str, Any]]) -> HttpResponse:
    form = TemplateForm(request.POST or None, instance=found)
    rows = TemplateRowForms(request.POST or None, initial=initial)
    if request.method == "POST" and all([form.is_valid(), rows.is_valid()]):
        made = actions.save_template(form.save(commit=False), rows.meetings(), by=request.actor)
        messages.success(request, phrases.SAVED)
        return redirect("meetings:template_edit", made.pk) if "more" in request.POST else redirect(made)
    context = {"form": form, "rows": rows, "template": found if found.pk else None}
    is_wrong = request.method == "POST"
    return render(request, "meetings/template_form.html", context, status=422 if is_wrong else 200)
