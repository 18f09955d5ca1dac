"""The example cycle of workshops in the county of Płock: barrels, diagnosis, principles, 16 proposals, a tied vote, cards.

Workshops were planned there for the year after the round of 2005; what is written here is invented, and the series says
that it is an example. The totals of the vote are those of a real one (40, 35, 35, 35).
"""

import datetime as dt
import random
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from spoiwo.home.demo_people import generated
from spoiwo.kit.actor import SYSTEM
from spoiwo.meetings.actions.meetings import plan_meeting
from spoiwo.meetings.actions.series import start_series
from spoiwo.meetings.models import Attendee, CycleTemplate, Meeting, Series
from spoiwo.meetings.queries.series import Plan, pattern_of
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.meetings.rules.states import MeetingState, Presence
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit
from spoiwo.places.rules import Level
from spoiwo.polish import collation_key, fold
from spoiwo.projects.actions.cards import save_card
from spoiwo.workshops.actions.ballots import cast
from spoiwo.workshops.actions.cards import assign_cards
from spoiwo.workshops.actions.chosen import begin_cards
from spoiwo.workshops.actions.halls import make_slips, move_hall, open_hall, save_notes, set_step_state
from spoiwo.workshops.actions.proposals import set_facts, start_proposal, write_proposal
from spoiwo.workshops.actions.screening import save_criteria, usual_criteria
from spoiwo.workshops.actions.sheets import sheet_for, write_lines
from spoiwo.workshops.actions.tables import Division, build_tables, edit_table
from spoiwo.workshops.actions.ties import settle_tie
from spoiwo.workshops.actions.votes import close_vote, open_vote, prepare_vote, publish_vote
from spoiwo.workshops.models import Line, Proposal, Step, Table, Vote
from spoiwo.workshops.queries.votes import Draft
from spoiwo.workshops.rules.ballots import Method
from spoiwo.workshops.rules.places import Way
from spoiwo.workshops.rules.proposals import TEXTS
from spoiwo.workshops.rules.states import Grouping, IdeaStyle, SheetForm, StepKind, StepState, Via
from spoiwo.workshops.rules.writing import Write

TITLE = "Warsztaty lokalnego ożywienia gospodarczego powiatu płockiego (przykład)"
TEMPLATE = "Cykl warsztatów lokalnego ożywienia gospodarczego (sześć spotkań)"
TEXT = Path(__file__).resolve().parent / "data" / "workshops.pl.toml"
FIRST = dt.date(2006, 2, 15)
CAME = (118, 96, 91, 104, 110, 132)
POINTS_EACH, SEATS = 3, 3
REASON = (
    "Trzy propozycje otrzymały po 35 punktów, a do wyboru zostały dwa miejsca. Uczestnicy uznali, że żadnej nie należy "
    "odrzucać, i zgodzili się, aby opracować cztery projekty."
)
LEADERS = (
    ("Lokalna Organizacja Turystyczna", "prezeska", "Urząd Gminy Wyszogród", "inspektor do spraw promocji"),
    ("Klub sportowy", "trener koordynator", "Zespół szkół", "nauczycielka wychowania fizycznego"),
    ("Stowarzyszenie opiekuńcze", "prezeska", "Powiatowy Urząd Pracy", "doradczyni klienta"),
    ("Izba gospodarcza", "dyrektor biura", "Starostwo Powiatowe", "naczelnik wydziału rozwoju"),
)
TRIAL = "Warsztat próbny (przykład)"
TRIAL_STEPS: tuple[dict[str, Any], ...] = (
    {
        "kind": StepKind.SHEETS,
        "form": SheetForm.BARREL,
        "title": "Beczka zasobów i problemów",
        "minutes": 40,
        "grouping": Grouping.CHOICE,
        "instruction": "Zapiszcie przy stolikach, co mamy, co nam dolega, co nas czeka i co może z tego wyrosnąć.",
    },
    {
        "kind": StepKind.IDEAS,
        "title": "Pomysły uczestników",
        "minutes": 15,
        "style": IdeaStyle.SUGGESTIONS,
        "instruction": "Co warto zrobić w najbliższych latach? Jeden pomysł to jedno zdanie.",
    },
    {
        "kind": StepKind.SHEETS,
        "form": SheetForm.PROPOSAL,
        "title": "Propozycje projektów",
        "minutes": 45,
        "instruction": "Z pomysłów przygotujcie propozycje: jaki problem, dla kogo, co zrobimy i kto się tym zajmie.",
    },
    {
        "kind": StepKind.SCREENING,
        "title": "Ocena propozycji",
        "minutes": 20,
        "instruction": "Oceńcie każdą propozycję. Jeśli czegoś nie da się ocenić, proszę to zaznaczyć.",
    },
    {
        "kind": StepKind.VOTE,
        "title": "Głosowanie",
        "minutes": 15,
        "method": Method.POINTS,
        "budget": 3,
        "seats": 2,
        "instruction": "Każda osoba ma trzy punkty. Można je rozdzielić albo dać jednej propozycji.",
    },
    {
        "kind": StepKind.CARDS,
        "title": "Karty projektów",
        "minutes": 60,
        "instruction": "Każdy stolik opracowuje jeden z wybranych projektów.",
    },
)


