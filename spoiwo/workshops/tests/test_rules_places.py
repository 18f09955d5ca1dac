"""Who is in, who is out, and the tie across the line."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo import tally
from spoiwo.workshops.rules.ballots import Standing
from spoiwo.workshops.rules.places import (
    Cut,
    Decision,
    Problem,
    Way,
    after_run_off,
    cut,
    outcome_of,
    weigh_decision,
)

# The vote of Nisko: sixteen proposals, 40, 35, 35, 35 and the rest below.
NISKO = [Standing(1, 40, 1), Standing(2, 35, 2), Standing(3, 35, 2), Standing(4, 35, 2), Standing(5, 31, 5)]
SEED = "Nisko, 30 kwietnia 2024, numer pierwszego losu 4711"


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        (0, Cut((), (), (1, 2, 3, 4, 5))),
        (1, Cut((1,), (), (2, 3, 4, 5))),
        (2, Cut((1,), (2, 3, 4), (5,), 1)),
        (3, Cut((1,), (2, 3, 4), (5,), 2)),
        (4, Cut((1, 2, 3, 4), (), (5,), 0, ((2, 3, 4),))),
        (9, Cut((1, 2, 3, 4, 5), (), (), 0, ((2, 3, 4),))),
    ],
)
def test_the_example_by_hand(seats: int, expected: Cut) -> None:
    assert cut(NISKO, seats) == expected


def test_nobody_is_in_without_a_point_or_an_opinion() -> None:
    standings = [Standing(1, 4, 1), Standing(2, 0, 2), Standing(3, None, 3)]
    assert cut(standings, 3, least=1) == Cut((1,), (), (2, 3))
    assert cut(standings, 3) == Cut((1, 2), (), (3,))


def test_all_tied_are_taken_and_there_are_so_many_seats_more() -> None:
    outcome = outcome_of(NISKO, 2, Decision(Way.TAKE_BOTH, (2, 3, 4)))
    assert outcome.seats == 4 and outcome.cut.chosen == (1, 2, 3, 4) and outcome.cut.is_settled


def test_equals_among_the_chosen_may_stay_equal_on_record() -> None:
    outcome = outcome_of(NISKO, 4, Decision(Way.TAKE_BOTH, (2, 3, 4)))
    assert outcome.seats == 4 and outcome.cut == cut(NISKO, 4)


def test_a_run_off_is_held_among_the_tied_and_fills_what_is_left() -> None:
    outcome = outcome_of(NISKO, 3, Decision(Way.RUN_OFF, (2, 3, 4)))
    assert outcome.run_off == (2, 3, 4) and outcome.cut == cut(NISKO, 3)
    again = [Standing(4, 50, 1), Standing(2, 30, 2), Standing(3, 20, 3)]
    assert after_run_off(outcome.cut, again) == Cut((1, 4, 2), (), (3, 5))
    tied_again = [Standing(4, 50, 1), Standing(2, 25, 2), Standing(3, 25, 2)]
    assert after_run_off(outcome.cut, tied_again) == Cut((1, 4), (2, 3), (5,), 1)
    with pytest.raises(ValueError, match="run-off"):
        after_run_off(outcome.cut, again[:2])


def test_merged_options_take_one_place_and_those_behind_move_up() -> None:
    outcome = outcome_of(NISKO, 3, Decision(Way.MERGE, (3, 2, 3, 4), title="Trasy wokół zalewu"))
    assert outcome.merged == (2, 4)
    assert outcome.standings == (Standing(1, 40, 1), Standing(3, 35, 2), Standing(5, 31, 3))
    assert outcome.cut == Cut((1, 3, 5), (), ())


def test_after_two_of_three_are_merged_a_tie_may_remain_and_is_settled_next() -> None:
    outcome = outcome_of(NISKO, 2, Decision(Way.MERGE, (2, 3), title="Trasy wokół zalewu"))
    assert outcome.cut == Cut((1,), (2, 4), (5,), 1)
    settled = outcome_of(outcome.standings, 2, Decision(Way.TAKE_BOTH, (2, 4)))
    assert settled.cut == Cut((1, 2, 4), (), (5,), 0, ((2, 4),))


def test_a_lot_can_be_drawn_again_by_anybody_with_a_pocket_computer() -> None:
    names = {1: "Rower", 2: "Basen", 3: "Targ", 4: "Żłobek", 5: "Park"}
    outcome = outcome_of(
        NISKO, 3, Decision(Way.LOT, (2, 3, 4), seed=SEED), names=names, agreed_seed=SEED + " "
    )
    by_hand = sorted((2, 3, 4), key=lambda option: sha256(f"{SEED}\n{names[option]}".encode()).hexdigest())
    assert outcome.drawn == tuple(by_hand)
    assert outcome.cut.chosen == (1, *by_hand[:2]) and outcome.cut.left == (by_hand[2], 5)
    assert tally.draw(["Basen", "Targ", "Żłobek"], SEED) == [names[option] for option in by_hand]


@pytest.mark.parametrize(
    ("seats", "decision", "problem"),
    [
        (1, Decision(Way.TAKE_BOTH, (1, 2)), Problem.NO_TIE),
        (4, Decision(Way.RUN_OFF, (2, 3, 4)), Problem.NO_TIE),
        (2, Decision(Way.TAKE_BOTH, (2, 3, 5)), Problem.NOT_TIED),
        (2, Decision(Way.TAKE_BOTH, ()), Problem.NOT_TIED),
        (2, Decision(Way.RUN_OFF, (2, 3)), Problem.NOT_ALL),
        (2, Decision(Way.LOT, (2, 3), seed=SEED), Problem.NOT_ALL),
        (2, Decision(Way.MERGE, (2,), title="Trasy"), Problem.TOO_FEW),
        (2, Decision(Way.MERGE, (2, 2), title="Trasy"), Problem.TOO_FEW),
        (2, Decision(Way.MERGE, (2, 3), title=" "), Problem.NO_TITLE),
        (2, Decision(Way.LOT, (2, 3, 4)), Problem.NO_SEED),
        (2, Decision(Way.LOT, (2, 3, 4), seed="inny"), Problem.OTHER_SEED),
        (2, Decision(Way.LOT, (2, 3, 4), seed=SEED), None),
        (2, Decision(Way.RUN_OFF, (4, 2, 3)), None),
    ],
)
def test_a_decision_is_weighed(seats: int, decision: Decision, problem: Problem | None) -> None:
    assert weigh_decision(cut(NISKO, seats), decision, SEED) == problem


def test_a_lot_without_a_seed_agreed_before_is_refused() -> None:
    decision = Decision(Way.LOT, (2, 3, 4), seed=SEED)
    assert weigh_decision(cut(NISKO, 2), decision) == Problem.NO_SEED
    with pytest.raises(ValueError, match="no_seed"):
        outcome_of(NISKO, 2, decision)


TOTALS = st.lists(st.integers(0, 4), max_size=10)


def standings_of(totals: list[int]) -> list[Standing]:
    return [
        Standing(int(r.option), r.total, r.rank)
        for r in tally.ranked({str(n): t for n, t in enumerate(totals)})
    ]


@given(TOTALS, st.integers(0, 12))
def test_everybody_is_in_one_place_and_no_equal_is_preferred(totals: list[int], seats: int) -> None:
    line = cut(standings_of(totals), seats)
    assert sorted(line.chosen + line.tied + line.left) == list(range(len(totals)))
    assert len(line.chosen) + line.places <= seats
    assert not line.tied or 0 < line.places < len(line.tied)
    for group in (line.chosen, line.tied):
        others = set(range(len(totals))) - set(group)
        if group is line.chosen:
            assert all(totals[one] > totals[other] for one in group for other in others)
        else:
            assert len({totals[one] for one in group}) <= 1


@given(TOTALS, st.integers(0, 12), st.sampled_from([Way.TAKE_BOTH, Way.LOT]))
def test_take_both_and_lot_always_settle(totals: list[int], seats: int, way: Way) -> None:
    standings = standings_of(totals)
    line = cut(standings, seats)
    if line.tied:
        outcome = outcome_of(standings, seats, Decision(way, line.tied, seed="s"), agreed_seed="s")
        assert outcome.cut.is_settled and set(line.chosen) <= set(outcome.cut.chosen)
        assert len(outcome.cut.chosen) == (seats if way == Way.LOT else len(line.chosen + line.tied))
