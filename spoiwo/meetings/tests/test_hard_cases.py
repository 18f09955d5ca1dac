"""Days on which clocks change, and a list of addressees in which every fifth address is broken, from page to page."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from spoiwo.kit.actor import NOBODY
from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.answers import answer_invitation
from spoiwo.meetings.models import Campaign, Invitation
from spoiwo.meetings.rules.states import CampaignState, Reply, Via
from tests.cast import Cast
from tests.make import make_campaign, make_invitation, make_meeting

pytestmark = pytest.mark.django_db
WARSAW = ZoneInfo("Europe/Warsaw")
FORWARD, BACK = dt.date(2030, 3, 31), dt.date(2030, 10, 27)


def begun(cast: Cast, day: dt.date) -> Campaign:
    """A launched campaign that a clerk has begun on the page: a meeting at ten o'clock, answers until the end of that day."""
    starts = dt.datetime.combine(day, dt.time(10), WARSAW)
    late = make_meeting(cast.ours, "Następne", starts_at=starts + dt.timedelta(days=7))
    meeting = make_meeting(cast.ours, starts_at=starts)
    form = {
        "title": "Dzień zmiany czasu",
        "meetings": [meeting.pk, late.pk],
        "answer_by": day.isoformat(),
        "sender_name": "Powiatowy Urząd Pracy",
    }
    assert cast.anna.client.post("/campaigns/new/", form).status_code == 302
    campaign = Campaign.objects.get(title="Dzień zmiany czasu")
    Campaign.objects.update(state=CampaignState.LAUNCHED)
    return campaign


@pytest.mark.parametrize(("day", "offset"), [(FORWARD, 2), (BACK, 1)])
def test_on_a_day_when_clocks_change_the_page_shows_the_hour_on_the_wall(
    cast: Cast, day: dt.date, offset: int
) -> None:
    campaign = begun(cast, day)
    first = campaign.meetings.get(title="Konferencja")
    assert first.starts_at.astimezone(dt.UTC).hour == 10 - offset
    invitation = make_invitation(campaign)
    page = cast.nobody.client.get(f"/i/{invitation.code}/").content.decode()
    shown = re.findall(r"<strong>[^<]*, (\d\d:\d\d)</strong>", page)
    assert shown == ["10:00", "10:00"]


@pytest.mark.parametrize(("day", "offset"), [(FORWARD, 2), (BACK, 1)])
def test_answers_are_taken_until_the_last_minute_of_a_day_when_clocks_change(
    cast: Cast, day: dt.date, offset: int
) -> None:
    campaign = begun(cast, day)
    meeting = campaign.meetings.get(title="Następne")
    assert campaign.answer_by.astimezone(dt.UTC).time() == dt.time(23 - offset, 59, 59)
    midnight = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), WARSAW)

    def say(at: dt.datetime) -> Invitation:
        person = make_invitation(campaign)
        return answer_invitation(person, by=NOBODY, at=at, via=Via.LINK, reply=Reply.YES, meeting=meeting)

    assert say(midnight - dt.timedelta(minutes=2)).reply == Reply.YES
    with pytest.raises(Refused):
        say(midnight + dt.timedelta(seconds=1))


def test_of_a_list_with_every_fifth_address_broken_the_others_are_added_and_each_bad_line_is_named(
    cast: Cast,
) -> None:
    broken = ["biuro(at)gmina.example", "gmina.example", "biuro@", "@gmina.example", "biuro@gmina..example"]
    rows = [
        f"Gmina {number};Jan;Lis{number};"
        + (broken[number // 5 % 5] if number % 5 == 0 else f"gmina{number}@example.org")
        for number in range(100)
    ]
    campaign = make_campaign(cast.ours, make_meeting(cast.ours), state=CampaignState.DRAFT)
    content = "\r\n".join(["Nazwa;Imię;Nazwisko;E-mail", *rows]).encode()
    sent = cast.anna.client.post(
        f"/campaigns/{campaign.pk}/lists/new/", {"file": SimpleUploadedFile("gminy.csv", content, "text/csv")}
    )
    page = cast.anna.client.get(sent["Location"]).content.decode()
    flaws = page[page.index('id="flaws"') :]
    lines = {int(line) for line in re.findall(r'<th scope="row" class="text-end">(\d+)</th>', flaws)}
    assert lines == {number + 2 for number in range(0, 100, 5)}
    assert all(address in flaws for address in broken)
    cast.anna.client.post(sent["Location"])
    added = set(Invitation.objects.values_list("organisation_name", "email"))
    assert added == {(f"Gmina {n}", f"gmina{n}@example.org") for n in range(100) if n % 5}
