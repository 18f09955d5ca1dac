"""The partners and the budget sketch of a card, each saved as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.projects.audit import Verb
from spoiwo.projects.labels import BAR_SENTENCES
from spoiwo.projects.models import CardCost, CardPartner, ConceptCard
from spoiwo.projects.rules import bar_to_editing
from spoiwo.register.models import Organisation

MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner to be: the record of the register where it is known, else the name alone."""

    name: str
    brings: str = ""
    organisation: Organisation | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost to be, in złoty."""

    what: str
    amount: Decimal
    source: str = ""


@transaction.atomic
def save_partners(card: ConceptCard, partners: Sequence[Partner], *, by: Actor) -> ConceptCard:
    """The partners in their order; those there before are replaced."""
    _lock(card)
    card.partners.all().delete()
    CardPartner.objects.bulk_create(
        CardPartner(
            card=card,
            order=order,
            name=one.name[:300],
            brings=one.brings[:300],
            organisation=one.organisation,
        )
        for order, one in enumerate(partners[:MOST_ROWS], 1)
    )
    audit.record(Verb.PARTNERS_EDITED, card, by=by, scope=card.partnership_id, partners=len(partners))
    return card


@transaction.atomic
def save_costs(card: ConceptCard, costs: Sequence[Cost], *, by: Actor) -> ConceptCard:
    """The budget sketch in its order; the costs there before are replaced. Raises `Refused` for one below zero."""
    _lock(card)
    if any(one.amount < 0 for one in costs):
        raise Refused(_("A cost cannot be below zero."))
    card.costs.all().delete()
    CardCost.objects.bulk_create(
        CardCost(card=card, order=order, what=one.what[:200], amount=one.amount, source=one.source[:200])
        for order, one in enumerate(costs[:MOST_ROWS], 1)
    )
    audit.record(Verb.BUDGET_EDITED, card, by=by, scope=card.partnership_id, costs=len(costs))
    return card


def _lock(card: ConceptCard) -> None:
    """Two who save at once come one after the other; a dropped card rests."""
    held = ConceptCard.objects.select_for_update().get(pk=card.pk)
    if bar := bar_to_editing(held.state, []):
        raise Refused(BAR_SENTENCES[bar])
