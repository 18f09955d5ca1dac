"""The steps of a template, meeting by meeting; series begun with it get them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.request import Refused, Request, require
from spoiwo.meetings.models import CycleTemplate
from spoiwo.workshops.actions import steps as actions
from spoiwo.workshops.actions.copying import PLAN
from spoiwo.workshops.forms.steps import StepForm
from spoiwo.workshops.models import TemplateStep
from spoiwo.workshops.permissions import template_verbs
from spoiwo.workshops.queries import steps as queries


def template_steps(request: Request, template_pk: int) -> HttpResponse:
    """All steps of a template under its meetings."""
    template, can = _fetch(request, template_pk)
    plan = queries.template_plan(template)
    context = {
        "template": template,
        "can": can,
        "plan": plan,
        "titles": queries.titles_of([step for _order, _title, steps in plan for step in steps]),
    }
    return render(request, "workshops/template_steps.html", context)


def template_step_new(request: Request, template_pk: int, meeting_order: int) -> HttpResponse:
    """A further step of one meeting of the template."""
    template, _can = _fetch(request, template_pk, "edit")
    if not template.meetings.filter(order=meeting_order).exists():
        raise Http404
    return _edit(request, template, meeting_order, None)


def template_step(request: Request, template_pk: int, template_step_pk: int) -> HttpResponse:
    """Changes a step of the template."""
    found = _fetch_step(request, template_pk, template_step_pk)
    return _edit(request, found.template, found.meeting_order, found)


@require_POST
def template_step_place(request: Request, template_pk: int, template_step_pk: int) -> HttpResponse:
    """Puts a step one place earlier or later in its meeting."""
    found = _fetch_step(request, template_pk, template_step_pk)
    try:
        actions.move_template_step(found, -1 if request.POST.get("to") == "up" else 1, by=request.actor)
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect(_place(template_pk, found.meeting_order))


@require_POST
def template_step_removal(request: Request, template_pk: int, template_step_pk: int) -> HttpResponse:
    """Removes a step; series that began with the template keep theirs."""
    found = _fetch_step(request, template_pk, template_step_pk)
    actions.remove_template_step(found, by=request.actor)
    messages.success(request, phrases.SAVED)
    return redirect(_place(template_pk, found.meeting_order))


def _fetch(request: Request, template_pk: int, verb: str = "view") -> tuple[CycleTemplate, set[str]]:
    rows = CycleTemplate.objects.visible_to(request.actor).select_related("partnership")
    template = get_object_or_404(rows, pk=template_pk)
    can = template_verbs(request.actor, partnership_id=template.partnership_id)
    require(can, verb)
    return template, can


def _fetch_step(request: Request, template_pk: int, template_step_pk: int) -> TemplateStep:
    template, _can = _fetch(request, template_pk, "edit")
    return get_object_or_404(template.steps.select_related("template__partnership"), pk=template_step_pk)


def _edit(
    request: Request, template: CycleTemplate, meeting_order: int, found: TemplateStep | None
) -> HttpResponse:
    sources = queries.template_source_choices(template, meeting_order, found)
    first = queries.initial_of(found, (*PLAN, "takes_from"))
    form = StepForm(request.POST or None, initial=first, sources=sources)
    if form.is_valid():
        try:
            if found:
                actions.edit_template_step(found, by=request.actor, **form.values())
            else:
                actions.add_template_step(template, meeting_order, by=request.actor, **form.values())
            messages.success(request, phrases.SAVED)
            more = reverse("workshops:template_step_new", args=[template.pk, meeting_order])
            return redirect(more if "more" in request.POST else _place(template.pk, meeting_order))
        except Refused as problem:
            form.add_error(problem.field, problem.reason)
    context = {"template": template, "step": found, "form": form}
    return render(request, "workshops/template_step_form.html", context, status=422 if form.errors else 200)


def _place(template_pk: int, meeting_order: int) -> str:
    return reverse("workshops:template_steps", args=[template_pk]) + f"#meeting-{meeting_order}"
