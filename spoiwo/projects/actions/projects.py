"""Writing projects: recorded by hand, from a concept card, or from an old paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold
from spoiwo.projects.audit import Verb
from spoiwo.projects.models import Project, ProjectPartner
from spoiwo.register.models import Organisation


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner as it is written down; `organisation` where the register knows it."""

    name: str
    organisation: Organisation | None = None
    part: str = ""


@transaction.atomic
def record_project(
    partnership: Partnership,
    *,
    by: Actor,
    partners: Sequence[Partner] = (),
    origin: Model | None = None,
    **fields: Any,
) -> Project:
    """A new project; `origin` is what it came of (a concept card, a source) and stands on the trail.

    Raises `Refused` where the partnership has a project of that title, programme and contract already.
    """
    Partnership.objects.select_for_update(of=("self",)).get(pk=partnership.pk)
    project = Project(partnership=partnership, **fields)
    _set_keys(project, partners)
    if _alike(project).exists():
        raise Refused(_("There is a project with this title under this programme already."), "title")
    project.save()
    _write(project, partners)
    if origin is not None:
        trail.link(origin, project, "became", by=by)
    audit.record(Verb.PROJECT_RECORDED, project, by=by, scope=partnership.pk)
    return project


@transaction.atomic
def edit_project(project: Project, *, by: Actor, partners: Sequence[Partner], **fields: Any) -> Project:
    """Changes what is written about the project; the partners given replace those before."""
    held = Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    for name, value in fields.items():
        setattr(held, name, value)
    _set_keys(held, partners)
    held.save()
    held.partners.all().delete()
    _write(held, partners)
    audit.record(Verb.PROJECT_EDITED, held, by=by, scope=held.partnership_id)
    return held


@transaction.atomic
def publish_project(project: Project, *, by: Actor, is_public: bool) -> Project:
    """Shows the project to everybody or hides it; saying it twice changes nothing."""
    held = Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    if held.is_public != is_public:
        held.is_public = is_public
        held.save(update_fields=["is_public", "changed_at"])
        audit.record(Verb.PROJECT_PUBLISHED, held, by=by, scope=held.partnership_id, public=is_public)
    return held


def _alike(project: Project) -> QuerySet[Project]:
    same = ("partnership_id", "name_key", "programme", "contract_number")
    return Project.objects.filter(**{name: getattr(project, name) for name in same})


def _write(project: Project, partners: Sequence[Partner]) -> None:
    ProjectPartner.objects.bulk_create(
        ProjectPartner(
            project=project, order=order, name=one.name, organisation=one.organisation, part=one.part
        )
        for order, one in enumerate(partners, 1)
    )


def _set_keys(project: Project, partners: Sequence[Partner]) -> None:
    project.name_key = collation_key(project.title)[:600]
    words = [project.title, project.programme, project.measure, project.lead, *(one.name for one in partners)]
    project.search_key = fold(" ".join(words))[:1200]
