"""One's own account, and the accounts an administrator keeps."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.accounts import actions, exports
from spoiwo.accounts.forms import InviteForm, NameForm, UserFilters, UserForm
from spoiwo.accounts.models import User
from spoiwo.accounts.permissions import account_verbs
from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require


def me(request: Request) -> HttpResponse:
    """Name, address, password, second factor, sessions: one page leads to all."""
    user = User.objects.get(pk=request.actor.user_id)
    form = NameForm(request.POST or None, initial={"name": user.name})
    if form.is_valid():
        actions.edit_user(user, by=request.actor, name=form.cleaned_data["name"], is_admin=user.is_admin)
        messages.success(request, phrases.SAVED)
        return redirect("accounts:me")
    return render(request, "accounts/me.html", {"form": form, "can": account_verbs(request.actor)})


def users(request: Request) -> HttpResponseBase:
    """All accounts."""
    require(account_verbs(request.actor), "list")
    sorts = {"name": ("name",), "email": ("email",), "invited": ("invited_at",)}
    listing = Listing(request, User.objects.all(), sorts=sorts, filters=UserFilters)
    if listing.export:
        return table_response(exports.user_table(listing.queryset), listing.export)
    return page_or_fragment(request, "accounts/user_list.html", "rows", {"listing": listing})


def user_new(request: Request) -> HttpResponse:
    """Invites a person."""
    require(account_verbs(request.actor), "invite")
    form = InviteForm(request.POST or None)
    if form.is_valid():
        try:
            _user, is_new = actions.invite_user(by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field, refused.reason)
        else:
            if is_new:
                messages.success(request, _("The invitation is on its way."))
            else:
                messages.warning(request, _("There is an account under this address already."))
            return redirect("accounts:users")
    return render(request, "accounts/user_form.html", {"form": form})


def user(request: Request, pk: int) -> HttpResponse:
    """One account."""
    require(account_verbs(request.actor), "edit")
    found = get_object_or_404(User, pk=pk)
    form = UserForm(request.POST or None, initial={"name": found.name, "is_admin": found.is_admin})
    if form.is_valid():
        try:
            actions.edit_user(found, by=request.actor, **form.cleaned_data)
            messages.success(request, phrases.SAVED)
            return redirect("accounts:users")
        except Refused as refused:
            form.add_error(refused.field, refused.reason)
    return render(request, "accounts/user_form.html", {"form": form, "found": found})


@require_POST
def user_closing(request: Request, pk: int) -> HttpResponse:
    """Closes an account, or opens a closed one."""
    require(account_verbs(request.actor), "close")
    found = get_object_or_404(User, pk=pk)
    try:
        act = actions.close_user if found.is_active else actions.reopen_user
        act(found, by=request.actor)
        messages.success(request, phrases.SAVED)
    except Refused as refused:
        messages.error(request, refused.reason)
    return redirect("accounts:user", pk)
