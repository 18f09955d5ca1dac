"""The partnership's outbox."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from spoiwo.documents.web import table_response
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, page_or_fragment, require
from spoiwo.mail import actions as mail_actions
from spoiwo.mail.post import outbox
from spoiwo.mail.rules import State
from spoiwo.partnerships import exports
from spoiwo.partnerships.forms.partnerships import LetterFilters
from spoiwo.partnerships.views.partnerships import fetch

SORTS = {
    "written": ("-created_at",),
    "subject": ("subject",),
    "addressee": ("to_name", "to"),
    "state": ("state",),
}


def letters(request: Request, slug: str) -> HttpResponseBase:
    """Every letter of the partnership with what became of it."""
    found, can = fetch(request, slug, "view_letters")
    listing = Listing(request, outbox(frozenset({found.pk})), sorts=SORTS, filters=LetterFilters)
    if listing.export:
        return table_response(exports.letter_table(listing.queryset), listing.export)
    context = {"partnership": found, "can": can, "listing": listing}
    return page_or_fragment(request, "partnerships/letters.html", "rows", context)


def letter(request: Request, slug: str, pk: int) -> HttpResponse:
    """One letter; a held one can be let go, a waiting one held, a doubtful one settled."""
    found, can = fetch(request, slug, "view_letters")
    row = get_object_or_404(outbox(frozenset({found.pk})), pk=pk)
    if request.POST:
        require(can, "hold_letters")
        try:
            mail_actions.move_letter(row, State(request.POST.get("state", "")), by=request.actor)
            messages.success(request, _("The letter's state has been changed."))
        except (Refused, ValueError):
            messages.error(request, _("The letter had moved on meanwhile. Look at its state again."))
        return redirect("partnerships:letter", found.slug, row.pk)
    choices = mail_actions.ways_on(row)
    return render(
        request,
        "partnerships/letter.html",
        {"partnership": found, "can": can, "letter": row, "ways": choices},
    )
