"""Records that look alike: joined, told apart, taken apart again."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.kit.request import Refused, Request, require
from spoiwo.register import actions
from spoiwo.register.forms.organisations import OtherForm
from spoiwo.register.labels import KIND_LABELS, REASON_LABELS, SECTOR_LABELS
from spoiwo.register.models import Merge, Organisation
from spoiwo.register.permissions import organisation_verbs, register_verbs
from spoiwo.register.queries import duplicates as queries
from spoiwo.register.rules.merging import CHOSEN_FIELDS, suggested_choice
from spoiwo.register.views.fetching import fetch_organisation

PAGE = 25


def duplicates(request: Request) -> HttpResponse:
    """Pairs that may be one organisation, those the actor has a say in."""
    require(register_verbs(request.actor), "find_duplicates")
    pairs = queries.pairs_for(request.actor)
    page = Paginator(pairs, PAGE).get_page(request.GET.get("page"))
    found = queries.in_pairs(page.object_list)
    shown = [
        (found[pair.first], found[pair.second], REASON_LABELS[pair.reason], _may(request, found, pair))
        for pair in page
        if pair.first in found and pair.second in found
    ]
    return render(request, "register/duplicates.html", {"page": page, "pairs": shown})


def _may(request: Request, found: dict[int, Organisation], pair: Any) -> bool:
    both = (found[pair.first], found[pair.second])
    return all("merge" in organisation_verbs(request.actor, book_id=one.book_id) for one in both)


@require_POST
def not_duplicates(request: Request, first: int, second: int) -> HttpResponse:
    """These are two organisations: the finder is silent about them from now on."""
    one, one_can = fetch_organisation(request, first)
    other, other_can = fetch_organisation(request, second)
    require(one_can | other_can, "merge")
    if one == other:
        raise Http404
    actions.tell_apart(one, other, by=request.actor)
    messages.success(request, _("Noted: these are two organisations."))
    return redirect("register:duplicates")


def merge_choose(request: Request, pk: int) -> HttpResponse:
    """Which other record is this same organisation."""
    organisation, _can = fetch_organisation(request, pk, "merge")
    form = OtherForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        if form.cleaned_data["other"] != organisation:
            return redirect("register:merge", organisation.pk, form.cleaned_data["other"].pk)
        form.add_error("other", _("This is the same record; choose the other one."))
    context = {
        "form": form,
        "thing": organisation,
        "title": _("Join with another record"),
        "button": _("Compare"),
    }
    return render(request, "register/plain_form.html", context)


def merge(request: Request, first: int, second: int) -> HttpResponse:
    """Two records side by side; a person says field by field what stays."""
    kept, _can = fetch_organisation(request, first, "merge")
    absorbed, _can = fetch_organisation(request, second, "merge")
    if kept == absorbed or kept.merged_into_id or absorbed.merged_into_id:
        raise Http404
    if request.method == "POST":
        choices = {field: request.POST.get(field, "kept") for field in CHOSEN_FIELDS}
        try:
            actions.merge_organisations(kept, absorbed, by=request.actor, choices=choices)
        except Refused as refusal:
            messages.error(request, refusal.reason)
        else:
            messages.success(request, _("The records are joined. The joining can be undone on this page."))
        return redirect(kept)
    context = {
        "kept": kept,
        "absorbed": absorbed,
        "fields": _compared(kept, absorbed),
        "moving": queries.moving(absorbed),
    }
    return render(request, "register/merge.html", context)


def _compared(kept: Organisation, absorbed: Organisation) -> list[dict[str, Any]]:
    fields = []
    for name in CHOSEN_FIELDS:
        one, other = getattr(kept, name), getattr(absorbed, name)
        fields.append(
            {
                "name": name,
                "label": Organisation._meta.get_field(name).verbose_name,
                "kept": _shown(name, one),
                "absorbed": _shown(name, other),
                "differs": one != other,
                "choice": suggested_choice(name, one, other),
            }
        )
    return fields


def _shown(name: str, value: Any) -> Any:
    labels = {"kind": KIND_LABELS, "sector": SECTOR_LABELS}.get(name)
    return labels.get(value, value) if labels else value


def unmerge(request: Request, pk: int) -> HttpResponse:
    """Taking two joined records apart again, after a look at what goes back."""
    found = get_object_or_404(Merge.objects.select_related("kept", "absorbed"), pk=pk, undone_at=None)
    for side in (found.kept_id, found.absorbed_id):
        fetch_organisation(request, side, "merge")
    if request.method == "POST":
        try:
            actions.unmerge_organisations(found, by=request.actor)
            messages.success(request, _("The records are two again."))
        except Refused as refusal:
            messages.error(request, refusal.reason)
        return redirect(found.absorbed)
    labels = [Organisation._meta.get_field(name).verbose_name for name in found.before]
    return render(request, "register/unmerge.html", {"merge": found, "labels": labels})
