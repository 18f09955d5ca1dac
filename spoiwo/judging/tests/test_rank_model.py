"""The mixed model beside a dense solver, by hand, and at its edges."""

import numpy as np
import pytest

from spoiwo.judging.calibrating import calibrate
from spoiwo.judging.equations import Equations
from spoiwo.judging.model import fit
from spoiwo.judging.rank import rank
from spoiwo.judging.readings import readings_of
from spoiwo.judging.scores import Score, gather
from spoiwo.judging.tests.planted_jury import by_entry, dense, jury, scores


def fitted(rows):
    return fit(readings_of(gather(rows), np.ones(1)))


def test_a_small_contest_with_a_missing_cell_is_solved_by_hand():
    # Jurors A and B read x, y, z; C reads x, y. B is A + 1 and C is A − 1 on everything they share, so with
    # severities taken out x, y, z stand 1 apart, at A's marks 4, 3, 2 (the jury's mean level is A's).
    table = {("x", "A"): 4, ("y", "A"): 3, ("z", "A"): 2, ("x", "B"): 5, ("y", "B"): 4, ("z", "B"): 3}
    table |= {("x", "C"): 3, ("y", "C"): 2}
    found = rank(scores(table))
    assert [e.entry for e in found.entries] == ["x", "y", "z"]
    assert [e.calibrated for e in found.entries] == pytest.approx([4, 3, 2], abs=1e-5)
    assert [j.severity for j in found.jurors] == pytest.approx([0, -1, 1], abs=1e-5)
    assert by_entry(found)["z"].raw_mean == 2.5


def test_the_equations_without_shrinkage_match_least_squares_by_hand():
    # x: A 4, B 6; y: A 2, B 2. B − A is +1 on average; x and y differ by the mean of 2 and 4.
    readings = readings_of(scores({("x", "A"): 4, ("x", "B"): 6, ("y", "A"): 2, ("y", "B"): 2}), np.ones(1))
    solution = Equations(readings, np.ones(4)).least_squares()
    assert solution.effects[0] - solution.effects[1] == pytest.approx(3)
    assert solution.quadratic == pytest.approx(1.0)  # residuals −½, +½, +½, −½


@pytest.mark.parametrize("seed", range(6))
def test_effects_errors_and_the_likelihood_match_the_dense_solver(seed):
    rows, _, _ = jury(seed)
    found = fitted(rows)
    beta, effects, errors, best = dense(sorted(rows), found.spread, found.noise)
    assert found.levels == pytest.approx(beta, abs=1e-9)
    assert found.solution.effects == pytest.approx(effects, abs=1e-9)
    assert found.noise * found.solution.error_variances() == pytest.approx(errors.diagonal(), abs=1e-9)
    for spread, noise in ((1.05, 1), (0.95, 1), (1, 1.05), (1, 0.95)):
        assert dense(sorted(rows), found.spread * spread, found.noise * noise)[3] < best


def test_categories_with_common_jurors_match_the_dense_solver():
    rows = [row._replace(category="AB"[int(row.entry[1:]) < 13]) for row in jury(9)[0]]
    rows = [row._replace(score=row.score + 3 * (row.category == "B")) for row in rows]
    found = fitted(rows)
    fixed, effects, errors, best = dense(sorted(rows), found.spread, found.noise)
    assert found.solution.effects == pytest.approx(effects, abs=1e-9)
    assert found.category_effect(1) - found.category_effect(0) == pytest.approx(fixed[-1], abs=1e-9)
    assert found.noise * found.solution.error_variances() == pytest.approx(errors.diagonal(), abs=1e-9)
    assert dense(sorted(rows), found.spread * 1.05, found.noise)[3] < best
    centred = errors[13:, 13:]
    centred = centred - centred.mean(axis=0) - centred.mean(axis=1)[:, None] + centred.mean()
    known = found.spread * (1 - 1 / 27) - centred.diagonal()
    share = known.sum() / 26 / found.spread
    expected = found.spread * (1 - 1 / 27) - 2 * known / share + known / share**2
    assert calibrate(found).deviation[13:] ** 2 == pytest.approx(expected, abs=1e-9)


