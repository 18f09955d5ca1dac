"""Loading the register: the one shipped with the program, and newer official ones after a look at their changes."""

import csv
import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today, written_day
from spoiwo.kit.request import Refused
from spoiwo.places.audit import Verb
from spoiwo.places.importers.terc import Reading
from spoiwo.places.models import PendingEdition, RegisterEdition, Unit, UnitName
from spoiwo.places.queries import changes_of, last_edition, valid_entries
from spoiwo.places.rules import (
    Changes,
    Entry,
    Kind,
    Move,
    Renaming,
    code_above,
    compare,
    ends_much,
    kind_of,
    level_of,
    ring_point,
    search_text,
)
from spoiwo.places.signals import units_moved
from spoiwo.polish import collation_key

SHIPPED = Path(__file__).resolve().parent / "data" / "units.csv"
SHIPPED_STATE = dt.date(2020, 1, 1)
KEEP_PENDING = dt.timedelta(days=30)
Point = tuple[float | None, float | None, bool]


def load_shipped_register(by: Actor) -> RegisterEdition:
    """Loads the table shipped with the program unless some edition was loaded already; under a second.

    Gives the edition in force. May be called at every start; two processes at once are safe.
    """
    if known := last_edition():
        return known
    content = SHIPPED.read_bytes()
    entries, points = [], {}
    for row in csv.DictReader(content.decode().splitlines()):
        entries.append(Entry(row["code"], row["name"]))
        points[row["code"]] = (float(row["latitude"]), float(row["longitude"]), row["is_approximate"] == "1")
    try:
        with transaction.atomic():
            changes = compare(valid_entries(), entries)
            return _apply(changes, points, day=SHIPPED_STATE, sha256=_digest(content), by=by)
    except IntegrityError:
        # Another process was quicker: its edition is the one in force.
        if known := last_edition():
            return known
        raise


@transaction.atomic
def propose_edition(reading: Reading, *, file_name: str, sha256: str, by: Actor) -> PendingEdition:
    """Keeps what was read from a newer file until somebody confirms it; the same file again gives the same record.

    Raises `Refused` where the file is not newer than what is loaded, or is of a day to come.
    """
    state_on = _check_day(reading.state_on)
    PendingEdition.objects.filter(read_at__lt=timezone.now() - KEEP_PENDING).delete()
    pending, is_new = PendingEdition.objects.get_or_create(
        file_sha256=sha256,
        defaults={
            "file_name": file_name[-200:],
            "state_on": state_on,
            "units": [[row.code, row.name] for row in reading.rows],
            "row_count": reading.row_count,
            "part_count": reading.part_count,
            "read_by": by.name,
        },
    )
    if is_new:
        audit.record(Verb.EDITION_PROPOSED, pending, by=by, rows=reading.row_count)
    return pending


@transaction.atomic
def confirm_edition(pending: PendingEdition, *, by: Actor, is_complete: bool = False) -> RegisterEdition:
    """Applies a newer register: all of it or nothing.

    A unit whose code is gone stays with the day it ended, and with its successor where it goes on under another
    code; a renamed unit stays the same record and remembers its former name. `is_complete`: the person says that
    the file is the whole register although much would end. Raises `Refused`. Sends `units_moved`.
    """
    _check_day(pending.state_on)
    changes = changes_of(pending)
    if ends_much(changes, Unit.objects.valid().count()) and not is_complete:
        raise Refused(
            _(
                "So many units would end that this may be only a part of the register. Say that it is the whole one."
            ),
            "is_complete",
        )
    edition = _apply(changes, {}, day=pending.state_on, sha256=pending.file_sha256, by=by)
    pending.delete()
    return edition


@transaction.atomic
def drop_edition(pending: PendingEdition, *, by: Actor) -> None:
    """Puts aside a register that was read; nothing else changes."""
    audit.record(Verb.EDITION_DROPPED, pending, by=by)
    pending.delete()


def _check_day(day: dt.date | None) -> dt.date:
    if day is None:
        raise Refused(_("The file does not say of which day it is."), "file")
    if day > today():
        raise Refused(
            _("This register counts from %(day)s. Load it on that day or later.") % {"day": written_day(day)},
            "file",
        )
    known = last_edition()
    if known and day <= known.state_on:
        raise Refused(
            _("The register loaded here is of %(known)s; this file is of %(day)s, so it is not newer.")
            % {"known": written_day(known.state_on), "day": written_day(day)},
            "file",
        )
    return day


