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


@given(choices=cast, extra=st.fractions(-9, 9, max_denominator=7))
def test_a_constant_added_to_all_scores_is_added_to_all_means(choices, extra):
    raised = [{o: None if given is None else given + extra for o, given in c.items()} for c in choices]
    before = [
        (r.option, r.total if r.total is None else r.total + extra, r.rank)
        for r in score(ballots_from(choices))
    ]
    assert [(r.option, r.total, r.rank) for r in score(ballots_from(raised))] == before


@pytest.mark.parametrize("rule", RULES)
@given(choices=cast)
def test_every_ballot_cast_twice_changes_no_rank(rule, choices):
    once, twice = rule(ballots_from(choices)), rule(ballots_from(choices * 2))
    assert [(r.option, r.rank) for r in twice] == [(r.option, r.rank) for r in once]


@pytest.mark.parametrize("rule", RULES)
@given(choices=cast)
def test_options_that_every_ballot_treats_alike_tie(rule, choices):
    twins = [choice | {"twin": choice.get("A")} for choice in choices]
    rank = {r.option: r.rank for r in rule(ballots_from(twins))}
    assert rank["twin"] == rank.get("A", rank["twin"])


@given(choices=cast, budget=st.integers(0, 12))
def test_no_ballot_over_the_budget_counts(choices, budget):
    within = [choice for choice in choices if sum(given or 0 for given in choice.values()) <= budget]
    assert sum(r.total for r in points(ballots_from(choices), budget)) <= budget * len(within)
    counted = {r.option: r.total for r in points(ballots_from(within)) if r.total}
    assert {r.option: r.total for r in points(ballots_from(choices), budget) if r.total} == counted


@given(choices=cast)
def test_borda_is_counted_ballot_by_ballot(choices):
    ballots = ballots_from(choices)
    options = sorted({option for choice in choices for option in choice})
    expected = dict.fromkeys(options, Fraction(0))
    for choice in choices:
        place = {option: 99 if choice.get(option) is None else choice[option] for option in options}
        for one in options:
            beaten = [Fraction(place[one] < place[o]) + Fraction(place[one] == place[o], 2) for o in options]
            expected[one] += sum(beaten) - Fraction(1, 2)
    assert {r.option: r.total for r in borda(ballots)} == expected


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
