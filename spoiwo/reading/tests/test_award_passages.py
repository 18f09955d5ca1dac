"""Short passages about contests, one way of telling each: who won what is read as well as when the rules were written."""

from pathlib import Path

from spoiwo.reading.evaluation import evaluate, read_folder
from spoiwo.reading.facts import Kind

PASSAGES = Path(__file__).parent / "labelled" / "awards"
PRECISION, RECALL = 0.935, 0.925  # reached, less two hundredths


def test_awards_of_short_passages_are_read_as_well_as_before() -> None:
    score = evaluate(pair for _name, pair in read_folder(PASSAGES))[Kind.AWARD].facts
    assert score.wanted > 50
    assert score.precision >= PRECISION
    assert score.recall >= RECALL
