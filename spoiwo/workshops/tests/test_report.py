"""The workshop written up: what its papers hold, who reads names, what never gets in."""

import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from uuid import uuid4

import docx
import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from spoiwo.files.store import keep
from spoiwo.meetings.models import Meeting
from spoiwo.workshops.exports.handout_slides import slides_of
from spoiwo.workshops.models import Criterion, Line, Rating, Sheet, Slip, Step, Table, Vote
from spoiwo.workshops.queries.report import Scope, report_of
from spoiwo.workshops.queries.votes import terms_of
from spoiwo.workshops.rules.ballots import counted
from spoiwo.workshops.rules.results import kept
from tests.cast import Cast, Player
from tests.make import make_attendee, make_meeting, make_proposal, make_series, make_step, make_table

HOSTILE = [
    "x" * 480,
    "#set page(fill: red) *gwiazdki* _podkreślenie_ $x^2$ @odnośnik <b>html</b> \\",
    "Ukraińskie: щастя; znak: 🚲🌊; hebrajskie: שלום עולם; arabskie: مرحبا",
    "www.bardzo-dlugi-adres.example.org/" + "sciezka-" * 40,
]


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """The third workshop of four, held in Leoncin; the fourth is announced."""
    day = dt.datetime(2030, 10, 8, 8, tzinfo=dt.UTC)
    rows = [
        make_meeting(cast.ours, f"Warsztat {name}", starts_at=day + dt.timedelta(weeks=2 * number))
        for number, name in enumerate(("I", "II", "III", "IV"))
    ]
    rows[3].venue = "Ośrodek Kultury w Czosnowie"
    rows[3].save()
    make_series(cast.ours, *rows, title="Ożywienie gospodarcze powiatu")
    rows[2].refresh_from_db()
    rows[2].programme.create(starts=dt.time(10), minutes=30, title="Powitanie", speaker="Wójt gminy")
    return rows[2]


def write(step: Step, table: Table, field: str, *texts: str) -> Sheet:
    sheet = Sheet.objects.get_or_create(step=step, table=table)[0]
    for text in texts:
        Line.objects.create(step=step, sheet=sheet, table=table, key=uuid4(), field=field, text=text)
    return sheet


def add_idea(step: Step, text: str, **fields: object) -> Line:
    return Line.objects.create(step=step, key=uuid4(), field="ideas", text=text, **fields)


def add_vote(step: Step, state: str = "closed", title: str = "Wybór projektów", **fields: object) -> Vote:
    vote = Vote.objects.create(step=step, title=title, seats=2, seed="1234 5678", state=state, **fields)
    options = [
        vote.options.create(order=number, title=f"{title}: {name}") for number, name in enumerate("ABCD", 1)
    ]
    marks = {f"v{n}": {options[0].pk: 5, options[1].pk: 3} for n in range(4)}
    marks |= {"w": {options[2].pk: 9}, "u": {options[2].pk: 3, options[3].pk: 7}}
    vote.results = kept(counted(terms_of(vote, options), marks, {one.pk: one.title for one in options}))
    vote.save()
    return vote


def pdf_text(player: Player, address: str) -> str:
    answer = player.client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).replace("\u00a0", " ").split())


