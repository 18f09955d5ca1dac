"""What a job gives: two medians measured by turns, compared by one of five rules."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Measured = Callable[[], float]


class Rule(StrEnum):
    """How ours is compared; the target stands on the right side of the sign."""

    RATIO_AT_MOST = "ours ÷ reference ≤"
    RATIO_AT_LEAST = "ours ÷ reference ≥"
    EXTRA_AT_MOST = "ours − reference ≤"
    VALUE_AT_MOST = "ours ≤"
    INFORMATION = "for information"


@dataclass(frozen=True)
class Figure:
    """One line of the table; `samples` keeps every single measurement for the JSON file."""

    name: str
    what: str
    unit: str
    ours: float
    reference: float | None = None
    rule: Rule = Rule.INFORMATION
    target: float | None = None
    notes: tuple[str, ...] = ()
    samples: dict[str, list[float]] = field(default_factory=dict)

    @property
    def compared(self) -> float | None:
        """The number that stands against the target; for information the ratio, where there is a reference."""
        if self.rule == Rule.VALUE_AT_MOST:
            return self.ours
        if self.reference is None:
            return None
        if self.rule == Rule.EXTRA_AT_MOST:
            return self.ours - self.reference
        return self.ours / self.reference

    @property
    def is_met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.target is None or self.compared is None:
            return None
        if self.rule == Rule.RATIO_AT_LEAST:
            return self.compared >= self.target
        return self.compared <= self.target

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "name": self.name,
            "what": self.what,
            "unit": self.unit,
            "ours": self.ours,
            "reference": self.reference,
            "rule": self.rule.value,
            "compared": self.compared,
            "target": self.target,
            "is_met": self.is_met,
            "notes": list(self.notes),
            "samples": self.samples,
        }


def by_turns(
    ours: Measured, reference: Measured, *, rounds: int, warm: int = 1
) -> tuple[float, float, dict[str, list[float]]]:
    """Medians of both after `rounds` of A B A B, with all samples; `warm` turns before are thrown away.

    By turns, so that a machine that slows down in between slows both.
    """
    samples: dict[str, list[float]] = {"ours": [], "reference": []}
    for turn in range(warm + rounds):
        for name, measure in (("ours", ours), ("reference", reference)):
            value = measure()
            if turn >= warm:
                samples[name].append(value)
    return statistics.median(samples["ours"]), statistics.median(samples["reference"]), samples


def timed(call: Callable[[], Any], clock: Callable[[], float] = time.perf_counter) -> tuple[float, Any]:
    """Seconds by `clock` that one call takes, and what it gave; rubbish of earlier calls is swept up before."""
    gc.collect()
    start = clock()
    result = call()
    return clock() - start, result
