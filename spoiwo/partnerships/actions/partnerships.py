"""Founding and keeping a partnership: data, goals, organs, roles."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.accounts.models import User
from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused
from spoiwo.partnerships.audit import Verb
from spoiwo.partnerships.models import Goal, Organ, Partnership, RoleGrant, Seat
from spoiwo.places.models import Unit
from spoiwo.polish import collation_key, fold
from spoiwo.register.models import ContactBook

RESERVED = {"new"}


@transaction.atomic
def found_partnership(*, by: Actor, area: Iterable[Unit], name: str, **fields: Any) -> Partnership:
    """A new partnership with a contact book of its own; its founder coordinates it from today."""
    book = ContactBook.objects.create(name=name)
    slug = fields.pop("slug", "") or free_slug(fields.get("short_name") or name)
    partnership = Partnership.objects.create(name=name, slug=slug, book=book, **_keys(name, fields), **fields)
    partnership.area.set(area)
    audit.record(Verb.PARTNERSHIP_FOUNDED, partnership, by=by, scope=partnership.pk)
    if by.user_id:
        grant_role(partnership, User.objects.get(pk=by.user_id), Role.COORDINATOR, by=by)
    return partnership


@transaction.atomic
def edit_partnership(
    partnership: Partnership, *, by: Actor, area: Iterable[Unit], **fields: Any
) -> Partnership:
    """Changes the partnership's data; its address stays, because people have it on paper."""
    for name, value in {**fields, **_keys(fields["name"], fields)}.items():
        setattr(partnership, name, value)
    partnership.save(update_fields=[*fields, "name_key", "search_key"])
    partnership.area.set(area)
    audit.record(Verb.PARTNERSHIP_EDITED, partnership, by=by, scope=partnership.pk, fields=sorted(fields))
    return partnership


@transaction.atomic
def publish_partnership(partnership: Partnership, *, by: Actor, is_public: bool) -> Partnership:
    """Opens or closes the public page."""
    partnership.is_public = is_public
    partnership.save(update_fields=["is_public"])
    verb = Verb.PARTNERSHIP_PUBLISHED if is_public else Verb.PARTNERSHIP_HIDDEN
    audit.record(verb, partnership, by=by, scope=partnership.pk)
    return partnership


@transaction.atomic
def set_goals(partnership: Partnership, goals: Iterable[str], *, by: Actor) -> Partnership:
    """The goals in their order; what was there before is replaced."""
    partnership.goals.all().delete()
    Goal.objects.bulk_create(
        Goal(partnership=partnership, order=order, text=text) for order, text in enumerate(goals)
    )
    audit.record(Verb.GOALS_SET, partnership, by=by, scope=partnership.pk, count=partnership.goals.count())
    return partnership


@transaction.atomic
def add_organ(partnership: Partnership, *, by: Actor, **fields: Any) -> Organ:
    """A council, team, task group or coordinating office."""
    organ = Organ.objects.create(partnership=partnership, **fields)
    audit.record(Verb.ORGAN_ADDED, organ, by=by, scope=partnership.pk)
    return organ


@transaction.atomic
def edit_organ(organ: Organ, *, by: Actor, **fields: Any) -> Organ:
    """Changes an organ's data."""
    for name, value in fields.items():
        setattr(organ, name, value)
    organ.save(update_fields=list(fields))
    audit.record(Verb.ORGAN_EDITED, organ, by=by, scope=organ.partnership_id)
    return organ


@transaction.atomic
def give_seat(organ: Organ, *, by: Actor, **fields: Any) -> Seat:
    """A place in the organ for an organisation's representative."""
    seat = Seat.objects.create(organ=organ, **fields)
    audit.record(Verb.SEAT_GIVEN, seat, by=by, scope=organ.partnership_id)
    return seat


@transaction.atomic
def end_seat(seat: Seat, *, by: Actor, until: dt.date) -> Seat:
    """The seat's last day; the seat stays in the organ's history."""
    seat.until = until
    seat.save(update_fields=["until"])
    audit.record(Verb.SEAT_ENDED, seat, by=by, scope=seat.organ.partnership_id)
    return seat


@transaction.atomic
def grant_role(partnership: Partnership, user: User, role: Role, *, by: Actor) -> RoleGrant:
    """The role from today; giving a role that is held already is refused."""
    if partnership.grants.held(today()).filter(user=user, role=role).exists():
        raise Refused(_("This person holds this role already."), "role")
    grant = RoleGrant.objects.create(partnership=partnership, user=user, role=role, since=today())
    audit.record(Verb.ROLE_GRANTED, grant, by=by, scope=partnership.pk, user=user.pk, role=role)
    return grant


@transaction.atomic
def end_role(grant: RoleGrant, *, by: Actor) -> RoleGrant:
    """Yesterday was the role's last day; the last coordinator cannot leave a partnership without one."""
    if grant.role == Role.COORDINATOR:
        others = grant.partnership.grants.held(today()).filter(role=Role.COORDINATOR).exclude(pk=grant.pk)
        if not others.exists():
            raise Refused(_("This is the only coordinator. Give the role to another person first."))
    grant.until = today() - dt.timedelta(days=1)
    if grant.until < grant.since:
        grant.since = grant.until
    grant.save(update_fields=["since", "until"])
    audit.record(
        Verb.ROLE_ENDED, grant, by=by, scope=grant.partnership_id, user=grant.user_id, role=grant.role
    )
    return grant


def free_slug(name: str) -> str:
    """An address out of a name, numbered where it is taken."""
    base = slugify(fold(name))[:70].strip("-") or "partnerstwo"
    slug, number = base, 2
    while slug in RESERVED or Partnership.objects.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


def _keys(name: str, fields: dict[str, Any]) -> dict[str, str]:
    return {"name_key": collation_key(name), "search_key": fold(f"{name} {fields.get('short_name', '')}")}
