"""Juries as they happen: somebody stops, somebody withdraws, hardly anybody is there."""

import numpy as np
import pytest

from spoiwo.judging.linkage import FallsApart, components_of
from spoiwo.judging.rank import apart, rank
from spoiwo.judging.scores import BadScores, Score, gather
from spoiwo.judging.tests.planted_jury import by_entry, jury, scores
from spoiwo.judging.without import without_each


def test_a_juror_who_stops_half_way_is_calibrated_on_what_there_is():
    rows, quality, _ = jury(3, entries=40, jurors=6, each=6, noise=0.2)
    halted = [row for row in rows if row.juror != "j05" or row.entry < "e020"]
    found = rank(gather(halted))
    assert next(j.readings for j in found.jurors if j.juror == "j05") == 20
    order = [float(quality[int(entry.entry[1:])]) for entry in found.entries]
    assert np.corrcoef(order, [entry.calibrated for entry in found.entries])[0, 1] > 0.98


def test_an_entry_withdrawn_leaves_the_differences_of_the_others_nearly_as_they_were():
    rows, _, _ = jury(3, entries=40, jurors=6, each=3, noise=0.2)
    before = by_entry(rank(gather(rows)))
    after = by_entry(rank(gather([row for row in rows if row.entry != "e007"])))
    assert "e007" not in after and len(after) == 39
    shift = np.array([after[name].calibrated - before[name].calibrated for name in after])
    assert np.ptp(shift) < 0.3


def test_a_jury_that_falls_apart_is_refused_and_the_parts_are_named():
    table = dict.fromkeys(("aA", "bA", "aB", "cC", "dC", "dD"), 1.0)
    with pytest.raises(FallsApart) as refusal:
        rank(scores(table))
    assert [(p.entries, p.jurors) for p in refusal.value.parts] == [
        (("a", "b"), ("A", "B")),
        (("c", "d"), ("C", "D")),
    ]
    assert "part 2: jurors C, D; entries c, d" in str(refusal.value)
    assert [part.entries for part in apart(scores(table))] == [("a", "b"), ("c", "d")]


def test_a_category_is_held_together_by_jurors_who_read_another_one():
    table = {("a", "A"): 3.0, ("x", "A"): 2.0, ("x", "B"): 4.0, ("b", "B"): 1.0}
    kinds = {"a": "one", "b": "one", "x": "two"}
    assert rank(scores(table, category=kinds)).components == 1
    with pytest.raises(FallsApart) as refusal:
        rank(scores({pair: v for pair, v in table.items() if pair != ("x", "B")}, category=kinds))
    assert refusal.value.category == "one"


def test_panels_by_category_rank_apart_without_being_refused():
    rows = [row._replace(category="one") for row in jury(1, entries=12, jurors=4)[0]]
    rows += [Score("x" + r.entry, "x" + r.juror, r.criterion, r.score + 2, "two") for r in jury(2, 12, 4)[0]]
    found = rank(gather(rows))
    assert found.components == 2
    own = {e.entry: e for e in found.entries if e.category == "two"}
    assert np.mean([e.calibrated for e in own.values()]) == pytest.approx(7, abs=1)
    assert sorted(e.rank for e in own.values()) == list(range(1, 13))


def test_one_juror_gives_their_own_points_and_no_interval():
    found = rank(scores({("a", "J"): 4.0, ("b", "J"): 2.0, ("c", "J"): 3.0}))
    assert [(e.entry, e.calibrated) for e in found.entries] == [("a", 4.0), ("c", 3.0), ("b", 2.0)]
    assert found.entries[0].low is None and found.entries[0].p_top is None and found.method == "exact"


def test_one_juror_with_several_criteria_has_the_scatter_of_criteria_for_noise():
    rows = [Score(e, "J", k, s) for e, marks in {"a": (5, 4), "b": (1, 3), "c": (4, 2)}.items()
            for k, s in zip("kl", marks, strict=True)]  # fmt: skip
    found = rank(gather(rows))
    assert [e.calibrated for e in found.entries] == pytest.approx([4.5, 3, 2])
    assert found.entries[0].low < 4.5 < found.entries[0].high


def test_one_entry_is_first_with_certainty():
    entry = rank(scores({("a", "J"): 4.0, ("a", "K"): 2.0})).entries[0]
    assert (entry.rank, entry.calibrated, entry.expected_rank, entry.p_top) == (1, 3.0, 1.0, 1.0)


def test_two_entries_are_compared():
    found = rank(scores({("a", "J"): 4.0, ("a", "K"): 5.0, ("b", "J"): 3.0, ("b", "K"): 3.5}), top=1)
    first, second = found.entries
    assert first.entry == "a" and first.p_top + second.p_top == pytest.approx(1)
    assert first.expected_rank < second.expected_rank


def test_all_scores_equal_leave_everybody_equal():
    found = rank(scores({(e, j): 3.0 for e in "abcd" for j in "JKL"}), top=1)
    for entry in found.entries:
        assert (entry.rank, entry.is_tied, entry.expected_rank, entry.p_top) == (1, True, 2.5, 0.25)
        assert (entry.calibrated, entry.low, entry.high) == pytest.approx((3, 3, 3), abs=1e-9)


