"""From a looked-through proposal to a record of another room, by that room's own actions."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from spoiwo.archive.actions.accepting.agreements import make_agreement
from spoiwo.archive.actions.accepting.awards import make_award
from spoiwo.archive.actions.accepting.meetings import make_meeting
from spoiwo.archive.actions.accepting.names import make_organisation, make_person
from spoiwo.archive.actions.accepting.projects import make_project
from spoiwo.archive.models import Proposal
from spoiwo.archive.rules.states import FactKind
from spoiwo.kit.actor import Actor

_MAKERS: Mapping[FactKind, Callable[..., Model]] = {
    FactKind.ORGANISATION: make_organisation,
    FactKind.PERSON: make_person,
    FactKind.AGREEMENT: make_agreement,
    FactKind.MEETING: make_meeting,
    FactKind.TRAINING: make_meeting,
    FactKind.PROJECT: make_project,
    FactKind.AWARD: make_award,
}


def make(proposal: Proposal, values: Mapping[str, Any], *, by: Actor) -> Model:
    """The record that `values` describe, in the room of its kind; raises `Refused` where that room refuses it."""
    return _MAKERS[FactKind(proposal.kind)](proposal.source, values, by=by)
