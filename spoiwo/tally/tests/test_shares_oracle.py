"""Equal shares beside pabutools: the same projects in the same order, for approvals and for points."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.tally.ballots import Ballot
from spoiwo.tally.shares import equal_shares

oracle = pytest.importorskip(
    "spoiwo.tally.tests.oracle",
    reason="no pabutools: pip install --no-deps --require-hashes -r requirements/oracle.txt",
)

PROJECTS = "ABCDEF"
costs = st.fixed_dictionaries(dict.fromkeys(PROJECTS, st.integers(1, 12)))
budgets = st.integers(0, 40) | st.fractions(0, 40, max_denominator=3)
approvals = st.lists(
    st.dictionaries(st.sampled_from(PROJECTS), st.just(1), min_size=1), min_size=1, max_size=10
)
points = st.lists(
    st.dictionaries(st.sampled_from(PROJECTS), st.integers(1, 5) | st.fractions(1, 5, max_denominator=4)),
    min_size=1,
    max_size=10,
)


def ballots_from(choices, costs, worth):
    """Our engine reads utilities, so a project worth its cost has the cost on the ballot."""
    value = (lambda option, given: costs[option]) if worth == "cost" else (lambda option, given: given)
    return [Ballot(f"v{i}", {o: value(o, u) for o, u in c.items()}) for i, c in enumerate(choices)]


@pytest.mark.parametrize("worth", ["count", "cost"])
@given(choices=approvals, costs=costs, budget=budgets)
def test_approvals_fund_what_the_oracle_funds(worth, choices, costs, budget):
    ballots = ballots_from(choices, costs, worth)
    assert equal_shares(ballots, costs, budget).funded == oracle.asked(ballots, costs, budget, worth)()


@given(choices=points, costs=costs, budget=budgets)
def test_points_fund_what_the_oracle_funds(choices, costs, budget):
    ballots = ballots_from(choices, costs, "points")
    assert equal_shares(ballots, costs, budget).funded == oracle.asked(ballots, costs, budget, "points")()


@pytest.mark.parametrize("worth", ["count", "cost", "points"])
@pytest.mark.parametrize("seed", range(3))
def test_a_town_of_a_thousand_funds_what_the_oracle_funds(seed, worth):
    chance = Random(seed)
    costs = {f"P{i}": chance.randrange(5, 400) * 1000 for i in range(60)}
    choices = [
        dict.fromkeys(chance.sample(list(costs), chance.randint(1, 10)), 1)
        if worth != "points"
        else {p: Fraction(chance.randint(1, 10), 2) for p in chance.sample(list(costs), 5)}
        for _ in range(1000)
    ]
    ballots = ballots_from(choices, costs, worth)
    shares = equal_shares(ballots, costs, 3_000_000)
    assert len(shares.funded) > 10
    assert shares.funded == oracle.asked(ballots, costs, 3_000_000, worth)()
