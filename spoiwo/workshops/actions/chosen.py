"""What was chosen goes on: a concept card is begun for each chosen proposal, with all that is known of it."""

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.projects.actions.cards import start_card
from spoiwo.projects.actions.rows import Cost, save_costs
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.rules import LONGEST, CardState
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Option, Proposal, Vote
from spoiwo.workshops.queries.votes import Outcome
from spoiwo.workshops.rules.states import VoteState

TEXTS = {
    "problem": "problem",
    "for_whom": "target_group",
    "what": "actions",
    "who": "partners_note",
    "what_is_there": "resources",
    "what_is_needed": "needs",
}
"""What of a proposal becomes which text of a card."""


@transaction.atomic
def begin_cards(vote: Vote, *, by: Actor) -> list[ConceptCard]:
    """A card for each chosen option that has none yet; the cards that were begun now.

    Cards of a run-off are begun in the vote it belongs to, together with those chosen at once.
    """
    rows = Vote.objects.select_for_update(of=("self",)).select_related("step__meeting__partnership")
    held = rows.get(pk=vote.pk)
    if held.state != VoteState.CLOSED or held.run_off_of_id:
        raise Refused(
            _("Cards are begun from a closed vote; those of a run-off from the vote it belongs to.")
        )
    found = Outcome(held)
    wanted = [option for option in found.chosen if not option.card_id]
    begun = [_begin(held, option, found.parts_of(option), by=by) for option in wanted]
    if begun:
        scope = held.step.meeting.partnership_id
        audit.record(Verb.CARDS_BEGUN, held, by=by, scope=scope, cards=[card.pk for card in begun])
    return begun


def _begin(vote: Vote, option: Option, parts: Sequence[Option], *, by: Actor) -> ConceptCard:
    """A card of that title that is there already is taken up, not doubled."""
    partnership = vote.step.meeting.partnership
    origins = _origins(parts)
    alike = ConceptCard.objects.filter(partnership=partnership, title=option.title)
    card = alike.exclude(state=CardState.DROPPED).first()
    if card is None:
        table = origins[0].table if origins else None
        card = start_card(
            partnership,
            option.title,
            by=by,
            texts=_texts(origins),
            group_label=table.name if table else "",
            origin=origins[0] if origins else vote,
        )
        if costs := _costs(parts):
            save_costs(card, costs, by=by)
    for origin in (*origins, vote):
        trail.link(origin, card, "card", by=by)
    Option.objects.filter(pk=option.pk).update(card=card)
    return card


def _origins(parts: Sequence[Option]) -> list[Proposal]:
    """The proposals behind the options; the joint one where they were joined."""
    return list(dict.fromkeys(one.proposal.merged_into or one.proposal for one in parts if one.proposal))


def _texts(origins: Sequence[Proposal]) -> dict[str, str]:
    """Of many joined ones as much as a card holds; the whole stands in the proposals, one step back on the trail."""
    joint = {
        ours: "\n".join(filter(None, (getattr(one, name) for one in origins))) for name, ours in TEXTS.items()
    }
    return {name: text[:LONGEST] for name, text in joint.items() if text}


def _costs(parts: Sequence[Option]) -> list[Cost]:
    """A line for each part: what stood on the ballot, else what its proposal estimated."""
    known: list[tuple[str, Decimal | None]] = [
        (one.title, one.cost if one.cost is not None else one.proposal.cost if one.proposal else None)
        for one in parts
    ]
    return [Cost(name, amount) for name, amount in known if amount is not None]
