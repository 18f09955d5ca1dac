"""The rules of the catalogue, by examples worked out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.practices.rules.cards import Bar, Lack, bar_to_author, bar_to_decide, bar_to_move, lacks
from spoiwo.practices.rules.comparing import Difference, common_year, farthest, gap, shares
from spoiwo.practices.rules.states import NEEDED, PracticeState
from spoiwo.practices.rules.trees import tree, would_circle

WHOLE = dict.fromkeys(NEEDED, "tekst")
NUMBERS = st.decimals(min_value="0.01", max_value="1000000", places=2)


@pytest.mark.parametrize(
    ("here", "there", "kind", "number"),
    [
        ("10", "10", Difference.SAME, None),
        ("10.5", "10", Difference.SAME, None),
        ("10.6", "10", Difference.HIGHER, "6"),
        ("12", "10", Difference.HIGHER, "20"),
        ("17.9", "10", Difference.HIGHER, "79"),
        ("18", "10", Difference.TWICE, None),
        ("22", "10", Difference.TWICE, None),
        ("25", "10", Difference.TIMES, "2.5"),
        ("123", "10", Difference.TIMES, "12"),
        ("9.4", "10", Difference.LOWER, "6"),
        ("5.6", "10", Difference.LOWER, "44"),
        ("5.5", "10", Difference.HALF, None),
        ("4.5", "10", Difference.HALF, None),
        ("3", "10", Difference.PART, "30"),
        ("0.05", "10", Difference.PART, "0.5"),
        ("0", "10", Difference.BELOW, None),
        ("10", "-3", Difference.ABOVE, None),
        ("0", "0", Difference.SAME, None),
    ],
)
def test_two_values_are_told_as_a_person_would(
    here: str, there: str, kind: Difference, number: str | None
) -> None:
    found = gap(Decimal(here), Decimal(there))
    assert (found.kind, found.number) == (kind, Decimal(number) if number else None)


@given(NUMBERS, NUMBERS)
def test_a_gap_is_as_long_seen_from_either_side(one: Decimal, other: Decimal) -> None:
    assert gap(one, other).size == pytest.approx(gap(other, one).size)


def test_they_differ_most_where_the_ratio_is_farthest_from_one() -> None:
    gaps = {
        "a": gap(Decimal(12), Decimal(10)),
        "b": gap(Decimal(3), Decimal(10)),
        "c": gap(Decimal(1), Decimal(1)),
    }
    assert farthest(gaps) == "b"
    assert farthest({"c": gaps["c"]}) is None
    assert farthest({}) is None


def test_the_latest_year_both_are_known_for() -> None:
    assert common_year([2019, 2021, 2022], [2018, 2021]) == 2021
    assert common_year([2019], [2020]) is None


def test_bars_are_hundredths_of_the_longer_one() -> None:
    assert shares(Decimal(5), Decimal(20)) == (25, 100)
    assert shares(Decimal(0), Decimal(0)) == (0, 0)
    assert shares(Decimal(-4), Decimal(8)) == (0, 100)


def test_what_a_card_lacks_is_told_in_the_order_it_is_filled_in() -> None:
    assert lacks({}, owner="", has_place=False, contact=" ") == list(Lack)
    assert lacks(WHOLE, owner="PUP", has_place=True, contact="Maria Wójcik") == []


def test_a_card_with_gaps_is_not_sent_to_the_check() -> None:
    assert bar_to_move("draft", "formal", [Lack.OWNER]) == Bar.INCOMPLETE
    assert bar_to_move("draft", "formal", []) is None
    assert bar_to_move("draft", "published", []) == Bar.NOT_NEXT


@pytest.mark.parametrize("state", list(PracticeState))
def test_no_author_puts_an_unchecked_card_into_the_catalogue(state: PracticeState) -> None:
    assert bar_to_author(state, "published", [], was_published=False) == Bar.NOT_NEXT
    assert bar_to_author(state, "expert", [], was_published=True) == Bar.NOT_NEXT


def test_a_withdrawn_practice_is_put_back() -> None:
    assert bar_to_author("withdrawn", "published", [], was_published=True) is None


def test_whoever_returns_a_card_says_why_and_whoever_passes_it_grades_it() -> None:
    def bar(**facts: object) -> Bar | None:
        return bar_to_decide(
            **{"is_passed": True, "is_expert_step": True, "feedback": "", "has_grade": True} | facts
        )

    assert bar() is None
    assert bar(has_grade=False) == Bar.NO_GRADE
    assert bar(has_grade=False, is_expert_step=False) is None
    assert bar(is_passed=False, feedback="  ") == Bar.NO_FEEDBACK
    assert bar(is_passed=False, feedback="źródło liczb", has_grade=False) is None


def test_adoptions_hang_on_whom_they_were_taken_from() -> None:
    tops = tree({1: None, 2: 1, 3: 2, 4: 1, 5: 99})
    assert [node.pk for node in tops] == [1, 5]
    assert [node.pk for node in tops[0].branches] == [2, 4]
    assert [node.pk for node in tops[0].branches[0].branches] == [3]


def test_nobody_learns_from_themselves() -> None:
    parents = {1: None, 2: 1, 3: 2}
    assert would_circle(parents, 1, 3) and would_circle(parents, 1, 1)
    assert not would_circle(parents, 3, 1) and not would_circle(parents, 1, None)