def load_workshops() -> None:
    """Makes the cycle unless it is there, or the template or the partnership is missing."""
    partnership = Partnership.objects.filter(slug="plock").first()
    template = CycleTemplate.objects.filter(partnership=None, shipped_as=TEMPLATE).first()
    if partnership is None or template is None or partnership.series.filter(title=TITLE).exists():
        return
    with override(LANGUAGE):
        _load(partnership, template)


@transaction.atomic
def _load(partnership: Partnership, template: CycleTemplate) -> None:
    with TEXT.open("rb") as file:
        text = tomllib.load(file)
    chance = random.Random(2006)  # noqa: S311 - an example should be the same everywhere
    communes = list(
        Unit.objects.valid().filter(level=Level.COMMUNE, code__startswith="1419").order_by("name_key")
    )
    if not communes:
        return
    meetings = _meetings(partnership, template, communes, chance)
    for meeting, came in zip(meetings, CAME, strict=True):
        _people(meeting, communes, came, chance)
    _sheets(meetings[0], text["barrel"], themes=False)
    _sheets(meetings[1], text["component"])
    _sheets(meetings[2], text["principle"])
    _proposals(meetings[3], text)
    vote = _vote(meetings[4], text)
    _cards(meetings[4], vote)
    for meeting, came in zip(meetings, CAME, strict=True):
        for step in meeting.steps.all():
            set_step_state(step, StepState.OPEN, by=SYSTEM, at=meeting.starts_at)
            set_step_state(step, StepState.CLOSED, by=SYSTEM, at=meeting.ends_at)
        Meeting.objects.filter(pk=meeting.pk).update(
            state=MeetingState.HELD, head_count=came, closed_at=meeting.ends_at
        )


def _meetings(
    partnership: Partnership, template: CycleTemplate, communes: Sequence[Unit], chance: random.Random
) -> list[Meeting]:
    pattern = pattern_of(f"template-{template.pk}", partnership, SYSTEM)
    if pattern is None:
        return []
    hosts = chance.sample(communes, len(pattern.plans))
    series = start_series(
        partnership,
        by=SYSTEM,
        template=template,
        title=TITLE,
        summary="Przykładowy cykl: pokazuje, jak warsztaty wyglądają w programie. Treść arkuszy została wymyślona.",
        is_public=True,
        meetings=[_fields(plan, town) for plan, town in zip(pattern.plans, hosts, strict=True)],
    )
    return list(Series.objects.get(pk=series.pk).meetings.order_by("starts_at"))


def _fields(plan: Plan, town: Unit) -> dict[str, Any]:
    day = FIRST + dt.timedelta(days=plan.days_after)
    starts = timezone.make_aware(dt.datetime.combine(day, plan.starts))
    return {
        "title": plan.title,
        "starts_at": starts,
        "ends_at": starts + dt.timedelta(minutes=plan.minutes),
        "commune": town,
        "host": f"Urząd Gminy {town.name}",
        "venue": f"Gminny Ośrodek Kultury {town.name}",
        "address": town.name,
        "capacity": plan.capacity,
        "programme": plan.programme,
        "state": MeetingState.ANNOUNCED,
    }


