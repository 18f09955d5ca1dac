"""Job `workshop-report`: a workshop of 150 people in ten groups written up, as PDF and as DOCX."""

import datetime as dt
import statistics
from itertools import count
from uuid import uuid4

from bench.figures import Figure, Rule, by_turns, timed
from bench.house import PARTNERSHIP, House
from spoiwo.documents.blocks import blocks_pdf
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.models import Attendee, Meeting
from spoiwo.partnerships.models import Partnership
from spoiwo.register.rules import Sector
from spoiwo.workshops.exports.handout import workshop_handout
from spoiwo.workshops.exports.handout_slides import recap_slides
from spoiwo.workshops.exports.report import report_blocks, workshop_report
from spoiwo.workshops.models import Line, Proposal, Sheet, Step, Table, Vote
from spoiwo.workshops.queries.report import Scope, report_of
from spoiwo.workshops.queries.votes import terms_of
from spoiwo.workshops.rules.ballots import counted
from spoiwo.workshops.rules.results import kept

PEOPLE, GROUPS, LINES, PROPOSALS = 150, 10, 25, 16
THEMES = ("Uszczelnianie przecieków", "Wsparcie istniejących firm", "Zachęcanie do tworzenia nowych firm", "Przyciąganie z zewnątrz")  # fmt: skip
FIRST = ("Brak", "Potrzeba", "Rozwój", "Promocja", "Wspólny zakup", "Remont", "Słabe wykorzystanie", "Szkolenia dla", "Budowa", "Sieć")  # fmt: skip
SECOND = ("dróg rowerowych", "lokalnych wytwórców żywności", "połączeń autobusowych", "świetlic wiejskich", "młodych rolników", "targowiska gminnego", "gospodarstw agroturystycznych", "szlaku nad Wisłą", "usług opiekuńczych", "spółdzielni socjalnych", "instalacji słonecznych")  # fmt: skip
THIRD = ("w zachodniej części powiatu", "z udziałem organizacji pozarządowych", "przez cały rok", "we wszystkich gminach", "przy szkołach i przedszkolach", "razem z kołami gospodyń", "dla osób długotrwale bezrobotnych")  # fmt: skip
TEXT = (
    "Mieszkańcy gmin wydają większość pieniędzy poza powiatem, bo na miejscu nie ma oferty. Miejscowe firmy nie znają "
    "swoich możliwości, a urzędy kupują usługi i towary daleko stąd. Razem możemy to zmienić w ciągu dwóch lat."
)
ROUNDS = 7
SECTORS = list(Sector)


def measure(house: House) -> list[Figure]:
    """The whole: queries, blocks, Typst; each run says something new, because Typst remembers what it has set."""
    with house.database(house.copy(house.examples, "workshop")):
        meeting = filled()
        runs = count()

        def seconds(format: str) -> float:
            Meeting.objects.filter(pk=meeting.pk).update(title=f"Warsztat {next(runs)}")
            fresh = Meeting.objects.select_related("partnership", "series").get(pk=meeting.pk)
            _renamed(fresh, next(runs))
            return timed(lambda: workshop_report(fresh, format, Scope(names=True)))[0]

        first = seconds("pdf")
        pdf, docx, samples = by_turns(lambda: seconds("pdf"), lambda: seconds("docx"), rounds=ROUNDS)
        notes = (
            f"the first one in its process, when nothing has been set before: {first:.2f} s",
            *_notes(meeting, docx),
        )
    what = f"{PEOPLE} people by name, {GROUPS} groups with {LINES} lines, {PROPOSALS} proposals, a vote: PDF, beside DOCX"
    return [Figure("workshop-report", what, "s", pdf, docx, Rule.VALUE_AT_MOST, 1, notes, samples)]


def _renamed(meeting: Meeting, run: int) -> None:
    """Every line says something new."""
    rows = list(Line.objects.filter(step__meeting=meeting))
    for row in rows:
        row.text = f"{row.text.rsplit(' / ', 1)[0]} / {run}"
    Line.objects.bulk_update(rows, ["text"])


