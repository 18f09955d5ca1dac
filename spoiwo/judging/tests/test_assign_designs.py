"""Designs whose precision is known from theory, and the smallest ones that all legal designs can be counted for."""

from itertools import combinations, product
from random import Random

import numpy as np
import pytest

from spoiwo.judging.assigning import Conflict, Entry, Juror, Strength, assign
from spoiwo.judging.assigning.linking import pieces
from spoiwo.judging.assigning.precision import covariance, expected, mean_variance

FANO = ["abd", "bce", "cdf", "deg", "aef", "bfg", "acg"]


def filled_from(readers, jurors="abcdefg"):
    return np.array([[juror in row for juror in jurors] for row in readers])


def entries(number):
    return [Entry(f"e{place:03}") for place in range(number)]


def jurors(number, load=None):
    return [Juror(f"j{place:03}", load) for place in range(number)]


def test_a_balanced_incomplete_block_design_has_the_variance_of_theory():
    # jurors are blocks of k = 3 entries, two entries meet in λ = 1 of them, v = 7: 2k/(λv) = 6/7
    promised = expected(filled_from(FANO), list("1234567"), [""] * 7, noise=2.0)
    assert promised.mean_variance == pytest.approx(6 / 7)
    assert promised.ideal == pytest.approx(6 / 7) and promised.efficiency == pytest.approx(1)
    assert promised.standard_error == pytest.approx(2 * (6 / 7) ** 0.5)
    assert list(promised.entries.values()) == pytest.approx([6 / 7] * 7)


@pytest.mark.parametrize(
    ("size", "per_entry", "best"), [((7, 7), 3, 6 / 7), ((6, 4), 2, 2 * (1 / 2 + 3 * 2 / (5 * 2 * 4)))]
)
def test_the_search_finds_the_balanced_design_where_there_is_one(size, per_entry, best):
    found = assign(entries(size[0]), jurors(size[1]), per_entry=per_entry)
    assert found.precision.mean_variance == pytest.approx(
        best
    ) and found.precision.efficiency == pytest.approx(1)


def test_a_full_design_knows_a_difference_as_well_as_if_severities_were_known():
    found = assign(entries(5), jurors(4), per_entry=4)
    assert found.precision.mean_variance == pytest.approx(2 / 4) and not found.short


def test_the_variance_is_that_of_least_squares():
    chance = np.random.default_rng(3)
    filled = chance.random((9, 5)) < 0.6
    filled[:, 0], filled[0] = True, True
    rows, columns = np.nonzero(filled)
    model = np.zeros((len(rows), 14))
    model[range(len(rows)), rows] = model[range(len(rows)), 9 + columns] = 1
    covariances = np.linalg.pinv(model.T @ model)[:9, :9]
    pairs = [
        covariances[i, i] + covariances[j, j] - 2 * covariances[i, j] for i, j in combinations(range(9), 2)
    ]
    assert mean_variance(covariance(filled)) == pytest.approx(np.mean(pairs))
    promised = expected(filled, list("abcdefghi"), ["x"] * 3 + ["y"] * 6)
    assert promised.within["x"] == pytest.approx(np.mean([pairs[0], pairs[1], pairs[8]]))
    assert promised.entries["a"] == pytest.approx(np.mean(pairs[:8]))


def test_two_panels_that_share_no_juror_are_told_apart_and_get_no_common_precision():
    panels = [Juror("a", None, ("X",)), Juror("b", None, ("X",)), Juror("c", None, ("Y",))]
    found = assign([Entry("1", "X"), Entry("2", "x"), Entry("3", "Y"), Entry("4", "Y")], panels, per_entry=2)
    assert [(piece.entries, piece.jurors) for piece in found.components] == [
        (("1", "2"), ("a", "b")),
        (("3", "4"), ("c",)),
    ]
    assert not found.is_connected and found.precision.mean_variance is None and found.anchors == ()
    assert "more than one piece" in found.apart
    assert found.precision.entries == pytest.approx({"1": 1.0, "2": 1.0, "3": 2.0, "4": 2.0})
    assert [(s.entry, s.readers, s.reasons) for s in found.short] == [
        ("3", 1, {"category": 2}),
        ("4", 1, {"category": 2}),
    ]


def test_too_few_readings_are_said_and_an_anchor_is_proposed_that_joins():
    found = assign(entries(4), jurors(4), per_entry=1)
    assert len(found.components) == 4 and found.apart.startswith("4 readings cannot join 8")
    assert len(found.anchors[0].jurors) == 3 and found.anchors[0].mean_variance is not None


