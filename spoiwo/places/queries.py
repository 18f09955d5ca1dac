"""Places as pages, exports and other rooms read them."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, QuerySet

from spoiwo.places.models import PendingEdition, RegisterEdition, Unit
from spoiwo.places.rules import Changes, Entry, Level, compare


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name and the days between which it counted; None where unknown (`since`) or still counting (`until`)."""

    name: str
    since: dt.date | None
    until: dt.date | None


def unit_rows() -> QuerySet[Unit]:
    """All units, ended ones too, with the two units above each."""
    return Unit.objects.select_related("above__above")


def unit_by_code(code: str, day: dt.date | None = None) -> Unit | None:
    """The unit that bears the code today, or bore it on `day`; one query."""
    return Unit.objects.valid(day).select_related("above__above").filter(code=code).order_by("-pk").first()


def unit_last_known(code: str) -> Unit | None:
    """The unit that bears the code, or the last one that did; one query."""
    return unit_rows().filter(code=code).order_by(F("valid_to").desc(nulls_first=True)).first()


def below(unit: Unit) -> QuerySet[Unit]:
    """Units directly below: those of today, or for a unit that ended those it had then."""
    units = unit.units.valid() if unit.valid_to is None else unit.units.all()
    return units.order_by("name_key", "code")


def names_of(unit: Unit) -> list[NameSpan]:
    """The unit's names in time, the present one last; one query."""
    spans, since = [], unit.valid_from
    for former in unit.former_names.all():
        spans.append(NameSpan(former.name, former.valid_from, former.valid_to))
        since = former.valid_to
    return [*spans, NameSpan(unit.name, since, unit.valid_to)]


def name_on(unit: Unit, day: dt.date) -> str:
    """The name the unit bore on `day`; one query."""
    former = unit.former_names.filter(valid_to__gt=day).order_by("valid_to").first()
    return former.name if former else unit.name


def valid_entries() -> list[Entry]:
    """Codes and names of today, for comparison with another state of the register."""
    return [Entry(code, name) for code, name in Unit.objects.valid().values_list("code", "name")]


def changes_of(pending: PendingEdition) -> Changes:
    """What confirming the register would change, as of now; one query."""
    return compare(valid_entries(), pending.entries)


def last_edition() -> RegisterEdition | None:
    """The newest state of the register that was loaded."""
    return RegisterEdition.objects.order_by("-state_on").first()


def editions() -> QuerySet[RegisterEdition]:
    """Every state that was loaded, newest first."""
    return RegisterEdition.objects.order_by("-state_on")


def voivodeship_choices() -> list[tuple[str, str]]:
    """Codes and names of the voivodeships in alphabetical order; one query."""
    rows = Unit.objects.valid().filter(level=Level.VOIVODESHIP).order_by("name_key")
    return list(rows.values_list("code", "name"))