def _people(meeting: Meeting, communes: Sequence[Unit], count: int, chance: random.Random) -> None:
    """People who came, spread over the communes."""
    share, rest = divmod(count, len(communes))
    people = [
        one
        for number, unit in enumerate(communes)
        for one in generated(chance, unit.pk, unit.name, share + (number < rest))
    ]
    codes = new_codes(len(people), chance.randbytes)
    Attendee.objects.bulk_create(
        Attendee(
            meeting=meeting,
            given_name=one.given_name,
            family_name=one.family_name,
            function=one.function,
            organisation_name=one.organisation_name,
            sector=one.sector,
            commune_id=one.commune_id,
            code=code,
            presence=Presence.PRESENT,
            arrived_at=meeting.starts_at,
            name_key=collation_key(f"{one.family_name} {one.given_name}"),
            search_key=fold(f"{one.given_name} {one.family_name} {one.organisation_name}"),
        )
        for one, code in zip(people, codes, strict=True)
    )


def _tables(
    meeting: Meeting, groups: Sequence[Mapping[str, Any]], themes: Sequence[str], rule: Grouping | None = None
) -> list[Table]:
    rule = rule or (Grouping.THEME if any(themes) else Grouping.BALANCED)
    build_tables(meeting, Division(rule=rule, count=len(groups), themes=tuple(themes)), by=SYSTEM)
    tables = list(meeting.tables.all())
    for table, group in zip(tables, groups, strict=True):
        edit_table(
            table, by=SYSTEM, name=table.name, theme=table.theme, leader=group["leader"], places=table.places
        )
    return list(meeting.tables.all())


def _open(meeting: Meeting, step: Step) -> Step:
    hall = open_hall(meeting, by=SYSTEM)
    move_hall(hall, by=SYSTEM, at=meeting.starts_at, step=step)
    return Step.objects.get(pk=step.pk)


def _sheets(meeting: Meeting, text: Mapping[str, Any], *, themes: bool = True) -> None:
    step = _open(meeting, meeting.steps.get(kind=StepKind.SHEETS))
    names = text["themes"] if themes else ()
    for table, group in zip(_tables(meeting, text["group"], names), text["group"], strict=True):
        write_lines(sheet_for(step, table), list(_writes(step, table, group)), author=table.name)
    save_notes(step, "Grupy przedstawiły wyniki na forum; uwag nie zgłoszono.", by=SYSTEM)


def _writes(step: Step, table: Table, group: Mapping[str, Any]) -> Iterable[Write]:
    number = 0
    for field in step.fields:
        for line in group.get(field, ()):
            number += 1
            yield Write(UUID(int=(step.pk << 64) + (table.pk << 32) + number), field, line, 0)


def _proposals(meeting: Meeting, text: Mapping[str, Any]) -> None:
    step = _open(meeting, meeting.steps.get(kind=StepKind.SHEETS))
    tables = _tables(meeting, text["principle"]["group"], text["principle"]["themes"])
    ideas = {line.text: line.pk for line in Line.objects.filter(step=step.takes_from)}
    for number, one in enumerate(text["proposal"], 1):
        key = UUID(int=(step.pk << 64) + number)
        made = start_proposal(step, by=SYSTEM, key=key, table=tables[one["group"] - 1])
        write_proposal(made, {name: ("", one[name]) for name in TEXTS}, by=SYSTEM)
        set_facts(made, by=SYSTEM, cost=one["cost"], sources=[ideas[one["from"]]])