def test_panels_that_a_third_juror_may_join_are_joined():
    panels = [Juror("a", 2, ("X",)), Juror("b", 2, ("Y",)), Juror("c", 2), Juror("d", 2)]
    found = assign([Entry(f"{c}{n}", c) for c in "XY" for n in "12"], panels, per_entry=2)
    assert found.is_connected and set(found.loads.values()) == {2}


def test_loads_give_way_by_one_where_even_ones_would_shut_a_panel_in():
    # even loads give the only juror of both categories entries of one category alone
    panels = [Juror(f"a{n}", None, ("A",)) for n in range(6)] + [
        Juror(f"b{n}", None, ("B",)) for n in range(5)
    ]
    found = assign([Entry(f"{n:02}", "AB"[n % 2]) for n in range(60)], [*panels, Juror("both")])
    assert found.is_connected and sorted(found.loads.values()) == [14] + [15] * 10 + [16]


def test_a_note_is_taken_only_where_nothing_else_serves():
    notes = [Conflict(entry.id, "j000", Strength.NOTE) for entry in entries(6)]
    found = assign(entries(6), jurors(4), notes, per_entry=3)
    assert found.loads["j000"] == 0 and not any(pair.noted for pair in found.pairs)
    needed = assign(entries(6), jurors(4), notes, per_entry=4)
    assert sum(pair.noted for pair in needed.pairs) == 6
    joining = assign(entries(4), jurors(3), [Conflict("e000", "j000", Strength.NOTE)], per_entry=2)
    assert joining.is_connected and not any(pair.noted for pair in joining.pairs)


def test_an_anchor_is_read_by_all_who_may_but_not_at_the_cost_of_other_entries():
    found = assign(entries(8), jurors(5), [Conflict("e000", "j000")], per_entry=2, anchors=1)
    anchor = [pair for pair in found.pairs if pair.reason == "anchor"]
    assert len(anchor) == 5 and len({pair.entry for pair in anchor}) == 1 and anchor[0].entry != "e000"
    assert max(found.loads.values()) - min(found.loads.values()) <= 1
    scarce = assign(entries(8), jurors(4, load=4), per_entry=2, anchors=1)
    assert not scarce.short and set(scarce.loads.values()) == {4}


def all_best(allowed, limit, per_entry):
    """Every design with the best readings per entry, then the least sum of squared loads; by counting all of them."""
    size, best = allowed.shape, {}
    ways = [
        [c for m in range(per_entry + 1) for c in combinations(np.flatnonzero(row), m)] for row in allowed
    ]
    for choice in product(*ways):
        filled = np.zeros(size, bool)
        for entry, readers in enumerate(choice):
            filled[entry, list(readers)] = True
        loads = filled.sum(0)
        if (loads <= limit).all():
            best.setdefault((tuple(sorted(filled.sum(1))), -int(loads @ loads)), []).append(filled)
            top = max(best)
            best = {top: best[top]}
    ((key, designs),) = best.items()
    return key, designs


@pytest.mark.parametrize("seed", range(60))
def test_in_small_contests_no_design_of_all_is_better(seed):
    chance = Random(seed)
    size, per_entry = (chance.randint(2, 4), chance.randint(2, 4)), chance.randint(1, 3)
    allowed = np.array(
        [[chance.random() > chance.choice([0.1, 0.4]) for _ in range(size[1])] for _ in range(size[0])]
    )
    limit = np.array([chance.choice([1, 2, 9, 9]) for _ in range(size[1])])
    conflicts = [Conflict(f"e{e:03}", f"j{j:03}") for e, j in np.argwhere(~allowed)]
    people = [Juror(f"j{place:03}", int(load)) for place, load in enumerate(limit)]
    found = assign(entries(size[0]), people, conflicts, per_entry, seed)
    filled = np.zeros(size, bool)
    for pair in found.pairs:
        filled[int(pair.entry[1:]), int(pair.juror[1:])] = True
    loads = filled.sum(0)
    key, designs = all_best(allowed, limit, per_entry)
    assert tuple(sorted(filled.sum(1))) == key[0]
    if any(pieces(design)[0] == 1 for design in designs) or not found.is_connected:
        assert -int(loads @ loads) == key[1]
    if any(pieces(design)[0] == 1 for design in designs):
        assert found.is_connected
