"""Tables as pages, papers and phones read them: who sits where, how each is made up, which have places left."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from spoiwo.meetings.models import Attendee, Meeting
from spoiwo.meetings.rules.grouping import Member
from spoiwo.meetings.rules.states import CAME, Presence
from spoiwo.polish import fold
from spoiwo.register.labels import SECTOR_LABELS
from spoiwo.workshops.models import Line, Proposal, SheetPhoto, Slip, Step, Table
from spoiwo.workshops.rules.seating import Mix, mix_of
from spoiwo.workshops.rules.states import StepKind, StepState

SECTORS = {str(key): label for key, label in SECTOR_LABELS.items()}
SEATED = (Presence.EXPECTED, *CAME)


@dataclass(slots=True)
class Seating:
    """A table with its people; `slips` are those who chose it with a slip and stand on no list."""

    table: Table
    people: list[Attendee] = field(default_factory=list)
    slips: int = 0

    @property
    def taken(self) -> int:
        """How many sit there."""
        return len(self.people) + self.slips

    @property
    def is_full(self) -> bool:
        """Whether no place is left."""
        return self.table.places is not None and self.taken >= self.table.places

    @property
    def is_overfull(self) -> bool:
        """Whether more sit there than there are places."""
        return self.table.places is not None and self.taken > self.table.places

    @property
    def mix(self) -> Mix:
        """How the table is made up, in words."""
        names = {fold(one.organisation_name): one.organisation_name for one in self.people}
        mix = mix_of((one.sector, fold(one.organisation_name)) for one in self.people)
        sectors = tuple((str(SECTORS.get(sector, sector)), count) for sector, count in mix.sectors)
        return Mix(sectors, tuple((names[office], count) for office, count in mix.doubled))


def people_of(meeting: Meeting) -> QuerySet[Attendee]:
    """Who can be seated: those who are expected or came, in Polish order."""
    rows = Attendee.objects.filter(meeting=meeting, presence__in=SEATED, erased_at=None)
    return rows.order_by("name_key", "pk")


def seatings(meeting: Meeting) -> list[Seating]:
    """All tables in the order of their numbers with their people. Three queries."""
    found = {table.name: Seating(table) for table in Table.objects.filter(meeting=meeting)}
    for person in people_of(meeting).exclude(group=""):
        if person.group in found:
            found[person.group].people.append(person)
    by_pk = {one.table.pk: one for one in found.values()}
    counted = Q(attendee__presence__in=SEATED, attendee__erased_at=None)
    slips = Slip.objects.filter(table__in=by_pk, voided_at=None).exclude(counted)
    for table in slips.values_list("table", flat=True):
        by_pk[table].slips += 1
    return list(found.values())


def unseated(meeting: Meeting, tables: Iterable[Seating]) -> list[Attendee]:
    """People without a table; those who are here first."""
    names = {one.table.name for one in tables}
    rows = [person for person in people_of(meeting) if person.group not in names]
    return sorted(rows, key=lambda person: person.presence != Presence.PRESENT)


def loose_groups(meeting: Meeting) -> list[str]:
    """Names of groups that people belong to and that have no table yet."""
    names = Table.objects.filter(meeting=meeting).values("name")
    rows = people_of(meeting).exclude(group="").exclude(group__in=names).order_by()
    return sorted(set(rows.values_list("group", flat=True)), key=lambda name: (len(name), name))


def used_tables(meeting: Meeting) -> QuerySet[Table]:
    """Tables on which something is written or where a concept card lies: they stay."""
    table = OuterRef("pk")
    return Table.objects.filter(meeting=meeting).filter(
        Exists(Line.objects.filter(Q(sheet__table=table) | Q(table=table)))
        | Exists(SheetPhoto.objects.filter(sheet__table=table))
        | Exists(Proposal.objects.filter(table=table))
        | Q(card__isnull=False)
    )


def members_of(meeting: Meeting, *, only_present: bool, keeps_chosen: bool) -> list[Member]:
    """People as the rules of grouping compare them; `keeps_chosen` takes the theme of their table for what they chose."""
    rows = people_of(meeting)
    if only_present:
        rows = rows.filter(presence=Presence.PRESENT)
    themes = dict(Table.objects.filter(meeting=meeting).values_list("name", "theme")) if keeps_chosen else {}
    columns = ("pk", "sector", "commune_id", "organisation_name", "group")
    return [
        Member(pk, sector, str(commune or ""), fold(office), themes.get(group, ""))
        for pk, sector, commune, office, group in rows.values_list(*columns)
    ]


def step_to_seat_for(meeting: Meeting) -> Step | None:
    """The group sheets that come next, for which tables are made."""
    steps = Step.objects.filter(meeting=meeting, kind=StepKind.SHEETS)
    return steps.exclude(state=StepState.CLOSED).first()
