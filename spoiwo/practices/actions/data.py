"""Data about counties: a file that was read is kept until somebody has looked at it, then loaded or put aside."""

import datetime as dt
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.practices.audit import Verb
from spoiwo.practices.models import Indicator, Measurement, PendingData
from spoiwo.practices.rules.data import Reading

KEEP_PENDING = dt.timedelta(days=30)
BATCH = 1000


@transaction.atomic
def propose_data(reading: Reading, *, file_name: str, sha256: str, by: Actor) -> PendingData:
    """Keeps what was read until somebody confirms it; the same file again gives the same record."""
    PendingData.objects.filter(read_at__lt=timezone.now() - KEEP_PENDING).delete()
    rows = [
        [row.code, row.name, row.unit, row.source, row.county, row.year, str(row.value)]
        for row in reading.rows
    ]
    pending, _is_new = PendingData.objects.get_or_create(
        file_sha256=sha256,
        defaults={
            "file_name": file_name[-200:],
            "rows": rows,
            "skipped_count": reading.skipped_count,
            "read_by": by.name,
        },
    )
    return pending


@transaction.atomic
def confirm_data(pending: PendingData, *, by: Actor) -> int:
    """Writes indicators and values, newer ones over older; returns how many values.

    Raises `Refused` where the file was loaded or put aside meanwhile.
    """
    held = PendingData.objects.select_for_update().filter(pk=pending.pk).first()
    if held is None:
        raise Refused(_("This file was loaded or put aside already."))
    indicators = _indicators(held)
    Measurement.objects.bulk_create(
        (
            Measurement(indicator=indicators[code], county_code=county, year=year, value=Decimal(value))
            for code, _name, _unit, _source, county, year, value in held.rows
        ),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["indicator", "county_code", "year"],
        update_fields=["value"],
    )
    audit.record(Verb.INDICATORS_LOADED, held, by=by, file=held.file_name, values=len(held.rows))
    count = len(held.rows)
    held.delete()
    return count


@transaction.atomic
def drop_data(pending: PendingData) -> None:
    """Puts the file aside; nothing else changes."""
    pending.delete()


def _indicators(pending: PendingData) -> dict[str, Indicator]:
    known = {one.code: one for one in Indicator.objects.all()}
    for code, name, unit, source in dict.fromkeys(tuple(row[:4]) for row in pending.rows):
        one = known.setdefault(code, Indicator(code=code, order=len(known) + 1))
        one.name, one.unit, one.source = name, unit, source
        one.save()
    return known
