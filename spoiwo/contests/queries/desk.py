"""The secretary's desk: the way of the edition, what comes next, and figures that lead to their records."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.functional import Promise

from spoiwo import audit
from spoiwo.contests.labels import EDITION_LABELS, LACK_SENTENCES
from spoiwo.contests.models import Edition, Entry, Reading
from spoiwo.contests.queries.editions import lacks_before, standing_of
from spoiwo.contests.queries.people import shut_out_of
from spoiwo.contests.rules.states import EDITION_NEXT, IN_ORDER, EditionState, EntryState, ReadingState
from spoiwo.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class Move:
    """A state the edition can be moved to from its desk, and what stands against it."""

    state: str
    label: str | Promise
    is_back: bool
    lacks: list[str]


def desk_of(edition: Edition, actor: Actor) -> dict[str, Any]:
    """Figures without the entries the reader is shut out of, the stations of the way, the possible moves."""
    entries = Entry.objects.filter(edition=edition, is_sample=False)
    entries = entries.exclude(pk__in=shut_out_of(edition, actor))
    states = dict(entries.order_by().values_list("state").annotate(Count("pk")))
    readings = Reading.objects.filter(entry__in=entries).exclude(state=ReadingState.RECUSED)
    cards = readings.aggregate(all=Count("pk"), done=Count("pk", filter=Q(state=ReadingState.SUBMITTED)))
    return {
        "drafts": states.get(EntryState.DRAFT, 0),
        "received": sum(states.values())
        - states.get(EntryState.DRAFT, 0)
        - states.get(EntryState.WITHDRAWN, 0),
        "undecided": states.get(EntryState.SUBMITTED, 0) + states.get(EntryState.CORRECTIONS, 0),
        "admitted": states.get(EntryState.ADMITTED, 0),
        "cards": cards,
        "standing": standing_of(edition),
        "way": [(state, EDITION_LABELS[state]) for state in IN_ORDER],
        "moves": moves_of(edition),
        "history": audit.history(kind="contests.edition", object_id=edition.pk, size=20).object_list,
    }


def moves_of(edition: Edition) -> list[Move]:
    """Where the edition can be moved by the secretary; to the seal and beyond leads the verdict."""
    here = EditionState(edition.state)
    order = {state: place for place, state in enumerate(IN_ORDER)}
    reachable = EDITION_NEXT[here] - {EditionState.SEALED, EditionState.PUBLISHED}
    # What leads on stands first, then what leads back, calling off last.
    wanted = sorted(
        reachable, key=lambda state: (state not in order, order.get(state, 99) < order.get(here, 0))
    )
    return [
        Move(
            state,
            EDITION_LABELS[state],
            state in order and order[state] < order[here],
            [str(LACK_SENTENCES[lack]) for lack in lacks_before(edition, state)],
        )
        for state in wanted
    ]