def _vote(meeting: Meeting, text: Mapping[str, Any]) -> Vote:
    step = _open(meeting, meeting.steps.get(kind=StepKind.VOTE))
    proposals = {one.title: one for one in Proposal.objects.filter(step=step.takes_from)}
    vote = prepare_vote(
        step,
        [Draft(one["title"], proposals[one["title"]]) for one in text["proposal"]],
        by=SYSTEM,
        title="Które projekty opracujemy?",
        method=Method.POINTS,
        budget=POINTS_EACH,
        seats=SEATS,
        seed="Płock 15 czerwca 2006",
    )
    slips = make_slips(meeting.hall, CAME[4], by=SYSTEM)
    vote = open_vote(vote, by=SYSTEM, at=meeting.starts_at)
    options = {option.title: option.pk for option in vote.options.all()}
    dots = [options[one["title"]] for one in text["proposal"] for _dot in range(one["points"])]
    for number, slip in enumerate(slips):
        marks: dict[int, int] = {}
        for dot in dots[number :: len(slips)]:
            marks[dot] = marks.get(dot, 0) + 1
        cast(vote, slip, marks, f"przyklad-{number}", via=Via.PAPER if number % 4 == 0 else Via.PHONE)
    vote = close_vote(vote, by=SYSTEM, at=meeting.ends_at)
    settle_tie(vote, Way.TAKE_BOTH, by=SYSTEM, reason=REASON)
    return publish_vote(Vote.objects.get(pk=vote.pk), True, by=SYSTEM, at=meeting.ends_at)


def _cards(meeting: Meeting, vote: Vote) -> None:
    cards = begin_cards(vote, by=SYSTEM)
    for card, (body, function, other, deputy) in zip(cards, LEADERS, strict=True):
        save_card(
            card,
            by=SYSTEM,
            leader_name=body,
            leader_function=function,
            deputy_name=other,
            deputy_function=deputy,
            next_step="Pierwsze spotkanie zespołu i podział zadań.",
            next_step_on=timezone.localtime(meeting.ends_at).date() + dt.timedelta(days=14),
        )
    _open(meeting, meeting.steps.get(kind=StepKind.CARDS))
    groups = [{"leader": body} for body, *_rest in LEADERS]
    tables = _tables(meeting, groups, [card.title for card in cards])
    assign_cards(meeting, {table.pk: card.pk for table, card in zip(tables, cards, strict=True)}, by=SYSTEM)


def load_trial() -> None:
    """A workshop to try everything on, in the partnership that the example coordinator keeps: a hall, tables, slips, a vote."""
    partnership = Partnership.objects.filter(slug="nowy-dwor-mazowiecki").first()
    if partnership and not partnership.meetings.filter(title=TRIAL).exists():
        with override(LANGUAGE):
            _trial(partnership)


@transaction.atomic
def _trial(partnership: Partnership) -> None:
    with TEXT.open("rb") as file:
        text = tomllib.load(file)
    starts = timezone.make_aware(
        dt.datetime.combine(timezone.localdate() + dt.timedelta(days=14), dt.time(10))
    )
    meeting = plan_meeting(
        partnership,
        by=SYSTEM,
        title=TRIAL,
        summary="Warsztat do wypróbowania: wszystko można tu kliknąć, niczego nie da się zepsuć.",
        starts_at=starts,
        ends_at=starts + dt.timedelta(hours=4),
        capacity=40,
        state=MeetingState.ANNOUNCED,
    )
    steps = [
        Step.objects.create(meeting=meeting, order=order, **fields)
        for order, fields in enumerate(TRIAL_STEPS, 1)
    ]
    for step, before in zip(steps[1:], steps, strict=False):
        Step.objects.filter(pk=step.pk).update(takes_from=before)
    save_criteria(steps[3], usual_criteria(), by=SYSTEM)
    tables = _tables(meeting, text["principle"]["group"], text["principle"]["themes"], Grouping.CHOICE)
    hall = open_hall(meeting, by=SYSTEM)
    set_step_state(steps[2], StepState.OPEN, by=SYSTEM, at=starts)
    for one in text["proposal"][:6]:
        made = start_proposal(steps[2], by=SYSTEM, table=tables[one["group"] - 1])
        write_proposal(made, {name: ("", one[name]) for name in TEXTS}, by=SYSTEM)
        set_facts(made, by=SYSTEM, cost=one["cost"], sources=[])
    make_slips(hall, 40, by=SYSTEM)
