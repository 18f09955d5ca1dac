"""The whole cycle of workshops, played with several browsers at once: tables, phones, a projector, the facilitator.

120 people fill the barrel, diagnose five components, work through four principles, write 16 proposals, screen them, vote,
settle the tie 40, 35, 35, 35 on record and elaborate concept cards; the report is there when the meeting ends.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from spoiwo.kit.actor import SYSTEM
from spoiwo.meetings.actions.series import load_shipped_templates
from spoiwo.meetings.models import CycleTemplate, Meeting, Series
from spoiwo.places.actions import load_shipped_register
from spoiwo.projects.models import ConceptCard
from spoiwo.workshops.actions.copying import load_shipped_steps
from spoiwo.workshops.models import Ballot, Line, Proposal, Rating, Step, Vote
from spoiwo.workshops.models import Cast as Voted
from spoiwo.workshops.rules.states import ProposalState, StepKind
from tests.browser.workshop_parts import (
    TOTALS,
    VOTERS,
    build_tables,
    close_step,
    fill_hall,
    marks_of,
    move,
    open_hall,
    wait_for_value,
    write,
    write_lines,
)
from tests.cast import Cast

POINTS_EACH = 3
WIDE = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True}
NO_SCRIPT = PHONE | {"java_script_enabled": False}
Open = Callable[..., Page]


@pytest.fixture
def prepared(cast: Cast) -> Cast:
    """The shipped templates with their steps, and the register of places."""
    load_shipped_register(by=SYSTEM)
    load_shipped_templates(by=SYSTEM)
    load_shipped_steps(by=SYSTEM)
    return cast


def test_the_whole_cycle_from_the_barrel_to_the_cards(
    prepared: Cast, open_as: Open, live_server: Any
) -> None:
    lead = open_as(prepared.anna, **WIDE)
    complaints: list[str] = []
    lead.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    meetings = begin_cycle(lead)
    for meeting in meetings[:5]:
        fill_hall(meeting)
    barrel(lead, open_as, meetings[0], live_server.url)
    thematic(lead, meetings[1], live_server.url, "strengths", 5)
    thematic(lead, meetings[2], live_server.url, "ideas", 4)
    propose(lead, open_as, meetings[3], live_server.url)
    screen(lead, open_as, meetings[4], live_server.url)
    vote = hold_vote(lead, open_as, meetings[4], live_server.url)
    settle(lead, open_as, vote)
    elaborate(lead, open_as, meetings[4], vote)
    write_up(lead, meetings)
    assert [one for one in complaints if "ERR_INTERNET_DISCONNECTED" not in one] == []


def begin_cycle(lead: Page) -> list[Meeting]:
    """Six meetings with their steps from the shipped template, by two forms."""
    template = CycleTemplate.objects.get(name__contains="sześć spotkań")
    first = (timezone.localdate() + dt.timedelta(days=30)).isoformat()
    lead.goto(f"/series/new/?source=template-{template.pk}&first={first}")
    lead.locator("main form[method=post] button.btn-primary").last.click()
    expect(lead).to_have_url(re.compile(r"/series/\d+/"))
    series = Series.objects.get()
    lead.goto(f"/workshops/series/{series.pk}/")
    expect(lead.locator("main")).to_contain_text("Beczka zasobów")
    meetings = list(series.meetings.order_by("starts_at"))
    assert [one.steps.filter(kind=StepKind.SHEETS).count() for one in meetings] == [1, 1, 1, 1, 0, 0]
    return meetings


def barrel(lead: Page, open_as: Open, meeting: Meeting, server: str) -> None:
    """Two devices write one sheet at once, one of them loses the network; the projector counts."""
    step = meeting.steps.get(kind=StepKind.SHEETS)
    build_tables(lead, meeting, "balanced", 5)
    open_hall(lead, meeting)
    projector = open_as(None, viewport={"width": 1280, "height": 720})
    projector.goto(f"/screen/{meeting.hall.screen_secret}/")
    move(lead, step)
    expect(projector.locator("#stage")).to_contain_text(step.title)
    table = meeting.tables.first()
    laptop, phone = open_as(None, **WIDE), open_as(None, **PHONE)
    for device in (laptop, phone):
        device.goto(f"/t/{table.secret}/")
    write(laptop, "resources", "Wisła i jej skarpa")
    write(phone, "problems", "Młodzi wyjeżdżają po szkole")
    expect(laptop.locator("fieldset[data-field=problems]")).to_have_js_property("isConnected", True)
    wait_for_value(laptop, "Młodzi wyjeżdżają po szkole")
    phone.context.set_offline(True)
    write(phone, "problems", "Brak połączeń autobusowych")
    expect(phone.locator("[data-state]")).to_contain_text(re.compile("."))
    phone.context.set_offline(False)
    wait_for_value(laptop, "Brak połączeń autobusowych")
    written = set(Line.objects.filter(step=step).shown().values_list("text", flat=True))
    assert written == {
        "Wisła i jej skarpa",
        "Młodzi wyjeżdżają po szkole",
        "Brak połączeń autobusowych",
    }
    write_lines(server, meeting, step, "challenges", 4)
    lead.goto(f"/meetings/{meeting.pk}/hall/")
    lead.locator("button[name=screen][value=work]").click()
    expect(projector.locator(".ws-bars li").first).to_contain_text("7")
    close_step(lead, step)
    expect(laptop.locator(".ws-sheet")).to_have_count(0, timeout=15_000)


def thematic(lead: Page, meeting: Meeting, server: str, field: str, groups: int) -> None:
    """Groups by theme fill their sheets."""
    step = meeting.steps.get(kind=StepKind.SHEETS)
    build_tables(lead, meeting, "theme", groups)
    open_hall(lead, meeting)
    move(lead, step)
    write_lines(server, meeting, step, field, 4)
    close_step(lead, step)
    assert Line.objects.filter(step=step).shown().count() == 4 * groups


def propose(lead: Page, open_as: Open, meeting: Meeting, server: str) -> None:
    """One group writes a proposal on its laptop; together there are sixteen, each from lines of the step before."""
    step = meeting.steps.get(kind=StepKind.SHEETS)
    build_tables(lead, meeting, "theme", 4)
    open_hall(lead, meeting)
    move(lead, step)
    laptop = open_as(None, **WIDE)
    tables = list(meeting.tables.all())
    laptop.goto(f"/t/{tables[0].secret}/")
    laptop.locator("form[action$='/proposals/'] button").click()
    laptop.fill("[name=title]", "Propozycja 1")
    laptop.fill("[name=what]", "Wytyczenie szlaku wzdłuż Wisły.")
    laptop.locator("details summary").last.click()
    laptop.locator("[name=sources]").first.check()
    laptop.locator("form[data-autosave] button").last.click()
    expect(laptop).to_have_url(re.compile(rf"/t/{tables[0].secret}/$"))
    for number in range(2, 17):
        page = laptop.request
        table = tables[number % 4]
        page.post(f"/t/{table.secret}/{step.pk}/proposals/", form={"key": str(uuid4())})
        made = Proposal.objects.get(step=step, number=number)
        texts = {"title": f"Propozycja {number}", "base_title": "", "what": "Opis", "base_what": ""}
        page.post(f"/t/{table.secret}/proposals/{made.pk}/", form=texts)
    close_step(lead, step)
    assert list(step.proposals.values_list("title", flat=True)) == [f"Propozycja {n}" for n in range(1, 17)]
    assert step.proposals.first().sources.count() == 1


def screen(lead: Page, open_as: Open, meeting: Meeting, server: str) -> None:
    """Three phones rate two proposals each; the facilitator sees the map."""
    step = Step.objects.create(
        meeting=meeting, order=0, kind=StepKind.SCREENING, title="Ocena propozycji", instruction="Oceńcie."
    )
    build_tables(lead, meeting, "balanced", 4)
    open_hall(lead, meeting)
    lead.goto(f"/meetings/{meeting.pk}/steps/{step.pk}/criteria/")
    lead.locator("main form button.btn-primary").click()
    lead.goto(f"/meetings/{meeting.pk}/slips/")
    lead.fill("input[name=count]", str(VOTERS))
    lead.locator("button[name=make]").click()
    lead.wait_for_load_state()
    move(lead, step)
    for number, slip in enumerate(meeting.slips.all()[:3]):
        phone = open_as(None, **(NO_SCRIPT if number == 2 else PHONE))
        phone.goto("/w/")
        phone.fill("#code", slip.code.lower())
        phone.locator("main button").click()
        for turn in range(2):
            before = phone.locator("h1").first.inner_text()
            for group in phone.locator(".ws-option, form.now fieldset").all():
                group.locator("input[type=radio]").nth((number * 2 + turn) % 5).check()
            phone.locator("form.now button").last.click()
            expect(phone.locator("h1").first).not_to_have_text(before)
    close_step(lead, step)
    lead.goto(f"/meetings/{meeting.pk}/steps/{step.pk}/screening/")
    expect(lead.locator(".ws-map circle")).to_have_count(
        len(set(Rating.objects.values_list("proposal", flat=True)))
    )


def hold_vote(lead: Page, open_as: Open, meeting: Meeting, server: str) -> Vote:
    """110 ballots: phones, one of which loses the network, one without JavaScript, one voting from two tabs; two on paper."""
    step = meeting.steps.get(kind=StepKind.VOTE)
    lead.goto(f"/meetings/{meeting.pk}/steps/{step.pk}/votes/new/")
    lead.fill("[name=title]", "Które projekty opracujemy?")
    lead.fill("[name=budget]", str(POINTS_EACH))
    lead.fill("[name=seats]", "3")
    lead.locator("main form button.btn-primary").click()
    lead.wait_for_load_state()
    vote = Vote.objects.get()
    assert vote.options.count() == 16
    move(lead, step)
    projector = open_as(None, viewport={"width": 1280, "height": 720})
    projector.goto(f"/screen/{meeting.hall.screen_secret}/")
    lead.goto(f"/votes/{vote.pk}/")
    lead.locator(f"form[action='/votes/{vote.pk}/opening/'] button").click()
    lead.wait_for_load_state()
    slips = list(meeting.slips.all())
    ballots = list(marks_of(vote))
    by_phone(open_as, vote, slips[0].code, ballots[0])
    by_phone(open_as, vote, slips[1].code, ballots[1], loses_network=True)
    by_phone(open_as, vote, slips[2].code, ballots[2], options=NO_SCRIPT)
    from_two_tabs(open_as, vote, slips[3].code, ballots[3])
    on_paper(lead, vote, [(slips[4].code, ballots[4]), (slips[5].code, ballots[5])])
    phone = open_as(None, **PHONE)
    for slip, marks in zip(slips[6:], ballots[6:], strict=True):
        form = {f"mark-{pk}": str(points) for pk, points in marks.items()} | {"nonce": uuid4().hex}
        answer = phone.request.post(f"/w/{slip.code}/ballot/{vote.pk}/", form=form)
        assert answer.ok
    expect(projector.locator("#stage")).to_contain_text("110")
    assert not any(
        f"{total}" == text
        for total in TOTALS[:4]
        for text in projector.locator("#stage strong").all_inner_texts()
    )
    assert (Voted.objects.count(), Ballot.objects.count()) == (VOTERS, VOTERS)
    lead.goto(f"/votes/{vote.pk}/")
    lead.locator(f"form[action='/votes/{vote.pk}/closing/'] button").first.click()
    lead.wait_for_load_state()
    vote.refresh_from_db()
    assert [total for _pk, total, _rank in vote.results["standings"]][:4] == [40, 35, 35, 35]
    assert [rank for _pk, _total, rank in vote.results["standings"]][:5] == [1, 2, 2, 2, 5]
    return vote


def by_phone(
    open_as: Open,
    vote: Vote,
    code: str,
    marks: dict[int, int],
    *,
    options: dict[str, Any] = PHONE,
    loses_network: bool = False,
) -> Page:
    """One ballot on a phone."""
    phone = open_as(None, **options)
    phone.goto(f"/w/{code}/")
    for pk, points in marks.items():
        phone.fill(f"[name=mark-{pk}]", str(points))
    if loses_network:
        phone.context.set_offline(True)
    phone.locator(".ws-ballot button.main").last.click()
    if loses_network:
        expect(phone.locator("[data-sent]")).to_be_visible()
        assert Voted.objects.filter(slip__code=code).count() == 0
        phone.context.set_offline(False)
    expect(phone.locator(".ws-ballot")).to_have_count(0, timeout=20_000)
    assert Voted.objects.filter(slip__code=code).count() == 1
    return phone


def from_two_tabs(open_as: Open, vote: Vote, code: str, marks: dict[int, int]) -> None:
    """The second tab is told that a ballot has been cast; the first one counts."""
    one = open_as(None, **PHONE)
    other = one.context.new_page()
    for tab in (one, other):
        tab.goto(f"/w/{code}/")
    for pk, points in marks.items():
        one.fill(f"[name=mark-{pk}]", str(points))
    wrong = next(pk for pk in vote.options.values_list("pk", flat=True) if pk not in marks)
    other.fill(f"[name=mark-{wrong}]", "3")
    one.locator(".ws-ballot button.main").last.click()
    expect(one.locator(".ws-ballot")).to_have_count(0)
    if other.locator(".ws-ballot").count():
        other.locator(".ws-ballot button.main").last.click()
        expect(other.locator("[role=alert]").first).to_be_visible()
    assert Voted.objects.filter(vote=vote, slip__code=code).count() == 1


def on_paper(lead: Page, vote: Vote, papers: list[tuple[str, dict[int, int]]]) -> None:
    """The clerk types ballots in with the keyboard."""
    lead.goto(f"/votes/{vote.pk}/paper/")
    for code, marks in papers:
        lead.fill("[name=code]", code)
        for pk, points in marks.items():
            lead.fill(f"[name=mark-{pk}]", str(points))
        lead.locator("main form button.btn-primary").first.click()
        lead.wait_for_load_state()
        assert Voted.objects.filter(vote=vote, slip__code=code).count() == 1


def settle(lead: Page, open_as: Open, vote: Vote) -> None:
    """All three are taken, with the reason on record; anybody reads the published result."""
    lead.goto(f"/votes/{vote.pk}/tie/")
    lead.locator("[name=way][value=take_both]").check()
    lead.fill("[name=reason]", "Zgromadzeni zgodzili się opracować cztery projekty.")
    lead.locator(".ws-tie button.btn-primary").click()
    lead.wait_for_load_state()
    decision = vote.decisions.get()
    assert (decision.kind, decision.options.count()) == ("take_both", 3)
    lead.goto(f"/votes/{vote.pk}/")
    lead.locator(f"form[action='/votes/{vote.pk}/publication/'] button").first.click()
    lead.wait_for_load_state()
    anybody = open_as(None, **PHONE)
    anybody.goto(f"/votes/{vote.pk}/")
    expect(anybody.locator("main")).to_contain_text("Zgromadzeni zgodzili się")
    ballots = anybody.request.get(f"/votes/{vote.pk}/ballots.csv").text()
    assert len({line.split(";")[0].split(",")[0] for line in ballots.splitlines()[1:]}) == VOTERS


def elaborate(lead: Page, open_as: Open, meeting: Meeting, vote: Vote) -> None:
    """Four concept cards, one at each table; a group writes its card."""
    lead.goto(f"/votes/{vote.pk}/")
    lead.locator(f"form[action='/votes/{vote.pk}/cards/'] button").first.click()
    lead.wait_for_load_state()
    cards = list(ConceptCard.objects.order_by("number"))
    assert len(cards) == 4
    step = meeting.steps.get(kind=StepKind.CARDS)
    lead.goto(f"/meetings/{meeting.pk}/steps/{step.pk}/cards/")
    for select, card in zip(lead.locator("main select").all(), cards, strict=True):
        select.select_option(str(card.pk))
    lead.locator("main form button.btn-primary").click()
    lead.wait_for_load_state()
    move(lead, step)
    laptop = open_as(None, **WIDE)
    laptop.goto(f"/t/{meeting.tables.first().secret}/")
    laptop.locator("a.sp-choice.main").click()
    laptop.fill("[name=aim]", "Więcej turystów w gminach nad Wisłą.")
    laptop.locator("form[data-autosave] button").last.click()
    laptop.wait_for_load_state()
    card = meeting.tables.first().card
    assert card.aim == "Więcej turystów w gminach nad Wisłą."
    close_step(lead, step)
    lead.goto(card.get_absolute_url())
    expect(lead.locator(".sp-trail")).to_contain_text("Propozycja")


def write_up(lead: Page, meetings: list[Meeting]) -> None:
    """The reports are ready at once."""
    for meeting in meetings[:5]:
        for form in ("pdf", "docx"):
            answer = lead.request.get(f"/meetings/{meeting.pk}/report.{form}")
            assert (answer.ok, len(answer.body()) > 5000) == (True, True)
    assert Proposal.objects.filter(state=ProposalState.ENTERED).count() == 16
