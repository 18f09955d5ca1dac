"""One voter's ballot, what may be wrong with it, and the count of all of them by the engine `tally`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from itertools import chain
from typing import NamedTuple

from spoiwo import tally
from spoiwo.tally import Number


class Method(StrEnum):
    """The rule of a vote."""

    POINTS = "points"
    APPROVAL = "approval"
    SCORE = "score"
    BORDA = "borda"
    SCHULZE = "schulze"
    MOTION = "motion"
    SHARES = "shares"


class Vote(IntEnum):
    """The mark on a motion; a motion left unmarked on a ballot that was handed in is an abstention too."""

    NO = 0
    YES = 1
    ABSTAIN = 2


class Reason(StrEnum):
    """What is wrong with a ballot."""

    NOT_AN_OPTION = "not_an_option"
    NOT_A_NUMBER = "not_a_number"
    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"
    PLACE_TAKEN = "place_taken"
    TOO_MANY_OPTIONS = "too_many_options"
    TOO_MANY_POINTS = "too_many_points"


class Problem(NamedTuple):
    """What is wrong, at which option (None: with the ballot as a whole), and by how much it goes beyond what is allowed.

    For a place given twice `by` is that place. `text` is what was typed where it is no number or no option.
    """

    reason: Reason
    option: int | None = None
    by: int = 0
    text: str = ""


class BadBallot(ValueError):
    """A form that is no valid ballot; `problems` in the order of the options, those of the whole ballot last."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)


RANKINGS = frozenset({Method.BORDA, Method.SCHULZE})
_ZERO_IS_BLANK = frozenset({Method.POINTS, Method.APPROVAL, Method.SHARES})
_TICKED = {"on": "1", "true": "1"}  # what a browser sends for a box without a value
_LONGEST = 9  # digits: more than anybody's points, and no number too long to be read


@dataclass(frozen=True, slots=True)
class Terms:
    """How a vote is held.

    `options` are primary keys in the order of the ballot. `budget` and `most_per_option` bound the points of a voter,
    `most_options` the options a voter marks (any method but a motion), `low` to `high` a score. `quorum` is how many
    must hand in a ballot for a motion to be decided. Where a budget is shared (`shared_budget`), every option has its
    cost; without `costs` each costs nothing.
    """

    method: Method
    options: tuple[int, ...]
    budget: int = 10
    most_per_option: int | None = None
    most_options: int | None = None
    low: int = 0
    high: int = 5
    shared_budget: Number | None = None
    costs: Mapping[int, Number] = field(default_factory=dict)
    quorum: int = 0

    @property
    def bounds(self) -> tuple[int, int]:
        """The lowest and the highest mark of one option."""
        match self.method:
            case Method.POINTS:
                return 0, self.budget if self.most_per_option is None else self.most_per_option
            case Method.SCORE:
                return self.low, self.high
            case Method.BORDA | Method.SCHULZE:
                return 1, len(self.options)
            case Method.MOTION:
                return int(Vote.NO), int(Vote.ABSTAIN)
        return 0, 1

    @property
    def least(self) -> int:
        """The smallest total with which an option can be chosen: points and approvals must be had at all."""
        return 1 if self.method in {Method.POINTS, Method.APPROVAL, Method.MOTION} else 0


class Standing(NamedTuple):
    """One option in the result: its total (None where nobody gave an opinion) and rank; equals share it: 1, 2, 2, 2, 5."""

    option: int
    total: Number | None
    rank: int


class Verdict(NamedTuple):
    """What became of one motion; `outcome` is adopted, rejected, tied or no quorum."""

    option: int
    votes_for: int
    votes_against: int
    abstained: int
    outcome: str
    is_by_casting_vote: bool

    @property
    def is_passed(self) -> bool:
        """Whether the motion was adopted."""
        return self.outcome == "adopted"


