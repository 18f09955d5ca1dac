"""A workshop written up: who came, what each group left, what the plenary left, what is still missing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from spoiwo.meetings.models import Attendee, FundingMark, Meeting
from spoiwo.meetings.queries import meetings as programmes
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.polish import collation_key
from spoiwo.projects.models import ConceptCard
from spoiwo.register.labels import SECTOR_LABELS
from spoiwo.register.rules import Sector
from spoiwo.workshops.models import Line, Proposal, Sheet, SheetPhoto, Step, Table, Vote
from spoiwo.workshops.queries.screening import Screening, screening_of
from spoiwo.workshops.queries.sheets import Heading, headings_of
from spoiwo.workshops.queries.votes import Outcome
from spoiwo.workshops.rules.states import LineState, ProposalState, StepKind, StepState, VoteState


@dataclass(frozen=True, slots=True)
class Scope:
    """What is wanted: people by name or in counts, photographs of sheets, only some steps (none chosen: all)."""

    names: bool = False
    photos: bool = False
    steps: frozenset[int] = frozenset()


@dataclass(slots=True)
class Part:
    """What a group left in one step; `about` is the theme it worked on then."""

    step: Step
    about: str = ""
    headings: list[Heading] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    photos: list[SheetPhoto] = field(default_factory=list)

    @property
    def lines(self) -> int:
        """How many lines stand on the sheet."""
        return sum(len(heading.lines) for heading in self.headings)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was left."""
        return not (self.lines or self.proposals or self.photos)


@dataclass(slots=True)
class Chapter:
    """A group: who sat there, what it left step by step (empty steps left out), and the card it elaborated."""

    table: Table
    people: list[Attendee]
    parts: list[Part]
    card: ConceptCard | None = None

    @property
    def lines(self) -> int:
        """Lines over all steps."""
        return sum(part.lines for part in self.parts)

    @property
    def proposals(self) -> int:
        """Proposals over all steps."""
        return sum(len(part.proposals) for part in self.parts)


@dataclass(slots=True)
class Idea:
    """An idea of a single person that is shown, with those that were joined into it."""

    line: Line
    joined: list[Line]


