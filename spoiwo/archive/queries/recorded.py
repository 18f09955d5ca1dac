"""What the records say that a proposal may mean, beside what the source says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.utils.timezone import localdate

from spoiwo.archive.labels import FIELD_LABELS
from spoiwo.archive.models import Proposal
from spoiwo.archive.queries.candidates import candidates, day_of
from spoiwo.archive.queries.proposing import said
from spoiwo.archive.queries.sources import wording
from spoiwo.archive.rules.matching import disagreements
from spoiwo.archive.rules.states import FactKind
from spoiwo.contests.models import Award
from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import Meeting
from spoiwo.partnerships.models import Agreement
from spoiwo.partnerships.rules import ActKind
from spoiwo.projects.models import Project

_FETCHED = {
    FactKind.AGREEMENT: "acts",
    FactKind.MEETING: "commune",
    FactKind.TRAINING: "commune",
    FactKind.PROJECT: "lead_organisation",
    FactKind.AWARD: "category",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which the record says something else than the source."""

    label: str
    recorded: Any
    told: Any


@dataclass(frozen=True, slots=True)
class Likeness:
    """A record that may be meant, with where it contradicts the source."""

    record: Model
    differences: list[Difference]


def likenesses(proposal: Proposal, actor: Actor) -> list[Likeness]:
    """Records that may be meant, those that contradict least and are likeliest first; one query more than `candidates`."""
    kind, values = FactKind(proposal.kind), said(proposal)
    records = candidates(kind, values, proposal.source, actor)
    if kind in _FETCHED:
        prefetch_related_objects(records, _FETCHED[kind])
    found = [Likeness(record, _differences(kind, values, record)) for record in records]
    return sorted(found, key=lambda one: len(one.differences))


def _differences(kind: FactKind, values: Mapping[str, Any], record: Model) -> list[Difference]:
    recorded = _TOLD[kind](record, values) if kind in _TOLD else {}
    return [
        Difference(str(FIELD_LABELS[one.field]), wording(one.field, one.other), wording(one.field, one.one))
        for one in disagreements(kind, values, recorded)
    ]


def _agreement(record: Agreement, values: Mapping[str, Any]) -> dict[str, Any]:
    """The day of signature that the source means; where none is, the first."""
    days = sorted(act.done_on for act in record.acts.all() if act.kind == ActKind.SIGNED)
    told = day_of(values.get("date"))
    return {"date": str(told if told in days else days[0])} if days else {}


def _meeting(record: Meeting, _values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "date": str(localdate(record.starts_at)),
        "end_date": str(localdate(record.ends_at)),
        "place": record.commune.name if record.commune else "",
        "came": record.head_count,
        "participants": record.head_count,
    }


def _project(record: Project, _values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "programme": record.programme,
        "measure": record.measure,
        "lead": record.lead or str(record.lead_organisation or ""),
        "value": float(record.value) if record.value is not None else None,
    }


def _award(record: Award, _values: Mapping[str, Any]) -> dict[str, Any]:
    return {"rank": record.times, "category": record.category.name if record.category else ""}


_TOLD: Mapping[FactKind, Callable[[Any, Mapping[str, Any]], dict[str, Any]]] = {
    FactKind.AGREEMENT: _agreement,
    FactKind.MEETING: _meeting,
    FactKind.TRAINING: _meeting,
    FactKind.PROJECT: _project,
    FactKind.AWARD: _award,
}
