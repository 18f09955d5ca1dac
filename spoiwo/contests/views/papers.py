"""Papers of an edition: minutes, score cards, diplomas, the list of laureates."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from spoiwo.contests.exports.declaration import declaration_pdf
from spoiwo.contests.exports.diplomas import diplomas_pdf
from spoiwo.contests.exports.laureates import laureates_paper
from spoiwo.contests.exports.minutes import cards as cards_pdf
from spoiwo.contests.exports.minutes import minutes as minutes_of
from spoiwo.contests.forms.papers import DiplomaForm
from spoiwo.contests.models import Edition, Sitting
from spoiwo.contests.queries.people import shut_out_of
from spoiwo.contests.rules.states import SETTLED, EditionState, is_past
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.documents.web import KINDS, file_response
from spoiwo.kit.request import Request


def papers(request: Request, edition_pk: int) -> HttpResponse:
    """What can be printed now, and what comes later."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    context = {
        "edition": edition,
        "can": can,
        "form": DiplomaForm(edition=edition),
        "sittings": edition.sittings.exclude(closed_at=None),
        "is_settled": edition.state in SETTLED,
        "has_cards": is_past(edition.state, EditionState.DELIBERATION),
    }
    return render(request, "contests/papers.html", context)


def minutes(request: Request, edition_pk: int, sitting_pk: int, format: str) -> HttpResponse:
    """The minutes of a closed sitting."""
    edition, _can = _whole(request, edition_pk)
    rows = Sitting.objects.exclude(closed_at=None)
    sitting = get_object_or_404(rows, pk=sitting_pk, edition=edition)
    sitting.edition = edition
    if format not in KINDS:
        raise Http404
    return file_response(
        minutes_of(sitting, format), f"{_('Minutes of the commission')} {edition.name}", format
    )


def cards_paper(request: Request, edition_pk: int) -> HttpResponse:
    """Every submitted score card, as an annex of the minutes."""
    edition, _can = _whole(request, edition_pk)
    if not is_past(edition.state, EditionState.DELIBERATION):
        raise Http404
    return file_response(cards_pdf(edition), f"{_('Score cards')} {edition.name}", "pdf")


def diplomas(request: Request, edition_pk: int) -> HttpResponse:
    """Diplomas of a sealed result."""
    edition, can = _whole(request, edition_pk)
    if edition.state not in SETTLED:
        raise Http404
    form = DiplomaForm(request.GET or {"paper": "a4"}, edition=edition)
    if not form.is_valid():
        context = {"edition": edition, "can": can, "form": form, "is_settled": True, "has_cards": True}
        return render(request, "contests/papers.html", context, status=422)
    data = form.cleaned_data
    awards = [data["award"]] if data["award"] else list(edition.awards.select_related("category"))
    signs = (data["signer"], data["function"])
    content = diplomas_pdf(edition, awards, paper=data["paper"], town=data["town"], signs=signs)
    return file_response(content, f"{_('Diplomas')} {edition.name} {data['paper'].upper()}", "pdf")


def declaration(request: Request, edition_pk: int, member_pk: int) -> HttpResponse:
    """A member's declaration of impartiality, for the files of the contest."""
    edition, _can = _whole(request, edition_pk)
    rows = edition.members.exclude(declared_at=None).select_related("user")
    member = get_object_or_404(rows, pk=member_pk)
    member.edition = edition
    return file_response(declaration_pdf(member), f"{_('Declaration of impartiality')} {member}", "pdf")


def laureates_list(request: Request, edition_pk: int) -> HttpResponse:
    """The list of laureates of a sealed result, for the gala and the press."""
    edition, _can = _whole(request, edition_pk)
    if edition.state not in SETTLED:
        raise Http404
    return file_response(laureates_paper(edition), f"{_('Laureates')} {edition.name}", "pdf")


def _whole(request: Request, edition_pk: int) -> tuple[Edition, set[str]]:
    """An edition whose papers name every entry: not for who is shut out of one before the result is sealed."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    if edition.state not in SETTLED and shut_out_of(edition, request.actor):
        raise Http404
    return edition, can
