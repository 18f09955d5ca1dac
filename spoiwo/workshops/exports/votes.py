"""Ballot papers, and published ballots: without names, out of time, so that anybody can count them again."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from spoiwo import tally
from spoiwo.documents.pdf import pdf
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import full_title, head
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.meetings.rules.codes import shown
from spoiwo.workshops.models import Slip, Vote
from spoiwo.workshops.queries.ballots import ballot_form
from spoiwo.workshops.queries.votes import Outcome, ballots_of
from spoiwo.workshops.rules.ballots import Method, as_tally
from spoiwo.workshops.rules.ballots import Vote as Mark

FOLDER = "workshops/documents"
COLUMNS = {
    Method.POINTS: "points",
    Method.APPROVAL: "approve",
    Method.SCORE: "score",
    Method.BORDA: "rank",
    Method.SCHULZE: "rank",
    Method.MOTION: "approve",
    Method.SHARES: "approve",
}


def _published(found: Outcome) -> tuple[list[tally.Ballot], str | None]:
    """The ballots as the engine counts them, and which of them stands for the chair's."""
    ballots = ballots_of(found.vote)
    chair = None
    if found.vote.casting_mark:
        said = Mark.YES if found.vote.casting_mark == "yes" else Mark.NO
        [option] = found.options
        chair = next(voter for voter, marks in ballots.items() if marks.get(option.pk) == said)
    return as_tally(found.terms, ballots, found.names), chair


def ballots_csv(found: Outcome) -> bytes:
    """Voter (a number without meaning), option, mark; sorted by what stands on the ballots."""
    ballots, chair = _published(found)
    return tally.write_ballots(ballots, COLUMNS[found.terms.method], chair)


def ballots_pabulib(found: Outcome) -> bytes:
    """The same of a vote that shares a budget, with costs and budget, in the Pabulib format."""
    ballots, _chair = _published(found)
    costs = {found.names[pk]: cost for pk, cost in found.terms.costs.items()}
    return tally.write_pabulib(ballots, costs, found.terms.shared_budget or 0, description=found.vote.title)


def ballots_pdf(vote: Vote, root: str, slips: Sequence[Slip], *, made_at: dt.datetime | None = None) -> bytes:
    """A ballot paper for each slip, two on a sheet where they fit; `root` as the hall reaches this program."""
    form = ballot_form(vote)
    links = [root + reverse("workshops:seat", args=[slip.code]) for slip in slips]
    with override(LANGUAGE):
        event = event_of(vote.step.meeting)
        heading = _("Ballot papers")
        options: list[dict[str, Any]] = [
            {
                "title": line.option.title,
                "cost": _cost(line.option.cost) if vote.method == Method.SHARES else "",
            }
            for line in form.lines
        ]
        data = {
            **head(event, heading, made_at),
            "question": vote.title,
            "instruction": form.instruction,
            "kind": form.kind,
            "marks": [words for _value, words in form.marks] if form.kind in ("scale", "motion") else [],
            "options": options,
            "papers": [
                {"code": shown(slip.code), "link": link} for slip, link in zip(slips, links, strict=True)
            ],
            "words": {
                "ballot": _("Ballot paper"),
                "code": _("Code of the ballot"),
                "once": _("Vote once: on this paper or with the phone."),
                "alt": _("QR code that opens the ballot on a phone"),
                "none": _("There is no slip left that could vote. Make more slips."),
            },
        }
        title = full_title(heading, event)
        return pdf(
            f"{FOLDER}/ballots.typ", data, language=LANGUAGE, title=title, codes=links, made_at=made_at
        )


def _cost(cost: Any) -> str:
    return "" if cost is None else f"{cost:,.0f} zł".replace(",", "\u00a0")