def docx_text(player: Player, address: str) -> str:
    document = docx.Document(io.BytesIO(player.client.get(address).content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = [one.text for one in document.paragraphs] + cells
    return " ".join(" ".join(words).replace("\u00a0", " ").split())


def report(meeting: Meeting, format: str = "pdf", query: str = "") -> str:
    return f"/meetings/{meeting.pk}/report.{format}{query}"


def furnish(meeting: Meeting) -> None:
    """Two groups, a barrel, proposals, ideas, a screening and a closed vote with a decision."""
    one = make_table(meeting, "Klony", theme="Jakość życia", leader="Jan Rzecznik")
    make_table(meeting, "Lipy")
    barrel = make_step(meeting, "Beczka", state="closed", notes="Plenum zgodziło się co do dróg.")
    write(barrel, one, "resources", "Puszcza Kampinoska", "Rzeka Wisła")
    write(barrel, one, "problems", "Brak autobusów")
    proposals = make_step(meeting, "Propozycje", form="proposal", state="closed")
    trail = make_proposal(
        proposals, "Szlak nad Wisłą", table=one, problem="Turyści omijają gminę.", cost=Decimal("12000.50")
    )
    ideas = make_step(meeting, "Pomysły", kind="ideas", form="", naming="name", state="closed")
    joint = add_idea(ideas, "Ławki przy szlaku", author="Ewa Autorka")
    add_idea(ideas, "Więcej ławek", state="merged", merged_into=joint)
    add_idea(ideas, "Coś obraźliwego", state="held_back")
    add_idea(ideas, "Pomysł w poczekalni", state="waiting")
    screening = make_step(meeting, "Ocena", kind="screening", form="", state="closed")
    need = Criterion.objects.create(step=screening, name="Potrzeba")
    slip = Slip.objects.create(meeting=meeting, code="AAAABBBB1")
    Rating.objects.create(criterion=need, proposal=trail, slip=slip, value=5)
    vote = add_vote(make_step(meeting, "Głosowanie", kind="vote", form="", state="closed"), entitled=8)
    tied = vote.decisions.create(kind="take_both", reason="Oba są pilne.", decided_by="Adam Decydent")
    tied.options.set(vote.options.filter(title__endswith=("B")) | vote.options.filter(title__endswith=("C")))
    make_attendee(
        meeting, "Krystyna", "Obecna", presence="present", group="Klony", organisation_name="Gmina Leoncin"
    )
    make_attendee(meeting, "Zbigniew", "Nieobecny", presence="absent", group="Klony")


HELD = (
    "Warsztat III", "Ożywienie gospodarcze powiatu", "Powitanie", "Wójt gminy", "Klony", "Jakość życia",
    "Puszcza Kampinoska", "Brak autobusów", "Szlak nad Wisłą", "Turyści omijają gminę.", "12 000,50 zł", "Lipy",
    "Plenum zgodziło się co do dróg.", "Ławki przy szlaku", "Więcej ławek", "Wybór projektów: A", "Oba są pilne.",
    "75", "--rule points", "Warsztat IV", "Ośrodek Kultury w Czosnowie", "100", "Gmina Leoncin", "spoiwo tally ballots.csv",
)  # fmt: skip
NEVER = ("Coś obraźliwego", "Pomysł w poczekalni", "Nieobecny")
NAMES = ("Krystyna Obecna", "Jan Rzecznik", "Ewa Autorka", "Adam Decydent")


@pytest.mark.parametrize("read", [("pdf", pdf_text), ("docx", docx_text)], ids=["pdf", "docx"])
def test_the_report_holds_all_that_was_left_and_nobodys_name(
    read: tuple[str, Callable[[Player, str], str]], meeting: Meeting, cast: Cast
) -> None:
    furnish(meeting)
    format, text_of = read
    text = text_of(cast.anna, report(meeting, format))
    assert [words for words in HELD if words not in text] == []
    assert [words for words in (*NEVER, *NAMES) if words in text] == []


def test_names_come_only_to_those_who_may_read_them_and_asked(meeting: Meeting, cast: Cast) -> None:
    furnish(meeting)
    asked = pdf_text(cast.dorota, report(meeting, "pdf", "?names=on"))
    assert [words for words in NAMES if words not in asked] == []
    assert "Nieobecny" not in asked
    for player in (cast.bartek, cast.roman):
        text = pdf_text(player, report(meeting, "pdf", "?names=on"))
        assert [words for words in NAMES if words in text] == []
        page = player.client.get(f"/meetings/{meeting.pk}/report/").content.decode()
        assert 'name="names"' not in page


@pytest.mark.parametrize("state", ["prepared", "open"])
def test_a_vote_that_is_not_closed_is_in_no_paper(state: str, meeting: Meeting, cast: Cast) -> None:
    furnish(meeting)
    add_vote(make_step(meeting, "Drugie głosowanie", kind="vote", form="", state="open"), state, "Tajne")
    for paper in ("report.pdf?names=on", "recap.pdf", "recap-slides.pdf"):
        assert "Tajne" not in pdf_text(cast.anna, f"/meetings/{meeting.pk}/{paper}")
    for paper in ("report.docx", "recap.docx"):
        assert "Tajne" not in docx_text(cast.anna, f"/meetings/{meeting.pk}/{paper}")
    address = f"/meetings/{meeting.pk}/report/"
    assert "Tajne" not in cast.bartek.client.get(address).content.decode()
    assert "Tajne: A" not in cast.anna.client.get(address).content.decode()


def test_ratings_stay_hidden_as_long_as_people_rate(meeting: Meeting, cast: Cast) -> None:
    furnish(meeting)
    meeting.steps.filter(kind="screening").update(state="open")
    assert all(one.screening is None for one in report_of(meeting, Scope()).rounds)


def test_only_the_chosen_steps_are_written_up(meeting: Meeting, cast: Cast) -> None:
    furnish(meeting)
    barrel = meeting.steps.get(title="Beczka")
    text = pdf_text(cast.anna, report(meeting, "pdf", f"?steps={barrel.pk}"))
    assert "Puszcza Kampinoska" in text
    assert "Ławki przy szlaku" not in text
    assert "Lipy" not in text


def test_a_step_of_another_workshop_is_refused_at_its_field(meeting: Meeting, cast: Cast) -> None:
    furnish(meeting)
    foreign = make_step(make_meeting(cast.theirs), "Cudza beczka")
    answer = cast.anna.client.get(report(meeting, "pdf", f"?steps={foreign.pk}&photos=on"))
    assert answer.status_code == 422
    assert "Cudza beczka" not in answer.content.decode()


def test_papers_of_a_foreign_meeting_and_of_no_known_format_are_not_there(
    meeting: Meeting, cast: Cast
) -> None:
    foreign = make_meeting(cast.theirs)
    for paper in ("report/", "report.pdf", "recap.docx", "recap-slides.pdf"):
        assert cast.anna.client.get(f"/meetings/{foreign.pk}/{paper}").status_code == 404
    for paper in ("report.odt", "recap.xlsx"):
        assert cast.anna.client.get(f"/meetings/{meeting.pk}/{paper}").status_code == 404


def test_a_workshop_without_steps_groups_and_people_has_its_papers(cast: Cast) -> None:
    empty = make_meeting(cast.ours, "Pusty warsztat")
    for paper in ("report.pdf", "recap.pdf", "recap-slides.pdf"):
        assert "Pusty warsztat" in pdf_text(cast.anna, f"/meetings/{empty.pk}/{paper}")
    for paper in ("report.docx", "recap.docx"):
        assert "Pusty warsztat" in docx_text(cast.anna, f"/meetings/{empty.pk}/{paper}")
    assert cast.anna.client.get(f"/meetings/{empty.pk}/report/").status_code == 200


def test_hostile_texts_are_printed_as_they_stand(meeting: Meeting, cast: Cast) -> None:
    table = make_table(meeting, HOSTILE[0][:60], theme=HOSTILE[1], leader=HOSTILE[2])
    step = make_step(meeting, HOSTILE[1], state="closed", notes="\n".join(HOSTILE))
    write(step, table, "resources", *HOSTILE)
    proposal_step = make_step(meeting, "Propozycje", form="proposal")
    make_proposal(proposal_step, HOSTILE[0][:200], table=table, what=HOSTILE[3], who=HOSTILE[2])
    for paper in ("report.pdf?names=on", "recap.pdf", "recap-slides.pdf"):
        assert "*gwiazdki*" in pdf_text(cast.anna, f"/meetings/{meeting.pk}/{paper}")
    slides = pypdf.PdfReader(
        io.BytesIO(cast.anna.client.get(f"/meetings/{meeting.pk}/recap-slides.pdf").content)
    )
    assert len(slides.pages) == 1 + len(slides_of(report_of(meeting, Scope())))
    for paper in ("report.docx?names=on", "recap.docx"):
        assert "<b>html</b>" in docx_text(cast.anna, f"/meetings/{meeting.pk}/{paper}")


def test_photographs_come_into_the_report_when_asked_and_broken_ones_stay_out(
    meeting: Meeting, cast: Cast
) -> None:
    sheet = write(make_step(meeting), make_table(meeting), "resources", "Las")
    good = io.BytesIO()
    Image.new("RGB", (3000, 2000), "white").save(good, "JPEG")
    for content in (good.getvalue(), b"\xff\xd8\xff nic"):
        file = SimpleUploadedFile("arkusz.jpg", content, "image/jpeg")
        sheet.photos.create(file=keep(file, by=cast.anna.actor))
    pictures = []
    for query in ("", "?photos=on"):
        answer = cast.anna.client.get(report(meeting, "pdf", query))
        pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
        pictures.append([image for page in pages for image in page.images])
    assert [len(found) for found in pictures] == [0, 1]
    assert max(pictures[1][0].image.size) == 1400
    page = cast.anna.client.get(f"/meetings/{meeting.pk}/report/").content.decode()
    assert f"/meetings/{meeting.pk}/sheets/{sheet.pk}/" in page


def test_the_headings_of_the_report_nest_without_a_gap(meeting: Meeting, cast: Cast) -> None:
    furnish(meeting)
    document = docx.Document(io.BytesIO(cast.anna.client.get(report(meeting, "docx")).content))
    levels = [int(one.style.name[-1]) for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    reader = pypdf.PdfReader(io.BytesIO(cast.anna.client.get(report(meeting)).content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_handout_never_has_more_than_two_sides_and_begins_with_what_was_taken_up(
    meeting: Meeting, cast: Cast
) -> None:
    step = make_step(meeting, state="closed")
    tables = [make_table(meeting, theme=f"Zasada {n}") for n in range(1, 11)]
    for table in tables:
        write(step, table, "resources", *(f"{'Zasób ' * 12} {table.number} {n} {uuid4()}" for n in range(25)))
        write(step, table, "problems", *(f"{uuid4()} {uuid4()} {uuid4()}" for n in range(5)))
    last = Line.objects.filter(table=tables[0], field="resources").last()
    proposals = make_step(meeting, "Propozycje", form="proposal")
    made = [make_proposal(proposals, f"Projekt {n} {'długi ' * 20}", table=tables[0]) for n in range(16)]
    made[0].sources.add(last)
    for wide in ("", "W" * 130):
        write(step, tables[0], "problems", *(f"{wide}{n}" for n in range(60 if wide else 0)))
        answer = cast.anna.client.get(f"/meetings/{meeting.pk}/recap.pdf")
        assert len(pypdf.PdfReader(io.BytesIO(answer.content)).pages) == 2
    first = slides_of(report_of(meeting, Scope()))[0]
    assert first.lines[0].startswith(last.text[:60])


def test_slides_hold_few_lines_and_say_where_a_heading_goes_on(meeting: Meeting) -> None:
    table = make_table(meeting, "Klony", theme="Jakość życia")
    write(make_step(meeting), table, "resources", *(f"Zasób {uuid4()}" for _ in range(16)))
    found = slides_of(report_of(meeting, Scope()))
    first = [one for one in found if "Klony" in one.above]
    assert [len(one.lines) for one in first] == [7, 7, 2]
    assert [bool(one.part) for one in first] == [True] * 3
    assert "Jakość życia" in first[0].above or first[0].heading == "Jakość życia"


def test_the_report_asks_as_many_queries_whatever_its_size(
    meeting: Meeting, cast: Cast, same_queries: Callable[..., None]
) -> None:
    furnish(meeting)
    barrel, proposals = meeting.steps.get(title="Beczka"), meeting.steps.get(title="Propozycje")

    def more() -> None:
        table = make_table(meeting)
        sheet = write(barrel, table, "resources", "Las", "Rzeka")
        sheet.photos.create(
            file=keep(SimpleUploadedFile("a.jpg", b"\xff\xd8\xff", "image/jpeg"), by=cast.anna.actor)
        )
        make_proposal(proposals, table=table)
        make_attendee(meeting, presence="present", group=table.name)

    for address in (report(meeting, "docx", "?names=on&photos=on"), f"/meetings/{meeting.pk}/report/"):
        same_queries(lambda address=address: cast.anna.client.get(address), more)
