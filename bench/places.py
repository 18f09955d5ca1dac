"""Job `places`: loading the register of places that comes with the program."""

import csv

from django.core.management import call_command
from django.db import transaction

from bench.figures import Figure, Rule, by_turns, timed
from bench.house import House
from spoiwo.kit.actor import SYSTEM
from spoiwo.places.actions import SHIPPED, load_shipped_register
from spoiwo.places.models import Unit


def measure(house: House) -> list[Figure]:
    """Into fresh copies of an empty database with all tables."""
    empty = house.folder / "empty.sqlite3"
    with house.database(empty):
        call_command("migrate", verbosity=0)

    def ours() -> float:
        with house.database(house.copy(empty, "places")):
            return timed(lambda: load_shipped_register(by=SYSTEM))[0]

    def reference() -> float:
        with house.database(house.copy(empty, "places")):
            return timed(load_bare)[0]

    mine, bare, samples = by_turns(ours, reference, rounds=5)
    what = "loading the shipped register of places, beside bare rows of the same file"
    return [Figure("places", what, "s", mine, bare, Rule.VALUE_AT_MOST, 2, (), samples)]


def load_bare() -> None:
    """The rows as they stand: nothing compared, no unit above, no key."""
    with SHIPPED.open(encoding="utf-8", newline="") as file, transaction.atomic():
        Unit.objects.bulk_create(
            Unit(
                code=row["code"],
                name=row["name"],
                kind=row["kind"],
                level=len(row["code"]),
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
            )
            for row in csv.DictReader(file)
        )
