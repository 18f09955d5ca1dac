"""The method of equal shares by pabutools, an oracle for tests and the bench (decision 0015).

It is asked with our order among projects tied at ρ, the lower cost, then the name in Polish alphabetical order:
the paper leaves ties open, so two right programs may differ in them unless they are told the same.
"""

from collections.abc import Callable, Mapping, Sequence

from gmpy2 import mpq
from pabutools import election
from pabutools.rules import method_of_equal_shares
from pabutools.tiebreaking import TieBreakingRule

from spoiwo.tally.ballots import Ballot, Number, polish_order

UTILITIES = {
    "count": election.Cardinality_Sat,
    "cost": election.Cost_Sat,
    "points": election.Additive_Cardinal_Sat,
}


def asked(
    ballots: Sequence[Ballot], costs: Mapping[str, Number], budget: Number, worth: str
) -> Callable[[], list[str]]:
    """Return a question that gives the funded projects in order; what it needs is laid out before.

    `worth` says what a project is to its supporter: ``count`` (1), ``cost`` or ``points`` (as on the ballot).
    """
    projects = {option: election.Project(option, _exact(cost)) for option, cost in costs.items()}
    instance = election.Instance(projects.values(), budget_limit=_exact(budget))
    given = [{projects[o]: _exact(u) for o, u in ballot.choices.items() if u} for ballot in ballots]
    if worth == "points":
        profile = election.CardinalProfile(map(election.CardinalBallot, given), instance=instance)
    else:
        profile = election.ApprovalProfile(map(election.ApprovalBallot, given), instance=instance)
    our_order = TieBreakingRule(
        lambda _instance, _profile, project: (project.cost, polish_order(project.name))
    )

    def ask() -> list[str]:
        bought = method_of_equal_shares(instance, profile, sat_class=UTILITIES[worth], tie_breaking=our_order)
        return [project.name for project in bought]

    return ask


def _exact(number: Number) -> mpq:
    return mpq(number.numerator, number.denominator)
