"""What records say of a person who judges and an entrant."""

import datetime as dt

import pytest

from spoiwo.contests.rules.conflicts import Found, Post, Side, connections, kin, strongest, years_before
from spoiwo.contests.rules.states import Strength, Tie

TODAY = dt.date(2030, 5, 20)


def test_strangers_have_nothing_in_common() -> None:
    person = Side(frozenset({1}), {"1462": "Płock"}, {5: "Umowa"}, {7: "2"}, (Post(frozenset({9})),))
    entrant = Side(frozenset({2}), {"1414": "nowodworski"}, {6: "Umowa"}, {8: "3"})
    assert connections(person, entrant, on=TODAY) == []
    assert connections(Side(), Side(), on=TODAY) == []


def test_every_kind_of_connection_has_its_consequence_and_names_its_record() -> None:
    person = Side(
        frozenset({1}), {"1462": "Płock"}, {5: "Umowa"}, {7: "2"}, (Post(frozenset({1}), "dyrektor"),)
    )
    entrant = Side(frozenset({1}), {"1462": "Płock"}, {5: "Umowa"}, {7: "2"}, name="PUP w Płocku")
    assert connections(person, entrant, on=TODAY) == [
        Found(Tie.SAME_ORGANISATION, Strength.BAR, "PUP w Płocku"),
        Found(Tie.SAME_COUNTY, Strength.NO_VOTE, "Płock"),
        Found(Tie.AGREEMENT, Strength.NOTE, "Umowa"),
        Found(Tie.MANDATE, Strength.BAR, "dyrektor"),
        Found(Tie.PROJECT, Strength.NOTE, "2"),
    ]


@pytest.mark.parametrize(
    ("until", "strength"),
    [
        (None, Strength.BAR),
        (dt.date(2031, 1, 1), Strength.BAR),
        (dt.date(2027, 5, 20), Strength.BAR),
        (dt.date(2027, 5, 19), Strength.NO_VOTE),
    ],
)
def test_a_function_bars_for_three_years_after_it_ended(until: dt.date | None, strength: Strength) -> None:
    person = Side(posts=(Post(frozenset({1}), "doradca", until),))
    assert connections(person, Side(frozenset({1})), on=TODAY) == [Found(Tie.MANDATE, strength, "doradca")]


def test_the_strongest_of_several_functions_counts() -> None:
    old = Post(frozenset({1}), "doradca", dt.date(2001, 1, 1))
    found = connections(Side(posts=(old, Post(frozenset({1}), "radna"))), Side(frozenset({1})), on=TODAY)
    assert found == [Found(Tie.MANDATE, Strength.BAR, "doradca, radna")]


def test_three_years_before_the_29th_of_february_is_the_28th() -> None:
    assert years_before(dt.date(2028, 2, 29), 3) == dt.date(2025, 2, 28)


def test_joined_and_successive_records_are_one_organisation_and_sisters_are_two() -> None:
    roots, after, before = {4: 1}, {1: {2, 3}, 2: {5}}, {2: {1}, 3: {1}, 5: {2}}
    assert kin(4, roots, before, after) == {1, 2, 3, 5}
    assert kin(5, roots, before, after) == {5, 2, 1}
    assert 3 not in kin(2, roots, before, after)


def test_circles_in_the_records_end() -> None:
    assert kin(1, {1: 2, 2: 1}, {1: {2}, 2: {1}}, {}) <= {1, 2}


def test_of_several_conflicts_the_strongest_counts() -> None:
    assert strongest(["note", "bar", "no_vote"]) == Strength.BAR
    assert strongest([]) is None
