"""Entries at the office: the list, one entry with its submissions."""

from django.http import HttpResponse
from django.shortcuts import render

from spoiwo.contests.models import Entry
from spoiwo.contests.queries.submissions import answers_of
from spoiwo.contests.views.fetching import fetch_edition, fetch_entry
from spoiwo.kit.request import Request


def entries(request: Request, edition_pk: int) -> HttpResponse:
    """The received entries that the actor may see."""
    edition, can = fetch_edition(request, edition_pk, "read_entries")
    rows = Entry.objects.visible_to(request.actor).filter(edition=edition).order_by("number")
    context = {"edition": edition, "can": can, "rows": rows.select_related("category")}
    return render(request, "contests/entries.html", context)


def entry(request: Request, edition_pk: int, entry_pk: int) -> HttpResponse:
    """One entry as it was submitted last."""
    found, can = fetch_entry(request, edition_pk, entry_pk)
    latest = found.latest
    context = {"edition": found.edition, "can": can, "entry": found, "latest": latest}
    context["answers"] = answers_of(latest) if latest else []
    return render(request, "contests/entry.html", context)
