"""What is proposed from a document: its facts as rows, with what a person should look at first."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from spoiwo.archive.models import Proposal, Source
from spoiwo.archive.queries.candidates import day_of
from spoiwo.archive.rules.doubt import doubt_of, share_repaired
from spoiwo.archive.rules.initial import office_of, parties_of
from spoiwo.archive.rules.matching import disagreements, is_same, match_key, values_of
from spoiwo.archive.rules.states import RECORDS, FactKind, ProposalState
from spoiwo.places.models import Unit
from spoiwo.polish.gazetteer import Gazetteer
from spoiwo.reading import Document, Known, find_facts
from spoiwo.register.models import Organisation, Person

_ORDER = {kind: place for place, kind in enumerate(FactKind)}


def proposals_of(source: Source, document: Document) -> list[Proposal]:
    """A row for every fact of the document, in the order a person decides; nothing is written."""
    facts = find_facts(
        document.text, published=document.told_on, gazetteer=gazetteer(), known=known_names(source)
    )
    facts.sort(key=lambda fact: (_ORDER[FactKind(fact.kind)], fact.start))
    return [_proposal(source, fact, order) for order, fact in enumerate(facts, 1)]


def known_names(source: Source) -> Known:
    """Names of the register, which the reader trusts more: organisations of all, people of the partnership's own book."""
    organisations = Organisation.objects.current().values_list("name", "pk")
    people = Person.objects.current().filter(book=source.partnership.book_id)
    return Known(
        organisations={name: str(pk) for name, pk in organisations},
        people={
            f"{given} {family}": str(pk)
            for given, family, pk in people.values_list("given_name", "family_name", "pk")
        },
    )


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The official places; built once in a process, since a newer register is rare and needs a new start."""
    return Gazetteer.shipped()


def conflicts_of(proposal: Proposal, others: Iterable[Proposal]) -> list[dict[str, Any]]:
    """Where other sources contradict this one: the other proposal with what differs."""
    mine = said(proposal)
    found = []
    for other in others:
        theirs = said(other)
        if other.source_id != proposal.source_id and is_same(proposal.kind, mine, theirs):
            differing = disagreements(proposal.kind, mine, theirs)
            if differing:
                found.append({"proposal": other, "differing": differing})
    return found


def rivals(partnership_id: int, kinds: Sequence[str] = RECORDS) -> list[Proposal]:
    """Proposals of the partnership that another source may contradict: all that were not rejected."""
    rows = Proposal.objects.filter(source__partnership=partnership_id, kind__in=kinds)
    return list(rows.exclude(state=ProposalState.REJECTED).exclude(match_key="").select_related("source"))


def said(proposal: Proposal) -> dict[str, Any]:
    """What the source says in the proposal, or what a person made of it."""
    return {
        **values_of(proposal.fields),
        **{name: value for name, value in proposal.decided.items() if value},
    }


def parties_said(proposal: Proposal) -> list[dict[str, str]]:
    """The parties of an agreement the source tells of, each with who spoke for it."""
    order = [one["name"] for one in sorted(proposal.fields, key=lambda one: one["start"])]
    return parties_of(said(proposal), order)


def body_of(person: Proposal) -> str:
    """Where the person of a proposal holds the function: as the source says, or for whom the person signed there, or the body
    whose name the function bears."""
    told = said(person)
    if told.get("organisation"):
        return str(told["organisation"])
    name = str(told.get("name") or "")
    for agreement in person.source.proposals.filter(kind=FactKind.AGREEMENT):
        for party in parties_said(agreement):
            if name and any(part.startswith(name) for part in party["signatory"].split("; ")):
                return party["name"]
    return office_of(str(told.get("function") or ""))


def last_day_of(proposal: Proposal) -> str:
    """The last day of what lasted several: as the proposal says, else as the same words are read as days."""
    if told := said(proposal).get("end_date"):
        return str(told)
    words = {(one["start"], one["end"]) for one in proposal.fields if one["name"] == "date"}
    for row in proposal.source.proposals.filter(kind=FactKind.DATE):
        for one in row.fields:
            if one["name"] == "end" and (one["start"], one["end"]) in words:
                return str(one["value"])
    return ""


def day_of_paper(source: Source) -> dt.date | None:
    """The day the source speaks of what is: of its publication, else the latest full day it tells that was not still to come
    when it was brought in."""
    if told := source.first_published_on or source.published_on:
        return told
    rows = source.proposals.filter(kind=FactKind.DATE)
    days = [day_of(values_of(row.fields).get("value")) for row in rows]
    return max((day for day in days if day and day <= source.added_at.date()), default=None)


def doubt_about(source: Source, rows: Sequence[Proposal], layout: Mapping[str, Any], text: str) -> int:
    """How much the source wants a person's eye."""
    weighed = [row for row in rows if row.kind in RECORDS and row.state == ProposalState.PROPOSED]
    others = rivals(source.partnership_id) if weighed else []
    return doubt_of(
        [row.confidence for row in weighed],
        conflicts=sum(bool(conflicts_of(row, others)) for row in weighed),
        repaired=share_repaired(layout, len(text.split())),
        moved=len(layout.get("moved", ())),
        warnings=len(layout.get("warnings", ())),
        is_scan=bool(layout.get("is_scan")),
        likeness=source.likeness,
    )


def units_of(rows: Iterable[Proposal]) -> list[Unit]:
    """Places the document speaks of, by their codes; one query."""
    codes = {values_of(row.fields).get("teryt") for row in rows if row.kind == FactKind.PLACE} - {None}
    return list(Unit.objects.valid().filter(code__in=codes))


def kept_fields(fact: Any) -> list[dict[str, Any]]:
    """The fields of a fact as a proposal keeps them."""
    return [
        {
            "name": field.name,
            "value": field.value,
            "start": field.start,
            "end": field.end,
            "confidence": round(field.confidence, 2),
        }
        for field in fact.fields
    ]


def _proposal(source: Source, fact: Any, order: int) -> Proposal:
    fields = kept_fields(fact)
    return Proposal(
        source=source,
        kind=fact.kind,
        order=order,
        fields=fields,
        start=fact.start,
        end=fact.end,
        mentions=[list(span) for span in fact.mentions],
        confidence=round(fact.confidence, 2),
        match_key=match_key(fact.kind, values_of(fields)),
    )
