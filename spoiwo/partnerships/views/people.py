"""Who works in the partnership: roles given, people invited."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.accounts.actions import invite_user
from spoiwo.kit.actor import Role
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused, Request, require
from spoiwo.partnerships.actions import partnerships as actions
from spoiwo.partnerships.forms.partnerships import RoleForm
from spoiwo.partnerships.views.partnerships import fetch


def people(request: Request, slug: str) -> HttpResponse:
    """Roles in the partnership; a coordinator gives one by an e-mail address."""
    found, can = fetch(request, slug, "view_people")
    form = RoleForm(request.POST or None)
    if request.POST:
        require(can, "grant_roles")
        if form.is_valid():
            try:
                user, is_new = invite_user(
                    form.cleaned_data["email"], form.cleaned_data["name"], by=request.actor
                )
                actions.grant_role(found, user, Role(form.cleaned_data["role"]), by=request.actor)
            except Refused as refused:
                form.add_error(refused.field, refused.reason)
            else:
                sent = _("The role has been given and an invitation is on its way.")
                messages.success(request, sent if is_new else _("The role has been given."))
                return redirect("partnerships:people", found.slug)
    grants = found.grants.select_related("user").order_by("role", "user__name")
    context = {"partnership": found, "can": can, "form": form, "grants": grants, "today": today()}
    return render(request, "partnerships/people.html", context)


@require_POST
def role_end(request: Request, slug: str, pk: int) -> HttpResponse:
    """Ends a role as of yesterday."""
    found, _can = fetch(request, slug, "grant_roles")
    grant = get_object_or_404(found.grants.select_related("partnership"), pk=pk)
    try:
        actions.end_role(grant, by=request.actor)
        messages.success(request, _("The role has ended."))
    except Refused as refused:
        messages.error(request, refused.reason)
    return redirect("partnerships:people", found.slug)
