"""The partnership's outbox."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.documents.web import table_response
from spoiwo.kit import phrases
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.mail import actions as mail_actions
from spoiwo.mail.post import outbox
from spoiwo.mail.rules import EDITABLE, State
from spoiwo.partnerships import exports
from spoiwo.partnerships.forms.partnerships import LetterFilters, LetterForm
from spoiwo.partnerships.models import Partnership
from spoiwo.partnerships.views.partnerships import fetch

SORTS = {
    "written": ("-created_at",),
    "subject": ("subject",),
    "addressee": ("to_name", "to"),
    "channel": ("channel",),
    "state": ("state",),
}


def letters(request: Request, slug: str) -> HttpResponseBase:
    """Every letter of the partnership with what became of it; those of one batch can be held or let go together."""
    found, can = fetch(request, slug, "view_letters")
    listing = Listing(request, outbox(frozenset({found.pk})), sorts=SORTS, filters=LetterFilters)
    batch = listing.form.cleaned_data.get("batch", "")
    if request.POST:
        require(can, "hold_letters")
        _move_batch(request, found, batch)
        return redirect(request.get_full_path())
    if listing.export:
        return table_response(exports.letter_table(listing.queryset), listing.export)
    ways = mail_actions.ways_of_batch(batch, found.pk) if batch else []
    context = {"partnership": found, "can": can, "listing": listing, "batch": batch, "ways": ways}
    return page_or_fragment(request, "partnerships/letters.html", "rows", context)


def letter(request: Request, slug: str, pk: int) -> HttpResponse:
    """One letter; one that has not gone can be changed, held or let go, a doubtful one settled."""
    found, can = fetch(request, slug, "view_letters")
    row = get_object_or_404(outbox(frozenset({found.pk})), pk=pk)
    is_edit = "text" in request.POST
    form = LetterForm(request.POST if is_edit else None, initial=vars(row))
    if request.POST:
        require(can, "hold_letters")
        is_done = _edit(request, row, form) if is_edit else _move(request, row)
        if is_done:
            return redirect("partnerships:letter", found.slug, row.pk)
    context = {
        "partnership": found,
        "can": can,
        "letter": row,
        "ways": mail_actions.ways_on(row),
        "form": form if row.state in EDITABLE and "hold_letters" in can else None,
    }
    return render(request, "partnerships/letter.html", context, status=422 if form.errors else 200)


def _move_batch(request: Request, found: Partnership, batch: str) -> None:
    try:
        before, after, channel = mail_actions.read_way(request.POST.get("way", ""))
        count = mail_actions.move_batch(batch, found.pk, before, after, by=request.actor, channel=channel)
    except (Refused, ValueError):
        messages.error(request, _("These letters cannot be moved that way."))
        return
    done = ngettext("%(count)d letter has been moved.", "%(count)d letters have been moved.", count)
    messages.success(request, done % {"count": count})


def _move(request: Request, row) -> bool:
    try:
        mail_actions.move_letter(row, State(request.POST.get("state", "")), by=request.actor)
        messages.success(request, _("The letter's state has been changed."))
    except (Refused, ValueError):
        messages.error(request, _("The letter had moved on meanwhile. Look at its state again."))
    return True


def _edit(request: Request, row, form: LetterForm) -> bool:
    if not form.is_valid():
        return False
    try:
        mail_actions.edit_letter(row, by=request.actor, **form.cleaned_data)
    except Refused as refusal:
        form.add_error(refusal.field, refusal.reason)
        return False
    messages.success(request, phrases.SAVED)
    return True
