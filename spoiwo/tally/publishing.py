"""Ballots without names, written so that anybody can count them again and nobody can tell who voted when."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from io import StringIO

from spoiwo.tally.ballots import Ballot, Number, options_of, polish_order
from spoiwo.tally.csvfile import READERS
from spoiwo.tally.fields import clean, name
from spoiwo.tally.pabulib import UTILITIES

CHAIR = "chair"
DIGITS = 18  # before and after the decimal point: as many as the readers take


def write_ballots(ballots: Sequence[Ballot], column: str, chair: str | None = None) -> bytes:
    """Return the CSV that `read_ballots` reads back: ``voter``, ``option`` and points, score, rank or approve.

    Voters become numbers from 1, given after the ballots were sorted by what stands on them, so neither names nor
    the order of voting remain. The chair of a motion, whose vote may decide, is written as ``chair``: a recount
    takes ``--chair chair``. UTF-8, commas, lines end with CR LF (RFC 4180). O(n log n). Raises ValueError for what
    the reader would refuse or lose: an unknown column, a ballot without any option, an option without a name or
    twice on a ballot, a value the column does not take, a chair without a ballot.
    """
    if column not in READERS or column == "cost":
        raise ValueError(f"there are no ballots with the column {column!r}")
    if chair is not None and all(ballot.voter != chair for ballot in ballots):
        raise ValueError(f"the chair {chair!r} handed in no ballot")
    rows: list[Sequence[str]] = [("voter", "option", column)]
    # the chair in front: among ballots alike, even that place would tell who was earlier
    for number, ballot in enumerate(sorted(_out_of_time(ballots), key=lambda b: b.voter != chair), 1):
        if not ballot.choices:
            raise ValueError("a ballot without any option cannot be written; a blank would do")
        voter = str(number) if ballot.voter != chair else CHAIR
        written = {name(option): _decimal(value) for option, value in ballot.choices.items()}
        if len(written) < len(ballot.choices):
            raise ValueError("an option stands on a ballot twice")
        rows += [(voter, option, value) for option, value in written.items()]
    for value in {row[2] for row in rows[1:]}:
        READERS[column](value)
    return _file(rows, ",")


def write_pabulib(
    ballots: Sequence[Ballot],
    costs: Mapping[str, Number],
    budget: Number,
    *,
    vote_type: str = "approval",
    description: str = "",
) -> bytes:
    """Return the Pabulib file that `read_instance` reads back, its ballots as far from names and time as above.

    Projects are numbered from 1 in Polish alphabetical order, so a recount settles ties as the count did; their
    names stand in the column ``name``. What a ballot gives nothing (None or 0) is left out; a ballot that supports
    nothing stays, for it has its share of the budget. Format: https://pabulib.org/format. Raises ValueError for a
    vote type other than approval (all values are 1), cumulative or scoring, for a project without a cost or a
    name, and for a number below zero or with too many digits.
    """
    if vote_type not in UTILITIES:
        raise ValueError(f"vote_type must be one of {', '.join(UTILITIES)}, not {vote_type!r}")
    for option in options_of(ballots):
        if option not in costs:
            raise ValueError(f"project {option!r} has no cost")
    supports = [Ballot(b.voter, {o: u for o, u in b.choices.items() if u}) for b in ballots]
    if vote_type == "approval" and any(u != 1 for ballot in supports for u in ballot.choices.values()):
        raise ValueError("an approval is 1 or 0")
    number_of = {option: str(i) for i, option in enumerate(sorted(costs, key=polish_order), 1)}
    width = 2 if vote_type == "approval" else 3
    rows: list[Sequence[str]] = [("META",), ("key", "value"), ("description", clean(description))]
    rows += [("num_projects", str(len(costs))), ("num_votes", str(len(ballots)))]
    rows += [("budget", _amount(budget)), ("vote_type", vote_type)]
    rows += [("PROJECTS",), ("project_id", "cost", "name")]
    rows += [(number, _amount(costs[option]), name(option)) for option, number in number_of.items()]
    rows += [("VOTES",), ("voter_id", "vote", "points")[:width]]
    for voter, ballot in enumerate(_out_of_time(supports), 1):
        projects = ",".join(number_of[option] for option in ballot.choices)
        rows.append((str(voter), projects, ",".join(map(_amount, ballot.choices.values())))[:width])
    return _file(rows, ";")


def _out_of_time(ballots: Iterable[Ballot]) -> list[Ballot]:
    """Return the ballots sorted by their content, with options in alphabetical order on each."""
    ballots = list(ballots)
    order = {option: i for i, option in enumerate(options_of(ballots))}
    in_order = [
        Ballot(b.voter, dict(sorted(b.choices.items(), key=lambda choice: order[choice[0]]))) for b in ballots
    ]
    return sorted(
        in_order, key=lambda b: [(order[o], value is None, value or 0) for o, value in b.choices.items()]
    )


@lru_cache(maxsize=65536)
def _decimal(value: Number | None) -> str:
    if value is None:
        return ""
    shifted = Fraction(value) * 10**DIGITS
    if shifted.denominator > 1 or abs(value) >= 10**DIGITS:
        raise ValueError(f"{value} is not a decimal number of at most {DIGITS} digits on each side")
    text = str(abs(shifted.numerator)).zfill(DIGITS + 1)
    return f"{'-' if value < 0 else ''}{text[:-DIGITS]}.{text[-DIGITS:]}".rstrip("0").rstrip(".")


def _amount(value: Number | None) -> str:
    if value is None or value < 0:
        raise ValueError(f"{value} is below zero")
    return _decimal(value)


def _file(rows: Iterable[Sequence[str]], delimiter: str) -> bytes:
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
