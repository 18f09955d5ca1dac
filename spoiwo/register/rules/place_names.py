"""Finding a commune, county or voivodeship by what a clerk types: a TERYT code or a name, with or without its county."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from spoiwo.polish import fold
from spoiwo.register.rules.values import Checked, Problem


class PlaceEntry(NamedTuple):
    """One unit of the official register that is valid today; `kind` as in `places.rules.Kind`."""

    pk: int
    code: str
    kind: str
    name: str


_WORDS_BEFORE = re.compile(
    r"^(?:(?P<city>m\.? ?st\.?|miasto na prawach powiatu|miasto|m\.) |(?P<rural>gmina wiejska|gm\. wiejska) |"
    r"(?P<commune>gmina miejsko-wiejska|miasto i gmina|gmina miejska|gmina|gm\.|g\.) |(?P<county>powiat|pow\.) |"
    r"(?P<voivodeship>wojewodztwo|woj\.) )"
)
_AFTER = re.compile(r"\s*\([^)]*\)$|,.*$")


class Places:
    """An index over units, built once; a look-up costs a dictionary access."""

    def __init__(self, entries: Iterable[PlaceEntry]) -> None:
        self.by_code: dict[str, PlaceEntry] = {}
        self.by_name: dict[str, list[PlaceEntry]] = defaultdict(list)
        for entry in entries:
            self.by_code[entry.code] = entry
            self.by_name[fold(entry.name)].append(entry)

    def find(self, text: str, county: str = "", voivodeship: str = "") -> Checked:
        """The TERYT code of the place meant; `county` and `voivodeship` (names or codes) narrow equal names.

        Of a county city the county and its only commune bear one name: the commune is taken. An urban and a rural
        commune of one name are told apart by “m.” or “gmina” before it; without that, the problem is named.
        """
        text = " ".join(text.split())
        if text.isdigit():
            return self._by_digits(text)
        found = self._candidates(text)
        for wider in (county, voivodeship):
            if wider and len(found) > 1:
                codes = self._codes_of(wider)
                found = [entry for entry in found if entry.code.startswith(codes)] if codes else found
        found = _without_city_counties(found)
        if not found:
            return Checked(text, Problem.PLACE_UNKNOWN)
        if len(found) > 1:
            return Checked(
                text, Problem.PLACE_AMBIGUOUS, ", ".join(self._told_apart(entry) for entry in found[:6])
            )
        return Checked(found[0].code)

    def codes(self, text: str) -> tuple[str, ...]:
        """The codes of all places of any level that `text` may mean, for narrowing a list."""
        text = " ".join(text.split())
        if text.isdigit():
            checked = self._by_digits(text)
            return () if checked.problem else (checked.value,)
        return tuple(entry.code for entry in self._candidates(text))

    def _by_digits(self, digits: str) -> Checked:
        if len(digits) in {1, 3, 6}:
            digits = f"0{digits}"  # a spreadsheet ate the leading zero
        return Checked(digits) if digits in self.by_code else Checked(digits, Problem.PLACE_UNKNOWN)

    def _candidates(self, text: str) -> list[PlaceEntry]:
        folded = fold(text)
        before = _WORDS_BEFORE.match(folded)
        bare = folded[before.end() :] if before else folded
        found = self.by_name.get(bare) or self.by_name.get(_AFTER.sub("", bare).strip(), [])
        if not before:
            return list(found)
        kinds = {
            "city": {"urban", "city_county", "urban_rural"},
            "rural": {"rural"},
            "commune": {"rural", "urban", "urban_rural"},
            "county": {"county", "city_county"},
            "voivodeship": {"voivodeship"},
        }[str(before.lastgroup)]
        fitting = [entry for entry in found if entry.kind in kinds]
        if before.lastgroup == "commune" and "wiejsk" not in before[0] and len(fitting) > 1:
            return [entry for entry in fitting if entry.kind != "urban"] or fitting
        return fitting or list(found if before.lastgroup in {"city", "rural", "commune"} else ())

    def _codes_of(self, text: str) -> tuple[str, ...]:
        if text.isdigit():
            return (self._by_digits(text).value,)
        folded = fold(text)
        before = _WORDS_BEFORE.match(folded)
        bare = folded[before.end() :] if before else folded
        return tuple(entry.code for entry in self.by_name.get(bare, ()) if len(entry.code) <= 4)

    def _told_apart(self, entry: PlaceEntry) -> str:
        above = self.by_code.get(entry.code[:4] if len(entry.code) == 7 else entry.code[:2])
        return f"{entry.name} ({above.name}, {entry.code})" if above else f"{entry.name} ({entry.code})"


def _without_city_counties(found: list[PlaceEntry]) -> list[PlaceEntry]:
    communes = {entry.code[:4] for entry in found if len(entry.code) == 7}
    return [entry for entry in found if not (entry.kind == "city_county" and entry.code in communes)]
