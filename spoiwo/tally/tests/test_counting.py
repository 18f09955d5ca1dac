"""Points, approval, score and Borda against counts made by hand."""

from fractions import Fraction

import pytest

from spoiwo.tally.ballots import Ballot, Result, ranked, ties
from spoiwo.tally.counting import approval, borda, over_budget, points, score


def ranks(results):
    return {result.option: result.rank for result in results}


def totals(results):
    return {result.option: result.total for result in results}


def test_three_options_with_equal_points_share_the_second_rank_and_the_next_is_fifth():
    results = ranked({"Staże": 35, "Bony": 40, "Szkolenia": 31, "Dojazdy": 35, "Żłobki": 35})
    assert [(r.option, r.total, r.rank) for r in results] == [
        ("Bony", 40, 1),
        ("Dojazdy", 35, 2),
        ("Staże", 35, 2),
        ("Żłobki", 35, 2),
        ("Szkolenia", 31, 5),
    ]
    assert [[r.option for r in tie] for tie in ties(results)] == [["Dojazdy", "Staże", "Żłobki"]]


def test_polish_letters_stand_in_their_place_within_a_tie():
    assert [r.option for r in ranked({"Zet": 1, "Łan": 1, "Las": 1, "Mak": 1})] == [
        "Las",
        "Łan",
        "Mak",
        "Zet",
    ]


def test_points_add_up_and_a_blank_adds_nothing():
    ballots = [Ballot("a", {"x": 3, "y": None}), Ballot("b", {"x": Fraction(1, 2), "y": 1})]
    assert totals(points(ballots)) == {"x": Fraction(7, 2), "y": 1}


def test_a_ballot_over_the_budget_is_named_and_not_counted_at_all():
    ballots = [Ballot("a", {"x": 3, "y": 2}), Ballot("b", {"x": 1}), Ballot("c", {"z": 9})]
    assert [ballot.voter for ballot in over_budget(ballots, 4)] == ["a", "c"]
    assert totals(points(ballots, budget=4)) == {"x": 1, "y": 0, "z": 0}


def test_a_ballot_that_gives_away_exactly_the_budget_counts():
    ballots = [Ballot("a", {"x": 3, "y": 2})]
    assert over_budget(ballots, 5) == [] and totals(points(ballots, budget=5)) == {"x": 3, "y": 2}


def test_points_below_zero_are_refused():
    with pytest.raises(ValueError, match="below zero"):
        points([Ballot("a", {"x": -1})])


@pytest.mark.parametrize("rule", [points, approval, score, borda])
def test_every_rule_refuses_a_second_ballot_of_a_voter(rule):
    with pytest.raises(ValueError, match="more than one ballot"):
        rule([Ballot("a", {"x": 1}), Ballot("a", {"x": 1})])


def test_approval_counts_approving_voters_and_refuses_other_values():
    ballots = [Ballot("a", {"x": 1, "y": 0}), Ballot("b", {"x": 1, "y": None})]
    assert totals(approval(ballots)) == {"x": 2, "y": 0}
    with pytest.raises(ValueError, match="1 or 0"):
        approval([Ballot("a", {"x": 2})])


def test_a_blank_score_is_not_a_zero():
    ballots = [Ballot("a", {"x": 8, "y": 5}), Ballot("b", {"x": None, "y": 5}), Ballot("c", {"x": 3, "y": 6})]
    assert totals(score(ballots)) == {"x": Fraction(11, 2), "y": Fraction(16, 3)}
    assert ranks(score(ballots)) == {"x": 1, "y": 2}
    assert ranks(score(ballots, "sum")) == {"y": 1, "x": 2}


def test_an_option_nobody_scored_has_no_total_and_comes_last():
    results = score([Ballot("a", {"x": -4, "y": None})])
    assert results == [Result("x", -4, 1), Result("y", None, 2)]


def test_means_are_compared_exactly():
    thirds = [Ballot(str(i), {"x": value, "y": value}) for i, value in enumerate((1, 1, 2))]
    more = [Ballot("d", {"x": Fraction(4, 3)})]
    assert ranks(score(thirds + more)) == {"x": 1, "y": 1}


def test_borda_by_hand():
    # m = 4: 3, 2, 1, 0. a: W 3 X 2 Y 1 Z 0; b: X and Y share (3+2)/2, W 1, Z 0; c: Z 3, the rest share (2+1+0)/3
    ballots = [
        Ballot("a", {"W": 1, "X": 2, "Y": 3, "Z": 4}),
        Ballot("b", {"X": 1, "Y": 1, "W": 5, "Z": 9}),
        Ballot("c", {"Z": 1, "W": None}),
    ]
    assert totals(borda(ballots)) == {"W": 5, "X": Fraction(11, 2), "Y": Fraction(9, 2), "Z": 3}
    assert ranks(borda(ballots)) == {"X": 1, "W": 2, "Y": 3, "Z": 4}
