"""Participatory budgets in the Pabulib format: three sections META, PROJECTS and VOTES, separated by semicolons."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spoiwo.tally.ballots import Ballot, Number
from spoiwo.tally.fields import BadFile, clean, decode, not_negative, rows

SECTIONS = {"META": ("key", "value"), "PROJECTS": ("project_id", "cost"), "VOTES": ("voter_id", "vote")}
UTILITIES = ("approval", "cumulative", "scoring")


@dataclass
class Instance:
    """The budget, the cost of every project and the ballots, whose values are utilities (1 for an approval)."""

    budget: Number = 0
    vote_type: str = "approval"
    costs: dict[str, Number] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    ballots: list[Ballot] = field(default_factory=list)


def read_instance(content: bytes) -> Instance:
    """Read a ``.pb`` file whose votes are approvals or points (cumulative, scoring).

    Format: https://pabulib.org/format. Raises BadFile with every problem and its line: a missing section or column,
    a bad number, an unknown or repeated project in a vote, a voter with two votes, or ordinal votes, which do not
    say how much more the first is worth than the second.
    """
    sections = _sections(decode(content))
    problems: list[tuple[int, str]] = []
    found = Instance()
    meta = {clean(row["key"]): (line, clean(row["value"])) for line, row in sections["META"]}
    with_line, budget = meta.get("budget", (0, ""))
    _note(problems, with_line, lambda: setattr(found, "budget", _required(budget, "budget")))
    with_line, found.vote_type = meta.get("vote_type", (0, ""))
    if found.vote_type not in UTILITIES:
        raise BadFile(
            [(with_line, f"vote_type must be one of {', '.join(UTILITIES)}, not {found.vote_type!r}")]
        )
    for line, row in sections["PROJECTS"]:
        _note(problems, line, lambda row=row: _project(found, row))  # type: ignore[misc]
    lines: dict[str, int] = {}
    for line, row in sections["VOTES"]:
        voter = clean(row["voter_id"])
        first = lines.setdefault(voter, line)
        if first != line or not voter:
            why = f"voter {voter!r} already voted in line {first}" if voter else "the voter is missing"
            problems.append((line, why))
            continue
        _note(problems, line, lambda voter=voter, row=row: found.ballots.append(_ballot(found, voter, row)))  # type: ignore[misc]
    if problems:
        raise BadFile(sorted(problems))
    return found


def _sections(text: str) -> dict[str, list[tuple[int, dict[str, str]]]]:
    found: dict[str, list[tuple[int, dict[str, str]]]] = {}
    table = rows(text, ";")
    current: list[tuple[int, dict[str, str]]] | None = None
    header: list[str] = []
    for line, row in table:
        title = clean(row[0]).upper()
        if len(row) == 1 and title in SECTIONS and title not in found:
            current = found[title] = []
            header = _header(table, title, line)
        elif current is None:
            raise BadFile([(line, "the file does not begin with META, PROJECTS or VOTES")])
        else:
            # trailing optional fields may be left out; a required one is then an empty text and complained about
            current.append((line, dict.fromkeys(header, "") | dict(zip(header, row, strict=False))))
    missing = [title for title in SECTIONS if title not in found]
    if missing:
        raise BadFile([(0, f"there is no section {', '.join(missing)}")])
    return found


def _header(table: Iterator[tuple[int, list[str]]], title: str, line: int) -> list[str]:
    at, row = next(table, (line, []))
    header = [clean(name).lower() for name in row]
    missing = [name for name in SECTIONS[title] if header.count(name) != 1]
    if missing:
        raise BadFile([(at, f"section {title} needs one column {' and one column '.join(missing)}")])
    return header


def _note(problems: list[tuple[int, str]], line: int, act: Callable[[], object]) -> None:
    try:
        act()
    except ValueError as problem:
        problems.append((line, str(problem)))


def _required(text: str, what: str) -> Number:
    value = not_negative(text)
    if value is None:
        raise ValueError(f"the {what} is missing")
    return value


def _project(found: Instance, row: dict[str, str]) -> None:
    project = clean(row["project_id"])
    if not project or project in found.costs:
        raise ValueError(f"project {project!r} stands here twice" if project else "the project has no id")
    found.costs[project] = _required(row["cost"], "cost")
    found.names[project] = clean(row.get("name", ""))


def _ballot(found: Instance, voter: str, row: dict[str, str]) -> Ballot:
    projects = [clean(project) for project in row["vote"].split(",") if project.strip()]
    for i, project in enumerate(projects):
        if project not in found.costs:
            raise ValueError(f"project {project!r} is not in the section PROJECTS")
        if project in projects[:i]:
            raise ValueError(f"project {project!r} stands twice in one vote")
    if found.vote_type == "approval":
        return Ballot(voter, dict.fromkeys(projects, 1))
    given = [
        _required(value, "number of points") for value in row.get("points", "").split(",") if value.strip()
    ]
    if len(given) != len(projects):
        raise ValueError(f"{len(projects)} projects but {len(given)} numbers of points")
    return Ballot(voter, dict(zip(projects, given, strict=True)))
