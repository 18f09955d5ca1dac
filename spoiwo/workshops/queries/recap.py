"""What a workshop left, theme by theme, the most important first: for the handout and the slides of the next one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from spoiwo.workshops.models import Line, Proposal
from spoiwo.workshops.queries.report import Report
from spoiwo.workshops.rules.similar import Similar
from spoiwo.workshops.rules.states import StepKind


@dataclass(slots=True)
class Section:
    """A component or principle, or the whole hall's sheet, with its lines by heading; `groups` wrote them."""

    title: str
    groups: list[str] = field(default_factory=list)
    headings: list[tuple[str, list[str]]] = field(default_factory=list)

    @property
    def has_labels(self) -> bool:
        """Whether the headings tell more than the title."""
        return len(self.headings) > 1


def recap_of(report: Report) -> list[Section]:
    """Sections in the order of steps and tables; of lines that say nearly the same the first stands for all.

    Lines that proposals grew from come first, then those that most others agree with. One query.
    """
    taken = _taken_up(report)
    found: list[Section] = []
    for step in report.steps:
        if step.kind == StepKind.SHEETS:
            found += _of_sheets(report, step.pk, step.title, taken)
    for one in report.rounds:
        if one.ideas:
            lines = [idea.line for idea in one.ideas]
            found.append(Section(one.step.title, [], [("", _ranked(lines, taken))]))
    return found


def _of_sheets(report: Report, step_pk: int, title: str, taken: dict[int, int]) -> list[Section]:
    by_theme: dict[str, dict[str, list[Line]]] = {}
    groups: dict[str, list[str]] = defaultdict(list)
    for chapter in report.chapters:
        for part in chapter.parts:
            if part.step.pk != step_pk or not part.lines:
                continue
            groups[part.about].append(chapter.table.name)
            headings = by_theme.setdefault(part.about, {})
            for heading in part.headings:
                headings.setdefault(heading.label, []).extend(heading.lines)
    return [
        Section(
            theme or title,
            groups[theme],
            [(label, _ranked(lines, taken)) for label, lines in headings.items()],
        )
        for theme, headings in by_theme.items()
    ]


def _ranked(lines: Iterable[Line], taken: dict[int, int]) -> list[str]:
    rows = {line.pk: line for line in lines}
    alike = {pk: {pk} for pk in rows}
    for cluster in Similar((pk, line.text) for pk, line in rows.items()).clusters():
        first, *others = cluster.keys
        alike[first].update(others)
        for other in others:
            alike.pop(other, None)
    weights = {pk: (sum(taken.get(one, 0) for one in keys), len(keys)) for pk, keys in alike.items()}
    return [rows[pk].text for pk in sorted(alike, key=lambda pk: (-weights[pk][0], -weights[pk][1], pk))]


def _taken_up(report: Report) -> dict[int, int]:
    """How many proposals grew from each line of these steps."""
    counts: dict[int, int] = defaultdict(int)
    steps = [step.pk for step in report.steps]
    for pk in Proposal.sources.through.objects.filter(line__step__in=steps).values_list("line_id", flat=True):
        counts[pk] += 1
    return counts
