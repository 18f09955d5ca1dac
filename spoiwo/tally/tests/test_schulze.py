"""The Schulze rule against the published example and against paths enumerated one by one."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.tally.ballots import Ballot
from spoiwo.tally.schulze import preferences, schulze, strongest_paths

PUBLISHED = {
    "ACBED": 5, "ADECB": 5, "BEDAC": 8, "CABED": 3, "CAEBD": 7, "CBADE": 2, "DCEBA": 7, "EBADC": 8,
}  # fmt: skip


def ballots_from(rankings):
    orders = [order for order, voters in rankings.items() for _ in range(voters)]
    return [
        Ballot(str(i), {option: place for place, option in enumerate(o, 1)}) for i, o in enumerate(orders)
    ]


def test_the_published_example_of_45_voters_gives_e_a_c_b_d():
    results = schulze(ballots_from(PUBLISHED))
    assert [(r.option, r.rank) for r in results] == [("E", 1), ("A", 2), ("C", 3), ("B", 4), ("D", 5)]
    assert [r.total for r in results] == [4, 3, 2, 1, 0]


def test_the_published_example_has_the_published_preferences_and_paths():
    preferred = preferences(ballots_from(PUBLISHED), "ABCDE")
    assert preferred[0] == [0, 20, 26, 30, 22]
    assert preferred[4] == [23, 27, 21, 31, 0]
    paths = strongest_paths(preferred)
    assert paths[0] == [0, 28, 28, 30, 24]
    assert paths[4] == [25, 28, 28, 31, 0]


def test_equal_paths_share_a_rank():
    results = schulze(ballots_from({"ABC": 1, "BAC": 1}))
    assert [(r.option, r.rank) for r in results] == [("A", 1), ("B", 1), ("C", 3)]


def test_a_perfect_cycle_is_a_tie_of_all():
    assert {r.rank for r in schulze(ballots_from({"ABC": 1, "BCA": 1, "CAB": 1}))} == {1}


def test_links_of_a_single_vote_make_a_path():
    assert strongest_paths([[0, 1, 0], [0, 0, 1], [0, 0, 0]])[0] == [0, 1, 1]


def test_options_not_ranked_stand_below_the_ranked_ones():
    results = schulze([Ballot("a", {"A": 1}), Ballot("b", {"A": 2, "B": None, "C": 7})])
    assert [(r.option, r.rank) for r in results] == [("A", 1), ("C", 2), ("B", 3)]


rankings = st.lists(
    st.dictionaries(st.sampled_from("ABCD"), st.integers(1, 4), min_size=1), min_size=1, max_size=7
)


@given(rankings)
def test_counts_in_lanes_and_paths_agree_with_counting_one_by_one(choices):
    options = "ABCD"
    preferred = preferences([Ballot(str(i), choice) for i, choice in enumerate(choices)], options)
    worst = 99
    for i, one in enumerate(options):
        for j, other in enumerate(options):
            assert preferred[i][j] == sum(c.get(one, worst) < c.get(other, worst) for c in choices)
    paths = strongest_paths(preferred)
    for i, j in permutations(range(4), 2):
        assert paths[i][j] == max(_strength(preferred, path) for path in _paths(i, j))


@given(rankings)
def test_who_beats_all_others_wins_alone_and_the_smith_set_stands_in_front(choices):
    ballots = [Ballot(str(i), choice) for i, choice in enumerate(choices)]
    options = sorted({option for choice in choices for option in choice})
    rank = {result.option: result.rank for result in schulze(ballots)}
    smith = _smith(preferences(ballots, options))
    inside = {options[i] for i in smith}
    assert {option for option in options if rank[option] == 1} <= inside
    assert max(rank[o] for o in inside) < min((rank[o] for o in options if o not in inside), default=99)


orders = st.lists(st.permutations("ABCD"), min_size=1, max_size=7)


@given(orders)
def test_the_only_winner_never_wins_when_every_ballot_is_turned_round(orders):
    first, turned = (
        schulze(
            [Ballot(str(i), {o: sign * p for p, o in enumerate(order)}) for i, order in enumerate(orders)]
        )
        for sign in (1, -1)
    )
    winners = {result.option for result in first if result.rank == 1}
    if len(winners) == 1:
        assert not winners & {result.option for result in turned if result.rank == 1}


@pytest.mark.parametrize("places", [3, 127, 128, 200, 40_000])
def test_places_of_any_size_are_compared(places):
    ballots = [
        Ballot(str(i), {"A": i, "B": places - i, "C": None}) for i in range(0, places, max(1, places // 997))
    ]
    preferred = preferences(ballots, "ABC")
    better = sum(ballot.choices["A"] < ballot.choices["B"] for ballot in ballots)
    worse = sum(ballot.choices["A"] > ballot.choices["B"] for ballot in ballots)
    assert preferred == [[0, better, len(ballots)], [worse, 0, len(ballots)], [0, 0, 0]]


def _smith(preferred):
    """The smallest set whose members beat everybody outside: grown from each option by whom it does not beat."""
    everyone = range(len(preferred))
    found = set(everyone)
    for start in everyone:
        grown = {start}
        while True:
            more = {j for j in everyone for i in grown if preferred[i][j] <= preferred[j][i]}
            if more <= grown:
                break
            grown |= more
        found = min(found, grown, key=len)
    return found


def _paths(i, j):
    between = [k for k in range(4) if k not in (i, j)]
    return [(i, *middle, j) for length in range(3) for middle in permutations(between, length)]


def _strength(preferred, path):
    return min(preferred[a][b] if preferred[a][b] > preferred[b][a] else 0 for a, b in pairwise(path))
