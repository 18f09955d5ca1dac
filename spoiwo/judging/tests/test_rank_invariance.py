"""What must not move a ranking: constants, order, names; and a full design gives plain means."""

from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoiwo.judging.rank import rank
from spoiwo.judging.scores import Score, gather
from spoiwo.judging.tests.planted_jury import by_entry, jury

COMPARED = ("rank", "expected_rank", "p_top", "first_is_better", "is_tied", "level_with_first", "raw_mean")
CASES = settings(max_examples=25, deadline=None)


def same(one, other, rename=lambda name: name, shift=0.0, raw=True):
    """Whether two rankings say the same of every entry, scores up to a common shift."""
    theirs = by_entry(other)
    for name, entry in by_entry(one).items():
        there = theirs[rename(name)]
        for figure in COMPARED if raw else COMPARED[:-1]:
            assert getattr(there, figure) == pytest.approx(getattr(entry, figure), abs=1e-9), figure
        assert there.calibrated == pytest.approx(entry.calibrated + shift, abs=1e-9)
        assert there.low == pytest.approx(entry.low + shift, abs=1e-9)
        assert there.high == pytest.approx(entry.high + shift, abs=1e-9)


@CASES
@given(st.integers(0, 10_000), st.floats(-50, 50), st.integers(0, 7), st.integers(1, 3))
def test_a_constant_added_to_one_juror_moves_nothing_but_the_common_level(seed, constant, juror, criteria):
    rows, _, _ = jury(seed, entries=24, criteria=criteria)
    name = f"j{juror:02}"
    moved = [row._replace(score=row.score + constant * (row.juror == name)) for row in rows]
    one, other = rank(gather(rows)), rank(gather(moved))
    same(one, other, shift=constant / len(one.jurors), raw=False)
    severities = {j.juror: j.severity for j in other.jurors}
    for j in one.jurors:
        expected = j.severity + constant / len(one.jurors) - constant * (j.juror == name)
        assert severities[j.juror] == pytest.approx(expected, abs=1e-9)


@CASES
@given(st.integers(0, 10_000), st.integers(2, 12), st.integers(2, 6), st.integers(1, 4))
def test_a_full_design_gives_exactly_the_plain_means(seed, entries, jurors, criteria):
    rows, _, _ = jury(seed, entries, jurors, jurors, criteria=criteria)
    kinds = [row._replace(category="AB"[int(row.entry[1:]) % 2]) for row in rows]
    for ranking in (rank(gather(rows)), rank(gather(kinds))):
        for entry in ranking.entries:
            assert entry.calibrated == pytest.approx(entry.raw_mean, abs=1e-9)
            assert entry.low <= entry.calibrated <= entry.high


@CASES
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter_at_all(seed, chance):
    rows, _, _ = jury(seed, entries=20, criteria=2)
    shuffled = rows.copy()
    chance.shuffle(shuffled)
    assert asdict(rank(gather(rows))) == asdict(rank(gather(shuffled)))


@CASES
@given(st.integers(0, 10_000), st.booleans())
def test_renaming_everybody_matters_to_nobody(seed, whole):
    rows, _, _ = jury(seed, entries=20, criteria=2)
    if whole:  # whole marks: many entries and jurors stand alike
        rows = [row._replace(score=float(round(row.score))) for row in rows]
    rows = [row._replace(category="AB"[int(row.entry[1:]) % 2]) for row in rows]

    def other(name):
        return "".join(
            chr(219 - ord(letter)) if letter.isalpha() else letter for letter in f"{999 - int(name[1:])}x"
        )

    renamed = [
        row._replace(entry=other(row.entry), juror=other(row.juror), criterion=f"z{9 - int(row.criterion[1:])}",
                     category="BA"["AB".index(row.category)])
        for row in rows
    ]  # fmt: skip
    same(rank(gather(rows)), rank(gather(renamed)), rename=other)


def test_chances_add_up_in_every_category():
    rows, _, _ = jury(4)
    rows = [row._replace(category="AB"[int(row.entry[1:]) % 2]) for row in rows]
    found = rank(gather(rows), top=3)
    for category in "AB":
        own = [entry for entry in found.entries if entry.category == category]
        assert sum(entry.p_top for entry in own) == pytest.approx(3)
        assert sum(entry.expected_rank for entry in own) == pytest.approx(len(own) * (len(own) + 1) / 2)


def test_two_entries_with_the_same_scores_are_tied_and_share_everything():
    rows, _, _ = jury(2, entries=10, jurors=4, each=4)
    best = rank(gather(rows)).entries[0].entry
    twin = [row._replace(entry="twin") for row in rows if row.entry == best]
    found = by_entry(rank(gather(rows + twin), top=1))
    one, other = found[best], found["twin"]
    assert one.p_top > 0.2
    assert one.is_tied and other.is_tied and one.rank == other.rank
    assert (one.p_top, one.expected_rank) == pytest.approx((other.p_top, other.expected_rank), abs=1e-9)


def test_the_seed_changes_chances_by_no_more_than_their_error():
    rows, _, _ = jury(6)
    one, other = by_entry(rank(gather(rows), seed=1)), by_entry(rank(gather(rows), seed=2))
    assert any(one[name].p_top != other[name].p_top for name in one)
    assert all(abs(one[name].p_top - other[name].p_top) < 0.05 for name in one)


def test_scores_may_be_given_as_plain_tuples():
    found = rank(
        gather([Score("a", "j", "k", 2.0), ("a", "l", "k", 4.0), ("b", "j", "k", 1.0), ("b", "l", "k", 3.0)])
    )
    assert [entry.entry for entry in found.entries] == ["a", "b"]
