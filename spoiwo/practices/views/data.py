"""Data that counties are compared by: what is loaded, a file read and looked at, then confirmed or put aside."""

from django.contrib import messages
from django.db.models import Count, Max, Min
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.kit.request import Refused, Request, require
from spoiwo.practices.actions import data as actions
from spoiwo.practices.forms.parts import DataForm
from spoiwo.practices.models import Indicator, PendingData
from spoiwo.practices.permissions import house_verbs
from spoiwo.practices.queries.comparison import preview


def indicators(request: Request) -> HttpResponse:
    """What is loaded; takes a file and reads it. Nothing is written until somebody confirms."""
    require(house_verbs(request.actor), "load_data")
    is_sent = request.method == "POST"
    form = DataForm(request.POST, request.FILES) if is_sent else DataForm()
    if is_sent and form.is_valid():
        name = form.cleaned_data["file"].name
        pending = actions.propose_data(form.reading, file_name=name, sha256=form.sha256, by=request.actor)
        return redirect(pending)
    rows = Indicator.objects.annotate(
        counties=Count("measurements__county_code", distinct=True),
        first=Min("measurements__year"),
        last=Max("measurements__year"),
    )
    waiting = PendingData.objects.order_by("-read_at").defer("rows")
    context = {"form": form, "indicators": rows, "waiting": waiting}
    return render(request, "practices/indicators.html", context, status=422 if form.errors else 200)


def indicators_pending(request: Request, pending_pk: int) -> HttpResponse:
    """What a file would write, to be confirmed or put aside."""
    require(house_verbs(request.actor), "load_data")
    pending = PendingData.objects.filter(pk=pending_pk).first()
    if pending is None:
        messages.info(request, _("This file was loaded or put aside already."))
        return redirect("practices:indicators")
    if request.method == "POST":
        _settle(request, pending)
        return redirect("practices:indicators")
    context = {"pending": pending, "rows": preview(pending)}
    return render(request, "practices/indicators_pending.html", context)


def _settle(request: Request, pending: PendingData) -> None:
    if request.POST.get("verdict") != "confirm":
        actions.drop_data(pending)
        messages.info(request, _("The file was put aside. Nothing has changed."))
        return
    try:
        count = actions.confirm_data(pending, by=request.actor)
        said = ngettext("%(count)d value has been loaded.", "%(count)d values have been loaded.", count)
        messages.success(request, said % {"count": count})
    except Refused as problem:
        messages.error(request, problem.reason)
