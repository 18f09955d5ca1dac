"""What the command prints: one dictionary for JSON, and the same as a table to read."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from spoiwo.tally.ballots import Ballot, Number, Result, polish_order, ranked, ties
from spoiwo.tally.motions import Motion
from spoiwo.tally.settling import Settlement
from spoiwo.tally.shares import Shares


def plain(value: Number | None) -> int | float | None:
    """Return a whole number as int, any other as the nearest float."""
    if value is None or isinstance(value, int):
        return value
    return value.numerator if value.denominator == 1 else float(value)


def results_report(rule: str, voters: int, results: Sequence[Result]) -> dict[str, Any]:
    """Return rule, number of voters, results in order, and the ties that stand."""
    ordered = sorted(results, key=lambda result: (result.rank, polish_order(result.option)))
    shown = [{"option": r.option, "total": plain(r.total), "rank": r.rank} for r in ordered]
    standing = [{"rank": tie[0].rank, "options": [r.option for r in tie]} for tie in ties(ordered)]
    return {"rule": rule, "voters": voters, "results": shown, "ties": standing}


def settlement_report(settlement: Settlement) -> dict[str, Any]:
    """Return one decision as it is to be kept with the results."""
    decision = settlement.decision
    shown: dict[str, Any] = {"rank": decision.rank, "way": decision.way, "options": list(settlement.tied)}
    return shown | ({"seed": decision.seed} if decision.seed else {})


def motions_report(voters: int, quorum: int, motions: Sequence[Motion]) -> dict[str, Any]:
    """Return the motions like options ranked by votes for them, with what became of each."""
    report = results_report("yes-no", voters, ranked({motion.option: motion.votes_for for motion in motions}))
    of = {motion.option: motion for motion in motions}
    for shown in report["results"]:
        motion = of[shown["option"]]
        shown |= {"for": motion.votes_for, "against": motion.votes_against, "abstained": motion.abstained}
        shown |= {"outcome": motion.outcome, "casting_vote": motion.casting_vote}
    tied = [motion.option for motion in motions if motion.outcome == "tied"]
    return report | {
        "quorum": quorum,
        "ties": [{"options": [option], "for": of[option].votes_for} for option in tied],
    }


def shares_report(
    shares: Shares, ballots: Sequence[Ballot], costs: Mapping[str, Number], budget: Number
) -> dict[str, Any]:
    """Return the funded projects in order, what they cost, every project's support, and the ties met on the way."""
    support: dict[str, Number | None] = dict.fromkeys(costs, 0)
    for ballot in ballots:
        for option, utility in ballot.choices.items():
            support[option] = (support[option] or 0) + (utility or 0)
    funded = shares.funded
    report = results_report("equal-shares", len(ballots), ranked(support))
    for shown in report["results"]:
        shown |= {"cost": plain(costs[shown["option"]]), "funded": shown["option"] in funded}
    order = "lower cost, then name in Polish alphabetical order"
    report["ties"] = [
        {"options": list(p.tied), "rho": plain(p.rho), "chosen": p.option, "by": order,
         "all_funded": set(p.tied) <= set(funded)}
        for p in shares.purchases if p.tied
    ]  # fmt: skip
    money = {
        "budget": plain(budget),
        "spent": plain(shares.spent),
        "unspent": plain(Fraction(budget - shares.spent)),
    }
    return report | {"funded": funded, **money}


def table(report: Mapping[str, Any]) -> str:
    """Return the report as a table for people; ties and decisions follow in sentences."""
    rows = [["rank", "option", "total", *_more(report["results"])]]
    more = rows[0][3:]
    for shown in report["results"]:
        rows.append([_word(shown[name]) for name in ("rank", "option", "total", *more)])
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [f"{report['rule']}, voters: {report['voters']}", ""]
    lines += [
        "  ".join(field.ljust(width) for field, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    notes = []
    for name in ("funded", "budget", "spent", "unspent", "quorum"):
        if name in report:
            notes.append(f"{name}: {_word(report[name])}")
    for tie in report["ties"]:
        notes.append("tie: " + "; ".join(f"{key} {_word(value)}" for key, value in tie.items()))
    for decision in report.get("settled", ()):
        notes.append("settled: " + "; ".join(f"{key} {_word(value)}" for key, value in decision.items()))
    for ballot in report.get("invalid", ()):
        notes.append(f"invalid ballot: {ballot['voter']}: {ballot['reason']}")
    return "\n".join(lines + ([""] if notes else []) + notes)


def _more(results: Sequence[Mapping[str, Any]]) -> list[str]:
    return [name for name in (results[0] if results else ()) if name not in ("rank", "option", "total")]


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:.4f}"
    return "–" if value is None else str(value)