@dataclass(slots=True)
class Round:
    """What the plenary left in one step."""

    step: Step
    ideas: list[Idea] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    screening: Screening | None = None
    votes: list[Outcome] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was left, not even a note."""
        return not (
            self.step.notes
            or self.ideas
            or self.proposals
            or self.votes
            or (self.screening and self.screening.raters)
        )


@dataclass(slots=True)
class People:
    """Those who came: in counts by sector and institution, and one by one."""

    rows: list[Attendee]
    sectors: list[tuple[str, int]]
    offices: list[tuple[str, int]]


@dataclass(slots=True)
class Report:
    """A workshop written up; `number` of `total` in its series, both 0 outside of one."""

    meeting: Meeting
    scope: Scope
    people: People
    steps: list[Step]
    programme: list[programmes.Line]
    funders: list[FundingMark]
    chapters: list[Chapter]
    rounds: list[Round]
    number: int = 0
    total: int = 0
    following: Meeting | None = None

    @property
    def line_count(self) -> int:
        """Lines on all sheets."""
        return sum(chapter.lines for chapter in self.chapters)

    @property
    def proposal_count(self) -> int:
        """Proposals of groups and of the plenary."""
        return sum(one.proposals for one in self.chapters) + sum(len(one.proposals) for one in self.rounds)

    @property
    def plenary(self) -> list[Round]:
        """The steps in which the plenary left something."""
        return [one for one in self.rounds if not one.is_empty]


@dataclass(frozen=True, slots=True)
class Missing:
    """What the report will lack if it is printed now."""

    untyped: list[SheetPhoto]
    open_steps: list[Step]
    waiting: int
    open_votes: int


def report_of(meeting: Meeting, scope: Scope) -> Report:
    """The workshop in the language now active. As many queries whatever the numbers of groups, lines and people."""
    steps = [step for step in meeting.steps.all() if not scope.steps or step.pk in scope.steps]
    people = people_of(meeting)
    proposals = _proposals(steps)
    number, total, following = place_of(meeting)
    return Report(
        meeting,
        scope,
        people,
        steps,
        programmes.lines_of(meeting),
        list(meeting.funding.all()),
        _chapters(meeting, steps, people, proposals),
        _rounds(meeting, steps, proposals),
        number,
        total,
        following,
    )


def people_of(meeting: Meeting) -> People:
    """Those who came, in the order of their names; one query."""
    rows = list(meeting.attendees.came().order_by("name_key", "pk"))
    sectors = Counter(str(SECTOR_LABELS[Sector(one.sector)]) for one in rows)
    offices = Counter(one.organisation_name.strip() or _("not stated") for one in rows)
    return People(rows, _by_number(sectors), _by_number(offices))


def place_of(meeting: Meeting) -> tuple[int, int, Meeting | None]:
    """Which meeting of its series this is, of how many, and the next one people were told of."""
    if not meeting.series_id:
        return 0, 0, None
    rows = Meeting.objects.filter(series=meeting.series_id).exclude(state=MeetingState.CANCELLED)
    ordered = list(rows.order_by("starts_at", "pk"))
    place = next((number for number, one in enumerate(ordered, 1) if one.pk == meeting.pk), 0)
    told = (MeetingState.ANNOUNCED, MeetingState.HELD)
    return place, len(ordered), next((one for one in ordered[place:] if place and one.state in told), None)


def missing_of(meeting: Meeting) -> Missing:
    """What is still to be done before the report is whole. Four queries."""
    photos = SheetPhoto.objects.filter(sheet__step__meeting=meeting, is_typed=False)
    waiting = Line.objects.filter(step__meeting=meeting, sheet=None, state=LineState.WAITING)
    return Missing(
        list(photos.select_related("sheet__table", "sheet__step")),
        list(meeting.steps.filter(state=StepState.OPEN)),
        waiting.count(),
        Vote.objects.filter(step__meeting=meeting, state=VoteState.OPEN).count(),
    )


def _chapters(
    meeting: Meeting, steps: list[Step], people: People, proposals: list[Proposal]
) -> list[Chapter]:
    sheets: dict[tuple[int, int], Sheet] = {}
    lines: dict[int | None, list[Line]] = defaultdict(list)
    for sheet in (
        Sheet.objects.filter(step__in=steps).select_related("table").prefetch_related("photos__file")
    ):
        sheets[sheet.table_id, sheet.step_id] = sheet
    for line in Line.objects.filter(step__in=steps).exclude(sheet=None).shown():
        lines[line.sheet_id].append(line)
    members: dict[str, list[Attendee]] = defaultdict(list)
    for one in people.rows:
        members[one.group].append(one)
    written: dict[tuple[int | None, int], list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        written[proposal.table_id, proposal.step_id].append(proposal)
    chapters = []
    has_cards = any(step.kind == StepKind.CARDS for step in steps)
    for table in meeting.tables.select_related("card__leader_organisation", "card__deputy_organisation"):
        keys = [(step, (table.pk, step.pk)) for step in steps]
        parts = [_part(step, table, sheets.get(key), lines, written[key]) for step, key in keys]
        left = [part for part in parts if not part.is_empty]
        chapters.append(Chapter(table, members[table.name], left, table.card if has_cards else None))
    return chapters


def _part(
    step: Step,
    table: Table,
    sheet: Sheet | None,
    lines: Mapping[int | None, list[Line]],
    written: list[Proposal],
) -> Part:
    if sheet is None:
        return Part(step, table.theme, proposals=written)
    headings = [heading for heading in headings_of(step, lines.get(sheet.pk, ())) if heading.lines]
    return Part(step, sheet.about, headings, written, list(sheet.photos.all()))


def _rounds(meeting: Meeting, steps: list[Step], proposals: list[Proposal]) -> list[Round]:
    rounds = {step.pk: Round(step) for step in steps}
    for idea in _ideas(steps):
        rounds[idea.line.step_id].ideas.append(idea)
    for proposal in proposals:
        if proposal.table_id is None:
            rounds[proposal.step_id].proposals.append(proposal)
    for vote in Vote.objects.filter(step__in=steps, state=VoteState.CLOSED).order_by("pk"):
        rounds[vote.step_id].votes.append(Outcome(vote))
    for step in steps:
        # As on the screen: as long as people rate, nobody learns what others gave.
        if step.kind == StepKind.SCREENING and not step.is_open:
            step.meeting = meeting
            rounds[step.pk].screening = screening_of(step)
    return list(rounds.values())


def _ideas(steps: list[Step]) -> list[Idea]:
    states = (LineState.SHOWN, LineState.MERGED)
    rows = list(Line.objects.filter(step__in=steps, sheet=None, state__in=states).select_related("table"))
    below: dict[int | None, list[Line]] = defaultdict(list)
    for row in rows:
        if row.state == LineState.MERGED:
            below[row.merged_into_id].append(row)
    return [Idea(row, _behind(row.pk, below)) for row in rows if row.state == LineState.SHOWN]


def _behind(pk: int, below: dict[int | None, list[Line]]) -> list[Line]:
    """What people wrote themselves: a joint idea that was joined again gives way to its parts."""
    found: list[Line] = []
    for row in below.get(pk, ()):
        found += _behind(row.pk, below) or [row]
    return found


def _proposals(steps: Iterable[Step]) -> list[Proposal]:
    rows = Proposal.objects.filter(step__in=steps).exclude(state=ProposalState.WITHDRAWN)
    return list(rows.select_related("merged_into").order_by("number", "pk"))


def _by_number(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], collation_key(pair[0])))