def test_entries_that_do_not_differ_beyond_chance_have_equal_chances():
    chance = np.random.default_rng(1)
    table = {(f"e{e}", f"j{j}"): float(chance.normal()) for e in range(10) for j in range(4)}
    mean = np.mean([table[f"e{e}", f"j{j}"] for e in range(10) for j in range(4)])
    level = {
        pair: v - np.mean([table[pair[0], f"j{j}"] for j in range(4)]) + mean for pair, v in table.items()
    }
    found = rank(scores(level), top=2)
    assert found.method == "alike" and {e.p_top for e in found.entries} == {0.2}


def test_cannot_judge_is_no_zero_and_a_hard_criterion_is_no_punishment():
    # K2 is given 2 points less by everybody; whoever was judged on it alone is not worse for that.
    rows = [Score(f"e{e}", f"j{j}", k, 4.0 + 0.1 * e - 2 * (k == "K2")) for e in range(6) for j in range(3)
            for k in ("K1", "K2")]  # fmt: skip
    rows = [row._replace(score=None) if row[:3] == ("e5", "j1", "K1") else row for row in rows]
    found = rank(gather(rows))
    best = found.entries[0]
    assert best.entry == "e5" and best.raw_mean < best.calibrated
    assert best.calibrated == pytest.approx(3.5, abs=1e-6)
    assert found.criteria["K1"] - found.criteria["K2"] == pytest.approx(2)


def test_a_reading_with_missing_criteria_weighs_less():
    rows, _, _ = jury(1, entries=12, jurors=4, each=4, criteria=3)
    half = [row for row in rows if row.juror != "j01" or row.entry != "e004" or row.criterion == "k0"]
    assert len(half) == len(rows) - 2
    whole, less = by_entry(rank(gather(rows)))["e004"], by_entry(rank(gather(half)))["e004"]
    assert less.high - less.low > whole.high - whole.low


def test_weights_count_and_a_weight_of_zero_takes_a_criterion_out():
    rows = [Score(e, j, k, s) for j in "JK" for e, k, s in (("a", "W", 5.0), ("a", "I", 1.0), ("b", "W", 2.0), ("b", "I", 3.0))]  # fmt: skip
    assert by_entry(rank(gather(rows), weights={"W": 2}))["a"].raw_mean == pytest.approx(11 / 3)
    assert by_entry(rank(gather(rows), weights={"W": 0}))["a"].calibrated == pytest.approx(1)


@pytest.mark.parametrize("weights", [{"X": 1}, {"k": -1}, {"k": float("nan")}, {"k": 0}])
def test_weights_without_sense_are_refused(weights):
    with pytest.raises(ValueError, match=r"weight|criterion"):
        rank(scores({("a", "J"): 1.0, ("b", "J"): 2.0}), weights=weights)


def test_what_nobody_judged_is_named_and_not_ranked():
    found = rank(gather([Score("a", "J", "k", 1.0), Score("b", "J", "k", None), Score("a", "L", "k", None)]))
    assert [e.entry for e in found.entries] == ["a"]
    assert (found.unjudged, found.idle) == (("b",), ("L",))


def test_parts_of_a_graph_come_largest_first():
    assert components_of([(3, "c"), (1, "a"), (2, "a"), (2, "b")]) == [([1, 2], ["a", "b"]), ([3], ["c"])]


def test_without_a_juror_the_changes_are_named():
    rows = [row for row in jury(7, entries=20, jurors=5, each=4, noise=0.1)[0] if row.juror != "j04"]
    liked = [
        row._replace(juror="friend", score=9.0 if row.entry == "e000" else 3.0)
        for row in rows
        if row.juror == "j00"
    ]
    found = {one.juror: one for one in without_each(gather(rows + liked), top=3)}
    assert all(-1 <= one.tau <= 1 for one in found.values())
    assert found["friend"].tau < 1 and any(move[0] == "e000" for move in found["friend"].moves)


def test_without_the_only_link_the_jury_falls_apart():
    table = {(e, j): float(k) for k, (e, j) in enumerate(("aA", "bA", "bL", "cL", "cC", "dC"))}
    found = {one.juror: one for one in without_each(scores(table))}
    assert len(found["L"].parts) == 2 and found["L"].tau is None
    assert found["A"].unread == ("a",) and not found["A"].parts


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([Score("a", "J", "k", 1.0), Score("a", "J", "k", 1.0)], "already judged"),
        ([Score("a", "J", "k", float("inf"))], "finite"),
        ([Score("a", "J", "k", None)], "no score at all"),
        ([Score("", "J", "k", 1.0)], "entry: the name is missing"),
        ([Score("a", "J", "k", 1.0, "x"), Score("a", "L", "k", 1.0, "y")], "category"),
    ],
)
def test_scores_that_make_no_sense_are_refused(rows, why):
    with pytest.raises(BadScores, match=why):
        gather(rows)
