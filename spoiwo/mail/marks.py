"""Marks of e-mail addresses: they bounce, their owners have unsubscribed or complained."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Q

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.mail.audit import Verb
from spoiwo.mail.models import AddressMark
from spoiwo.mail.rules import Mark

_AT_ONCE = 500


def marks_of(addresses: Iterable[str], scope: int | None) -> Mapping[str, set[Mark]]:
    """The marks that count for that partnership, by address in lower case; unmarked addresses are left out.

    One query for five hundred addresses.
    """
    wanted = sorted({address.strip().lower() for address in addresses if address.strip()})
    found: dict[str, set[Mark]] = defaultdict(set)
    counting = AddressMark.objects.filter(Q(scope_id=None) | Q(scope_id=scope))
    for start in range(0, len(wanted), _AT_ONCE):
        some = counting.filter(address__in=wanted[start : start + _AT_ONCE])
        for address, kind in some.values_list("address", "kind"):
            found[address].add(Mark(kind))
    return dict(found)


def mark(address: str, kind: Mark, scope: int | None = None, note: str = "") -> bool:
    """Marks the address; False where it bore that mark already, whose note then stays."""
    _mark, is_new = AddressMark.objects.get_or_create(
        address=address.strip().lower(), kind=kind, scope_id=scope, defaults={"note": note[:500]}
    )
    return is_new


def unsubscribe(address: str, scope: int | None) -> bool:
    """Its owner wants no more letters of that partnership; may be asked for any number of times."""
    return mark(address, Mark.UNSUBSCRIBED, scope)


@transaction.atomic
def clear(address: str, kind: Mark, scope: int | None, by: Actor) -> bool:
    """Takes a mark off, because a person knows better; False where there was none."""
    found = AddressMark.objects.filter(address=address.strip().lower(), kind=kind, scope_id=scope).first()
    if found is None:
        return False
    audit.record(Verb.MARK_CLEARED, found, by=by, scope=scope, kind=str(kind))
    found.delete()
    return True
