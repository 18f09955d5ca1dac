"""The example archive: five notes, retold in our own words, are read; what they tell of is joined with the records or accepted.

The scan from Serpelice is left to be decided on, and an announcement that errs about a day shows two sources that disagree.
"""

from pathlib import Path

from django.core.files.base import ContentFile
from django.utils.translation import override

from spoiwo.archive.actions.bringing import bring
from spoiwo.archive.actions.deciding import accept, confirm_notes, join, move_source
from spoiwo.archive.actions.known import join_known
from spoiwo.archive.forms.deciding import FORMS, parties_from, party_rows
from spoiwo.archive.models import Proposal, Source
from spoiwo.archive.queries.candidates import candidates
from spoiwo.archive.queries.proposing import parties_said, said
from spoiwo.archive.rules.states import NOTES, RECORDS, FactKind, ProposalState, SourceState
from spoiwo.archive.tasks import read_source
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.partnerships.models import Partnership

PAPERS = Path(__file__).resolve().parent / "data" / "papers"
# Whose archive holds which papers; those of the second list wait for a person.
KEPT = {
    "plock": (("plock-2005.html",), ("serpelice-2005.txt",)),
    "nowy-dwor-mazowiecki": (("nowy-dwor-2024.txt",), ("nowy-dwor-zapowiedz.txt",)),
    "biuro-konkursu": (("opoczno-2019.txt", "jaworzno-2020.txt"), ()),
}


def load_archive() -> None:
    """Brings the papers in, reads and decides on them, for each partnership whose archive is empty; some seconds."""
    for slug, (decided, waiting) in KEPT.items():
        partnership = Partnership.objects.filter(slug=slug).first()
        if partnership and not partnership.sources.exists():
            with override(LANGUAGE):
                for source in _brought(partnership, (*decided, *waiting)):
                    if source.name in decided:
                        _decide(source)


def _brought(partnership: Partnership, names: tuple[str, ...]) -> list[Source]:
    files = [ContentFile((PAPERS / name).read_bytes(), name=name) for name in names]
    shipment = bring(partnership, files, by=SYSTEM, name="Przykładowe notatki")
    for pk in shipment.sources.values_list("pk", flat=True):
        read_source.func(pk)
    return list(shipment.sources.order_by("pk"))


def _decide(source: Source) -> None:
    """As a clerk would: names of the register and records that exist are joined, the rest is accepted as proposed."""
    join_known(source, by=SYSTEM)
    for proposal in source.proposals.filter(kind__in=RECORDS, state=ProposalState.PROPOSED):
        proposal.source = source
        similar = candidates(proposal.kind, said(proposal), source, SYSTEM)
        if similar and proposal.kind not in (FactKind.ORGANISATION, FactKind.PERSON):
            join(proposal, similar[0], by=SYSTEM)
        else:
            _accept(proposal)
    notes = source.proposals.filter(kind__in=NOTES).values_list("pk", flat=True)
    confirm_notes(source, list(notes), by=SYSTEM)
    if not source.proposals.filter(kind__in=RECORDS, state=ProposalState.PROPOSED).exists():
        move_source(source, SourceState.DONE, by=SYSTEM)


def _accept(proposal: Proposal) -> None:
    empty = FORMS[FactKind(proposal.kind)](proposal=proposal, actor=SYSTEM)
    form = type(empty)(empty.as_typed(), proposal=proposal, actor=SYSTEM)
    if not form.is_valid():
        return
    given = form.values
    if proposal.kind == FactKind.AGREEMENT:
        rows = party_rows(proposal, _typed_rows(proposal))
        given |= {"parties": parties_from(rows, SYSTEM) if rows.is_valid() else []}
    try:
        accept(proposal, given, by=SYSTEM)
    except Refused:
        return  # what a room refuses waits for a person, in the examples as in life


def _typed_rows(proposal: Proposal) -> dict[str, str]:
    first = parties_said(proposal)
    data = {"party-TOTAL_FORMS": str(len(first)), "party-INITIAL_FORMS": "0"}
    for number, row in enumerate(first):
        data |= {f"party-{number}-{name}": value for name, value in row.items()}
    return data
