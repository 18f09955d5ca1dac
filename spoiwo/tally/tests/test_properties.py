"""What every fair count has in common: anonymity, neutrality, indifference to the order of rows."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.tally.ballots import Ballot
from spoiwo.tally.counting import approval, borda, points, score
from spoiwo.tally.csvfile import read_ballots
from spoiwo.tally.schulze import schulze

OPTIONS = "ABCDE"
value = st.none() | st.integers(0, 9) | st.fractions(0, 9, max_denominator=3)
cast = st.lists(st.dictionaries(st.sampled_from(OPTIONS), value, min_size=1), min_size=1, max_size=8)
RULES = [points, score, borda, schulze]


def ballots_from(choices, names="v"):
    return [Ballot(f"{names}{i}", choice) for i, choice in enumerate(choices)]


@pytest.mark.parametrize("rule", RULES)
@given(choices=cast, chance=st.randoms(use_true_random=False))
def test_who_voted_and_in_which_order_does_not_matter(rule, choices, chance):
    shuffled = [dict(chance.sample(list(c.items()), len(c))) for c in chance.sample(choices, len(choices))]
    assert rule(ballots_from(shuffled, "w")) == rule(ballots_from(choices))


@pytest.mark.parametrize("rule", RULES)
@given(choices=cast, new=st.permutations(OPTIONS))
def test_renaming_options_renames_the_results_and_nothing_else(rule, choices, new):
    name = dict(zip(OPTIONS, new, strict=True))
    renamed = [{name[option]: given for option, given in choice.items()} for choice in choices]
    before = {(name[r.option], r.total, r.rank) for r in rule(ballots_from(choices))}
    assert {(r.option, r.total, r.rank) for r in rule(ballots_from(renamed))} == before


@given(choices=st.lists(st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 1), min_size=1), min_size=1))
def test_approval_is_points_of_one(choices):
    assert approval(ballots_from(choices)) == points(ballots_from(choices))


full = st.fixed_dictionaries(dict.fromkeys(OPTIONS, st.integers(0, 9)))


@given(choices=st.lists(full, min_size=1, max_size=8), extra=st.fractions(-9, 9, max_denominator=7))
def test_a_generous_voter_does_not_change_the_order_of_means(choices, extra):
    generous = [{option: given + extra for option, given in choices[0].items()}, *choices[1:]]
    before = [(r.option, r.rank) for r in score(ballots_from(choices))]
    assert [(r.option, r.rank) for r in score(ballots_from(generous))] == before


@given(choices=cast)
def test_every_ballot_hands_out_the_same_borda_points(choices):
    results = borda(ballots_from(choices))
    m = len(results)
    assert sum(r.total for r in results) == Fraction(len(choices) * m * (m - 1), 2)


@given(choices=cast, rule=st.sampled_from(RULES))
def test_ranks_are_competition_ranks(choices, rule):
    ranks = [r.rank for r in rule(ballots_from(choices))]
    assert all(rank == ranks.index(rank) + 1 for rank in ranks)


@given(
    rows=st.lists(
        st.tuples(st.integers(1, 5), st.sampled_from(OPTIONS), st.integers(0, 9)),
        min_size=1,
        unique_by=lambda row: row[:2],
    ),
    chance=st.randoms(use_true_random=False),
)
def test_the_order_of_rows_in_the_file_does_not_matter(rows, chance):
    def counted(lines):
        text = "voter,option,points\n" + "".join(f"{v},{o},{p}\n" for v, o, p in lines)
        return points(read_ballots(text.encode(), "points"))

    assert counted(chance.sample(rows, len(rows))) == counted(rows)