def _apply(
    changes: Changes, points: Mapping[str, Point], *, day: dt.date, sha256: str, by: Actor
) -> RegisterEdition:
    is_first = last_edition() is None
    edition = RegisterEdition.objects.create(
        state_on=day,
        loaded_by=by.name,
        file_sha256=sha256,
        added_count=len(changes.added),
        renamed_count=len(changes.renamed),
        moved_count=len(changes.moved),
        ended_count=len(changes.ended),
    )
    valid = {unit.code: unit for unit in Unit.objects.valid()}
    former = {move.new.code: valid[move.old.code] for move in changes.moved}
    _end([*changes.ended, *(move.old for move in changes.moved)], valid, day)
    _rename(changes.renamed, valid, day)
    # Since when the units of the first edition exist is not known here; they count for any earlier day too.
    _add(
        [*changes.added, *(move.new for move in changes.moved)],
        valid,
        former,
        points,
        None if is_first else day,
    )
    if changes.renamed:
        _refresh_search(valid.values())
    if changes.moved:
        _follow(changes.moved, valid, former, day, by)
    audit.record(
        Verb.EDITION_LOADED,
        edition,
        by=by,
        state_on=f"{day:%Y-%m-%d}",
        added=len(changes.added),
        renamed=len(changes.renamed),
        moved=len(changes.moved),
        ended=len(changes.ended),
    )
    return edition


def _end(entries: Iterable[Entry], valid: dict[str, Unit], day: dt.date) -> None:
    ended = [valid.pop(entry.code).pk for entry in entries]
    Unit.objects.filter(pk__in=ended).update(valid_to=day)


def _rename(renamings: Iterable[Renaming], valid: Mapping[str, Unit], day: dt.date) -> None:
    units, names = [], []
    for renaming in renamings:
        unit = valid[renaming.code]
        since = (
            unit.former_names.order_by("-valid_to").values_list("valid_to", flat=True).first()
            or unit.valid_from
        )
        names.append(UnitName(unit=unit, name=unit.name, valid_from=since, valid_to=day))
        unit.name, unit.name_key = renaming.name, collation_key(renaming.name)
        units.append(unit)
    UnitName.objects.bulk_create(names)
    Unit.objects.bulk_update(units, ["name", "name_key"], batch_size=500)


def _add(
    entries: Iterable[Entry],
    valid: dict[str, Unit],
    former: Mapping[str, Unit],
    points: Mapping[str, Point],
    since: dt.date | None,
) -> None:
    """Adds the units from the top down, because each needs the one above it."""
    in_order = sorted(entries, key=lambda entry: entry.code)
    for length in (2, 4, 7):
        units = []
        for entry in in_order:
            if len(entry.code) == length:
                above = valid.get(code_above(entry.code))
                point = points.get(entry.code) or _point(entry.code, above, former.get(entry.code))
                units.append(_unit(entry, above, valid, point, since))
        valid |= {unit.code: unit for unit in Unit.objects.bulk_create(units)}


def _unit(
    entry: Entry, above: Unit | None, valid: Mapping[str, Unit], point: Point, since: dt.date | None
) -> Unit:
    return Unit(
        code=entry.code,
        level=level_of(entry.code),
        kind=kind_of(entry.code),
        name=entry.name,
        name_key=collation_key(entry.name),
        search_key=search_text(entry.code, entry.name, _names_above(entry.code, valid)),
        above=above,
        valid_from=since,
        latitude=point[0],
        longitude=point[1],
        is_approximate=point[2],
    )


def _point(code: str, above: Unit | None, former: Unit | None) -> Point:
    """Where a unit of a newer register lies: where it lay, else near its county's middle, else unknown."""
    if former is not None and former.latitude is not None:
        return former.latitude, former.longitude, former.is_approximate
    if len(code) != 7 or above is None or above.latitude is None or above.longitude is None:
        return None, None, False
    if above.kind == Kind.CITY_COUNTY:
        return above.latitude, above.longitude, above.is_approximate
    return *ring_point((above.latitude, above.longitude), code), True


def _names_above(code: str, valid: Mapping[str, Unit]) -> list[str]:
    codes = [code[:length] for length in (4, 2) if length < len(code)]
    return [valid[above].name for above in codes if above in valid]


def _refresh_search(units: Iterable[Unit]) -> None:
    """Writes the search text anew where a name in it changed; two queries and one per 500 changed units."""
    valid = {unit.code: unit for unit in units}
    former: dict[int, list[str]] = {}
    for pk, name in UnitName.objects.values_list("unit_id", "name"):
        former.setdefault(pk, []).append(name)
    changed = []
    for unit in valid.values():
        text = search_text(unit.code, unit.name, _names_above(unit.code, valid), former.get(unit.pk, ()))[
            :600
        ]
        if text != unit.search_key:
            unit.search_key = text
            changed.append(unit)
    Unit.objects.bulk_update(changed, ["search_key"], batch_size=500)


def _follow(
    moves: Iterable[Move], valid: Mapping[str, Unit], former: Mapping[str, Unit], day: dt.date, by: Actor
) -> None:
    """Ties every ended unit to its successor and tells the rooms above."""
    pairs = {former[move.new.code]: valid[move.new.code] for move in moves}
    for old, new in pairs.items():
        old.successor = new
    Unit.objects.bulk_update(pairs, ["successor"], batch_size=500)
    units_moved.send(RegisterEdition, moves={old.pk: new.pk for old, new in pairs.items()}, day=day, by=by)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