@dataclass(frozen=True, slots=True)
class Count:
    """The result of a vote: ballots handed in, how many of them blank, and the standings, best first.

    `verdicts` of motions in the order of the ballot. For a shared budget `funded` in the order of purchase, what it
    costs (`spent`), and `equals`: sets of options among which only the lower cost or the name decided.
    """

    ballots: int
    blank: int
    standings: tuple[Standing, ...]
    verdicts: tuple[Verdict, ...] = ()
    funded: tuple[int, ...] = ()
    spent: Number = 0
    equals: tuple[tuple[int, ...], ...] = ()


def weigh(terms: Terms, marks: Mapping[int, int]) -> Problem | None:
    """The first thing wrong with a ballot, None for a valid one. A ballot without marks is valid: a blank one."""
    return next(problems_of(terms, marks), None)


def problems_of(terms: Terms, marks: Mapping[int, int]) -> Iterator[Problem]:
    """Everything wrong with a ballot, option by option, then what is wrong with it as a whole."""
    return chain(_of_options(terms, marks), _of_whole(terms, marks))


def clean(terms: Terms, raw: Mapping[str, str]) -> dict[int, int]:
    """The marks of a ballot from a form or a paper: texts by the option's key; blank is not marked.

    Where no points means the same as no mark, zero is left out. Raises BadBallot with every problem at once.
    """
    marks: dict[int, int] = {}
    problems: list[Problem] = []
    for key, typed in raw.items():
        text = _TICKED.get(typed.strip().lower(), typed.strip())
        option = _number(key)
        if option not in terms.options:
            problems.append(Problem(Reason.NOT_AN_OPTION, option, text=key))
        elif text and (mark := _number(text)) is None:
            problems.append(Problem(Reason.NOT_A_NUMBER, option, text=typed))
        elif text and option is not None and mark is not None:
            marks[option] = mark
    problems += problems_of(terms, marks)
    if problems:
        raise BadBallot(problems)
    return {option: mark for option, mark in marks.items() if mark or terms.method not in _ZERO_IS_BLANK}


def as_tally(
    terms: Terms, ballots: Mapping[str, Mapping[int, int]], names: Mapping[int, str] | None = None
) -> list[tally.Ballot]:
    """The ballots as the engine counts them, which is also how they are published; blank ones are left out.

    `names` are what options are called there, their keys unless given; they must differ, else ValueError. Options
    nobody marked stand blank on the first ballot, so that whoever counts again knows them; on motions what is not
    marked is an abstention.
    """
    called = {option: str(option) if names is None else names[option] for option in terms.options}
    if len(set(called.values())) < len(terms.options):
        raise ValueError("two options are called the same")
    is_motion = terms.method == Method.MOTION
    given = [(voter, marks) for voter, marks in ballots.items() if marks or is_motion]
    result: list[tally.Ballot] = []
    for voter, marks in given:
        names_all = called.values() if is_motion or not result else ()
        choices: dict[str, Number | None] = dict.fromkeys(names_all)
        for option, mark in marks.items():
            choices[called[option]] = None if is_motion and mark == Vote.ABSTAIN else mark
        result.append(tally.Ballot(voter, choices))
    return result


