"""Motions with quorum and casting vote, and ties that are settled on the record."""

from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.tally.ballots import Ballot, ranked
from spoiwo.tally.motions import quorum_needed, yes_no
from spoiwo.tally.settling import Decision, draw, settle

FIELD = ranked({"A": 40, "B": 35, "C": 35, "D": 35, "E": 31})


def votes(*values):
    return [Ballot(f"v{i}", {"Uchwała": value}) for i, value in enumerate(values)]


@pytest.mark.parametrize(
    ("cast", "quorum", "chair", "outcome", "casting"),
    [
        ((1, 1, 0), 0, None, "adopted", False),
        ((1, 0, 0), 0, None, "rejected", False),
        ((1, 0), 0, None, "tied", False),
        ((1, 0), 0, "v0", "adopted", True),
        ((1, 0), 0, "v1", "rejected", True),
        ((1, 0, None), 0, "v2", "tied", False),
        ((1, 1, 0), 3, "v2", "adopted", False),
        ((1, 1, 0), 4, None, "no quorum", False),
        ((1, None, None), 3, None, "adopted", False),
    ],
)
def test_a_motion_is_decided_by_simple_majority_within_the_quorum(cast, quorum, chair, outcome, casting):
    motion = yes_no(votes(*cast), quorum, chair)[0]
    assert (motion.outcome, motion.casting_vote) == (outcome, casting)
    assert (motion.votes_for, motion.votes_against, motion.abstained) == tuple(map(cast.count, (1, 0, None)))


marks = st.lists(st.dictionaries(st.sampled_from("AB"), st.sampled_from([0, 1, None])), max_size=9)


@given(marks=marks, quorum=st.integers(0, 6), chance=st.randoms(use_true_random=False))
def test_a_motion_does_not_depend_on_who_voted_or_in_which_order(marks, quorum, chance):
    ballots = [Ballot(f"v{i}", mark) for i, mark in enumerate(marks)]
    others = [Ballot(f"w{i}", mark) for i, mark in enumerate(chance.sample(marks, len(marks)))]
    assert yes_no(others, quorum) == yes_no(ballots, quorum)


@given(marks=marks, quorum=st.integers(0, 6))
def test_the_opposite_motion_has_the_opposite_outcome(marks, quorum):
    turned = [{o: mark if mark is None else 1 - mark for o, mark in m.items()} for m in marks]
    opposite = {"adopted": "rejected", "rejected": "adopted"}
    motions, against = (
        yes_no([Ballot(f"v{i}", mark) for i, mark in enumerate(cast)], quorum) for cast in (marks, turned)
    )
    assert [m.outcome for m in against] == [opposite.get(m.outcome, m.outcome) for m in motions]


def test_a_chair_without_a_ballot_is_refused():
    with pytest.raises(ValueError, match="chair"):
        yes_no(votes(1, 0), chair="nobody")


def test_half_of_an_odd_number_is_rounded_up():
    assert [quorum_needed(Fraction(1, 2), entitled) for entitled in (20, 21)] == [10, 11]


def test_taking_both_and_a_run_off_leave_the_shared_rank():
    both, again = settle(FIELD, Decision(2, "take_both")), settle(FIELD, Decision(2, "run_off"))
    assert list(both.results) == list(again.results) == FIELD
    assert both.run_off == () and again.run_off == ("B", "C", "D")


def test_merging_makes_one_option_with_the_shared_total_and_moves_up_the_rest():
    merged = settle(FIELD, Decision(2, "merge")).results
    assert [(r.option, r.total, r.rank) for r in merged] == [("A", 40, 1), ("B + C + D", 35, 2), ("E", 31, 3)]


def test_the_lot_follows_from_the_published_seed_alone():
    expected = sorted("BCD", key=lambda option: sha256(b"kolejka 17\n" + option.encode()).hexdigest())
    assert draw("DBC", "kolejka 17") == draw("BCD", " kolejka 17 ") == expected
    settled = settle(FIELD, Decision(2, "lot", "kolejka 17"))
    assert list(settled.tied) == expected
    assert [(r.option, r.rank) for r in settled.results] == [
        ("A", 1), (expected[0], 2), (expected[1], 3), (expected[2], 4), ("E", 5),
    ]  # fmt: skip


def test_different_seeds_can_draw_different_orders():
    assert len({tuple(draw("BCD", str(seed))) for seed in range(60)}) == 6


@pytest.mark.parametrize("decision", [Decision(1, "lot", "x"), Decision(9, "merge"), Decision(2, "lot", " ")])
def test_no_tie_or_no_seed_is_refused(decision):
    with pytest.raises(ValueError, match=r"no tie|seed"):
        settle(FIELD, decision)


def test_nothing_is_settled_by_counting():
    assert [r.rank for r in FIELD] == [1, 2, 2, 2, 5]
