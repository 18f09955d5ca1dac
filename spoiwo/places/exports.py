"""What leaves this room as a file: the list of places."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spoiwo.documents.table import Column, Table
from spoiwo.places.models import Unit
from spoiwo.places.rules import Level


def unit_table(units: QuerySet[Unit]) -> Table:
    """The places with the county and voivodeship of each; read while it is written, in one query."""
    columns = [
        Column("code", _("TERYT code")),
        Column("kind", pgettext("column", "Kind")),
        Column("name", _("Name")),
        Column("county", _("County")),
        Column("voivodeship", _("Voivodeship")),
        Column("valid_from", _("Valid from"), kind="date"),
        Column("valid_to", _("Valid to"), kind="date"),
        Column("latitude", _("Latitude"), kind="decimal"),
        Column("longitude", _("Longitude"), kind="decimal"),
        Column("is_approximate", _("Approximate place"), kind="boolean"),
    ]
    # The words are fixed now, because a streamed answer is written after the reader's language was put away.
    kinds = {kind.value: str(label) for kind, label in Unit.KIND_LABELS.items()}
    rows = (_row(unit, kinds) for unit in units.iterator(chunk_size=500))
    return Table(_("Places"), columns, rows)


def _row(unit: Unit, kinds: Mapping[str, str]) -> tuple[Any, ...]:
    county = unit.above if unit.level == Level.COMMUNE else None
    voivodeship = county.above if county else unit.above
    return (
        unit.code,
        kinds[unit.kind],
        unit.name,
        county.name if county else "",
        voivodeship.name if voivodeship else "",
        unit.valid_from,
        unit.valid_to,
        unit.latitude,
        unit.longitude,
        unit.is_approximate,
    )
