"""Screening as a participant, the projector and those who lead see it: marks, the map of agreement, what to discuss next."""

from dataclasses import dataclass

from django.db.models import Q

from spoiwo.workshops.models import Criterion, Hall, Proposal, Rating, Slip, Step
from spoiwo.workshops.queries.proposals import proposals_of
from spoiwo.workshops.queries.stages import Stage
from spoiwo.workshops.queries.voices import sector_words
from spoiwo.workshops.rules import screening as rules
from spoiwo.workshops.rules.states import ProposalState
from spoiwo.workshops.rules.voices import Means, means


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal with what its ratings say; `x` and `y` are its point on a map of 100 by 100, `flaws` why it is out."""

    proposal: Proposal
    result: rules.Result
    flaws: tuple[str, ...]
    balanced: float | None
    x: float = 0
    y: float = 0

    @property
    def mean(self) -> int | None:
        """The mean in whole points of 100."""
        return None if self.result.mean is None else round(self.result.mean)

    @property
    def spread(self) -> int | None:
        """The spread in whole points of 100."""
        return None if self.result.spread is None else round(self.result.spread)


@dataclass(frozen=True, slots=True)
class Screening:
    """The result of a screening: proposals by their mean, those that are out last, and what to discuss next."""

    rows: list[Row]
    topics: list[tuple[Proposal, rules.Topic, Criterion]]
    raters: int
    sectors: list[str]


def rated(step: Step) -> list[Proposal]:
    """What is rated in the step: the entered proposals of the cycle."""
    return list(proposals_of(step.meeting).filter(state=ProposalState.ENTERED))


def screening_of(step: Step) -> Screening:
    """Everything the ratings of a step say. Four queries, linear in the ratings."""
    criteria = list(step.criteria.all())
    proposals = {one.pk: one for one in rated(step)}
    rows = Rating.objects.filter(criterion__step=step, proposal__in=proposals)
    given = list(
        rows.values_list(
            "proposal_id", "criterion_id", "slip_id", "value", "slip__sector", "slip__attendee__sector"
        )
    )
    plain = [_plain(one) for one in criteria]
    ratings = [rules.Rating(pk, criterion, str(slip), value) for pk, criterion, slip, value, *_of in given]
    results = rules.screened(proposals, plain, ratings)
    names = {one.pk: one.name for one in criteria}
    by_sector = _means(given, {one.pk: one for one in plain})
    found = [_row(proposals[one.proposal], one, names, by_sector.get(one.proposal)) for one in results]
    found.sort(key=lambda row: (row.result.is_out, -(row.result.mean if row.result.mean is not None else -1)))
    known = {one.pk: one for one in criteria}
    topics = [(proposals[one.proposal], one, known[one.criterion]) for one in rules.discuss_next(results)]
    sectors = sorted({theirs or own for *_rest, own, theirs in given if theirs or own})
    return Screening(
        found, topics, len({slip for _p, _c, slip, *_of in given}), [sector_words(one) for one in sectors]
    )


def _plain(one: Criterion) -> rules.Criterion:
    return rules.Criterion(
        one.pk, one.name, one.low, one.high, one.weight, one.is_veto, one.threshold, one.is_lower_better
    )


def _means(given: list, criteria: dict[int, rules.Criterion]) -> dict[int, Means]:
    """For each proposal the mean in which each sector counts alike, over criteria by their weight."""
    values: dict[int, list] = {}
    for pk, criterion, _slip, value, own, theirs in given:
        one = criteria[criterion]
        if value is not None:
            values.setdefault(pk, []).extend([(one.scaled(value), theirs or own)] * one.weight)
    return {pk: means(pairs) for pk, pairs in values.items()}


def _row(proposal: Proposal, result: rules.Result, names: dict[int, str], balance: Means | None) -> Row:
    flaws = tuple(names[pk] for pk, _count in result.vetoed) + tuple(names[pk] for pk in result.below)
    balanced = None if balance is None or balance.balanced is None else float(balance.balanced)
    x, y = result.at or (0, 0)
    return Row(
        proposal, result, tuple(dict.fromkeys(flaws)), balanced, round(100 * x, 1), round(100 - 100 * y, 1)
    )


def next_unrated(step: Step, slip: Slip) -> Proposal | None:
    """The first proposal this person has not rated by every criterion; the order differs from person to person."""
    criteria = step.criteria.count()
    done = _counts(step, slip)
    proposals = rated(step)
    turn = slip.pk % len(proposals) if proposals else 0
    return next((one for one in proposals[turn:] + proposals[:turn] if done.get(one.pk, 0) < criteria), None)


def _counts(step: Step, slip: Slip) -> dict[int, int]:
    counts: dict[int, int] = {}
    for pk in Rating.objects.filter(slip=slip, criterion__step=step).values_list("proposal_id", flat=True):
        counts[pk] = counts.get(pk, 0) + 1
    return counts


def seat_stage(hall: Hall, step: Step, slip: Slip) -> Stage:
    """On a phone: one proposal at a time with its criteria; when all are rated, thanks and the way back to each."""
    proposals = rated(step)
    counts, wanted = _counts(step, slip), step.criteria.count()
    done = [one for one in proposals if counts.get(one.pk, 0) >= wanted]
    facts = {
        "proposal": next_unrated(step, slip) if wanted else None,
        "criteria": [(one, range(one.low, one.high + 1)) for one in step.criteria.all()],
        "done": done,
        "left": len(proposals) - len(done),
        "total": len(proposals),
    }
    return Stage("workshops/guest/_screening.html", facts)


def screen_stage(hall: Hall, step: Step) -> Stage:
    """On the screen: how many have rated; the result only once the step is closed, so that nobody follows the others."""
    if step.is_open:
        return Stage("workshops/screen/_screening.html", {"raters": _raters(step)})
    return Stage(
        "workshops/screen/_screening.html", {"screening": screening_of(step), "raters": _raters(step)}
    )


def panel_stage(step: Step) -> Stage:
    """For those who lead: how many have rated, and the way to criteria and result."""
    facts = {"raters": _raters(step), "criteria": step.criteria.count(), "proposals": len(rated(step))}
    return Stage("workshops/panel/_screening.html", facts)


def _raters(step: Step) -> int:
    rows = Rating.objects.filter(Q(criterion__step=step))
    return rows.values("slip").distinct().count()
