"""Concept cards and projects as pages, papers and the trail read them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Partnership
from spoiwo.projects.labels import TEXT_LABELS
from spoiwo.projects.models import ConceptCard, Project
from spoiwo.projects.rules import TEXTS, Content, Lack, lacks
from spoiwo.trail.line import Step


@dataclass(frozen=True, slots=True)
class Section:
    """One running text of a card with its heading."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """A leader or a deputy as a page or paper shows them; `contact` is empty where the reader may not see it."""

    name: str
    function: str
    organisation: str
    contact: str = ""

    @property
    def place(self) -> str:
        """Function and organisation in one line."""
        return ", ".join(part for part in (self.function, self.organisation) if part)


def card_rows(actor: Actor) -> QuerySet[ConceptCard]:
    """The cards the actor may see, with what a list shows of each."""
    return (
        ConceptCard.objects.visible_to(actor)
        .select_related("partnership", "leader_organisation", "deputy_organisation")
        .annotate(total=Sum("costs__amount", default=Decimal(0)))
    )


def sections_of(card: ConceptCard) -> list[Section]:
    """All running texts in order, the empty ones too."""
    return [Section(name, str(TEXT_LABELS[name]), getattr(card, name)) for name in TEXTS]


def leader_of(card: ConceptCard, *, with_contact: bool) -> Person:
    """Who leads the project."""
    body = card.leader_organisation
    contact = card.leader_contact if with_contact else ""
    return Person(card.leader_name, card.leader_function, body.name if body else "", contact)


def deputy_of(card: ConceptCard, *, with_contact: bool) -> Person:
    """Who leads it in the leader's absence."""
    body = card.deputy_organisation
    contact = card.deputy_contact if with_contact else ""
    return Person(card.deputy_name, card.deputy_function, body.name if body else "", contact)


def total_of(card: ConceptCard) -> Decimal:
    """The sum of the budget sketch in złoty."""
    return sum((cost.amount for cost in card.costs.all()), Decimal(0))


def lacks_of(card: ConceptCard) -> list[Lack]:
    """What the card must say before it can be agreed, and does not."""
    return lacks(
        Content(
            aim=card.aim,
            actions=card.actions,
            leader=card.leader_name,
            deputy=card.deputy_name,
            next_step=card.next_step,
            has_day=card.next_step_on is not None,
        )
    )


def programme_of(partnership: Partnership, actor: Actor) -> list[ConceptCard]:
    """The agreed cards of a partnership that the actor may see, by number, with their partners and costs."""
    return list(
        ConceptCard.objects.visible_to(actor)
        .in_programme()
        .filter(partnership=partnership)
        .select_related("partnership", "leader_organisation", "deputy_organisation")
        .prefetch_related("partners", "costs")
        .order_by("number")
    )


def card_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """How cards name themselves on the trail, by id, to those who may see them."""
    found = ConceptCard.objects.visible_to(actor).filter(pk__in=list(ids))
    return {
        one.pk: Step(
            _("Concept card: %(title)s") % {"title": one.title},
            one.get_absolute_url(),
            timezone.localtime(one.created_at).date(),
        )
        for one in found
    }


def project_rows(actor: Actor) -> QuerySet[Project]:
    """The projects the actor may see, with what a list and a page show of each."""
    return Project.objects.visible_to(actor).select_related("partnership", "card", "lead_organisation")


def project_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """How projects name themselves on the trail, by id, to those who may see them."""
    found = Project.objects.visible_to(actor).filter(pk__in=list(ids))
    return {
        one.pk: Step(
            _("Project: %(title)s") % {"title": one.title},
            one.get_absolute_url(),
            one.starts_on or timezone.localtime(one.created_at).date(),
        )
        for one in found
    }
