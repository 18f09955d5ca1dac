"""Papers: one card, and the programme of all agreed cards of a partnership."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from spoiwo.documents.web import KINDS, file_response
from spoiwo.kit.request import Request
from spoiwo.partnerships.models import Partnership
from spoiwo.projects import queries
from spoiwo.projects.exports import card_paper as card_file
from spoiwo.projects.exports import programme_paper
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.permissions import card_verbs
from spoiwo.projects.views.cards import fetch


@login_not_required
def card_paper(request: Request, card_pk: int, format: str) -> HttpResponse:
    """The card as PDF or DOCX; with contacts for insiders."""
    found, can = fetch(request, card_pk)
    if format not in KINDS:
        raise Http404
    title = _("Concept card %(number)d %(title)s") % {"number": found.number, "title": found.title}
    return file_response(card_file(found, format, with_contact="view_contacts" in can), title, format)


@login_not_required
def programme(request: Request, partnership_slug: str, format: str) -> HttpResponse:
    """The partnership's programme of projects as PDF or DOCX: all agreed cards the reader may see."""
    seen = ConceptCard.objects.visible_to(request.actor).in_programme()
    partnership = get_object_or_404(
        Partnership.objects.filter(pk__in=seen.values("partnership")), slug=partnership_slug
    )
    if format not in KINDS:
        raise Http404
    can = card_verbs(request.actor, partnership_id=partnership.pk, is_public=True, state="agreed")
    cards = queries.programme_of(partnership, request.actor)
    paper = programme_paper(partnership, cards, format, with_contact="view_contacts" in can)
    return file_response(
        paper, _("Programme of projects %(name)s") % {"name": partnership.short_name}, format
    )
