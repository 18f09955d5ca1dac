"""Screening: criteria of a step, and the marks people give."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Criterion, Proposal, Rating, Slip, Step
from spoiwo.workshops.rules.states import ProposalState

USUAL = Path(__file__).resolve().parent.parent / "data" / "criteria.pl.toml"


@transaction.atomic
def save_criteria(step: Step, rows: Sequence[Mapping[str, Any]], *, by: Actor) -> None:
    """Replaces the criteria by these, in their order; once somebody has rated they stay, or marks would change meaning."""
    step = Step.objects.select_for_update().select_related("meeting").get(pk=step.pk)
    if Rating.objects.filter(criterion__step=step).exists():
        raise Refused(_("Somebody has rated already, so the criteria stay as they are."))
    step.criteria.all().delete()
    Criterion.objects.bulk_create(
        Criterion(step=step, order=order, **values) for order, values in enumerate(rows, 1)
    )
    audit.record(Verb.CRITERIA_EDITED, step, by=by, scope=step.meeting.partnership_id, count=len(rows))


def usual_criteria() -> list[dict[str, Any]]:
    """The criteria a screening usually begins with."""
    with USUAL.open("rb") as file:
        return tomllib.load(file)["criterion"]


@transaction.atomic
def rate(step: Step, slip: Slip, proposal: Proposal, marks: Mapping[int, int | None]) -> None:
    """One person's marks of one proposal: criterion → mark, None for “cannot judge”. A later mark replaces the earlier.

    Raises `Refused` where the step is closed, a criterion is another step's, or a mark is off its scale.
    """
    Slip.objects.select_for_update().get(pk=slip.pk)
    if not step.is_open:
        raise Refused(_("Rating is over in this step."))
    if proposal.state != ProposalState.ENTERED:
        raise Refused(_("This proposal is not being rated any more."))
    criteria = {one.pk: one for one in step.criteria.all()}
    for pk, value in marks.items():
        if pk not in criteria or (value is not None and not criteria[pk].low <= value <= criteria[pk].high):
            raise Refused(_("Choose a mark that is on the scale."))
    for pk, value in marks.items():
        Rating.objects.update_or_create(
            slip=slip, proposal=proposal, criterion=criteria[pk], defaults={"value": value}
        )
