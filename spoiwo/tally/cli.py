"""The command ``spoiwo tally``: a file of ballots and a rule in, the results as JSON or a table out."""

import argparse
import json
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

from spoiwo.tally.ballots import Ballot, Number, Result
from spoiwo.tally.counting import approval, borda, over_budget, points, score
from spoiwo.tally.csvfile import columns, read_ballots, read_costs
from spoiwo.tally.fields import not_negative
from spoiwo.tally.motions import quorum_needed, yes_no
from spoiwo.tally.pabulib import read_instance
from spoiwo.tally.report import motions_report, plain, results_report, settlement_report, shares_report, table
from spoiwo.tally.schulze import schulze
from spoiwo.tally.settling import WAYS, Decision, settle
from spoiwo.tally.shares import equal_shares

COLUMN = {
    "points": "points",
    "approval": "approve",
    "score": "score",
    "borda": "rank",
    "schulze": "rank",
    "yes-no": "approve",
}
RULES = (*COLUMN, "equal-shares")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``tally`` on a parser or sub-parser."""
    parser.add_argument(
        "ballots", help="CSV with the columns voter, option and the rule's own; or a Pabulib .pb file"
    )
    parser.add_argument("--rule", required=True, choices=RULES)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--budget",
        type=_amount,
        help="points: what one voter may give; equal-shares: what all projects may cost",
    )
    parser.add_argument("--sum", action="store_true", help="score: rank by the sum instead of the mean")
    parser.add_argument("--quorum", type=_share, default=Fraction(0), help="yes-no: 20, or 1/2 of --entitled")
    parser.add_argument("--entitled", type=int, help="yes-no: how many may vote")
    parser.add_argument("--chair", help="yes-no: the voter whose vote decides when votes are equal")
    parser.add_argument(
        "--costs", help="equal-shares: CSV with the columns option and cost, if the ballots have none"
    )
    parser.add_argument(
        "--utility",
        choices=("count", "cost"),
        default="count",
        help="equal-shares: an approved project is worth 1 (count) or its cost to the voter",
    )
    parser.add_argument(
        "--settle",
        action="append",
        type=_decision,
        default=[],
        metavar="RANK:WAY[:SEED]",
        help=f"settle the tie at a rank by one of {', '.join(WAYS)}; a lot needs the published seed",
    )


def run(args: argparse.Namespace) -> int:
    """Print the results and return 0; on a bad file or option print why on standard error and return 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        report = tally(args)
    except (OSError, ValueError) as problem:
        why = f"{problem.filename}: {problem.strerror}" if isinstance(problem, OSError) else str(problem)
        for line in why.splitlines():
            print(f"spoiwo tally: {line}", file=sys.stderr)
        return 2
    for ballot in report.get("invalid", ()):
        print(f"spoiwo tally: voter {ballot['voter']!r} is not counted: {ballot['reason']}", file=sys.stderr)
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.json else table(report))
    return 0


def tally(args: argparse.Namespace) -> dict[str, Any]:
    """Return what ``tally`` prints; raise ValueError or OSError for what cannot be counted."""
    content = Path(args.ballots).read_bytes()
    pabulib = args.ballots.lower().endswith(".pb")
    if args.settle and args.rule in ("yes-no", "equal-shares"):
        raise ValueError(f"--settle has no meaning under the rule {args.rule}")
    if args.rule == "equal-shares":
        return _shares(args, content, pabulib)
    if pabulib:
        raise ValueError("a .pb file is counted with --rule equal-shares")
    ballots = read_ballots(content, COLUMN[args.rule])
    if args.rule == "yes-no":
        quorum = _quorum(args)
        return motions_report(len(ballots), quorum, yes_no(ballots, quorum, args.chair))
    return _ranking(args, ballots)


def _ranking(args: argparse.Namespace, ballots: list[Ballot]) -> dict[str, Any]:
    rules: dict[str, Callable[[], list[Result]]] = {
        "points": lambda: points(ballots, args.budget),
        "approval": lambda: approval(ballots),
        "score": lambda: score(ballots, "sum" if args.sum else "mean"),
        "borda": lambda: borda(ballots),
        "schulze": lambda: schulze(ballots),
    }
    results = rules[args.rule]()
    settled = []
    for decision in args.settle:
        settlement = settle(results, decision)
        results = list(settlement.results)
        settled.append(settlement_report(settlement))
    spoilt = over_budget(ballots, args.budget) if args.rule == "points" and args.budget is not None else []
    report = results_report(args.rule, len(ballots) - len(spoilt), results)
    if spoilt:
        report["invalid"] = [{"voter": b.voter, "reason": _spoilt(b, args.budget)} for b in spoilt]
    return report | ({"settled": settled} if settled else {})


def _spoilt(ballot: Ballot, budget: Number) -> str:
    given = sum(value or 0 for value in ballot.choices.values())
    return f"{plain(given)} points given, {plain(budget)} allowed"


def _shares(args: argparse.Namespace, content: bytes, pabulib: bool) -> dict[str, Any]:
    budget = args.budget
    if pabulib:
        instance = read_instance(content)
        ballots, costs, approvals = instance.ballots, instance.costs, instance.vote_type == "approval"
        budget = instance.budget if budget is None else budget
    else:
        approvals = "points" not in columns(content)
        ballots = read_ballots(content, "approve" if approvals else "points")
        costs = read_costs(Path(args.costs).read_bytes() if args.costs else content)
    if budget is None:
        raise ValueError("equal-shares needs --budget")
    worth = ballots
    if args.utility == "cost":
        if not approvals:
            raise ValueError("--utility cost is for approvals; these ballots give points")
        worth = [
            Ballot(b.voter, {o: costs.get(o, 0) if v else v for o, v in b.choices.items()}) for b in ballots
        ]
    return shares_report(equal_shares(worth, costs, budget), ballots, costs, budget)


def _quorum(args: argparse.Namespace) -> int:
    if args.quorum >= 1 or not args.quorum:
        return quorum_needed(args.quorum, 1)
    if args.entitled is None:
        raise ValueError("a quorum in parts, like 1/2, needs --entitled")
    return quorum_needed(args.quorum, args.entitled)


def _amount(text: str) -> Number:
    value = not_negative(text)
    if value is None:
        raise ValueError("empty")
    return value


def _share(text: str) -> Fraction:
    above, _, below = text.partition("/")
    parts = Fraction(_amount(below)) if below else Fraction(1)
    if below and _amount(above) >= parts:
        raise ValueError("neither a number of voters nor a part of those entitled")
    return Fraction(_amount(above)) / parts


def _decision(text: str) -> Decision:
    rank, _, rest = text.partition(":")
    way, _, seed = rest.partition(":")
    found = next((known for known in WAYS if known == way.replace("-", "_")), None)
    if found is None:
        raise argparse.ArgumentTypeError(f"{way!r} is not one of {', '.join(WAYS)}")
    return Decision(int(rank), found, seed)
