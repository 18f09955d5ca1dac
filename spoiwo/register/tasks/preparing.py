"""From a batch's file to a plan against the register; reads, never writes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import override

from spoiwo.kit.dates import today
from spoiwo.register.importers.columns import has_person
from spoiwo.register.importers.matching import Body, KnownOrganisation, KnownPerson, Matcher, Plan, changes_of
from spoiwo.register.importers.rows import CellError, Row, RowReader
from spoiwo.register.importers.table import Table, read_table
from spoiwo.register.importers.words import Words
from spoiwo.register.labels import KIND_LABELS, SECTOR_LABELS
from spoiwo.register.models import ImportBatch
from spoiwo.register.queries import imports as queries
from spoiwo.register.queries.places import places
from spoiwo.register.rules.names import plain_name
from spoiwo.register.rules.place_names import Places

CHUNK = 1000
SAMPLE_ROWS = 25
SHOWN_CHANGES = 100
KEPT_ERRORS = 5000
_NEUTRAL = {"kind": "other", "sector": "other"}


@dataclass(slots=True)
class Cleaned:
    """A file's rows in clean values, not yet compared with the register."""

    table: Table
    rows: list[Row]
    errors: list[CellError]
    places: Places


@dataclass(slots=True)
class Prepared:
    """A plan with everything that decides what is written; `locked` are bodies kept elsewhere."""

    plan: Plan
    errors: list[CellError]
    organisation_changes: dict[int, dict[str, str]]
    organisations_now: dict[int, dict[str, Any]]
    people_changes: dict[int, dict[str, str]]
    locked: set[int]
    places: Places


def clean(
    batch: ImportBatch, table: Table | None = None, beat: Callable[[int], None] | None = None
) -> Cleaned:
    """Reads the file, unless its `table` is at hand, and checks every cell; `beat` is told after each thousand rows.

    Raises FileProblem.
    """
    table = table or read_table(bytes(batch.content), encoding=batch.encoding, delimiter=batch.delimiter)
    index = places()
    reader = RowReader(batch.mapping, index, _words())
    rows: list[Row] = []
    errors: list[CellError] = []
    for start in range(0, len(table.rows), CHUNK):
        read, found = reader.read(table.rows[start : start + CHUNK], table.numbers[start : start + CHUNK])
        rows += read
        errors += found
        if beat:
            beat(len(rows))
    return Cleaned(table, rows, errors, index)


def match(batch: ImportBatch, cleaned: Cleaned) -> Prepared:
    """Compares clean rows with the register: a handful of queries, then dictionaries."""
    columns = {target: column for column, target in enumerate(batch.mapping) if target}
    people, posts = [], []
    if has_person(batch.mapping) or "function" in columns:
        people = [
            KnownPerson(pk, f"{given} {family}", email, organisation)
            for pk, given, family, email, organisation in queries.people_to_match(batch.book_id)
        ]
        posts = [
            (one, human, plain_name(text))
            for one, human, text in queries.posts_to_match(batch.book_id, today())
        ]
    known = (
        KnownOrganisation(pk, name, code or "", *rest)
        for pk, name, code, *rest in queries.organisations_to_match()
    )
    matcher = Matcher(known, people, columns, posts)
    matcher.add(cleaned.rows)
    return _compared(batch, cleaned, matcher.plan)


def _compared(batch: ImportBatch, cleaned: Cleaned, plan: Plan) -> Prepared:
    bodies = {body.pk: body for body in plan.bodies if body.pk is not None}
    humans = {human.pk: human for human in plan.humans if human.pk is not None}
    now = queries.organisations_by_pk(bodies)
    changes = {}
    for pk, row in now.items():
        row["place"] = row.pop("place__code")
        for name, value in row.items():
            row[name] = (
                "" if _NEUTRAL.get(name) == value else value.isoformat() if isinstance(value, date) else value
            )
        if row["book_id"] == batch.book_id:
            changes[pk] = changes_of(bodies[pk].values, row, overwrites=batch.overwrites)
    people_changes = {
        pk: changes_of(humans[pk].values, row, overwrites=batch.overwrites)
        for pk, row in queries.people_by_pk(humans).items()
    }
    return Prepared(
        plan=plan,
        errors=sorted([*cleaned.errors, *plan.errors]),
        organisation_changes={pk: values for pk, values in changes.items() if values},
        organisations_now=now,
        people_changes={pk: values for pk, values in people_changes.items() if values},
        locked=set(bodies) - set(changes),
        places=cleaned.places,
    )


def report_of(cleaned: Cleaned, prepared: Prepared) -> dict[str, Any]:
    """What the page of an import shows; plain values for a JSON column, errors cut at `KEPT_ERRORS`."""
    plan = prepared.plan
    counts = Counter(_state(body, prepared) for body in plan.bodies)
    return {
        "header": cleaned.table.header,
        "counts": {
            "rows": len(cleaned.rows),
            "bad_rows": len(plan.bad_rows),
            "new": counts["new"],
            "changed": counts["changed"],
            "same": counts["same"],
            "locked": counts["locked"],
            "people_new": sum(human.pk is None for human in plan.humans),
            "people_changed": len(prepared.people_changes),
            "posts": sum(is_writable(post, prepared) for post in plan.posts),
        },
        "error_count": len(prepared.errors),
        "errors": [list(error) for error in prepared.errors[:KEPT_ERRORS]],
        "sample": [_sample(row, prepared) for row in cleaned.rows[:SAMPLE_ROWS]],
        "changes": _shown_changes(prepared),
    }


def is_writable(post: Any, prepared: Prepared) -> bool:
    """A function of an unnamed holder belongs to the organisation's keeper; a person's to the book of this import."""
    return post.human is not None or prepared.plan.bodies[post.body].pk not in prepared.locked


def _state(body: Body, prepared: Prepared) -> str:
    if body.pk is None:
        return "new"
    if body.pk in prepared.locked:
        return "locked"
    return "changed" if body.pk in prepared.organisation_changes else "same"


def _sample(row: Row, prepared: Prepared) -> dict[str, Any]:
    place = row.organisation.get("place", "")
    body = prepared.plan.body_of_row.get(row.number)
    return {
        "row": row.number,
        "state": "error" if body is None else _state(prepared.plan.bodies[body], prepared),
        "organisation": {name: value for name, value in row.organisation.items() if name != "note"},
        "place": prepared.places.by_code[place].name if place else "",
        "person": " ".join(filter(None, (row.person.get("given_name"), row.person.get("family_name")))),
        "function": row.mandate.get("function", ""),
    }


def _shown_changes(prepared: Prepared) -> list[dict[str, Any]]:
    rows = {body.pk: body.row for body in prepared.plan.bodies}
    shown = []
    for pk, values in list(prepared.organisation_changes.items())[:SHOWN_CHANGES]:
        now = prepared.organisations_now[pk]
        fields = [[name, str(now[name] or ""), value] for name, value in values.items()]
        shown.append({"row": rows[pk], "pk": pk, "name": now["name"], "fields": fields})
    return shown


def _words() -> Words:
    kinds: dict[str, str] = {}
    sectors: dict[str, str] = {}
    for language in ("en", "pl"):
        with override(language):
            kinds |= {str(label): code for code, label in KIND_LABELS.items()}
            sectors |= {str(label): code for code, label in SECTOR_LABELS.items()}
    return Words(kinds, sectors)
