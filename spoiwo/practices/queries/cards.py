"""Practices as pages, papers, letters and the trail read them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.contests.models import Award
from spoiwo.kit.actor import Actor
from spoiwo.kit.links import Link
from spoiwo.practices.labels import EVIDENCE_LABELS, EVIDENCE_MEANINGS, TEXT_LABELS
from spoiwo.practices.models import Adoption, Practice
from spoiwo.practices.permissions import EDITORS
from spoiwo.practices.rules.cards import Lack, lacks
from spoiwo.practices.rules.states import EVIDENCE_ORDER, TEXTS, UNDER_REVIEW
from spoiwo.projects.models import Project
from spoiwo.trail.line import Step


@dataclass(frozen=True, slots=True)
class Section:
    """One running text of a card with its heading."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Grade:
    """One rung of the ladder of evidence; `is_own` marks where the practice stands."""

    label: str
    meaning: str
    is_own: bool


def practice_rows(actor: Actor) -> QuerySet[Practice]:
    """The practices the actor may see, with what lists and pages show of each, `adoption_count` among it."""
    counted = Adoption.objects.filter(practice=OuterRef("pk")).order_by().values("practice")
    return (
        Practice.objects.visible_to(actor)
        .select_related("partnership", "place__above__above", "expert", "superseded_by")
        .annotate(
            adoption_count=Coalesce(
                Subquery(counted.annotate(count=Count("pk")).values("count"), output_field=IntegerField()), 0
            )
        )
    )


def facts_of(practice: Practice) -> dict[str, Any]:
    """What permissions ask of a practice."""
    return {
        "partnership_id": practice.partnership_id,
        "state": practice.state,
        "expert_id": practice.expert_id,
    }


def sections_of(practice: Practice) -> list[Section]:
    """All running texts in order, the empty ones too."""
    return [Section(name, str(TEXT_LABELS[name]), getattr(practice, name)) for name in TEXTS]


def lacks_of(practice: Practice) -> list[Lack]:
    """What the card must say before it is sent to the check, and does not."""
    return lacks(
        {name: getattr(practice, name) for name in TEXTS},
        owner=practice.owner,
        has_place=practice.place_id is not None,
        contact=practice.contact,
    )


def ladder_of(practice: Practice) -> list[Grade]:
    """The grades of evidence from the weakest, with what each means."""
    return [
        Grade(str(EVIDENCE_LABELS[grade]), str(EVIDENCE_MEANINGS[grade]), grade == practice.evidence_grade)
        for grade in EVIDENCE_ORDER
    ]


def has_changed(practice: Practice) -> bool:
    """Whether the card says something else than what was validated."""
    return practice.checked_revision is not None and practice.checked_revision != practice.revision


def is_overdue(practice: Practice, today: dt.date) -> bool:
    """Whether it should have been looked at anew by now."""
    return practice.review_on is not None and practice.review_on < today


def waiting_for(actor: Actor) -> QuerySet[Practice]:
    """Cards under validation that the actor sees: those to be checked first, the longest waiting before others."""
    rows = practice_rows(actor).filter(state__in=UNDER_REVIEW)
    return rows.order_by(F("state").desc(), "changed_at", "pk")


def practice_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """How practices name themselves on the trail, by id, to those who may see them."""
    found = Practice.objects.visible_to(actor).filter(pk__in=list(ids))
    return {
        one.pk: Step(
            _("Good practice: %(title)s") % {"title": one.title},
            one.get_absolute_url(),
            timezone.localtime(one.created_at).date(),
        )
        for one in found
    }


def award_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """How awards name themselves on the trail: those everybody may know of."""
    found = Award.objects.announced().filter(pk__in=list(ids)).select_related("edition__contest")
    return {
        one.pk: Step(
            f"{one.edition.name}: {one.name}, {one.organisation_name}",
            one.edition.contest.get_absolute_url(),
            timezone.localtime(one.consented_at).date() if one.consented_at else None,
        )
        for one in found
    }


def links_of_project(project: Project, actor: Actor) -> list[Link]:
    """From a project to a card of a good practice that begins with its words; for the people who write there."""
    if not (actor.is_admin or actor.has(project.partnership_id, *EDITORS)):
        return []
    return [
        Link(f"{reverse('practices:practice_new')}?project={project.pk}", _("Describe it as a good practice"))
    ]