def test_chances_of_a_small_field_match_draws_from_the_whole_covariance():
    rows = jury(12, entries=8, jurors=4)[0]
    found = fitted(rows)
    _, effects, errors, _ = dense(sorted(rows), found.spread, found.noise)
    chance = np.random.default_rng(1)
    drawn = chance.multivariate_normal(0 * effects, errors, 40_000)
    drawn = effects + drawn * np.sqrt(found.freedom / chance.chisquare(found.freedom, 40_000))[:, None]
    places = (-drawn).argsort(axis=1).argsort(axis=1)
    ranked = by_entry(rank(gather(rows), top=2))
    for number, name in enumerate(sorted(ranked)):
        assert ranked[name].expected_rank == pytest.approx(places[:, number].mean() + 1, abs=0.03)
        assert ranked[name].p_top == pytest.approx((places[:, number] < 2).mean(), abs=0.03)


def test_reml_of_a_balanced_layout_is_the_analysis_of_variance():
    chance = np.random.default_rng(3)
    y = chance.normal(0, 1, 12)[:, None] + chance.normal(0, 1, 5) + chance.normal(0, 0.7, (12, 5))
    found = fitted([Score(f"e{i:02}", f"j{j}", "k", float(y[i, j])) for i in range(12) for j in range(5)])
    rest = y - y.mean(axis=1, keepdims=True) - y.mean(axis=0) + y.mean()
    within = (rest**2).sum() / 44
    assert found.noise == pytest.approx(within, rel=1e-9)
    assert found.spread == pytest.approx(y.mean(axis=1).var(ddof=1) - within / 5, rel=1e-9)
    assert calibrate(found).deviation == pytest.approx(np.full(12, np.sqrt(within / 5 * 11 / 12)), rel=1e-9)


def test_planted_severities_and_variances_are_recovered():
    rows, quality, severity = jury(5, entries=300, jurors=12, each=4, noise=0.6)
    found = rank(gather(rows))
    told = np.array([j.severity for j in found.jurors])
    assert np.abs(told - severity).max() < 0.25
    assert np.abs(told - severity).max() < 4 * max(j.severity_error for j in found.jurors)
    assert found.variance["entry"] == pytest.approx(np.var(quality), rel=0.15)
    assert found.variance["reading"] == pytest.approx(0.6**2 + 0.3**2, rel=0.15)
    assert found.variance["juror"] == pytest.approx(np.var(severity, ddof=1), rel=0.1)


def test_strong_entries_steered_to_one_panel_are_noticed_and_not_held_against_it():
    chance = np.random.default_rng(8)
    quality = chance.normal(0, 1.2, 90)
    strong = np.argsort(-quality)[:30]
    rows = []
    for entry in range(90):
        home, away = (range(3), range(3, 12)) if entry in strong else (range(3, 12), range(3))
        seats = [*chance.choice(list(home), 2, replace=False), *chance.choice(list(away), 1)]
        rows += [
            Score(f"e{entry:02}", f"j{j:02}", "k", float(quality[entry] + chance.normal(0, 0.4)))
            for j in seats
        ]
    found = rank(gather(rows))
    assert found.method == "steered"
    assert abs(np.mean([j.severity for j in found.jurors[:3]])) < 0.2  # the panel only had better entries


def test_intervals_cover_four_fifths_of_the_truth():
    covered = []
    for seed in range(60):
        rows, quality, _ = jury(seed, entries=30, jurors=8, noise=0.8)
        scale = calibrate(fitted(rows))
        off = scale.score - quality
        covered.append(np.mean(np.abs(off - off.mean()) <= scale.half))
    assert 0.76 <= np.mean(covered) <= 0.84
