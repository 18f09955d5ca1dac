"""Ballots and their count."""

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo import tally
from spoiwo.workshops.rules.ballots import (
    BadBallot,
    Method,
    Problem,
    Reason,
    Standing,
    Terms,
    Vote,
    as_tally,
    clean,
    counted,
    weigh,
)

OPTIONS = (7, 11, 5)
POINTS = Terms(Method.POINTS, OPTIONS, budget=10, most_per_option=6, most_options=2)


@pytest.mark.parametrize(
    ("terms", "marks", "problem"),
    [
        (POINTS, {}, None),
        (POINTS, {7: 6, 5: 4}, None),
        (POINTS, {7: 7}, Problem(Reason.TOO_HIGH, 7, 1)),
        (POINTS, {7: -2}, Problem(Reason.TOO_LOW, 7, 2)),
        (POINTS, {7: 6, 5: 6}, Problem(Reason.TOO_MANY_POINTS, by=2)),
        (POINTS, {7: 1, 5: 1, 11: 1}, Problem(Reason.TOO_MANY_OPTIONS, by=1)),
        (POINTS, {7: 1, 5: 1, 11: 0}, None),
        (POINTS, {8: 1}, Problem(Reason.NOT_AN_OPTION, 8, text="8")),
        (Terms(Method.APPROVAL, OPTIONS), {7: 2}, Problem(Reason.TOO_HIGH, 7, 1)),
        (Terms(Method.SCORE, OPTIONS, low=1, high=5), {7: 0}, Problem(Reason.TOO_LOW, 7, 1)),
        (Terms(Method.SCHULZE, OPTIONS), {7: 1, 5: 3}, None),
        (Terms(Method.BORDA, OPTIONS), {7: 2, 5: 2}, Problem(Reason.PLACE_TAKEN, 5, 2)),
        (Terms(Method.BORDA, OPTIONS), {7: 4}, Problem(Reason.TOO_HIGH, 7, 1)),
        (Terms(Method.MOTION, (1,)), {1: Vote.ABSTAIN}, None),
        (Terms(Method.SHARES, OPTIONS, most_options=1), {7: 1, 5: 1}, Problem(Reason.TOO_MANY_OPTIONS, by=1)),
    ],
)
def test_a_ballot_is_weighed_and_the_first_mistake_is_named(
    terms: Terms, marks: dict[int, int], problem: Problem | None
) -> None:
    assert weigh(terms, marks) == problem


def test_a_form_becomes_marks_and_blank_is_not_marked() -> None:
    assert clean(POINTS, {"7": " 4 ", "11": "", "5": "0"}) == {7: 4}
    assert clean(Terms(Method.APPROVAL, OPTIONS), {"7": "on", "5": "1"}) == {7: 1, 5: 1}
    assert clean(Terms(Method.SCORE, OPTIONS), {"7": "0", "11": ""}) == {7: 0}
    assert clean(Terms(Method.MOTION, (1, 2)), {"1": "0", "2": "2"}) == {1: Vote.NO, 2: Vote.ABSTAIN}


def test_every_mistake_of_a_form_is_named_at_once_and_at_its_place() -> None:
    with pytest.raises(BadBallot) as caught:
        clean(POINTS, {"7": "sześć", "11": "2,5", "5": "8", "99": "1", "x": "1"})
    assert caught.value.problems == (
        Problem(Reason.NOT_A_NUMBER, 7, text="sześć"),
        Problem(Reason.NOT_A_NUMBER, 11, text="2,5"),
        Problem(Reason.NOT_AN_OPTION, 99, text="99"),
        Problem(Reason.NOT_AN_OPTION, None, text="x"),
        Problem(Reason.TOO_HIGH, 5, 2),
    )


@given(st.dictionaries(st.text(max_size=4), st.text(max_size=12)), st.sampled_from(list(Method)))
def test_whatever_is_typed_gives_a_valid_ballot_or_named_problems(
    raw: dict[str, str], method: Method
) -> None:
    terms = Terms(method, (1, 2, 3))
    try:
        marks = clean(terms, raw)
    except BadBallot as refused:
        problems = refused.problems
        marks = {}
    else:
        problems = ()
    assert weigh(terms, marks) is None
    assert all(isinstance(problem.reason, Reason) for problem in problems)


def test_points_are_added_ties_share_a_rank_and_nobodys_option_is_listed() -> None:
    ballots = {"a": {7: 6, 5: 4}, "b": {5: 2}, "c": {}}
    count = counted(POINTS, ballots)
    assert count.standings == (Standing(7, 6, 1), Standing(5, 6, 1), Standing(11, 0, 3))
    assert (count.ballots, count.blank) == (3, 1)


@pytest.mark.parametrize("method", [m for m in Method if m != Method.MOTION])
@pytest.mark.parametrize("ballots", [{}, {"a": {}}])
def test_without_a_single_mark_all_options_are_equal(
    method: Method, ballots: dict[str, dict[int, int]]
) -> None:
    count = counted(Terms(method, OPTIONS), ballots)
    assert [(s.option, s.rank) for s in count.standings] == [(7, 1), (11, 1), (5, 1)]
    assert count.blank == len(ballots) and not count.funded


