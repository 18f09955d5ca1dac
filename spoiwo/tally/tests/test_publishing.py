"""Published ballots: read back as they were, without names, in no order of time."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.tally.ballots import Ballot
from spoiwo.tally.counting import points, score
from spoiwo.tally.csvfile import read_ballots
from spoiwo.tally.fields import clean
from spoiwo.tally.motions import yes_no
from spoiwo.tally.pabulib import read_instance
from spoiwo.tally.publishing import write_ballots, write_pabulib
from spoiwo.tally.schulze import schulze
from spoiwo.tally.shares import equal_shares

names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
options = names.map(clean).filter(bool)
decimals = st.integers(0, 10**18 - 1) | st.decimals(0, 10**6, places=3).map(Fraction)
values = {
    "points": st.none() | decimals,
    "score": st.none() | decimals | decimals.map(lambda value: -value),
    "rank": st.none() | st.integers(1, 50),
    "approve": st.sampled_from([None, 0, 1]),
}


def ballots_from(choices, voter="Anna Nowak {}"):
    return [Ballot(voter.format(i), choice) for i, choice in enumerate(choices)]


def contents(ballots):
    return {frozenset(b.choices.items()): sum(b.choices == o.choices for o in ballots) for b in ballots}


@pytest.mark.parametrize("column", values)
@given(data=st.data())
def test_what_is_written_is_read_back(column, data):
    choices = data.draw(
        st.lists(st.dictionaries(options, values[column], min_size=1), min_size=1, max_size=6)
    )
    read = read_ballots(write_ballots(ballots_from(choices), column), column)
    assert contents(read) == contents(ballots_from(choices))
    assert [ballot.voter for ballot in read] == [str(i) for i in range(1, len(choices) + 1)]


few = st.lists(st.dictionaries(st.sampled_from("ABC"), values["score"], min_size=1), min_size=1, max_size=8)


@given(choices=few, chance=st.randoms(use_true_random=False))
def test_nothing_tells_who_voted_or_when(choices, chance):
    later = [dict(chance.sample(list(c.items()), len(c))) for c in chance.sample(choices, len(choices))]
    published = write_ballots(ballots_from(choices), "score")
    assert published == write_ballots(ballots_from(later, "Jan Lis {}"), "score")
    assert b"Nowak" not in published


@given(choices=few)
def test_the_recount_of_the_published_ballots_is_the_count(choices):
    published = read_ballots(write_ballots(ballots_from(choices), "score"), "score")
    assert score(published) == score(ballots_from(choices))


def test_the_file_is_plain_csv():
    ballots = [
        Ballot("b", {"Żłobek; „Miś”": Fraction(5, 2), 'Kino "Oaza", remont': 1}),
        Ballot("a", {'Kino "Oaza", remont': 1, "Bony": None}),
    ]
    assert write_ballots(ballots, "points").decode() == (
        "voter,option,points\r\n"
        "1,Bony,\r\n"
        '1,"Kino ""Oaza"", remont",1\r\n'
        '2,"Kino ""Oaza"", remont",1\r\n'
        "2,Żłobek; „Miś”,2.5\r\n"
    )


def test_the_chair_stays_known_because_the_casting_vote_must_be_recounted():
    ballots = [Ballot("przewodnicząca", {"U1": 0}), Ballot("b", {"U1": 1}), Ballot("c", {"U1": None})]
    published = write_ballots(ballots, "approve", chair="przewodnicząca")
    assert "przewodnicząca".encode() not in published
    assert yes_no(read_ballots(published, "approve"), chair="chair") == yes_no(
        ballots, chair="przewodnicząca"
    )


@pytest.mark.parametrize(
    ("choice", "column", "expected"),
    [
        ({"A": 1}, "cost", "no ballots with the column"),
        ({}, "points", "without any option"),
        ({" ": 1}, "points", "name is missing"),
        ({"A": 1, " A": 2}, "points", "twice"),
        ({"A": Fraction(1, 3)}, "points", "not a decimal"),
        ({"A": 10**18}, "points", "not a decimal"),
        ({"A": -1}, "points", "below zero"),
        ({"A": 2}, "approve", "neither yes"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(choice, column, expected):
    with pytest.raises(ValueError, match=expected):
        write_ballots([Ballot("a", choice)], column)
    with pytest.raises(ValueError, match="chair"):
        write_ballots([Ballot("a", {"A": 1})], "approve", chair="b")


budgets = st.fixed_dictionaries(dict.fromkeys("ABCDE", st.integers(0, 12) | st.just(Fraction(5, 2))))
supports = st.lists(st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 3)), min_size=1, max_size=8)


@given(
    choices=supports,
    costs=budgets,
    budget=st.integers(0, 30),
    vote_type=st.sampled_from(["approval", "scoring"]),
)
def test_a_budget_written_for_pabulib_is_shared_the_same(choices, costs, budget, vote_type):
    if vote_type == "approval":
        choices = [{option: min(given, 1) for option, given in choice.items()} for choice in choices]
    ballots = ballots_from(choices)
    read = read_instance(
        write_pabulib(ballots, costs, budget, vote_type=vote_type, description="Płock; próba")
    )
    assert {read.names[project]: cost for project, cost in read.costs.items()} == costs
    assert (read.budget, read.vote_type, len(read.ballots)) == (budget, vote_type, len(ballots))
    recount = equal_shares(read.ballots, read.costs, read.budget)
    count = equal_shares(ballots, costs, budget)
    assert [read.names[project] for project in recount.funded] == count.funded
    assert sorted(recount.left.values()) == sorted(count.left.values())


@given(choices=supports, chance=st.randoms(use_true_random=False))
def test_pabulib_does_not_tell_who_voted_or_when(choices, chance):
    costs = dict.fromkeys("ABCDE", 5)
    later = ballots_from(chance.sample(choices, len(choices)), "Jan Lis {}")
    published = write_pabulib(ballots_from(choices), costs, 20, vote_type="scoring")
    assert published == write_pabulib(later, costs, 20, vote_type="scoring")


@pytest.mark.parametrize(
    ("choice", "vote_type", "expected"),
    [
        ({"A": 1}, "ordinal", "vote_type"),
        ({"B": 1}, "approval", "no cost"),
        ({"A": 2}, "approval", "1 or 0"),
        ({"A": -1}, "scoring", "below zero"),
        ({"A": Fraction(1, 7)}, "scoring", "decimal"),
    ],
)
def test_what_pabulib_could_not_hold_is_not_written(choice, vote_type, expected):
    with pytest.raises(ValueError, match=expected):
        write_pabulib([Ballot("a", choice)], {"A": 1}, 1, vote_type=vote_type)


def test_rules_agree_on_published_rankings_and_points():
    ballots = ballots_from([{"A": 1, "B": 2, "C": 2}, {"B": 1}, {"C": 3, "A": 7, "B": None}])
    for rule, column in ((schulze, "rank"), (points, "points")):
        assert rule(read_ballots(write_ballots(ballots, column), column)) == rule(ballots)
