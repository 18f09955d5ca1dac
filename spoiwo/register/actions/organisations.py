"""Adding and changing organisations, their names, successions and confirmations."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.polish import fold
from spoiwo.register.actions.keys import refresh_line
from spoiwo.register.audit import Verb
from spoiwo.register.models import ContactBook, Organisation, Succession
from spoiwo.register.queries.organisation import holders_of_number, line_of
from spoiwo.register.rules import Kind, SuccessionKind, sector_of
from spoiwo.register.rules.merging import last_day_before
from spoiwo.register.rules.names import keys_of

UNIQUE_NUMBERS = ("nip", "krs")
SEARCHED = ("name", "short_name", "nip", "regon", "krs", "town")


@transaction.atomic
def create_organisation(*, by: Actor, book: ContactBook | None = None, **fields: Any) -> Organisation:
    """A new organisation kept in `book`, or in nobody's. Without a sector the kind decides; data count as confirmed.

    Raises Refused where another current organisation has that NIP or KRS. Two queries for numbers, two writes.
    """
    if not fields.get("sector"):
        fields["sector"] = sector_of(Kind(fields.get("kind") or Kind.OTHER))
    organisation = Organisation(book=book, **fields)
    _refuse_taken_numbers(organisation)
    for key, text in _keys(organisation).items():
        setattr(organisation, key, text)
    _saved(organisation)
    audit.record(Verb.ORGANISATION_CREATED, organisation, by=by, book=book.pk if book else None)
    return organisation


@transaction.atomic
def edit_organisation(organisation: Organisation, *, by: Actor, **fields: Any) -> Organisation:
    """Changes an organisation's data; a name is corrected, not renamed. Saves and records only what differs.

    Raises Refused for a number that another current organisation has.
    """
    organisation = _locked(organisation)
    changed = [name for name, value in fields.items() if getattr(organisation, name) != value]
    if not changed:
        return organisation
    for name in changed:
        setattr(organisation, name, fields[name])
    _refuse_taken_numbers(organisation)
    _saved(organisation, changed)
    if set(changed) & set(SEARCHED):
        refresh_line(organisation)
    audit.record(Verb.ORGANISATION_EDITED, organisation, by=by, fields=sorted(changed))
    return organisation


@transaction.atomic
def rename_organisation(
    organisation: Organisation, *, by: Actor, name: str, on: date, short_name: str = ""
) -> Organisation:
    """From `on` the organisation bears another name; the old one is kept with its days and still found by search.

    Raises Refused for the same name, a day to come, or one not after the last change of name.
    """
    organisation = _locked(organisation)
    since = _bears_name_since(organisation)
    if organisation.name == name:
        raise Refused(_("This is the name the organisation bears already."), "name")
    if since and on <= since:
        raise Refused(_("The name borne until now began on that day or later; choose a later day."), "on")
    organisation.names.create(
        name=organisation.name,
        since=since,
        until=last_day_before(on, since),
        search_key=fold(organisation.name),
    )
    organisation.name, organisation.short_name = name, short_name
    organisation.save(update_fields=["name", "short_name"])
    refresh_line(organisation)
    audit.record(Verb.ORGANISATION_RENAMED, organisation, by=by, on=on.isoformat())
    return organisation


@transaction.atomic
def record_succession(
    predecessor: Organisation,
    successor: Organisation,
    *,
    by: Actor,
    kind: SuccessionKind,
    on: date,
    basis: str = "",
    ends_predecessor: bool = False,
) -> Succession:
    """`successor` came of `predecessor` on a day; from then the old name leads to the new body.

    With `ends_predecessor` the predecessor's last day is written as well. Raises Refused for a body that would succeed
    itself, in one step or around a circle, and for a succession recorded before.
    """
    if successor.pk == predecessor.pk or successor.pk in line_of([predecessor.pk], backwards=True):
        raise Refused(_("An organisation cannot come of itself or of what came of it."), "other")
    if Succession.objects.filter(predecessor=predecessor, successor=successor).exists():
        raise Refused(_("This succession is recorded already."), "other")
    succession = Succession.objects.create(
        predecessor=predecessor, successor=successor, kind=kind, happened_on=on, basis=basis
    )
    if ends_predecessor:
        Organisation.objects.filter(pk=predecessor.pk).update(
            ended_on=last_day_before(on, predecessor.founded_on)
        )
    refresh_line(successor)
    for side, other in ((predecessor, successor), (successor, predecessor)):
        audit.record(Verb.SUCCESSION_RECORDED, side, by=by, other=other.pk, kind=kind, on=on.isoformat())
    return succession


@transaction.atomic
def confirm_organisation(organisation: Organisation, *, by: Actor, on: date) -> Organisation:
    """The data were checked with the organisation on that day and are right."""
    Organisation.objects.filter(pk=organisation.pk).update(confirmed_on=on)
    organisation.confirmed_on = on
    audit.record(Verb.ORGANISATION_CONFIRMED, organisation, by=by, on=on.isoformat())
    return organisation


@transaction.atomic
def keep_organisation(organisation: Organisation, *, by: Actor, book: ContactBook) -> Organisation:
    """Takes an organisation that nobody keeps into `book`; raises Refused where somebody was faster."""
    if not Organisation.objects.filter(pk=organisation.pk, book=None, merged_into=None).update(book=book):
        raise Refused(_("Somebody else keeps this organisation already."))
    organisation.book = book
    audit.record(Verb.ORGANISATION_KEPT, organisation, by=by, book=book.pk)
    return organisation


@transaction.atomic
def move_places(moves: Mapping[int, int], *, by: Actor) -> int:
    """Organisations in units that went on under other codes follow them; gives how many. One update per unit."""
    count = 0
    for old, new in moves.items():
        for organisation in Organisation.objects.filter(place=old).order_by("pk"):
            audit.record(Verb.ORGANISATION_EDITED, organisation, by=by, fields=["place"])
        count += Organisation.objects.filter(place=old).update(place=new)
    return count


def _bears_name_since(organisation: Organisation) -> date | None:
    last = organisation.names.exclude(until=None).order_by("-until").values_list("until", flat=True).first()
    return last + timedelta(days=1) if last else organisation.founded_on


def _keys(organisation: Organisation) -> dict[str, str]:
    return keys_of(*(getattr(organisation, name) or "" for name in SEARCHED))._asdict()


def _refuse_taken_numbers(organisation: Organisation) -> None:
    for field in UNIQUE_NUMBERS:
        number = getattr(organisation, field)
        holder = number and holders_of_number(field, number, besides=organisation.pk).first()
        if holder:
            raise Refused(
                _("%(number)s belongs to “%(name)s”.") % {"number": number, "name": holder.name}, field
            )


def _saved(organisation: Organisation, fields: list[str] | None = None) -> None:
    try:
        with transaction.atomic():
            organisation.save(update_fields=fields)
    except IntegrityError:  # somebody added the same number between our look and our write
        raise Refused(_("Another organisation with this number has just been added."), "nip") from None


def _locked(organisation: Organisation) -> Organisation:
    """The record as it is now, held against others where the database can do it; a merged one is not changed."""
    fresh = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if fresh.merged_into_id:
        raise Refused(_("This record was joined with another one meanwhile."))
    return fresh
