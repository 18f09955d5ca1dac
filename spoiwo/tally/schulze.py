"""The Schulze rule: whoever beats another along the stronger path stands before them."""

from collections.abc import Sequence

from spoiwo.tally.ballots import Ballot, Number, Result, options_of, ranked, refuse_repeated
from spoiwo.tally.duels import preferences


def schulze(ballots: Sequence[Ballot]) -> list[Result]:
    """Rank options by strongest paths under winning votes; the total is the number of options beaten.

    The rank follows from how many options beat an option, the fewest first, so rank 1 is exactly Schulze's set of
    potential winners; options between which no path decides may share a rank. Options left out of a ranking stand
    below all ranked ones and are equal among themselves. Source: Schulze 2011, "A new monotonic, clone-independent,
    reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and Welfare 36.
    O(ballots × options² + options³), see `preferences`. Raises ValueError for a repeated voter.
    """
    refuse_repeated(ballots)
    options = options_of(ballots)
    paths = strongest_paths(preferences(ballots, options))
    everyone = range(len(options))
    wins: dict[str, Number | None] = {}
    defeats: dict[str, Number | None] = {}
    for i in everyone:
        wins[options[i]] = sum(paths[i][j] > paths[j][i] for j in everyone)
        defeats[options[i]] = -sum(paths[j][i] > paths[i][j] for j in everyone)
    return ranked(wins, merit=defeats)


def strongest_paths(preferred: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strength of the strongest path between every two options (Floyd-Warshall, O(n³)).

    A link exists only from the winner of a pair to the loser and is as strong as the number of winning votes; a
    path is as strong as its weakest link; 0 means there is no path.
    """
    everyone = range(len(preferred))
    paths = [
        [preferred[i][j] if preferred[i][j] > preferred[j][i] else 0 for j in everyone] for i in everyone
    ]
    for via in everyone:
        onward = paths[via]
        for i in everyone:
            reach = paths[i][via]
            if reach and i != via:
                paths[i] = [max(now, min(reach, far)) for now, far in zip(paths[i], onward, strict=True)]
                paths[i][i] = 0
    return paths
