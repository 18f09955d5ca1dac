"""Beginning an entry: on the public page, from a concept card, from an earlier entry; the nominated body's consent."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from spoiwo.contests.actions import entering as actions
from spoiwo.contests.forms.entering import AgainForm, EditionForm, EnterForm
from spoiwo.contests.models import Category, Edition
from spoiwo.contests.queries.editions import deadline_in_words, open_editions, organiser_of, takes_entries
from spoiwo.contests.queries.writing import Draft, is_nomination, office_contact
from spoiwo.contests.rules.states import WriterKind
from spoiwo.contests.rules.writing import Head, Person
from spoiwo.contests.views.fetching import writer_of
from spoiwo.contests.views.guests import guest_page
from spoiwo.kit.request import Refused, Request
from spoiwo.projects.models import ConceptCard


@login_not_required
def enter(request: Request, slug: str, year: int) -> HttpResponse:
    """The first page of an entry; its address goes to the mailbox and is never shown here."""
    rows = Edition.objects.visible_to(request.actor).select_related(
        "contest__partnership", "contest__organiser"
    )
    edition = get_object_or_404(rows, contest__slug=slug, year=year)
    context = _about(edition)
    if not takes_entries(edition):
        return guest_page(request, "closed", context)
    form = EnterForm(request.POST or None, edition=edition)
    if form.is_valid() and _begun(form):
        return guest_page(request, "begun", context | {"email": form.cleaned_data["email"]})
    return guest_page(request, "enter", context | {"form": form}, is_wrong=bool(form.errors))


def entry_from_card(request: Request, card_pk: int) -> HttpResponse:
    """Somebody of a partnership enters what a concept card describes."""
    card = get_object_or_404(ConceptCard.objects.visible_to(request.actor), pk=card_pk)
    if not (request.actor.is_admin or request.actor.roles.get(card.partnership_id)):
        raise PermissionDenied
    editions = open_editions(request.actor)
    chosen = EditionForm(request.GET if "edition" in request.GET else None, editions=editions)
    if len(editions) != 1 and not chosen.is_valid():
        return render(
            request, "contests/entry_from_card.html", {"card": card, "chosen": chosen, "editions": editions}
        )
    edition = chosen.cleaned_data["edition"] if chosen.is_valid() else editions[0]
    form = EnterForm(request.POST or None, edition=edition, initial=_known(card, request))
    if form.is_valid() and _begun(form, by=request.actor, card=card):
        messages.success(
            request, _("The entry has been begun; the address to write it under is in your mail.")
        )
        return redirect(card)
    context = {"card": card, "form": form, **_about(edition)}
    return render(request, "contests/entry_from_card.html", context, status=422 if form.errors else 200)


@login_not_required
def entry_from_entry(request: Request, secret: str) -> HttpResponse:
    """The same writer begins a new entry with the answers of this one."""
    writer = writer_of(secret)
    earlier = writer.entry
    editions = open_editions(request.actor)
    form = AgainForm(request.POST or None, editions=editions)
    if form.is_valid():
        try:
            category: Category = form.cleaned_data["category"]
            head = Head(earlier.title, earlier.organisation_name, earlier.organisation_kind, earlier.place)
            person = Person(writer.name, writer.email, writer.phone)
            texts = actions.earlier_texts(category, earlier)
            actions.begin_entry(category, head, person, texts=texts, origin=earlier)
            return guest_page(request, "begun", _about(category.edition) | {"email": writer.email})
        except Refused as problem:
            form.add_error(None, problem.reason)
    context = {
        **_about(earlier.edition),
        "form": form,
        "writer": writer,
        "entry": earlier,
        "editions": editions,
    }
    return guest_page(request, "again", context, is_wrong=bool(form.errors))


@login_not_required
def writing_agreement(request: Request, secret: str) -> HttpResponse:
    """The nominated body reads who nominates it for what, and agrees."""
    writer = writer_of(secret)
    if writer.kind != WriterKind.AUTHOR or not is_nomination(writer.entry):
        raise Http404
    if request.method == "POST":
        actions.agree(writer)
        messages.success(request, _("Thank you. The entry can be submitted now; you can write it together."))
        return redirect("contests:writing", secret)
    by = writer.entry.writers.filter(kind=WriterKind.NOMINATOR).first()
    context = {**_about(writer.entry.edition), "writer": writer, "entry": writer.entry, "nominator": by}
    return guest_page(request, "agreement", context | {"draft": Draft(writer.entry)})


def _begun(form: EnterForm, *, by: Any = None, card: ConceptCard | None = None) -> bool:
    """Whether the entry has been begun; what stands against it is put into the form."""
    category = form.cleaned_data["category"]
    texts = actions.card_texts(category, card) if card else {}
    try:
        actions.begin_entry(
            category,
            form.head(),
            form.person(),
            by=by,
            nominated=form.nominated(),
            texts=texts,
            origin=card,
        )
    except Refused as problem:
        form.add_error(problem.field, problem.reason)
        return False
    return True


def _known(card: ConceptCard, request: Request) -> dict[str, Any]:
    body = card.leader_organisation
    known: dict[str, Any] = {"title": card.title, "name": request.actor.name, "email": request.user.email}
    if body:
        known |= {"organisation_name": body.name, "organisation_kind": body.kind, "place": body.place}
    return known


def _about(edition: Edition) -> dict[str, Any]:
    return {
        "edition": edition,
        "contest": edition.contest,
        "organiser": organiser_of(edition.contest),
        "deadline": deadline_in_words(edition),
        "contact": office_contact(edition),
    }
