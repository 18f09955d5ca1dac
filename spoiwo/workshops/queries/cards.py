"""Concept cards as tables, the projector and the facilitator see them."""

from spoiwo.projects.models import ConceptCard
from spoiwo.projects.queries import sections_of
from spoiwo.projects.rules import CardState
from spoiwo.workshops.models import Hall, Step, Table
from spoiwo.workshops.queries.stages import Stage


def open_cards(partnership_id: int) -> list[ConceptCard]:
    """Cards of the partnership that are still being worked on."""
    rows = ConceptCard.objects.filter(partnership=partnership_id, state=CardState.DRAFT)
    return list(rows.order_by("number"))


def filled(card: ConceptCard) -> tuple[int, int]:
    """How many of the card's texts are written, of how many."""
    texts = [section.text for section in sections_of(card)]
    return sum(bool(text) for text in texts), len(texts)


def tables_with_cards(step: Step) -> list[tuple[Table, tuple[int, int] | None]]:
    """Tables of the workshop with how far the card on each is."""
    rows = Table.objects.filter(meeting=step.meeting_id).select_related("card")
    return [(table, filled(table.card) if table.card else None) for table in rows]


def desk_stage(hall: Hall, step: Step, table: Table) -> Stage:
    """At the table: the card it elaborates, with the way to writing it."""
    card = table.card
    facts = {
        "card": card,
        "sections": sections_of(card) if card else [],
        "filled": filled(card) if card else None,
    }
    return Stage("workshops/guest/_card.html", facts)


def screen_stage(hall: Hall, step: Step) -> Stage:
    """On the screen: which table works on which card, and how far it is."""
    return Stage("workshops/screen/_cards.html", {"tables": tables_with_cards(step)})


def panel_stage(step: Step) -> Stage:
    """For the facilitator: the same, with the way to giving cards to tables."""
    return Stage("workshops/panel/_cards.html", {"tables": tables_with_cards(step)})
