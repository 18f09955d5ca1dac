"""Documents of an agreement: PDF and DOCX from the same blocks."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from spoiwo.documents.blocks import blocks_docx, blocks_pdf
from spoiwo.documents.web import file_response
from spoiwo.kit.dates import parse_day, today, written_day
from spoiwo.kit.request import Request
from spoiwo.partnerships import exports
from spoiwo.partnerships.queries.agreements import agreement_on
from spoiwo.partnerships.views.agreements import fetch_agreement

MAKERS = {"pdf": blocks_pdf, "docx": blocks_docx}


@login_not_required
def document(request: Request, slug: str, pk: int, name: str, format: str) -> HttpResponse:
    """The agreement, the list of parties as at a day, or a blank accession declaration."""
    agreement, _can = fetch_agreement(request, slug, pk, "download")
    state = agreement_on(agreement, parse_day(request.GET.get("at")) or today())
    if name == "agreement":
        version = state.version or agreement.versions.all()[0]
        sections = list(version.sections.all())
        if not sections:
            raise Http404  # nobody wrote down what stands in it
        return _answer(format, exports.agreement_blocks(agreement, state, sections), agreement.title)
    if name == "parties":
        title = f"Wykaz stron – stan na {written_day(state.day)}"
        return _answer(format, exports.party_blocks(state), title, agreement.partnership.name)
    if name == "declaration":
        return _answer(
            format,
            exports.declaration_blocks(agreement),
            "Deklaracja przystąpienia",
            agreement.partnership.name,
        )
    raise Http404


def declaration(request: Request, slug: str, pk: int, party_pk: int, format: str) -> HttpResponse:
    """The accession declaration filled in for one body."""
    agreement, _can = fetch_agreement(request, slug, pk, "view_inside")
    party = get_object_or_404(
        agreement.parties.select_related("organisation", "representative__person"), pk=party_pk
    )
    title = "Deklaracja przystąpienia"
    return _answer(format, exports.declaration_blocks(agreement, party), title, agreement.partnership.name)


def _answer(format: str, blocks: list, title: str, subtitle: str = "") -> HttpResponse:
    if format not in MAKERS:
        raise Http404
    footer = f"Wydruk z {written_day(today())}"
    content = MAKERS[format](
        blocks, title=title, language=exports.LANGUAGE, subtitle=subtitle or None, footer=footer
    )
    return file_response(content, title, format)
