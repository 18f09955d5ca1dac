"""Juries with planted qualities and severities, and a dense solver of the model to compare with."""

import argparse

import numpy as np

from spoiwo.judging import rank_cli
from spoiwo.judging.scores import Score, gather


def scores(table, criterion="k", category=None):
    """Scores from a dictionary (entry, juror) → points; a category by entry where there are any."""
    kind = category or {}
    return gather([Score(e, j, criterion, points, kind.get(e, "")) for (e, j), points in table.items()])


def jury(seed=1, entries=40, jurors=8, each=3, noise=0.5, criteria=1, severity=1.0):
    """Rows of a random jury, the true qualities and the true severities."""
    chance = np.random.default_rng(seed)
    quality, levels = chance.normal(0, 1, entries), chance.normal(0, severity, jurors)
    rows = []
    for entry in range(entries):
        for juror in (entry + chance.choice(jurors, each, replace=False)) % jurors:
            halo = 5 + quality[entry] - levels[juror] + chance.normal(0, noise)
            rows += [
                Score(f"e{entry:03}", f"j{juror:02}", f"k{criterion}", float(halo + chance.normal(0, 0.3)))
                for criterion in range(criteria)
            ]
    return rows, quality, levels - levels.mean()


def by_entry(ranking):
    """The ranked entries by name."""
    return {entry.entry: entry for entry in ranking.entries}


def dense(rows, spread, noise):
    """β and f from generalised least squares with the whole covariance matrix, and the covariance of f̂ − f."""
    entries, jurors = sorted({row.entry for row in rows}), sorted({row.juror for row in rows})
    x = np.array([[row.juror == juror for juror in jurors] for row in rows], dtype=float)
    kinds = sorted({row.category for row in rows})[1:]
    x = np.hstack([x, np.array([[row.category == kind for kind in kinds] for row in rows], dtype=float)])
    z = np.array([[row.entry == entry for entry in entries] for row in rows], dtype=float)
    y = np.array([row.score for row in rows])
    v = np.linalg.inv(spread * z @ z.T + noise * np.eye(len(y)))
    beta = np.linalg.solve(x.T @ v @ x, x.T @ v @ y)
    p = v - v @ x @ np.linalg.inv(x.T @ v @ x) @ x.T @ v
    restricted = -0.5 * (y @ p @ y - np.linalg.slogdet(v)[1] + np.linalg.slogdet(x.T @ v @ x)[1])
    errors = spread * np.eye(len(entries)) - spread**2 * z.T @ p @ z
    return beta, spread * z.T @ p @ y, errors, restricted


def command(path, content, *options):
    """The exit code of ``judge rank`` on a file with the given content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    parser = argparse.ArgumentParser()
    rank_cli.add_arguments(parser)
    return rank_cli.run(parser.parse_args([str(path), *options]))
