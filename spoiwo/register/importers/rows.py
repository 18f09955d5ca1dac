"""Cells of the mapped columns → clean values of an organisation, a person and a function, with an error per cell."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from spoiwo.polish import split_name
from spoiwo.register.importers.columns import MANDATE_TARGETS, ORGANISATION_TARGETS
from spoiwo.register.importers.words import Words, check_channel, check_gender
from spoiwo.register.rules import sector_of
from spoiwo.register.rules.names import guess_kind
from spoiwo.register.rules.place_names import Places
from spoiwo.register.rules.taxonomy import Kind
from spoiwo.register.rules.values import (
    CHECKS,
    LENGTHS,
    Checked,
    Problem,
    check_day,
    check_regon,
    checker_of_length,
)


class CellError(NamedTuple):
    """What is wrong where; `column` is the place of the column in the file from 0, or -1 for the whole row."""

    row: int
    column: int
    value: str
    problem: str
    detail: str = ""


class Row(NamedTuple):
    """One row of a file in clean values; empty ones are left out. `is_good` is false where a cell has an error."""

    number: int
    organisation: dict[str, str]
    person: dict[str, str]
    mandate: dict[str, str]
    is_good: bool


Check = Callable[[str], Checked]


def _padded(check: Check, *lengths: int) -> Check:
    """Gives back the leading zeros that a spreadsheet takes from numbers."""

    def checked(text: str) -> Checked:
        if text.isdigit():
            text = text.zfill(next((length for length in lengths if len(text) <= length), 0))
        return check(text)

    return checked


def _note(text: str) -> Checked:
    return (
        Checked(text)
        if len(text) <= LENGTHS["note"]
        else Checked(text, Problem.TOO_LONG, str(LENGTHS["note"]))
    )


def _person(text: str) -> Checked:
    try:
        name = split_name(text)
    except ValueError:
        return Checked(text, Problem.NAME)
    if len(name.given) > LENGTHS["given_name"] or len(name.family) > LENGTHS["family_name"]:
        return Checked(text, Problem.TOO_LONG, str(LENGTHS["given_name"] + LENGTHS["family_name"]))
    return Checked(f"{name.given}\t{name.family}")


class RowReader:
    """Reads rows chunk by chunk; equal cells are checked once, so 10,000 rows take a few tenths of a second."""

    def __init__(self, mapping: Sequence[str], places: Places, words: Words) -> None:
        self.mapping = mapping
        self.column_of = {target: column for column, target in enumerate(mapping) if target}
        self.places = places
        self.checks: dict[str, Check] = {
            **{target: checker_of_length(target) for target in LENGTHS if target != "note"},
            **CHECKS,
            "regon": _padded(check_regon, 9, 14),
            "krs": _padded(CHECKS["krs"], 10),
            "note": _note, "kind": words.kind, "sector": words.sector, "founded_on": check_day, "since": check_day,
            "until": check_day, "gender": check_gender, "channel": check_channel, "person": _person,
            "person_email": CHECKS["email"], "person_phone": CHECKS["phone"],
        }  # fmt: skip
        self.known: dict[str, dict[str, Checked]] = {target: {} for target in self.column_of}
        self.known_places: dict[tuple[str, str, str], Checked] = {}

    def read(
        self, rows: Iterable[Sequence[str]], numbers: Iterable[int]
    ) -> tuple[list[Row], list[CellError]]:
        """Clean rows in order, those with errors included, and the errors."""
        read: list[Row] = []
        errors: list[CellError] = []
        for cells, number in zip(rows, numbers, strict=True):
            found: list[CellError] = []
            read.append(self._row(cells, number, found))
            errors += found
        return read, errors

    def _row(self, cells: Sequence[str], number: int, errors: list[CellError]) -> Row:
        values: dict[str, str] = {}
        for target, column in self.column_of.items():
            text = cells[column] if column < len(cells) else ""
            if not text or target in _PLACE_TARGETS:
                continue
            checked = self._checked(target, text)
            if checked.problem:
                errors.append(CellError(number, column, text, checked.problem, checked.detail))
            else:
                values[target] = checked.value
        self._place(cells, number, values, errors)
        if len(cells) > len(self.mapping):
            errors.append(CellError(number, -1, cells[len(self.mapping)], Problem.TOO_MANY_CELLS))
        return self._sorted(number, values, errors)

    def _checked(self, target: str, text: str) -> Checked:
        known = self.known[target]
        if (checked := known.get(text)) is None:
            checked = known[text] = self.checks[target](text)
        return checked

    def _place(
        self, cells: Sequence[str], number: int, values: dict[str, str], errors: list[CellError]
    ) -> None:
        first, second, third = (self._text(cells, target) for target in _PLACE_TARGETS)
        texts = (first, second, third)
        if not any(texts):
            return
        if (checked := self.known_places.get(texts)) is None:
            checked = self.known_places[texts] = self._found(*texts)
        if checked.problem:
            target = next(name for name, text in zip(_PLACE_TARGETS, texts, strict=True) if text)
            column = self.column_of[target]
            errors.append(CellError(number, column, cells[column], checked.problem, checked.detail))
        else:
            values["place"] = checked.value

    def _found(self, place: str, county: str, voivodeship: str) -> Checked:
        if place:
            return self.places.find(place, county, voivodeship)
        if county:
            found = self.places.find(
                county if county.isdigit() else f"powiat {county}", voivodeship=voivodeship
            )
            return found if not found.problem else self.places.find(county, voivodeship=voivodeship)
        return Checked("")  # a voivodeship alone is too wide to say where somebody is

    def _text(self, cells: Sequence[str], target: str) -> str:
        column = self.column_of.get(target, -1)
        return cells[column] if 0 <= column < len(cells) else ""

    def _sorted(self, number: int, values: dict[str, str], errors: list[CellError]) -> Row:
        organisation = {target: values[target] for target in ORGANISATION_TARGETS if values.get(target)}
        mandate = {target: values[target] for target in MANDATE_TARGETS if values.get(target)}
        person = _person_of(values)
        if mandate.get("function") and not person:  # the mailbox of a function whose holder is not named
            mandate |= {
                field: values[f"person_{field}"]
                for field in ("email", "phone")
                if values.get(f"person_{field}")
            }
        if "name" not in organisation and not errors:
            errors.append(CellError(number, self.column_of.get("name", -1), "", Problem.MISSING))
        if mandate.get("since", "") > mandate.get("until", "9999"):
            errors.append(
                CellError(number, self.column_of["until"], mandate["until"], Problem.ENDS_BEFORE_START)
            )
        return Row(number, organisation, person, mandate, not errors)


_PLACE_TARGETS = ("place", "county", "voivodeship")
_PERSON_FIELDS = {
    "given_name": "given_name", "family_name": "family_name", "gender": "gender", "person_email": "email",
    "person_phone": "phone", "channel": "channel",
}  # fmt: skip


def _person_of(values: dict[str, str]) -> dict[str, str]:
    """The person of a row; without a name there is none, an address alone belongs to nobody."""
    if "person" in values:
        given, _, family = values["person"].partition("\t")
        values.setdefault("given_name", given)
        values.setdefault("family_name", family)
    if not values.get("given_name") and not values.get("family_name"):
        return {}
    return {field: values[target] for target, field in _PERSON_FIELDS.items() if values.get(target)}


def with_kind(organisation: dict[str, str]) -> dict[str, str]:
    """A new organisation's values with kind and sector: what the file says, else what the name tells."""
    kind = organisation.get("kind") or guess_kind(organisation["name"]) or Kind.OTHER
    return {**organisation, "kind": kind, "sector": organisation.get("sector") or sector_of(Kind(kind))}
