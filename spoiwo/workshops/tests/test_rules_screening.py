"""Screening: means, spread, vetoes, thresholds and what to discuss next."""

from statistics import pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.workshops.rules.screening import WIDEST, Criterion, Rating, discuss_next, screened

NEED = Criterion(1, "potrzebny", weight=3)
EASY = Criterion(2, "wykonalny")
COST = Criterion(3, "koszt", 0, 10, weight=0, lower_is_better=True)
LEGAL = Criterion(4, "zgodny z prawem", 0, 1, weight=0, is_veto=True)


def rated(proposal: int, criterion: Criterion, *values: float | None) -> list[Rating]:
    return [Rating(proposal, criterion.pk, f"r{n}", value) for n, value in enumerate(values)]


def test_the_mean_is_weighted_and_on_a_scale_to_a_hundred() -> None:
    # By hand: need 5 and 3 → 100 and 50, mean 75; easy 1 and 1 → 0. (3·75 + 0) / 4 = 56.25.
    # Raters: (300 + 0) / 4 = 75 and (150 + 0) / 4 = 37.5, so the spread is 18.75.
    (result,) = screened([7], [NEED, EASY], rated(7, NEED, 5, 3) + rated(7, EASY, 1, 1))
    assert (result.mean, result.spread, result.raters) == (56.25, 18.75, 2)
    assert result.criteria[0].mean == 4 and result.criteria[0].spread == 1 and result.criteria[1].spread == 0
    assert result.at == (0.5625, 0.375)


def test_no_opinion_is_not_nought_and_skipping_is_no_dissent() -> None:
    ratings = rated(7, NEED, 5, 5, None) + rated(7, EASY, 2, None, 2)
    (result,) = screened([7], [NEED, EASY], ratings)
    assert result.mean == (3 * 100 + 25) / 4 and result.spread == 0 and result.raters == 3
    assert result.criteria[1].ratings == 2


def test_what_nobody_rated_has_no_mean_and_no_point_on_the_map() -> None:
    empty, only_shown = screened([1, 2], [NEED, COST], rated(2, COST, 4) + rated(1, NEED, None))
    assert empty.mean is None and empty.at is None and empty.raters == 0
    assert only_shown.mean is None and only_shown.criteria[1].mean == 4 and only_shown.raters == 1


def test_where_lower_is_better_the_low_end_is_the_best() -> None:
    cost = COST._replace(weight=1, threshold=6)
    (result,) = screened([1], [cost], rated(1, cost, 2, 4))
    assert result.mean == 70 and not result.below
    assert screened([1], [cost], rated(1, cost, 6, 6))[0].below == ()
    assert screened([1], [cost], rated(1, cost, 6, 7))[0].below == (3,)


def test_a_threshold_is_for_the_exact_mean() -> None:
    need = NEED._replace(threshold=3)
    assert screened([1], [need], rated(1, need, 4, 3, 2))[0].below == ()
    assert screened([1], [need], rated(1, need, 3, 3, 2))[0].below == (1,)


def test_vetoes_are_counted_by_criterion() -> None:
    (result,) = screened([1], [NEED, LEGAL], rated(1, NEED, 5, 5, 5) + rated(1, LEGAL, 1, 0, 0))
    assert result.vetoed == ((4, 2),) and result.is_out and result.mean == 100
    money = Criterion(5, "wkład", 0, 100, is_veto=True, threshold=60, lower_is_better=True)
    assert screened([1], [money], rated(1, money, 60, 61))[0].vetoed == ((5, 1),)
    assert screened([1], [money], rated(1, money, 0, 60))[0].vetoed == ()


def test_a_criterion_without_weight_is_shown_and_changes_nothing() -> None:
    ratings = rated(1, NEED, 5, 4) + rated(1, COST, 0, 10)
    (result,) = screened([1], [NEED, COST], ratings)
    (without,) = screened([1], [NEED], ratings)
    assert (result.mean, result.spread) == (without.mean, without.spread)
    assert discuss_next([result])[0].criterion == NEED.pk


def test_dissent_is_discussed_first_where_many_want_it() -> None:
    ratings = [
        *rated(1, NEED, 5, 5, 5, 5),  # all agree
        *rated(2, NEED, 1, 1, 5, 5),  # torn, mean 50, spread 50
        *rated(3, NEED, 3, 3, 5, 5),  # mean 75, spread 25
        *rated(4, NEED, 1, 1, 3, 3),  # mean 25, spread 25
        *rated(5, NEED, 1, 1, 5, 5),
        *rated(5, LEGAL, 0, 1, 1, 1),  # vetoed
        *rated(6, NEED, 2),  # one voice
    ]
    results = screened(range(1, 8), [NEED, LEGAL], ratings)
    assert [topic.proposal for topic in discuss_next(results, 9)] == [2, 3, 4]
    assert [topic.proposal for topic in discuss_next(results, 9, line=20)] == [2, 4, 3]
    topic = discuss_next(results, 1)[0]
    assert (topic.criterion, topic.lowest, topic.highest, topic.raters, topic.mean) == (1, 1, 5, 4, 50)


def test_the_sentence_is_about_the_criterion_furthest_apart_on_its_own_scale() -> None:
    cost = COST._replace(weight=1)
    (result,) = screened([1], [EASY, cost], rated(1, EASY, 1, 4) + rated(1, cost, 3, 7))
    assert discuss_next([result])[0].criterion == EASY.pk


def test_a_scale_needs_two_ends() -> None:
    with pytest.raises(ValueError, match="two ends"):
        screened([], [NEED._replace(low=5)], [])


MARKS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=12)


@given(MARKS)
def test_where_everybody_rated_everything_the_spread_is_the_standard_deviation_of_raters(
    marks: list[tuple[int, int]],
) -> None:
    ratings = rated(1, NEED, *(a for a, _ in marks)) + rated(1, EASY, *(b for _, b in marks))
    (result,) = screened([1], [NEED, EASY], ratings)
    assert result.spread == pytest.approx(
        pstdev((3 * (a - 1) + (b - 1)) * 25 / 4 for a, b in marks), abs=1e-9
    )
    assert 0 <= result.spread <= WIDEST and result.mean is not None and 0 <= result.mean <= 100


@given(
    st.lists(
        st.builds(
            Rating,
            st.integers(1, 3),
            st.integers(1, 4),
            st.sampled_from("abc"),
            st.none() | st.integers(0, 1),
        ),
        max_size=30,
    )
)
def test_blank_ratings_change_nothing(ratings: list[Rating]) -> None:
    criteria = [one._replace(low=0, high=1) for one in (NEED, EASY, COST, LEGAL)]
    blank = [Rating(p, c, "d", None) for p in (1, 2, 3) for c in (1, 2, 3, 4)]
    unique = list({rating[:3]: rating for rating in ratings}.values())
    assert screened([1, 2, 3], criteria, unique) == screened([1, 2, 3], criteria, blank + unique)
