"""Who is heard: the shares of offices and sectors among the voices, and means in which each sector counts alike."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from spoiwo.tally import Number

HALF = Fraction(1, 2)
FEWEST = 5
"""Voices from which one office may be said to hold most of them: two of three are no sign of anything."""


class Voice(NamedTuple):
    """Somebody's office and sector, with the number of their voices (ideas, ballots); empty where it is not known."""

    office: str = ""
    sector: str = ""
    number: int = 1


class Share(NamedTuple):
    """One office or sector, its voices and their part of all, from 0 to 1."""

    name: str
    number: int
    part: Fraction

    @property
    def percent(self) -> int:
        """The part in whole per cent, halves up."""
        return int(self.part * 100 + HALF)


@dataclass(frozen=True, slots=True)
class Balance:
    """How voices are spread; shares with the largest first, those of equal size by name.

    Voices whose office or sector is not known are in the total and in no share. `loud_office` and `loud_sector` hold more
    than the threshold; None where nobody does, or where the voices are too few to say so.
    """

    total: int
    offices: tuple[Share, ...]
    sectors: tuple[Share, ...]
    loud_office: Share | None = None
    loud_sector: Share | None = None


class Means(NamedTuple):
    """A mean over all who gave a value, by sector, and the mean of these, in which each sector counts alike.

    `unplaced` values came from people of no known sector: they are in the first mean and not in the last. None: nobody.
    """

    plain: Fraction | None
    sectors: dict[str, Fraction]
    balanced: Fraction | None
    unplaced: int = 0


def balance(voices: Iterable[Voice], *, threshold: Fraction = HALF, fewest: int = FEWEST) -> Balance:
    """The spread of voices; an office or a sector is loud with more than `threshold` of at least `fewest` voices."""
    offices: Counter[str] = Counter()
    sectors: Counter[str] = Counter()
    total = 0
    for voice in voices:
        total += voice.number
        offices[voice.office] += voice.number
        sectors[voice.sector] += voice.number
    by_office, by_sector = _shares(offices, total), _shares(sectors, total)
    if total < fewest:
        return Balance(total, by_office, by_sector)
    return Balance(total, by_office, by_sector, _loud(by_office, threshold), _loud(by_sector, threshold))


def means(values: Iterable[tuple[Number | None, str]]) -> Means:
    """The plain and the balanced mean of pairs of value and sector; None is no opinion and counts nowhere. Linear.

    Balanced is the mean of the sectors' means: post-stratification with equal weights of strata (Holt and Smith 1979).
    """
    of_sector: dict[str, list[Fraction]] = defaultdict(list)
    for value, sector in values:
        if value is not None:
            of_sector[sector].append(Fraction(value))
    everything = [value for group in of_sector.values() for value in group]
    sectors = {sector: _mean(of_sector[sector]) for sector in sorted(of_sector) if sector}
    return Means(
        _mean(everything) if everything else None,
        sectors,
        _mean(list(sectors.values())) if sectors else None,
        len(of_sector.get("", ())),
    )


def _shares(counts: Counter[str], total: int) -> tuple[Share, ...]:
    known = ((name, count) for name, count in counts.items() if name and count > 0)
    ordered = sorted(known, key=lambda pair: (-pair[1], pair[0]))
    return tuple(Share(name, count, Fraction(count, total)) for name, count in ordered)


def _loud(shares: tuple[Share, ...], threshold: Fraction) -> Share | None:
    return shares[0] if shares and shares[0].part > threshold else None


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
