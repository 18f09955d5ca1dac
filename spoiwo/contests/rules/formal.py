"""The formal check: what one person's answers amount to, and where two people agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spoiwo.contests.rules.states import Answer, Outcome

CHECKERS = 2  # people who check each submission, each without seeing the other's answers


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the check as the rules see it."""

    pk: int
    is_correctable: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """One person's answer to one point; `fields` are keys of the fields that would have to be corrected."""

    answer: str
    note: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consensus:
    """Where the checks of one submission stand. `outcome` is None while people are missing or disagree.

    `differing` are the points answered differently, `fields` the union of what any of them wants corrected.
    """

    outcome: Outcome | None
    missing: int = 0
    differing: tuple[int, ...] = ()
    fields: tuple[str, ...] = field(default=())


def outcome_of(points: Sequence[Point], said: Mapping[int, Said]) -> Outcome | None:
    """What one person's answers amount to; None while a point is unanswered.

    A point that is not met rejects. What must be corrected calls for corrections, unless the rules allow none there.
    """
    if any(point.pk not in said for point in points):
        return None
    answers = {point.pk: said[point.pk].answer for point in points}
    beyond = {point.pk for point in points if not point.is_correctable}
    if any(a == Answer.NOT_MET or (a == Answer.TO_CORRECT and pk in beyond) for pk, a in answers.items()):
        return Outcome.REJECTED
    return Outcome.CORRECTIONS if Answer.TO_CORRECT in answers.values() else Outcome.ADMITTED


def consensus(points: Sequence[Point], checks: Sequence[Mapping[int, Said]]) -> Consensus:
    """Two people agree when their answers amount to the same and no point is answered differently."""
    fields = tuple(sorted({key for said in checks for one in said.values() for key in one.fields}))
    outcomes = {outcome_of(points, said) for said in checks}
    if len(checks) < CHECKERS or None in outcomes:
        return Consensus(None, max(CHECKERS - len(checks), 0), (), fields)
    differing = tuple(
        point.pk for point in points if len({str(said[point.pk].answer) for said in checks}) > 1
    )
    outcome = outcomes.pop() if len(outcomes) == 1 and not differing else None
    return Consensus(outcome, 0, differing, fields)
