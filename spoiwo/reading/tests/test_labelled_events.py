"""Passages and news labelled with their events alone are read as well as when the rules were written."""

from pathlib import Path

import pytest

from spoiwo.reading.evaluation import evaluate, read_folder
from spoiwo.reading.facts import Kind

LABELLED = Path(__file__).parent / "labelled"
# What was reached (precision, recall), less two hundredths.
REACHED = [
    ("awards", Kind.AWARD, 0.94, 0.935),
    ("news", Kind.AGREEMENT, 0.95, 0.95),
    ("news", Kind.MEETING, 0.95, 0.95),
    ("news", Kind.AWARD, 0.9, 0.85),
    ("news", Kind.PROJECT, 0.92, 0.88),
    ("news", Kind.TRAINING, 0.94, 0.94),
]


@pytest.fixture(scope="module")
def scores() -> dict[str, dict]:
    return {
        part: evaluate(pair for _name, pair in read_folder(LABELLED / part)) for part in ("awards", "news")
    }


@pytest.mark.parametrize(("part", "kind", "precision", "recall"), REACHED)
def test_events_are_read_as_well_as_before(
    scores: dict[str, dict], part: str, kind: Kind, precision: float, recall: float
) -> None:
    score = scores[part][kind].facts
    assert score.wanted > 30
    assert score.precision >= precision
    assert score.recall >= recall
