"""Ballots as they lie before people: on a phone in an order of its own, on paper and at the clerk's desk in the vote's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from spoiwo.workshops.labels import BALLOT_SENTENCES
from spoiwo.workshops.models import Option, Slip, Vote
from spoiwo.workshops.queries.stages import Stage
from spoiwo.workshops.queries.votes import terms_of
from spoiwo.workshops.rules.ballots import RANKINGS, Method, Problem, Terms
from spoiwo.workshops.rules.ballots import Vote as Mark
from spoiwo.workshops.rules.seeds import shuffled

TICKS = frozenset({Method.APPROVAL, Method.SHARES})
WIDEST = 10
"""Marks offered as buttons side by side; of more the number is typed."""


@dataclass(slots=True)
class BallotLine:
    """One option on a ballot with what was marked and what is wrong with it."""

    option: Option
    value: str = ""
    error: str = ""


@dataclass(slots=True)
class BallotForm:
    """A whole ballot: its kind, its lines, its bounds, what is wrong with it as a whole."""

    vote: Vote
    terms: Terms
    lines: list[BallotLine]
    nonce: str
    problems: list[str] = field(default_factory=list)
    is_marked: bool = False

    @property
    def kind(self) -> str:
        """How a mark is given: a tick, a number, a mark of a scale, a place, or for and against."""
        if self.terms.method in TICKS:
            return "tick"
        if self.terms.method in RANKINGS:
            return "rank"
        if self.terms.method == Method.MOTION:
            return "motion"
        if self.terms.method == Method.SCORE and self.highest - self.lowest <= WIDEST:
            return "scale"
        return "number"

    @property
    def lowest(self) -> int:
        """The lowest mark."""
        return self.terms.bounds[0]

    @property
    def highest(self) -> int:
        """The highest mark."""
        return self.terms.bounds[1]

    @property
    def marks(self) -> list[tuple[str, str]]:
        """The marks to choose from, value and words."""
        if self.kind == "motion":
            return [
                (str(int(Mark.YES)), pgettext("vote", "for")),
                (str(int(Mark.NO)), pgettext("vote", "against")),
                (str(int(Mark.ABSTAIN)), pgettext("vote", "I abstain")),
            ]
        return [(str(mark), str(mark)) for mark in range(self.lowest, self.highest + 1)]

    @property
    def most(self) -> int | None:
        """How many options can be marked."""
        return self.terms.most_options

    @property
    def instruction(self) -> str:
        """What to do, in words."""
        return instruction_of(self.terms)


def instruction_of(terms: Terms) -> str:
    """How a ballot of this kind is filled, in words."""
    most = terms.most_options
    sentences = [_INSTRUCTIONS[terms.method](terms)]
    if most is not None and terms.method not in (Method.SCORE, Method.MOTION):
        sentences.append(ngettext("Mark at most %(n)d.", "Mark at most %(n)d.", most) % {"n": most})
    return " ".join(sentences)


def _points(terms: Terms) -> str:
    said = ngettext(
        "You have %(n)d point. Give it to one option.",
        "You have %(n)d points. Divide them among the options as you like; you need not give them all.",
        terms.budget,
    ) % {"n": terms.budget}
    if terms.most_per_option:
        most = terms.most_per_option
        said += " " + ngettext(
            "One option can get at most %(n)d point.", "One option can get at most %(n)d points.", most
        ) % {"n": most}
    return said


def _score(terms: Terms) -> str:
    return _(
        "Give each option a mark from %(low)d (lowest) to %(high)d (highest). Leave out what you cannot judge."
    ) % {
        "low": terms.low,
        "high": terms.high,
    }


def _ranking(terms: Terms) -> str:
    return _(
        "Put the options in order: 1 for the best, 2 for the next. Those you leave out come last together."
    )


_INSTRUCTIONS = {
    Method.POINTS: _points,
    Method.APPROVAL: lambda terms: _("Mark every option that you can support."),
    Method.SCORE: _score,
    Method.BORDA: _ranking,
    Method.SCHULZE: _ranking,
    Method.MOTION: lambda terms: _("Vote for or against, or abstain."),
    Method.SHARES: lambda terms: _("Mark every project you want to be paid for from the common budget."),
}


def ballot_form(
    vote: Vote, *, slip: Slip | None = None, raw: Mapping[str, str] | None = None, nonce: str = ""
) -> BallotForm:
    """A ballot, also with what was marked on it; on a phone (`slip`) in that slip's own order."""
    options = list(vote.options.all())
    of = {option.pk: option for option in options}
    order = shuffled(of, slip.code, vote.pk) if slip else list(of)
    marked = raw or {}
    lines = [BallotLine(of[pk], marked.get(str(pk), "")) for pk in order]
    is_marked = any(line.value.strip() for line in lines)
    return BallotForm(vote, terms_of(vote, options), lines, nonce or str(uuid4()), is_marked=is_marked)


def put_problems(form: BallotForm, problems: Iterable[Problem]) -> None:
    """What is wrong, in words, at the option it is about or at the ballot as a whole."""
    lines = {line.option.pk: line for line in form.lines}
    for problem in problems:
        words = _said(problem, form.terms)
        line = lines.get(problem.option) if problem.option is not None else None
        if line is None:
            form.problems.append(words)
        else:
            line.error = line.error or words


def _said(problem: Problem, terms: Terms) -> str:
    low, high = terms.bounds
    facts: dict[str, Any] = {
        "low": low,
        "high": high,
        "by": problem.by,
        "text": problem.text[:40],
        "budget": terms.budget,
        "most_options": terms.most_options or 0,
    }
    return str(BALLOT_SENTENCES[problem.reason]) % facts


def ballot_stage(form: BallotForm, *, asks_blank: bool = False) -> Stage:
    """The ballot on a phone."""
    return Stage("workshops/guest/_vote.html", {"vote": form.vote, "form": form, "asks_blank": asks_blank})
