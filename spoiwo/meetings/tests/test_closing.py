"""Closing a meeting: figures, head count, decisions, the report, thanks."""

import datetime as dt
import io

import pytest
from docx import Document
from pypdf import PdfReader

from spoiwo.kit.request import Refused
from spoiwo.mail.models import Letter
from spoiwo.meetings.actions.closing import close_meeting, thank
from spoiwo.meetings.exports.closing import closing_report
from spoiwo.meetings.models import LetterText, Meeting
from spoiwo.meetings.queries.closing import report_of
from spoiwo.meetings.rules.states import MeetingState, Presence, Purpose, Via
from tests.cast import Cast
from tests.make import make_attendee, make_campaign, make_invitation, make_meeting

BEGAN = dt.datetime(2024, 10, 8, 8, 0, tzinfo=dt.UTC)
AFTER = dt.datetime(2024, 10, 8, 14, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    meeting = make_meeting(cast.ours, starts_at=BEGAN, venue="Nowodworski Ośrodek Kultury")
    campaign = make_campaign(cast.ours, meeting)
    for number, presence in enumerate((Presence.PRESENT, Presence.PRESENT, Presence.LEFT, Presence.EXPECTED)):
        guest = make_invitation(campaign, "Jan", f"Gość{number}", meeting=meeting, reply="yes", via=Via.PHONE)
        make_attendee(meeting, "Jan", f"Gość{number}", invitation=guest, sector="business", presence=presence)
    make_attendee(meeting, "Ewa", "Nagła", is_walk_in=True, sector="civic", presence=Presence.PRESENT)
    make_attendee(meeting, "Iza", "Wolna", presence=Presence.EXCUSED)
    make_attendee(meeting, "Ola", "Czekająca", presence=Presence.WAITING)
    return meeting


def test_the_report_counts_those_on_the_list_by_sector_and_channel(meeting: Meeting) -> None:
    report = report_of(meeting)
    assert (report.total.listed, report.total.came, report.total.excused) == (6, 4, 1)
    assert (report.expected, report.walk_ins) == (1, 1)
    by_sector, by_commune, by_channel = report.tables
    assert (by_sector.parts[0].came, by_sector.parts[0].listed) == (3, 4)
    assert "3" in by_sector.sentence and "4" in by_sector.sentence
    assert sum(part.came for part in by_commune.parts) == 4
    assert {part.came for part in by_channel.parts} == {3, 1, 0}


def test_the_public_report_does_not_tell_how_people_answered(meeting: Meeting) -> None:
    assert len(report_of(meeting, is_public=True).tables) == 2


@pytest.mark.parametrize(("heads", "difference"), [(4, 0), (6, 2), (3, -1), (None, 0)])
def test_a_head_count_is_compared_with_the_list(meeting: Meeting, heads: int | None, difference: int) -> None:
    meeting.head_count = heads
    report = report_of(meeting)
    assert report.difference == difference
    assert bool(report.head_sentence) == (heads is not None)


def test_closing_writes_figures_and_decisions_and_can_be_taken_back(cast: Cast, meeting: Meeting) -> None:
    url = f"/meetings/{meeting.pk}/closing/"
    sent = cast.anna.client.post(url, {"head_count": "5", "decisions": "Powołano zespół."})
    assert sent.status_code == 302
    meeting.refresh_from_db()
    assert (meeting.state, meeting.head_count, meeting.decisions) == (
        MeetingState.HELD,
        5,
        "Powołano zespół.",
    )
    closed_at = meeting.closed_at
    cast.anna.client.post(url, {"head_count": "4", "decisions": "Powołano zespół."})
    meeting.refresh_from_db()
    assert (meeting.head_count, meeting.closed_at) == (4, closed_at)
    cast.anna.client.post(f"{url}reopening/")
    meeting.refresh_from_db()
    assert (meeting.state, meeting.closed_at, meeting.head_count) == (MeetingState.ANNOUNCED, None, 4)


def test_what_was_typed_stays_when_the_number_is_none(cast: Cast, meeting: Meeting) -> None:
    url = f"/meetings/{meeting.pk}/closing/"
    answer = cast.anna.client.post(url, {"head_count": "wielu", "decisions": "Powołano zespół."})
    assert answer.status_code == 422
    assert "Powołano zespół." in answer.content.decode()
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.ANNOUNCED


@pytest.mark.parametrize("state", [MeetingState.PLANNED, MeetingState.CANCELLED])
def test_only_an_announced_meeting_is_closed(cast: Cast, meeting: Meeting, state: MeetingState) -> None:
    Meeting.objects.update(state=state)
    with pytest.raises(Refused):
        close_meeting(meeting, head_count=None, decisions="", by=cast.anna.actor, at=AFTER)


def test_a_meeting_to_come_is_not_closed_and_nobody_is_absent_from_it(cast: Cast) -> None:
    coming = make_meeting(cast.ours)
    place = make_attendee(coming)
    with pytest.raises(Refused):
        close_meeting(coming, head_count=1, decisions="", by=cast.anna.actor, at=AFTER)
    cast.anna.client.post(f"/meetings/{coming.pk}/closing/absence/")
    place.refresh_from_db()
    assert place.presence == Presence.EXPECTED


def test_those_still_expected_are_marked_absent_at_one_press(cast: Cast, meeting: Meeting) -> None:
    cast.anna.client.post(f"/meetings/{meeting.pk}/closing/absence/")
    assert meeting.attendees.filter(presence=Presence.ABSENT).count() == 1
    assert meeting.attendees.filter(presence=Presence.WAITING).count() == 1


def test_everybody_who_came_is_thanked_once(cast: Cast, meeting: Meeting) -> None:
    campaign = meeting.campaigns.get()
    LetterText.objects.create(
        campaign=campaign, purpose=Purpose.THANKS, subject="Dziękujemy", body="{zwrot}, {spotkanie}"
    )
    assert thank(meeting, by=cast.anna.actor) == 3
    assert thank(meeting, by=cast.anna.actor) == 0
    assert Letter.objects.filter(subject="Dziękujemy").count() == 3
    late = make_invitation(campaign, "Ula", "Późna", meeting=meeting)
    make_attendee(meeting, "Ula", "Późna", invitation=late, presence=Presence.PRESENT)
    cast.anna.client.post(f"/meetings/{meeting.pk}/closing/thanks/")
    assert Letter.objects.filter(subject="Dziękujemy").count() == 4


def test_without_a_wording_nobody_is_thanked(cast: Cast, meeting: Meeting) -> None:
    assert thank(meeting, by=cast.anna.actor) == 0


def test_the_report_is_a_tagged_pdf_and_a_document_to_edit(cast: Cast, meeting: Meeting) -> None:
    close_meeting(meeting, head_count=6, decisions="Powołano zespół.", by=cast.anna.actor, at=AFTER)
    meeting.refresh_from_db()
    reader = PdfReader(io.BytesIO(closing_report(meeting, "pdf")))
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "Powołano zespół." in text
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    words = [paragraph.text for paragraph in Document(io.BytesIO(closing_report(meeting, "docx"))).paragraphs]
    assert "Powołano zespół." in words


def test_strangers_and_other_partnerships_do_not_close(cast: Cast, meeting: Meeting) -> None:
    url = f"/meetings/{meeting.pk}/closing/"
    assert cast.celina.client.post(url, {"decisions": "x"}).status_code == 404
    assert cast.dorota.client.post(url, {"decisions": "x"}).status_code == 403
    assert cast.bartek.client.post(f"{url}reopening/").status_code == 403
    assert cast.anna.client.get(f"{url}report.exe").status_code == 404
