"""Categories, entry forms, criteria and points of the check; none of it changes once the rules are frozen."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.labels import FROZEN
from spoiwo.contests.models import Category, CheckPoint, Criterion, Edition, FormField
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused


@transaction.atomic
def save_category(edition: Edition, category: Category | None, *, by: Actor, **fields: Any) -> Category:
    """A new category at the end, or a changed one."""
    _thawed(edition)
    if category is None:
        category = Category(edition=edition, order=edition.categories.count() + 1)
    for name, value in fields.items():
        setattr(category, name, value)
    if edition.categories.exclude(pk=category.pk).filter(name=category.name).exists():
        raise Refused(_("This edition has a category of that name already."), "name")
    category.save()
    audit.record(Verb.CATEGORY_EDITED, edition, by=by, scope=edition.contest.partnership_id)
    return category


@transaction.atomic
def remove_category(category: Category, *, by: Actor) -> None:
    """Removes a category with its form."""
    edition = category.edition
    _thawed(edition)
    category.delete()
    audit.record(Verb.CATEGORY_EDITED, edition, by=by, scope=edition.contest.partnership_id)


@transaction.atomic
def save_field(category: Category, field: FormField | None, *, by: Actor, **fields: Any) -> FormField:
    """A new question at the end of a form, or a changed one; its key stays for ever."""
    _thawed(category.edition)
    if field is None:
        rows = category.fields.all()
        used = {one.key for one in rows}
        key = next(key for key in (f"f{n}" for n in range(1, 1000)) if key not in used)
        last = max((one.order for one in rows), default=0)
        field = FormField(category=category, key=key, order=last + 1)
    for name, value in fields.items():
        setattr(field, name, value)
    field.save()
    _form_edited(category, by)
    return field


@transaction.atomic
def place_field(field: FormField, step: int, *, by: Actor) -> None:
    """Puts a question one place earlier (-1) or later (1)."""
    _thawed(field.category.edition)
    rows = list(field.category.fields.all())
    here = rows.index(field)
    there = here + step
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
        for number, one in enumerate(rows, 1):
            one.order = number
        FormField.objects.bulk_update(rows, ["order"])
        _form_edited(field.category, by)


@transaction.atomic
def remove_field(field: FormField, *, by: Actor) -> None:
    """Removes a question."""
    _thawed(field.category.edition)
    field.delete()
    _form_edited(field.category, by)


@transaction.atomic
def save_criteria(edition: Edition, rows: Iterable[Mapping[str, Any]], *, by: Actor) -> None:
    """The criteria of the edition in that order, instead of those that were there."""
    _thawed(edition)
    edition.criteria.all().delete()
    Criterion.objects.bulk_create(
        Criterion(edition=edition, order=number, **row) for number, row in enumerate(rows, 1)
    )
    audit.record(Verb.CRITERIA_EDITED, edition, by=by, scope=edition.contest.partnership_id)


@transaction.atomic
def save_points(edition: Edition, rows: Iterable[Mapping[str, Any]], *, by: Actor) -> None:
    """The points of the formal check in that order, instead of those that were there."""
    _thawed(edition)
    edition.points.all().delete()
    CheckPoint.objects.bulk_create(
        CheckPoint(edition=edition, order=number, **row) for number, row in enumerate(rows, 1)
    )
    audit.record(Verb.POINTS_EDITED, edition, by=by, scope=edition.contest.partnership_id)


def _thawed(edition: Edition) -> None:
    if Edition.objects.select_for_update().get(pk=edition.pk).is_frozen:
        raise Refused(FROZEN)


def _form_edited(category: Category, by: Actor) -> None:
    edition = category.edition
    audit.record(Verb.FORM_EDITED, edition, by=by, scope=edition.contest.partnership_id)
