"""What the played workshop does again and again: filling the hall, moving it on, writing at tables, marking ballots."""

import json
import random
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen
from uuid import uuid4

from playwright.sync_api import Page, expect

from spoiwo.home.demo_people import generated
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.places.models import Unit
from spoiwo.workshops.models import Step, Vote
from tests.make import make_attendee

CAME, VOTERS = 120, 110
TOTALS = (40, 35, 35, 35, 28, 25, 22, 20, 18, 16, 14, 12, 10, 8, 7, 5)


def fill_hall(meeting: Meeting) -> None:
    """120 people of two communes who are present."""
    chance, unit = random.Random(meeting.pk), Unit.objects.valid().filter(code__startswith="1419").first()
    codes = new_codes(CAME, random.Random(meeting.pk).randbytes)
    for one, code in zip(generated(chance, unit.pk, unit.name, CAME), codes, strict=True):
        facts = {name: getattr(one, name) for name in ("organisation_name", "sector", "function")}
        make_attendee(meeting, one.given_name, one.family_name, code=code, presence="present", **facts)


def open_hall(lead: Page, meeting: Meeting) -> None:
    """The hall, opened with its button."""
    lead.goto(f"/meetings/{meeting.pk}/hall/")
    lead.locator(f"form[action='/meetings/{meeting.pk}/hall/opening/'] button").click()
    expect(lead.locator(".ws-steps")).to_be_visible()


def move(lead: Page, step: Step) -> None:
    """Everybody to that step."""
    lead.goto(f"/meetings/{step.meeting_id}/hall/")
    lead.locator(f"button[name=step][value='{step.pk}']").click()
    expect(lead.locator(".ws-steps li.is-now")).to_contain_text(step.title)


def close_step(lead: Page, step: Step) -> None:
    """The step, closed for writing."""
    lead.goto(f"/meetings/{step.meeting_id}/hall/")
    lead.locator("#stage button[name=state][value=closed]").click()
    expect(lead.locator("#stage button[name=state][value=open]")).to_be_visible()


def build_tables(lead: Page, meeting: Meeting, rule: str, count: int) -> None:
    """Tables by rule; themes are those of the step."""
    lead.goto(f"/meetings/{meeting.pk}/tables/building/")
    lead.locator(f"input[name=rule][value={rule}]").check()
    if rule == "balanced":
        lead.fill("input[name=count]", str(count))
    lead.locator("main form button.btn-primary").first.click()
    lead.wait_for_load_state()
    assert meeting.tables.count() == count
    assert meeting.attendees.filter(group="").count() == 0


def write_lines(server: str, meeting: Meeting, step: Step, field: str, each: int) -> None:
    """What the other tables write meanwhile, as their laptops send it."""
    for table in meeting.tables.all():
        writes = [
            {"key": uuid4().hex, "field": field, "text": f"{table.name}: wpis {number}", "version": 0}
            for number in range(each)
        ]
        post(f"{server}/t/{table.secret}/{step.pk}/lines/", {"writes": writes, "since": 0})


def post(url: str, data: dict[str, Any]) -> None:
    """JSON to a table's address."""
    request = Request(url, json.dumps(data).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=20) as answer:
        assert answer.status in (200, 204)


def write(device: Page, field: str, text: str) -> None:
    """One line under a heading, ended with Enter."""
    blank = device.locator(f"fieldset[data-field={field}] li.is-blank input[name^=text-]").first
    blank.fill(text)
    blank.press("Enter")
    # Nobody writes in this field now, so that what others write may appear.
    device.locator("h1").first.click()
    device.evaluate("document.activeElement.blur()")


def wait_for_value(device: Page, text: str) -> None:
    """Until a line of somebody else stands on this device."""
    device.wait_for_function(
        "text => [...document.querySelectorAll('.ws-sheet input')].some(one => one.value === text)",
        arg=text,
        timeout=20_000,
    )


def marks_of(vote: Vote) -> Iterator[dict[int, int]]:
    """110 ballots of three points each that give the totals."""
    options = list(vote.options.order_by("order").values_list("pk", flat=True))
    dots = [pk for pk, total in zip(options, TOTALS, strict=True) for _dot in range(total)]
    for number in range(VOTERS):
        marks: dict[int, int] = {}
        for dot in dots[number::VOTERS]:
            marks[dot] = marks.get(dot, 0) + 1
        yield marks
