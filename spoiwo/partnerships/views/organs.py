"""Councils, teams, task groups and who sits in them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.kit import phrases
from spoiwo.kit.dates import today
from spoiwo.kit.request import Request
from spoiwo.partnerships.actions import partnerships as actions
from spoiwo.partnerships.forms.partnerships import OrganForm, SeatForm
from spoiwo.partnerships.models import Organ
from spoiwo.partnerships.views.partnerships import fetch


def organ_new(request: Request, slug: str) -> HttpResponse:
    """A new organ."""
    found, _can = fetch(request, slug, "edit")
    form = OrganForm(request.POST or None)
    if form.is_valid():
        made = actions.add_organ(found, by=request.actor, **form.cleaned_data)
        return redirect("partnerships:organ", found.slug, made.pk)
    return render(request, "partnerships/organ_form.html", {"form": form, "partnership": found})


def organ(request: Request, slug: str, pk: int) -> HttpResponse:
    """An organ's data and its seats."""
    found, can = fetch(request, slug, "edit")
    organ = get_object_or_404(found.organs, pk=pk)
    is_seat = "give_seat" in request.POST
    form = OrganForm(None if is_seat or not request.POST else request.POST, instance=organ)
    seat_form = SeatForm(request.POST if is_seat else None, auto_id="seat_%s")
    if is_seat and seat_form.is_valid():
        actions.give_seat(organ, by=request.actor, **seat_form.cleaned_data)
        messages.success(request, _("The seat has been given."))
        return redirect("partnerships:organ", found.slug, organ.pk)
    if request.POST and not is_seat and form.is_valid():
        actions.edit_organ(Organ.objects.get(pk=organ.pk), by=request.actor, **form.cleaned_data)
        messages.success(request, phrases.SAVED)
        return redirect("partnerships:organ", found.slug, organ.pk)
    seats = organ.seats.select_related("organisation", "person")
    context = {
        "form": form,
        "seat_form": seat_form,
        "partnership": found,
        "organ": organ,
        "seats": seats,
        "can": can,
    }
    return render(request, "partnerships/organ_form.html", context)


@require_POST
def seat_end(request: Request, slug: str, pk: int, seat_pk: int) -> HttpResponse:
    """Today was the seat's last day."""
    found, _can = fetch(request, slug, "edit")
    seat = get_object_or_404(get_object_or_404(found.organs, pk=pk).seats, pk=seat_pk)
    actions.end_seat(seat, by=request.actor, until=today())
    messages.success(request, _("The seat ends today and stays in the history."))
    return redirect("partnerships:organ", found.slug, pk)
