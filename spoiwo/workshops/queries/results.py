"""Results as the page, the projector and phones show them: only of closed votes, of others the turnout alone."""

import shlex
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from spoiwo.workshops.models import Hall, Option, Slip, Step, Vote
from spoiwo.workshops.queries.ballots import ballot_form, ballot_stage
from spoiwo.workshops.queries.stages import Stage
from spoiwo.workshops.queries.votes import Outcome, current_vote, decisions_of, turnout_of, votes_of
from spoiwo.workshops.rules.ballots import Method, Standing, Verdict
from spoiwo.workshops.rules.states import VoteState

ON_SCREEN = 7
TOTAL_LABELS = {
    Method.POINTS: pgettext_lazy("total of a vote", "Points"),
    Method.APPROVAL: pgettext_lazy("total of a vote", "Votes"),
    Method.SCORE: pgettext_lazy("total of a vote", "Mean mark"),
    Method.BORDA: pgettext_lazy("total of a vote", "Borda points"),
    Method.SCHULZE: pgettext_lazy("total of a vote", "Duels won"),
    Method.MOTION: pgettext_lazy("total of a vote", "Votes for"),
    Method.SHARES: pgettext_lazy("total of a vote", "Supporters"),
}
RULES = {
    Method.POINTS: "points",
    Method.APPROVAL: "approval",
    Method.SCORE: "score",
    Method.BORDA: "borda",
    Method.SCHULZE: "schulze",
    Method.MOTION: "yes-no",
    Method.SHARES: "equal-shares",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One option in the result. `share` is its bar, 0–100; `is_equal`: others have the same rank."""

    option: Option
    rank: int
    total: float | None
    share: int
    is_equal: bool
    is_chosen: bool
    is_tied: bool
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Result:
    """What is shown of a closed vote."""

    outcome: Outcome
    rows: list[Row]
    heading: str
    sentences: list[str]

    @property
    def blank(self) -> int:
        """Blank ballots."""
        return self.outcome.count.blank

    @property
    def left(self) -> float:
        """What remains of a shared budget, in złoty."""
        return float((self.outcome.terms.shared_budget or 0) - self.outcome.count.spent)

    @property
    def spent(self) -> float:
        """What the funded projects cost, in złoty."""
        return float(self.outcome.count.spent)

    @property
    def share(self) -> float | None:
        """What each voter could dispose of in a shared budget, in złoty."""
        voters = self.outcome.count.ballots - self.outcome.count.blank
        return float(self.outcome.terms.shared_budget or 0) / voters if voters else None

    @property
    def equals(self) -> list[str]:
        """Groups of projects among which only the lower cost or the name decided."""
        names = self.outcome.names
        return [", ".join(names[pk] for pk in group) for group in self.outcome.count.equals]


def result_of(vote: Vote) -> Result:
    """What came out of a closed vote."""
    found = Outcome(vote)
    chosen = {option.pk for option in found.chosen}
    tied = set(found.settled.line.tied) if found.can_tie else set()
    verdicts = {one.option: one for one in found.count.verdicts}
    ranks = [one.rank for one in found.count.standings]
    most = max((float(one.total) for one in found.count.standings if one.total is not None), default=0)
    rows = [
        Row(
            found.option_of[one.option],
            one.rank,
            None if one.total is None else float(one.total),
            _bar(one, most),
            ranks.count(one.rank) > 1 and bool(one.total),
            one.option in chosen,
            one.option in tied,
            verdicts.get(one.option),
        )
        for one in found.count.standings
    ]
    return Result(found, rows, str(TOTAL_LABELS[found.terms.method]), sentences_of(found))


def _bar(one: Standing, most: float) -> int:
    return max(0, round(100 * float(one.total) / most)) if one.total and most > 0 else 0


def sentences_of(found: Outcome) -> list[str]:
    """What came out, in words."""
    if not found.has_quorum:
        return [
            _("The quorum was not reached: %(cast)d of %(needed)d ballots. The vote decides nothing.")
            % {"cast": found.count.ballots, "needed": found.terms.quorum}
        ]
    if found.terms.method == Method.MOTION:
        return [_motion(found.names[one.option], one) for one in found.count.verdicts]
    titles = [option.title for option in found.chosen]
    names = ", ".join(titles)
    if found.terms.method == Method.SHARES:
        return [_("Paid for: %(names)s.") % {"names": names} if names else _("No project can be paid for.")]
    said = [
        ngettext("Chosen: %(names)s.", "Chosen (%(n)d): %(names)s.", len(titles))
        % {"names": names, "n": len(titles)}
        if names
        else _("Nothing is chosen yet.")
    ]
    return said + _tie(found)


def _tie(found: Outcome) -> list[str]:
    line, waits = found.settled.line, found.settled.waits_for
    tied = waits or line.tied
    if not tied:
        return []
    facts = {"names": ", ".join(found.names[pk] for pk in tied), "n": line.places}
    if waits:
        return [_("A run-off decides among: %(names)s.") % facts]
    return [
        ngettext(
            "Equal, for %(n)d place left: %(names)s.", "Equal, for %(n)d places left: %(names)s.", line.places
        )
        % facts
    ]


def _motion(title: str, one: Verdict) -> str:
    facts = {"title": title, "yes": one.votes_for, "no": one.votes_against, "none": one.abstained}
    words = {
        "adopted": _("Adopted: %(title)s. For %(yes)d, against %(no)d, abstained %(none)d."),
        "rejected": _("Rejected: %(title)s. For %(yes)d, against %(no)d, abstained %(none)d."),
        "tied": _("As many for as against: %(title)s. For %(yes)d, against %(no)d, abstained %(none)d."),
        "no quorum": _("Without a quorum: %(title)s."),
    }
    said = words[one.outcome] % facts
    return f"{said} {_('The vote of the chair decided.')}" if one.is_by_casting_vote else said


def recount_of(found: Outcome) -> str:
    """The command with which anybody counts the published ballots again, decisions included."""
    rule = RULES[found.terms.method]
    name = f"ballots.{'pb' if found.terms.method == Method.SHARES else 'csv'}"
    words = ["spoiwo", "tally", name, "--rule", rule]
    if found.terms.method == Method.MOTION:
        words += ["--quorum", str(found.terms.quorum)] if found.terms.quorum else []
        words += ["--chair", "chair"] if found.vote.casting_mark else []
    if found.can_tie:
        words += _settling(found)
    return shlex.join([*words, "--json"])


def _settling(found: Outcome) -> list[str]:
    """Decisions as the command takes them: by rank, as long as they are about all of that rank."""
    words: list[str] = []
    rank_of = {one.option: one.rank for one in found.count.standings}
    for decision in decisions_of(found.vote):
        rank = rank_of[decision.options[0]]
        equals = {pk for pk, other in rank_of.items() if other == rank}
        if set(decision.options) == equals:
            way = f"{rank}:{decision.way}" + (f":{decision.seed}" if decision.way == "lot" else "")
            words += ["--settle", way]
    return words


def lot_command(vote: Vote) -> str:
    """How anybody repeats a lot, title by title: the lowest sum is drawn first."""
    return f"printf '%s\\n%s' {shlex.quote(vote.seed)} '{_('TITLE')}' | sha256sum"


def seat_stage(hall: Hall, step: Step, slip: Slip) -> Stage:
    """On a phone: the ballot, that it is in, or what came out."""
    vote = current_vote(step)
    if vote is None or vote.state == VoteState.PREPARED:
        return Stage("workshops/guest/_wait.html", {})
    if vote.state == VoteState.CLOSED:
        return Stage("workshops/guest/_vote.html", {"vote": vote, "result": result_of(vote)})
    if vote.casts.filter(slip=slip).exists():
        return Stage("workshops/guest/_vote.html", {"vote": vote, "is_in": True})
    return ballot_stage(ballot_form(vote, slip=slip))


def screen_stage(hall: Hall, step: Step) -> Stage:
    """On the screen: what will be voted on and with which seed, the turnout, and once it is closed the ranking."""
    vote = current_vote(step)
    if vote is None:
        return Stage("workshops/screen/_task.html", {})
    facts: dict[str, Any] = {"vote": vote}
    if vote.state == VoteState.CLOSED:
        result = result_of(vote)
        facts |= {"result": result, "rows": result.rows[:ON_SCREEN], "more": len(result.rows) - ON_SCREEN}
    elif vote.state == VoteState.OPEN:
        facts["turnout"] = turnout_of(vote)
    else:
        facts["count"] = vote.options.count()
    return Stage("workshops/screen/_vote.html", facts)


def panel_stage(step: Step) -> Stage:
    """For the facilitator: the votes of the step; of one under way the turnout and nothing more."""
    votes = [
        (vote, turnout_of(vote), result_of(vote) if vote.state == VoteState.CLOSED else None)
        for vote in votes_of(step)
    ]
    return Stage("workshops/panel/_vote.html", {"votes": votes})