def counted(
    terms: Terms,
    ballots: Mapping[str, Mapping[int, int]],
    names: Mapping[int, str] | None = None,
    *,
    chair: str | None = None,
) -> Count:
    """Count valid ballots (voter → marks, as `clean` gives them) by the method of the vote.

    `names` as in `as_tally`: they settle nothing but the order of printing, and of equals in the shares of a budget.
    `chair` is the voter whose vote decides a motion with equal votes. A blank ballot counts for the quorum and as
    blank, and has no part in a shared budget. Standings of equal rank come in the order of the ballot.
    """
    given = as_tally(terms, ballots, names)
    option_of = {(str(option) if names is None else names[option]): option for option in terms.options}
    blank = sum(not marks for marks in ballots.values())
    if terms.method == Method.MOTION:
        verdicts = _verdicts(terms, given, option_of, chair)
        votes = tally.ranked({name: verdicts[option].votes_for for name, option in option_of.items()})
        in_order = tuple(verdicts[option] for option in terms.options)
        return Count(len(ballots), blank, _in_order(terms, votes, option_of), in_order)
    if not given:
        nothing = None if terms.method == Method.SCORE else 0
        return Count(len(ballots), blank, tuple(Standing(option, nothing, 1) for option in terms.options))
    standings = _in_order(terms, _RULES[terms.method](given), option_of)
    if terms.method != Method.SHARES:
        return Count(len(ballots), blank, standings)
    costs = {name: terms.costs.get(option, 0) for name, option in option_of.items()}
    shares = tally.equal_shares(given, costs, terms.shared_budget or 0)
    equals = tuple(tuple(option_of[name] for name in p.tied) for p in shares.purchases if p.tied)
    funded = tuple(option_of[name] for name in shares.funded)
    return Count(len(ballots), blank, standings, funded=funded, spent=shares.spent, equals=equals)


_RULES: Mapping[Method, Callable[[Sequence[tally.Ballot]], list[tally.Result]]] = {
    Method.POINTS: tally.points,
    Method.APPROVAL: tally.approval,
    Method.SCORE: tally.score,
    Method.BORDA: tally.borda,
    Method.SCHULZE: tally.schulze,
    Method.SHARES: tally.approval,
}


def _in_order(
    terms: Terms, results: Iterable[tally.Result], option_of: Mapping[str, int]
) -> tuple[Standing, ...]:
    """Standings by rank, equals in the order of the ballot."""
    order = {option: place for place, option in enumerate(terms.options)}
    standings = (Standing(option_of[result.option], result.total, result.rank) for result in results)
    return tuple(sorted(standings, key=lambda standing: (standing.rank, order[standing.option])))


def _verdicts(
    terms: Terms, given: Sequence[tally.Ballot], option_of: Mapping[str, int], chair: str | None
) -> dict[int, Verdict]:
    if not given:
        outcome = "no quorum" if terms.quorum else "tied"
        return {option: Verdict(option, 0, 0, 0, outcome, False) for option in terms.options}
    handed_in = any(ballot.voter == chair for ballot in given)
    motions = tally.yes_no(given, terms.quorum, chair if handed_in else None)
    verdicts = [
        Verdict(option_of[m.option], m.votes_for, m.votes_against, m.abstained, m.outcome, m.casting_vote)
        for m in motions
    ]
    return {verdict.option: verdict for verdict in verdicts}


def _of_options(terms: Terms, marks: Mapping[int, int]) -> Iterable[Problem]:
    low, high = terms.bounds
    taken: set[int] = set()
    for option, mark in marks.items():
        if option not in terms.options:
            yield Problem(Reason.NOT_AN_OPTION, option, text=str(option))
        elif mark < low:
            yield Problem(Reason.TOO_LOW, option, low - mark)
        elif mark > high:
            yield Problem(Reason.TOO_HIGH, option, mark - high)
        elif terms.method in RANKINGS and mark in taken:
            yield Problem(Reason.PLACE_TAKEN, option, mark)
        taken.add(mark)


def _of_whole(terms: Terms, marks: Mapping[int, int]) -> Iterable[Problem]:
    marked = sum(1 for mark in marks.values() if mark or terms.method not in _ZERO_IS_BLANK)
    if terms.most_options is not None and terms.method != Method.MOTION and marked > terms.most_options:
        yield Problem(Reason.TOO_MANY_OPTIONS, by=marked - terms.most_options)
    given = sum(mark for mark in marks.values() if mark > 0)
    if terms.method == Method.POINTS and given > terms.budget:
        yield Problem(Reason.TOO_MANY_POINTS, by=given - terms.budget)


def _number(text: str) -> int | None:
    """A whole number as people type it, None for anything else; a fraction is not rounded in silence."""
    text = text.strip().replace("−", "-")
    digits = text.removeprefix("-").removeprefix("+")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST else None
