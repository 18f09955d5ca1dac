"""Equal shares: the example worked by hand, and every purchase replayed with plain fractions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.tally.ballots import Ballot, polish_order
from spoiwo.tally.shares import equal_shares

number = st.integers(0, 5) | st.fractions(0, 5, max_denominator=4)
elections = st.tuples(
    st.lists(st.dictionaries(st.sampled_from("ABCDE"), number), min_size=1, max_size=8),
    st.fixed_dictionaries(dict.fromkeys("ABCDE", st.integers(0, 12))),
    st.integers(0, 30),
)


def ballots_from(choices):
    return [Ballot(f"v{i}", choice) for i, choice in enumerate(choices)]


def slow(choices, costs, budget):
    """Apply the definition literally: try every voter as the last one who gives all they have."""
    left = [Fraction(budget, len(choices))] * len(choices)
    bought = []
    while True:
        rhos = {}
        for option in costs.keys() - {option for option, _ in bought}:
            pay = [(left[i], choice[option]) for i, choice in enumerate(choices) if choice.get(option)]
            if pay and sum(purse for purse, _ in pay) >= costs[option]:
                rhos[option] = _rho(sorted(pay, key=lambda p: p[0] / p[1]), costs[option])
        if not rhos:
            return bought, left
        option = min(rhos, key=lambda o: (rhos[o], costs[o], polish_order(o)))
        bought.append((option, rhos[option]))
        left = [
            purse - min(purse, rhos[option] * (c.get(option) or 0))
            for purse, c in zip(left, choices, strict=True)
        ]


def _rho(pay, cost):
    for i in range(len(pay)):
        rho = Fraction(cost - sum(purse for purse, _ in pay[:i])) / sum(utility for _, utility in pay[i:])
        if sum(min(purse, rho * utility) for purse, utility in pay) == cost:
            return rho
    raise AssertionError("affordable, so some rho raises the cost")


def test_the_example_by_hand():
    ballots = ballots_from([{"A": 1}, {"A": 1, "B": 1}, {"B": 1, "C": 1}])
    shares = equal_shares(ballots, {"A": 6, "B": 6, "C": 4}, 12)
    assert shares.funded == ["A", "C"]
    assert [purchase.rho for purchase in shares.purchases] == [3, 4]
    assert [purchase.tied for purchase in shares.purchases] == [("A", "B"), ()]
    assert shares.left == {"v0": 1, "v1": 1, "v2": 0}
    assert (shares.share, shares.spent) == (4, 10)


def test_the_lower_cost_goes_first_among_equal_rho():
    shares = equal_shares(ballots_from([{"A": 2, "B": 1}]), {"A": 4, "B": 2}, 5)
    assert shares.funded == ["B"] and shares.purchases[0].tied == ("A", "B")


def test_a_minority_gets_its_part_of_the_budget():
    ballots = ballots_from([{"r1": 1, "r2": 1, "r3": 1}] * 6 + [{"b1": 1}] * 4)
    costs = {"r1": 30, "r2": 30, "r3": 30, "b1": 40}
    assert sorted(equal_shares(ballots, costs, 100).funded) == ["b1", "r1", "r2"]


@given(elections)
def test_purchases_prices_and_purses_agree_with_the_definition(election):
    choices, costs, budget = election
    shares = equal_shares(ballots_from(choices), costs, budget)
    bought, left = slow(choices, costs, budget)
    assert [(purchase.option, purchase.rho) for purchase in shares.purchases] == bought
    assert list(shares.left.values()) == left


@given(elections)
def test_never_more_than_the_budget_and_never_more_than_a_share(election):
    choices, costs, budget = election
    shares = equal_shares(ballots_from(choices), costs, budget)
    assert shares.spent == sum(costs[option] for option in shares.funded) <= budget
    assert all(0 <= left <= shares.share == Fraction(budget, len(choices)) for left in shares.left.values())
    assert sum(shares.share - left for left in shares.left.values()) == shares.spent


@given(elections, st.randoms(use_true_random=False))
def test_names_of_voters_and_order_of_ballots_do_not_matter(election, chance):
    choices, costs, budget = election
    shuffled = chance.sample(choices, len(choices))
    renamed = [Ballot(f"w{i}", choice) for i, choice in enumerate(shuffled)]
    assert (
        equal_shares(renamed, costs, budget).purchases
        == equal_shares(ballots_from(choices), costs, budget).purchases
    )


@given(elections, st.sampled_from([0, 10]))
def test_names_of_projects_matter_only_where_a_tie_is_reported(election, shift):
    choices, costs, budget = election
    name = {option: chr(ord("Z") - ord(option) + ord("A") - shift) for option in costs}
    renamed = [{name[option]: given for option, given in choice.items()} for choice in choices]
    before = equal_shares(ballots_from(choices), costs, budget)
    after = equal_shares(ballots_from(renamed), {name[o]: cost for o, cost in costs.items()}, budget)
    if not any(purchase.tied for purchase in before.purchases):
        assert after.funded == [name[option] for option in before.funded]
        assert after.left == before.left


@given(elections, st.integers(2, 3))
def test_twice_the_voters_with_twice_the_money_buy_the_same_at_twice_the_cost(election, times):
    choices, costs, budget = election
    once = equal_shares(ballots_from(choices), costs, budget)
    more = equal_shares(
        ballots_from(choices * times), {o: cost * times for o, cost in costs.items()}, budget * times
    )
    assert (more.funded, more.share) == (once.funded, once.share)


@given(elections)
def test_what_is_left_buys_nothing_more(election):
    choices, costs, budget = election
    shares = equal_shares(ballots_from(choices), costs, budget)
    purses = list(shares.left.values())
    for option in costs.keys() - set(shares.funded):
        supporters = [purse for purse, choice in zip(purses, choices, strict=True) if choice.get(option)]
        assert not supporters or sum(supporters) < costs[option]


@pytest.mark.parametrize(
    ("choice", "costs", "budget"),
    [({"A": 1}, {}, 1), ({"A": -1}, {"A": 1}, 1), ({}, {"A": -1}, 1), ({}, {}, -1)],
)
def test_an_unknown_project_or_anything_below_zero_is_refused(choice, costs, budget):
    with pytest.raises(ValueError, match=r"no cost|zero"):
        equal_shares([Ballot("a", choice)], costs, budget)