def test_scores_are_exact_means_and_no_opinion_comes_last() -> None:
    count = counted(Terms(Method.SCORE, OPTIONS), {"a": {7: 5, 5: 0}, "b": {7: 4}, "c": {7: 4}})
    assert count.standings == (Standing(7, Fraction(13, 3), 1), Standing(5, 0, 2), Standing(11, None, 3))


def test_partial_rankings_are_counted_with_options_nobody_ranked() -> None:
    ballots = {"a": {7: 1}, "b": {7: 1, 5: 2}}
    # By hand, three options: 7 has 2 + 2; on a's ballot 11 and 5 share 1 and 0; on b's 5 has 1 and 11 has 0.
    borda = counted(Terms(Method.BORDA, OPTIONS), ballots)
    assert borda.standings == (
        Standing(7, 4, 1),
        Standing(5, Fraction(3, 2), 2),
        Standing(11, Fraction(1, 2), 3),
    )
    schulze = counted(Terms(Method.SCHULZE, OPTIONS), ballots)
    assert [(s.option, s.rank) for s in schulze.standings] == [(7, 1), (5, 2), (11, 3)]


def test_a_motion_needs_its_quorum_and_the_chair_settles_equal_votes() -> None:
    ballots = {f"y{n}": {1: Vote.YES} for n in range(6)} | {f"n{n}": {1: Vote.NO} for n in range(6)}
    assert counted(Terms(Method.MOTION, (1,), quorum=13), ballots).verdicts[0].outcome == "no quorum"
    assert counted(Terms(Method.MOTION, (1,)), ballots).verdicts[0].outcome == "tied"
    verdict = counted(Terms(Method.MOTION, (1,)), ballots, chair="y0").verdicts[0]
    assert verdict.is_passed and verdict.is_by_casting_vote
    assert counted(Terms(Method.MOTION, (1,)), ballots, chair="away").verdicts[0].outcome == "tied"


def test_a_blank_ballot_abstains_and_counts_for_the_quorum() -> None:
    count = counted(Terms(Method.MOTION, (1, 2), quorum=2), {"a": {1: Vote.YES}, "b": {}})
    assert [v.outcome for v in count.verdicts] == ["adopted", "tied"]
    assert count.verdicts[0].abstained == 1 and count.blank == 1
    assert counted(Terms(Method.MOTION, (1,), quorum=2), {}).verdicts[0].outcome == "no quorum"


def test_a_budget_is_shared_as_in_the_example_by_hand_and_equals_are_named() -> None:
    # The example of spoiwo.tally.shares: budget 12, costs 6, 6, 4.
    terms = Terms(Method.SHARES, (1, 2, 3), shared_budget=12, costs={1: 6, 2: 6, 3: 4})
    ballots = {"1": {1: 1}, "2": {1: 1, 2: 1}, "3": {2: 1, 3: 1}, "blank": {}}
    count = counted(terms, ballots)
    assert count.funded == (1, 3) and count.spent == 10 and count.equals == ((1, 2),)
    assert counted(terms, ballots, {1: "Żłobek", 2: "Ścieżka", 3: "Park"}).funded == (2,)


def test_two_options_of_one_name_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="called the same"):
        counted(POINTS, {"a": {7: 1}}, {7: "Park", 11: "Park", 5: "Dom"})


BALLOTS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.permutations([7, 11, 5]).flatmap(
        lambda order: st.integers(0, 3).map(
            lambda k: {option: place for place, option in enumerate(order[:k], 1)}
        )
    ),
    max_size=12,
)


@given(BALLOTS, st.sampled_from([Method.BORDA, Method.SCHULZE]))
def test_names_and_the_order_on_the_ballot_decide_nothing(
    ballots: dict[str, dict[int, int]], method: Method
) -> None:
    one = counted(Terms(method, OPTIONS), ballots)
    other = counted(Terms(method, tuple(reversed(OPTIONS))), ballots, {7: "c", 11: "b", 5: "a"})
    assert set(one.standings) == set(other.standings)


@given(BALLOTS)
def test_who_counts_the_published_ballots_again_has_the_same_totals(
    ballots: dict[str, dict[int, int]],
) -> None:
    terms = Terms(Method.BORDA, OPTIONS)
    again = {(result.option, result.total) for result in tally.borda(as_tally(terms, ballots))}
    assert not again or again == {(str(s.option), s.total) for s in counted(terms, ballots).standings}


def test_three_hundred_ballots_are_weighed_and_counted_at_once() -> None:
    terms = Terms(Method.POINTS, tuple(range(1, 17)))
    ballots = {f"v{n}": {n % 16 + 1: 4, (n + 3) % 16 + 1: 6} for n in range(300)}
    began = time.perf_counter()
    assert not any(weigh(terms, marks) for marks in ballots.values())
    assert sum(int(s.total or 0) for s in counted(terms, ballots).standings) == 3000
    assert time.perf_counter() - began < 0.25
