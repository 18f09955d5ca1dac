"""What answers of the formal check amount to."""

from hypothesis import given
from hypothesis import strategies as st

from spoiwo.contests.rules.formal import Point, Said, consensus, outcome_of
from spoiwo.contests.rules.states import Answer, Outcome

POINTS = [Point(1), Point(2), Point(3, is_correctable=False)]
ANSWERS = st.fixed_dictionaries({pk: st.sampled_from(Answer).map(Said) for pk in (1, 2, 3)})


def said(*answers: str) -> dict[int, Said]:
    return {pk: Said(answer) for pk, answer in enumerate(answers, 1)}


def test_all_met_admits() -> None:
    assert outcome_of(POINTS, said("met", "met", "met")) == Outcome.ADMITTED


def test_something_to_correct_calls_for_corrections() -> None:
    assert outcome_of(POINTS, said("met", "to_correct", "met")) == Outcome.CORRECTIONS


def test_one_point_not_met_rejects_whatever_else_is_to_be_corrected() -> None:
    assert outcome_of(POINTS, said("to_correct", "not_met", "met")) == Outcome.REJECTED


def test_what_the_rules_do_not_let_correct_rejects() -> None:
    assert outcome_of(POINTS, said("met", "met", "to_correct")) == Outcome.REJECTED


def test_an_unanswered_point_amounts_to_nothing() -> None:
    assert outcome_of(POINTS, said("met", "met")) is None


def test_the_same_outcome_for_different_reasons_is_no_agreement() -> None:
    found = consensus(POINTS, [said("to_correct", "met", "met"), said("met", "to_correct", "met")])
    assert found.outcome is None and found.differing == (1, 2)


def test_the_fields_of_both_are_asked_for() -> None:
    one = {**said("to_correct", "met", "met"), 1: Said(Answer.TO_CORRECT, "brak", ("f1",))}
    other = {**said("to_correct", "met", "met"), 1: Said(Answer.TO_CORRECT, "brak", ("f2",))}
    assert consensus(POINTS, [one, other]).fields == ("f1", "f2")


@given(ANSWERS)
def test_one_check_is_never_a_consensus_and_two_equal_ones_always_are(answers: dict[int, Said]) -> None:
    assert consensus(POINTS, [answers]).outcome is None
    assert consensus(POINTS, [answers, answers]).outcome == outcome_of(POINTS, answers)


@given(ANSWERS, ANSWERS)
def test_who_checked_first_does_not_matter(one: dict[int, Said], other: dict[int, Said]) -> None:
    assert consensus(POINTS, [one, other]) == consensus(POINTS, [other, one])
