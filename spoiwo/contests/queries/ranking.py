"""The engine’s answer about an edition: computed where it may take a second, stored, and read ready made."""

from typing import Any

from spoiwo.contests.models import Edition
from spoiwo.contests.queries.scores import means_by_criterion, score_rows, thresholds_of, weights_of
from spoiwo.contests.rules.results import weak_criteria


def ranking_of(edition: Edition, rows: list[Any]) -> dict[str, Any]:
    """What is stored: the engine's report, the order without each juror, the second opinion, or why there is no ranking.

    Entries and jurors go by their ids as text. `weak` names, for each entry, the criteria below their threshold.
    A second and a half for 500 entries, 60 jurors and 9,000 scores; called by a task, or by who cannot wait.
    """
    # Loaded late: numpy takes a tenth of a second and thirty megabytes that no other page needs.
    from spoiwo.judging.linkage import FallsApart
    from spoiwo.judging.rank import rank
    from spoiwo.judging.rank_report import ranking_report, refusal_report, without_report
    from spoiwo.judging.scores import BadScores, Score, gather
    from spoiwo.judging.without import without_each

    weights, top = weights_of(edition), top_of(edition)
    try:
        scores = gather(
            Score(str(entry), str(member), str(criterion), value, str(category), place)
            for entry, member, criterion, value, category, place in rows
        )
        ranking = rank(scores, weights=weights, top=top)
    except FallsApart as falls:
        return refusal_report(falls)
    except (BadScores, ValueError):
        return {"refused": "nothing", "category": "", "parts": []}
    report = ranking_report(ranking)
    report["without"] = without_report(without_each(scores, weights=weights, top=top))
    report["rasch"] = _second_opinion(scores, ranking)
    limits = thresholds_of(edition)
    means = means_by_criterion(rows)
    report["weak"] = {str(entry): weak for entry in means if (weak := weak_criteria(means[entry], limits))}
    return report


def computed(edition: Edition) -> tuple[dict[str, Any], list[Any]]:
    """The report of the scores as they stand now, and the scores it was made of."""
    rows = score_rows(edition)
    return ranking_of(edition, rows), rows


def top_of(edition: Edition) -> int:
    """How many first places the chances are about: the greatest number of laureates of a category, else three."""
    counts = [count for count in edition.categories.values_list("laureates", flat=True) if count]
    return max(counts, default=3)


def _second_opinion(scores: Any, ranking: Any) -> dict[str, Any] | None:
    from spoiwo.judging.rank_report import rasch_report
    from spoiwo.judging.rasch import NotSteps, rasch

    try:
        return rasch_report(rasch(scores), ranking)
    except NotSteps:
        return None
