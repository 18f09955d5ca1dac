"""The tables of concept cards and of the projects that came of them or were told of by old papers."""

from spoiwo.projects.models.cards import CardCost, CardPartner, ConceptCard, ConceptCardQuerySet
from spoiwo.projects.models.projects import Project, ProjectPartner, ProjectQuerySet

__all__ = [
    "CardCost",
    "CardPartner",
    "ConceptCard",
    "ConceptCardQuerySet",
    "Project",
    "ProjectPartner",
    "ProjectQuerySet",
]
