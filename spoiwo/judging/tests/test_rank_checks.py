"""What the scores say of jurors, the slopes, and the distributions behind limits and intervals."""

import numpy as np
import pytest

from spoiwo.judging.quantiles import chi_square_quantile, normal_cdf, student_cdf, student_quantile
from spoiwo.judging.rank import rank
from spoiwo.judging.rank_report import notes
from spoiwo.judging.scores import Score, gather
from spoiwo.judging.tests.planted_jury import jury


def of(found, name):
    return next(juror for juror in found.jurors if juror.juror == name)


def test_a_juror_who_throws_dice_is_an_outlier_and_nobody_else():
    chance = np.random.default_rng(1)
    rows = jury(1, entries=60, jurors=8, each=4, noise=0.3)[0]
    rows = [row._replace(score=float(chance.uniform(2, 8))) if row.juror == "j03" else row for row in rows]
    assert [juror.juror for juror in rank(gather(rows)).jurors if juror.is_outlier] == ["j03"]


def test_on_average_jurors_fit_as_expected():
    fits = [juror.fit for seed in range(20) for juror in rank(gather(jury(seed)[0])).jurors]
    assert np.mean(fits) == pytest.approx(1, abs=0.05)


def test_a_juror_who_gives_everybody_the_same_is_flat():
    rows = [row._replace(score=5.0) if row.juror == "j02" else row for row in jury(4)[0]]
    assert [juror.juror for juror in rank(gather(rows)).jurors if juror.is_flat] == ["j02"]


def test_a_juror_who_grows_milder_while_reading_is_seen_to_drift():
    rows, _, _ = jury(5, entries=60, jurors=6, each=3, noise=0.2)
    turn, drifting = {}, []
    for row in rows:
        order = turn[row.juror] = turn.get(row.juror, 0) + 1
        drifting.append(
            row._replace(order=float(order), score=row.score + 0.1 * order * (row.juror == "j01"))
        )
    found = rank(gather(drifting))
    assert of(found, "j01").is_drifting and of(found, "j01").drift == pytest.approx(0.1, abs=0.02)
    assert max(found.jurors, key=lambda juror: abs(juror.drift_t)).juror == "j01"
    assert of(rank(gather(rows)), "j01").drift is None


def test_without_drift_hardly_anybody_is_said_to_drift():
    said = 0
    for seed in range(30):
        rows, turn = jury(seed)[0], {}
        for place, row in enumerate(rows):
            order = turn[row.juror] = turn.get(row.juror, 0) + 1
            rows[place] = row._replace(order=float(order))
        said += sum(juror.is_drifting for juror in rank(gather(rows)).jurors)
    assert said <= 30 * 8 * 0.04


def test_planted_slopes_are_recovered_and_help():
    chance = np.random.default_rng(3)
    quality, slope = chance.normal(0, 1, 120), np.array([0.5, 0.7, 0.8, 1, 1, 1.2, 1.3, 1.5])
    rows = [
        Score(f"e{e:03}", f"j{j}", "k", float(5 + slope[j] * quality[e] + chance.normal(0, 0.3)))
        for e in range(120)
        for j in chance.choice(8, 4, replace=False)
    ]
    found = rank(gather(rows), slopes=True)
    assert [juror.slope for juror in found.jurors] == pytest.approx(slope, abs=0.15)

    def agreement(ranking):
        return np.corrcoef(
            [quality[int(e.entry[1:])] for e in ranking.entries], [e.calibrated for e in ranking.entries]
        )[0, 1]

    assert agreement(found) > agreement(rank(gather(rows)))
    assert notes(found) == []
    assert notes(rank(gather([row for row in rows if row.entry < "e012"]), slopes=True)) == ["few_for_slopes"]


@pytest.mark.parametrize(
    ("probability", "freedom", "published"),
    [(0.9, 1, 3.078), (0.9, 2, 1.886), (0.9, 3, 1.638), (0.9, 10, 1.372), (0.9, 30, 1.310), (0.9, 60, 1.296),
     (0.9, 120, 1.289), (0.975, 5, 2.571), (0.995, 4, 4.604), (0.995, 120, 2.617), (0.9, 10**6, 1.282)],
)  # fmt: skip
def test_students_quantiles_are_the_published_ones(probability, freedom, published):
    assert student_quantile(probability, freedom) == pytest.approx(published, abs=6e-4)


def test_students_expansion_joins_the_exact_sum():
    for freedom in (59, 60, 61):
        t = student_quantile(0.9, freedom)
        assert student_cdf(np.array([t, -t]), freedom) == pytest.approx([0.9, 0.1], abs=2e-5)
    assert student_cdf(np.array([1.0, 0.0]), 1) == pytest.approx([0.75, 0.5])
    assert student_cdf(np.array([2.0, 1.0]), 2) == pytest.approx([0.908248, 0.788675], abs=1e-6)


@pytest.mark.parametrize(("freedom", "published"), [(3, 11.345), (5, 15.086), (10, 23.209), (30, 50.892)])
def test_chi_square_quantiles_are_near_the_published_ones(freedom, published):
    assert chi_square_quantile(0.99, freedom) == pytest.approx(published, rel=0.01)


def test_the_normal_distribution_is_the_published_one():
    assert normal_cdf(np.array([0.0, 1.0, -1.96, 3.0])) == pytest.approx(
        [0.5, 0.841345, 0.024998, 0.998650], abs=1e-6
    )
