"""The second opinion: planted measures come back, odd jurors show, and full marks stay finite."""

import numpy as np
import pytest

from spoiwo.judging.rasch import NotSteps, rasch
from spoiwo.judging.scores import Score, gather
from spoiwo.judging.tests.planted_jury import scores

STEPS = np.array([-1.5, -0.5, 0.4, 1.6])


def planted(seed=1, entries=80, jurors=8, each=5, criteria=4, odd=None):
    chance = np.random.default_rng(seed)
    theta, alpha = chance.normal(0, 1.2, entries), chance.normal(0, 0.8, jurors)
    delta = chance.normal(0, 0.5, criteria)
    alpha, delta = alpha - alpha.mean(), delta - delta.mean()
    rows = []
    for e in range(entries):
        for j in chance.choice(jurors, each, replace=False):
            for c in range(criteria):
                logits = np.concatenate([[0], np.cumsum(theta[e] - alpha[j] - delta[c] - STEPS)])
                p = np.exp(logits - logits.max())
                x = chance.integers(5) if j == odd else chance.choice(5, p=p / p.sum())
                rows.append(Score(f"e{e:02}", f"j{j}", f"k{c}", float(x) + 1))
    return gather(rows), theta, alpha, delta


def test_planted_measures_severities_difficulties_and_steps_are_recovered():
    data, theta, alpha, delta = planted()
    found = rasch(data)
    assert found.converged and found.rounds < 15 and found.lowest == 1
    measures = np.array([facet.measure for facet in found.entries])
    assert np.corrcoef(measures, theta)[0, 1] > 0.94
    assert np.polyfit(theta, measures, 1)[0] == pytest.approx(1, abs=0.15)
    assert [f.measure for f in found.jurors] == pytest.approx(alpha, abs=0.3)
    assert [f.measure for f in found.criteria] == pytest.approx(delta, abs=0.25)
    assert found.steps == pytest.approx(STEPS, abs=0.3)
    off = (measures - measures.mean() - theta + theta.mean()) / [facet.error for facet in found.entries]
    assert 0.8 < np.mean(np.abs(off) < 1.96) <= 1


def test_at_the_solution_expected_totals_meet_the_observed_ones_but_for_the_weak_prior():
    found = rasch(planted(seed=3)[0])
    assert np.mean([facet.infit for facet in found.jurors]) == pytest.approx(1, abs=0.1)
    assert sum(facet.measure for facet in found.jurors) == pytest.approx(0, abs=1e-9)


def test_a_juror_who_throws_dice_has_the_worst_fit():
    found = rasch(planted(seed=2, odd=3)[0])
    assert max(found.jurors, key=lambda facet: facet.outfit).name == "j3"
    assert found.jurors[3].infit > 1.5


def test_two_steps_agree_with_the_logit_of_shares():
    # One juror, one criterion each, a 0/1 score: the difference of two entries is that of their log-odds.
    rows = [Score("a", f"j{n}", "k", float(n < 30)) for n in range(40)]
    rows += [Score("b", f"j{n}", "k", float(n >= 20)) for n in range(40)]
    found = rasch(gather([row._replace(juror="J", criterion=f"k{row.juror}") for row in rows]))
    assert found.entries[0].measure > found.entries[1].measure


def test_an_entry_with_full_marks_has_a_finite_measure_above_all():
    found = rasch(
        scores({(e, j): {"a": 5, "b": 3, "c": 1}[e] - (j == "K" and e == "b") for e in "abc" for j in "JKL"})
    )
    assert [f.name for f in sorted(found.entries, key=lambda f: -f.measure)] == ["a", "b", "c"]
    assert all(np.isfinite(facet.measure) for facet in found.entries)


@pytest.mark.parametrize("values", [(1.5, 2.0), (3.0, 3.0), (0.0, 500.0)])
def test_scores_that_are_no_steps_are_refused(values):
    with pytest.raises(NotSteps):
        rasch(scores(dict(zip([("a", "J"), ("b", "J")], values, strict=True))))
