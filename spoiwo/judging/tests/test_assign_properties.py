"""What every assignment keeps to, whatever the contest: conflicts, limits, even loads; and what must not matter."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoiwo.judging.assigning import Conflict, Entry, Juror, Strength, assign

CATEGORIES = ("", "X", "Y")


@st.composite
def contests(draw, limits=True):
    size = draw(st.integers(1, 9)), draw(st.integers(1, 6))
    entries = [Entry(f"e{n}", draw(st.sampled_from(CATEGORIES))) for n in range(size[0])]
    load = st.none() | st.integers(0, 5) if limits else st.none()
    lists = st.sampled_from([(), ("X",), ("Y", "X")])
    jurors = [Juror(f"j{n}", draw(load), draw(lists)) for n in range(size[1])]
    pair = st.tuples(st.sampled_from([e.id for e in entries]), st.sampled_from([j.id for j in jurors]))
    conflicts = [
        Conflict(*p, s)
        for p, s in draw(st.dictionaries(pair, st.sampled_from(Strength), max_size=12)).items()
    ]
    barred = {(c.entry, c.juror) for c in conflicts if c.strength != Strength.NOTE}
    kept = draw(st.sets(pair, max_size=4)) - barred
    return entries, jurors, conflicts, draw(st.integers(1, 4)), sorted(kept)


@given(contest=contests())
@settings(deadline=None)
def test_no_forbidden_pair_no_limit_passed_and_what_was_kept_stays(contest):
    entries, jurors, conflicts, per_entry, kept = contest
    found = assign(entries, jurors, conflicts, per_entry, kept=kept)
    pairs = [(pair.entry, pair.juror) for pair in found.pairs]
    category, lists = {e.id: e.category for e in entries}, {j.id: j.categories for j in jurors}
    forbidden = {(c.entry, c.juror) for c in conflicts if c.strength != Strength.NOTE}
    assert pairs == sorted(set(pairs)) and not forbidden & set(pairs) and set(kept) <= set(pairs)
    assert {(p.entry, p.juror) for p in found.pairs if p.reason == "kept"} == set(kept)
    for entry, juror in set(pairs) - set(kept):
        assert not lists[juror] or category[entry] in ("", *lists[juror])
    assert found.loads == {j.id: Counter(juror for _, juror in pairs)[j.id] for j in jurors}
    held = Counter(juror for _, juror in kept)
    assert all(j.load is None or found.loads[j.id] <= max(j.load, held[j.id]) for j in jurors)
    readers = Counter(entry for entry, _ in pairs)
    assert {s.entry for s in found.short} == {e.id for e in entries if readers[e.id] < per_entry}
    assert all(sum(s.reasons.values()) == len(jurors) - s.readers for s in found.short)
    assert sum(len(piece.jurors) for piece in found.components) == sum(
        load > 0 for load in found.loads.values()
    )


@given(contest=contests(), chance=st.randoms(use_true_random=False), seed=st.integers(0, 99))
@settings(deadline=None, max_examples=60)
def test_the_order_of_rows_does_not_matter_and_the_seed_decides(contest, chance, seed):
    entries, jurors, conflicts, per_entry, kept = contest
    found = assign(entries, jurors, conflicts, per_entry, seed, kept)
    shuffled = [chance.sample(rows, len(rows)) for rows in (entries, jurors, conflicts, kept)]
    assert assign(*shuffled[:3], per_entry, seed, shuffled[3]) == found


@given(
    size=st.tuples(st.integers(2, 14), st.integers(2, 8)), per_entry=st.integers(1, 8), seed=st.integers(0, 9)
)
@settings(deadline=None)
def test_without_limits_and_conflicts_all_is_as_theory_has_it(size, per_entry, seed):
    entries, jurors = [Entry(str(n)) for n in range(size[0])], [Juror(str(n)) for n in range(size[1])]
    found = assign(entries, jurors, (), min(per_entry, size[1]), seed)
    readings = size[0] * min(per_entry, size[1])
    assert len(found.pairs) == readings and not found.short
    assert max(found.loads.values()) - min(found.loads.values()) <= 1
    active = sum(load > 0 for load in found.loads.values())
    # enough readings for a tree and no entry with one reader alone: then a connected even design exists
    if min(per_entry, size[1]) >= 2 and readings >= size[0] + active - 1:
        assert found.is_connected
    if found.is_connected and readings % size[1] == 0 and found.precision.ideal:
        assert found.precision.mean_variance >= found.precision.ideal - 1e-9


@given(new=st.permutations(range(8)), seed=st.integers(0, 9))
@settings(deadline=None, max_examples=20)
def test_other_names_for_jurors_give_a_legal_assignment_of_the_same_quality(new, seed):
    # the pairs may be others: names decide where chance does
    entries = [Entry(str(n)) for n in range(24)]
    conflicts = [(str(n), n % 8) for n in range(24)]
    mean = []
    for names in (range(8), new):
        found = assign(
            entries,
            [Juror(str(n)) for n in range(8)],
            [Conflict(e, str(names[j])) for e, j in conflicts],
            3,
            seed,
        )
        assert set(found.loads.values()) == {9} and found.is_connected and not found.short
        mean.append(found.precision.mean_variance)
    assert mean[0] == pytest.approx(mean[1], rel=0.005)


def test_every_reason_is_told_and_the_assignment_can_be_topped_up():
    entries, jurors = [Entry(f"{n:02}") for n in range(40)], [Juror(f"j{n}") for n in range(10)]
    first = assign(entries, jurors, per_entry=2)
    kept = [(pair.entry, pair.juror) for pair in first.pairs]
    second = assign(entries, jurors, per_entry=3, kept=kept, anchors=1)
    reasons = Counter(pair.reason for pair in second.pairs)
    assert reasons["kept"] == 80 and reasons["anchor"] == 8 and sum(reasons.values()) == 80 + 8 + 39
    assert reasons["swap for precision"] > 0 and max(second.loads.values()) - min(second.loads.values()) <= 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"entries": []}, "no entry"),
        ({"jurors": []}, "no juror"),
        ({"entries": [Entry("a"), Entry("a")]}, "entry 'a' stands twice"),
        ({"conflicts": [Conflict("x", "j")]}, "no entry 'x'"),
        ({"conflicts": [Conflict("a", "x")]}, "no juror 'x'"),
        ({"jurors": [Juror("j", -1)]}, "below zero"),
        (
            {"conflicts": [Conflict("a", "j", Strength.NO_VOTE)], "kept": [("a", "j")]},
            "in conflict (no vote)",
        ),
        ({"per_entry": 0}, "at least 1"),
        ({"anchors": 2}, "2 anchors"),
        ({"noise": float("nan")}, "above zero"),
    ],
)
def test_what_makes_no_sense_is_refused(change, expected):
    with pytest.raises(ValueError, match=expected.replace("(", r"\(").replace(")", r"\)")):
        assign(**({"entries": [Entry("a")], "jurors": [Juror("j")]} | change))