def _notes(meeting: Meeting, docx: float) -> tuple[str, ...]:
    """Where the time goes, and how long the recap takes."""
    event = event_of(meeting)
    asked, report = timed(lambda: report_of(meeting, Scope(names=True)))
    made, blocks = timed(lambda: list(report_blocks(report, event)))
    set_in = statistics.median(
        timed(lambda run=run: blocks_pdf([*blocks], title=f"Przebieg {run}", language="pl"))[0]
        for run in range(3)
    )
    handout, paper = timed(lambda: workshop_handout(meeting, "pdf"))
    slides, shown = timed(lambda: recap_slides(meeting))
    return (
        f"queries {asked * 1000:.0f} ms, blocks {made * 1000:.0f} ms, Typst when it has set nearly the same before "
        f"{set_in * 1000:.0f} ms; DOCX {docx:.2f} s",
        f"handout {handout:.2f} s ({len(paper):,} bytes), slides {slides:.2f} s ({len(shown):,} bytes)",
    )


def filled() -> Meeting:
    """The workshop, held today in the first example partnership."""
    partnership = Partnership.objects.get(slug=PARTNERSHIP)
    starts = dt.datetime(2030, 10, 8, 8, tzinfo=dt.UTC)
    meeting = Meeting.objects.create(
        partnership=partnership, title="Warsztat III", name_key="warsztat", search_key="warsztat", state="held",
        starts_at=starts, ends_at=starts + dt.timedelta(hours=5), venue="Gminny Ośrodek Kultury", host="Gmina Leoncin",
    )  # fmt: skip
    tables = Table.objects.bulk_create(
        Table(
            meeting=meeting, number=n, name=f"Grupa {n}", theme=THEMES[n % 4], leader=f"Anna Kowalska {n}", secret=f"bench-{n}"
        )
        for n in range(1, GROUPS + 1)
    )  # fmt: skip
    Attendee.objects.bulk_create(
        Attendee(
            meeting=meeting, given_name="Katarzyna", family_name=f"Wiśniewska {n}", function="kierownik referatu",
            organisation_name=f"Urząd Gminy {n % 40}", sector=SECTORS[n % len(SECTORS)], presence="present",
            code=f"BENCH{n:08d}"[:13], group=tables[n % GROUPS].name, name_key=f"{n:04d}", search_key="",
        )
        for n in range(PEOPLE)
    )  # fmt: skip
    step = meeting.steps.create(
        kind="sheets", form="component", title="Diagnoza składników", state="closed", order=1
    )
    numbers = count()
    for table in tables:
        sheet = Sheet.objects.create(step=step, table=table)
        Line.objects.bulk_create(
            Line(
                step=step, sheet=sheet, table=table, key=uuid4(), field=("strengths", "weaknesses")[n % 2],
                text=_line(next(numbers)),
            )
            for n in range(LINES)
        )  # fmt: skip
    _propose(meeting, tables)
    return Meeting.objects.select_related("partnership", "series").get(pk=meeting.pk)


def _line(n: int) -> str:
    return f"{FIRST[n % len(FIRST)]} {SECOND[n % len(SECOND)]} {THIRD[n % len(THIRD)]}"


def _propose(meeting: Meeting, tables: list[Table]) -> None:
    step = meeting.steps.create(kind="sheets", form="proposal", title="Propozycje", state="closed", order=2)
    proposals = Proposal.objects.bulk_create(
        Proposal(
            step=step, table=tables[n % GROUPS], key=uuid4(), number=n + 1, title=f"{FIRST[n % 10]} {SECOND[n % 11]}",
            problem=TEXT, for_whom=TEXT[:90], what=TEXT, who=TEXT[:120], what_is_there=TEXT[:150],
            what_is_needed=TEXT, cost=10_000 * (n + 1),
        )
        for n in range(PROPOSALS)
    )  # fmt: skip
    voting: Step = meeting.steps.create(kind="vote", method="points", title="Wybór", state="closed", order=3)
    vote = Vote.objects.create(
        step=voting, title="Wybór projektów", state="closed", entitled=PEOPLE, seed="1"
    )
    options = [
        vote.options.create(order=one.number, title=f"{one} {one.number}", proposal=one) for one in proposals
    ]
    marks = {
        f"{n:04d}": {options[n % PROPOSALS].pk: 6, options[(3 * n + 1) % PROPOSALS].pk: 4}
        for n in range(PEOPLE)
    }
    vote.results = kept(counted(terms_of(vote, options), marks, {one.pk: one.title for one in options}))
    vote.save(update_fields=["results"])
