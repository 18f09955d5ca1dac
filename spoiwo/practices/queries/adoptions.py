"""Adoptions as a page shows them: a tree, with links to projects and cards the reader may open."""

from dataclasses import dataclass

from spoiwo.kit.actor import Actor
from spoiwo.practices.models import Adoption, Practice
from spoiwo.practices.permissions import adoption_verbs
from spoiwo.practices.rules.trees import Node, tree
from spoiwo.projects.models import ConceptCard, Project


@dataclass(frozen=True, slots=True)
class Branch:
    """One adoption, what the reader may do with it, the project or card it led to, and those taken over from it."""

    adoption: Adoption
    can: frozenset[str]
    links: tuple[Project | ConceptCard, ...]
    branches: tuple["Branch", ...]


def adoption_tree(practice: Practice, actor: Actor) -> list[Branch]:
    """Every adoption of the practice as a tree, the oldest first; five queries whatever their number."""
    rows = (
        practice.adoptions.select_related("partnership", "place", "taken_from")
        .prefetch_related("modules")
        .order_by("adopted_on", "pk")
    )
    found = {one.pk: one for one in rows}
    projects = Project.objects.visible_to(actor).in_bulk(
        [one.project_id for one in found.values() if one.project_id]
    )
    cards = ConceptCard.objects.visible_to(actor).in_bulk(
        [one.card_id for one in found.values() if one.card_id]
    )

    def branch(node: Node) -> Branch:
        one = found[node.pk]
        links = (projects.get(one.project_id or 0), cards.get(one.card_id or 0))
        can = adoption_verbs(actor, taker_id=one.partnership_id, giver_id=practice.partnership_id)
        return Branch(
            one,
            frozenset(can),
            tuple(link for link in links if link),
            tuple(branch(below) for below in node.branches),
        )

    return [branch(node) for node in tree({one.pk: one.taken_from_id for one in found.values()})]
