"""Answers: by the guest's link, by the office, by the clerk's keyboard; places and queues follow them."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from spoiwo.kit.actor import NOBODY
from spoiwo.kit.request import Refused
from spoiwo.mail.models import Letter
from spoiwo.meetings.actions.answers import answer_invitation
from spoiwo.meetings.actions.seats import offer_places, take_offer
from spoiwo.meetings.models import Answer, Attendee, Campaign, Invitation, LetterText, Meeting, Needs
from spoiwo.meetings.rules.answering import Deputy
from spoiwo.meetings.rules.codes import new_codes, shown
from spoiwo.meetings.rules.states import Presence, Purpose, Reply, Via
from tests.cast import Cast
from tests.make import make_campaign, make_invitation, make_meeting

NOW = dt.datetime(2030, 9, 2, 9, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return make_meeting(cast.ours, venue="Dom kultury", capacity=1)


@pytest.fixture
def campaign(cast: Cast, meeting: Meeting) -> Campaign:
    return make_campaign(cast.ours, meeting, make_meeting(cast.ours, "Drugie spotkanie"))


def say(invitation: Invitation, reply: Reply, meeting: Meeting | None = None, **more) -> Invitation:
    more = {"by": NOBODY, "at": NOW, "via": Via.LINK} | more
    return answer_invitation(invitation, reply=reply, meeting=meeting, **more)


def presence(invitation: Invitation, meeting: Meeting) -> str:
    return Attendee.objects.get(invitation=invitation, meeting=meeting).presence


def test_a_yes_takes_a_place_and_the_next_yes_waits(campaign: Campaign, meeting: Meeting) -> None:
    first, second = make_invitation(campaign), make_invitation(campaign, "Ewa", "Nowak")
    say(first, Reply.YES, meeting)
    say(second, Reply.YES, meeting)
    assert presence(first, meeting) == Presence.EXPECTED
    assert presence(second, meeting) == Presence.WAITING


def test_a_place_given_up_is_offered_to_the_first_who_waits_and_expires(
    campaign: Campaign, meeting: Meeting
) -> None:
    LetterText.objects.create(
        campaign=campaign, purpose=Purpose.OFFER, subject="Miejsce", body="{zwrot}, do {termin_oferty}"
    )
    first, second, third = (make_invitation(campaign, "Jan", name) for name in ("Adamski", "Baran", "Cichy"))
    for number, invitation in enumerate((first, second, third)):
        say(invitation, Reply.YES, meeting, at=NOW + dt.timedelta(minutes=number))
    say(first, Reply.NO, at=NOW + dt.timedelta(hours=1))
    assert presence(second, meeting) == Presence.OFFERED
    assert presence(third, meeting) == Presence.WAITING
    assert Letter.objects.get().to == second.email
    place = Attendee.objects.get(invitation=second)
    late = place.offer_ends_at + dt.timedelta(minutes=1)
    with pytest.raises(Refused):
        take_offer(place, at=late)
    offer_places(meeting, at=late)
    assert presence(second, meeting) == Presence.WAITING
    assert presence(third, meeting) == Presence.OFFERED
    take_offer(Attendee.objects.get(invitation=third), at=late)
    assert presence(third, meeting) == Presence.EXPECTED


def test_a_deputy_gets_a_code_and_a_place_of_their_own_and_the_chain_is_kept(
    campaign: Campaign, meeting: Meeting
) -> None:
    invitation = make_invitation(campaign, office_code="X")
    say(invitation, Reply.DEPUTY, meeting, deputy=Deputy("Ewa", "Nowak", "inspektor"))
    deputy = invitation.deputies.get()
    assert (deputy.name, deputy.reply, deputy.organisation_name) == ("Ewa Nowak", Reply.YES, "Gmina Leoncin")
    assert deputy.code != invitation.code
    assert presence(deputy, meeting) == Presence.EXPECTED
    assert not Attendee.objects.filter(invitation=invitation).exists()
    say(deputy, Reply.DEPUTY, meeting, deputy=Deputy("Ola", "Lis"))
    assert Invitation.objects.get(family_name="Lis").deputy_of.deputy_of == invitation
    assert presence(deputy, meeting) == Presence.CANCELLED


def test_whoever_comes_after_all_sends_the_deputy_home(campaign: Campaign, meeting: Meeting) -> None:
    invitation = make_invitation(campaign)
    say(invitation, Reply.DEPUTY, meeting, deputy=Deputy("Ewa", "Nowak"))
    say(invitation, Reply.YES, meeting, at=NOW + dt.timedelta(hours=1))
    deputy = invitation.deputies.get()
    assert deputy.reply == Reply.NO
    assert presence(deputy, meeting) == Presence.CANCELLED
    assert presence(invitation, meeting) == Presence.EXPECTED
    assert [one.reply for one in invitation.answers.all()] == ["deputy", "yes"]


def test_the_same_answer_twice_is_written_once(campaign: Campaign, meeting: Meeting) -> None:
    invitation = make_invitation(campaign)
    say(invitation, Reply.YES, meeting)
    say(invitation, Reply.YES, meeting, at=NOW + dt.timedelta(seconds=1))
    assert Answer.objects.count() == 1


def test_the_later_of_two_clerks_sees_the_earlier_answer_and_writes_nothing(
    cast: Cast, campaign: Campaign, meeting: Meeting
) -> None:
    invitation = make_invitation(campaign)
    address = f"/campaigns/{campaign.pk}/desk/"
    fields = {"person": invitation.pk, "via": "phone", "seen": 0}
    first = cast.anna.client.post(address, {**fields, "choice": f"yes-{meeting.pk}"})
    assert first.status_code == 302
    second = cast.adam.client.post(address, {**fields, "choice": "no"})
    assert second.status_code == 422
    assert "Anna Zielińska" in second.content.decode()
    assert 'name="seen" value="1"' in second.content.decode()
    invitation.refresh_from_db()
    assert invitation.reply == Reply.YES


def test_guests_answer_until_the_deadline_and_clerks_until_the_meeting_is_over(
    cast: Cast, campaign: Campaign, meeting: Meeting
) -> None:
    invitation = make_invitation(campaign)
    after = campaign.answer_by + dt.timedelta(minutes=1)
    with pytest.raises(Refused):
        say(invitation, Reply.YES, meeting, at=after)
    say(invitation, Reply.YES, meeting, at=after, via=Via.PHONE, by=cast.anna.actor)
    with pytest.raises(Refused):
        say(
            invitation,
            Reply.DEPUTY,
            meeting,
            deputy=Deputy("E", "N"),
            at=meeting.ends_at + dt.timedelta(1),
            via=Via.DESK,
        )


def test_a_meeting_of_another_campaign_or_called_off_cannot_be_chosen(cast: Cast, campaign: Campaign) -> None:
    invitation = make_invitation(campaign)
    with pytest.raises(Refused):
        say(invitation, Reply.YES, make_meeting(cast.theirs))
    meeting = campaign.meetings.last()
    meeting.state = "cancelled"
    meeting.save()
    with pytest.raises(Refused):
        say(invitation, Reply.YES, meeting)
    with pytest.raises(Refused):
        say(invitation, Reply.YES, None)


def test_one_press_on_the_page_answers_and_looking_at_it_changes_nothing(
    cast: Cast, campaign: Campaign, meeting: Meeting
) -> None:
    invitation = make_invitation(campaign)
    client, address = cast.nobody.client, f"/i/{invitation.code}/"
    assert client.get(address).status_code == 200
    assert Answer.objects.count() == 0
    assert client.post(address, {"choice": f"yes-{meeting.pk}"}).status_code == 302
    page = client.get(address).content.decode()
    assert shown(invitation.code) in page
    assert "<svg" in page
    assert "no-store" in client.get(address)["Cache-Control"]


@pytest.mark.parametrize("choice", ["", "maybe", "yes-999999", "yes-x", "deputy-1", "yes-" + "9" * 40])
def test_nonsense_for_an_answer_is_refused_on_the_page(cast: Cast, campaign: Campaign, choice: str) -> None:
    invitation = make_invitation(campaign)
    response = cast.nobody.client.post(f"/i/{invitation.code}/", {"choice": choice})
    assert response.status_code == 422
    assert Answer.objects.count() == 0


def test_a_code_is_understood_as_it_is_typed_and_a_mistake_is_told(cast: Cast, campaign: Campaign) -> None:
    invitation = make_invitation(campaign)
    client = cast.nobody.client
    typed = shown(invitation.code).lower().replace("0", "o")
    assert client.get("/i/", {"code": typed}).headers["Location"] == f"/i/{invitation.code}/"
    wrong = ("1" if invitation.code[0] != "1" else "2") + invitation.code[1:]
    assert client.get("/i/", {"code": wrong}).status_code == 422
    assert client.get(f"/i/{new_codes(1, lambda size: bytes(size))[0]}/").status_code == 404


def test_the_secretariat_answers_for_several_and_a_refused_line_keeps_the_others(
    cast: Cast, campaign: Campaign, meeting: Meeting
) -> None:
    code = new_codes(1, lambda size: bytes(range(size)))[0]
    people = [
        make_invitation(campaign, "Jan", name, office_code=code) for name in ("Adamski", "Baran", "Cichy")
    ]
    make_invitation(campaign, "Ktoś", "Obcy")
    page = cast.nobody.client.get(f"/o/{code}/").content.decode()
    assert "Obcy" not in page
    answers = {f"choice-{people[0].pk}": f"yes-{meeting.pk}", f"choice-{people[1].pk}": "yes-1234567"}
    answers[f"choice-{people[2].pk}"] = "no"
    response = cast.nobody.client.post(f"/o/{code}/", answers)
    assert response.status_code == 422
    assert [Invitation.objects.get(pk=one.pk).reply for one in people] == ["yes", "none", "no"]
    assert Answer.objects.filter(via=Via.OFFICE).count() == 2


def test_needs_are_seen_by_the_coordinator_alone(cast: Cast, campaign: Campaign, meeting: Meeting) -> None:
    invitation = make_invitation(campaign)
    say(invitation, Reply.YES, meeting)
    sent = cast.nobody.client.post(
        f"/i/{invitation.code}/needs/", {"access": ["loop"], "diet": "bez glutenu"}
    )
    assert sent.status_code == 302
    assert Needs.objects.get().access == ["loop"]
    address = f"/campaigns/{campaign.pk}/needs/"
    assert "bez glutenu" in cast.anna.client.get(address).content.decode()
    for player in (cast.dorota, cast.ewa, cast.roman):
        assert player.client.get(address).status_code == 403
    pages = [f"/campaigns/{campaign.pk}/addressees/?format=csv", invitation.get_absolute_url()]
    for page in pages:
        response = cast.dorota.client.get(page)
        content = response.getvalue() if response.streaming else response.content
        assert "bez glutenu" not in content.decode("utf-8-sig")


def test_a_question_is_answered_by_e_mail(cast: Cast, campaign: Campaign) -> None:
    invitation = make_invitation(campaign)
    for _press in range(2):
        cast.nobody.client.post(f"/i/{invitation.code}/question/", {"text": "Czy będzie parking?"})
    question = invitation.questions.get()
    address = f"/campaigns/{campaign.pk}/questions/"
    cast.anna.client.post(address, {"question": question.pk, "text": "Tak, przed budynkiem."})
    letter = Letter.objects.get()
    assert (letter.to, "Tak, przed budynkiem." in letter.text) == (invitation.email, True)


def test_the_desk_finds_by_beginnings_number_and_code_and_only_in_its_campaign(
    cast: Cast, campaign: Campaign
) -> None:
    invitation = make_invitation(
        campaign, "Łucja", "Żółkiewska", organisation_name="Fundacja Świt", pk=1_000_429
    )
    stranger = make_invitation(make_campaign(cast.theirs), "Łucja", "Żółkiewska")
    address = f"/campaigns/{campaign.pk}/desk/"
    for words in ("zolk", "swi luc", str(invitation.number), shown(invitation.code)):
        page = cast.anna.client.get(address, {"q": words}).content.decode()
        assert re.findall(r"\?person=(\d+)", page) == [str(invitation.pk)], words
    assert cast.anna.client.get(address, {"person": stranger.pk}).status_code == 404


def test_a_guest_of_an_unlaunched_campaign_finds_nothing(cast: Cast, meeting: Meeting) -> None:
    invitation = make_invitation(make_campaign(cast.ours, meeting, state="draft"))
    assert cast.nobody.client.get(f"/i/{invitation.code}/").status_code == 404


def test_the_moment_of_an_answer_is_the_present(cast: Cast, campaign: Campaign, meeting: Meeting) -> None:
    invitation = make_invitation(campaign)
    before = timezone.now()
    cast.nobody.client.post(f"/i/{invitation.code}/", {"choice": f"yes-{meeting.pk}"})
    assert before <= Answer.objects.get().at <= timezone.now()


def test_a_guest_of_a_meeting_called_off_is_told_and_shown_no_ticket(
    cast: Cast, campaign: Campaign, meeting: Meeting
) -> None:
    invitation = make_invitation(campaign)
    say(invitation, Reply.YES, meeting)
    Meeting.objects.filter(pk=meeting.pk).update(state="cancelled")
    page = cast.nobody.client.get(
        f"/i/{invitation.code}/", headers={"accept-language": "en"}
    ).content.decode()
    assert "This meeting has been called off." in page
    assert "<svg" not in page.partition("<main")[2]


def test_whoever_holds_a_code_cannot_write_to_the_world_with_it(campaign: Campaign, meeting: Meeting) -> None:
    other = campaign.meetings.exclude(pk=meeting.pk).get()
    invitation = make_invitation(campaign)
    for number in range(5):
        say(
            invitation,
            Reply.DEPUTY,
            other,
            deputy=Deputy("Ewa", f"Nowak{number}", email=f"x{number}@example.org"),
        )
    with pytest.raises(Refused):
        say(invitation, Reply.DEPUTY, other, deputy=Deputy("Ewa", "Szósta", email="x@example.org"))
    say(invitation, Reply.DEPUTY, other, deputy=Deputy("Ewa", "Szósta"), via=Via.PHONE)
    for depth in range(2):
        deputy = Invitation.objects.order_by("-pk")[0]
        say(deputy, Reply.DEPUTY, other, deputy=Deputy("Jan", f"Dalszy{depth}"))
    with pytest.raises(Refused):
        say(Invitation.objects.order_by("-pk")[0], Reply.DEPUTY, other, deputy=Deputy("Jan", "Zbyt Daleki"))


def test_an_answer_turned_round_and_round_ends_at_the_organiser(campaign: Campaign, meeting: Meeting) -> None:
    invitation = make_invitation(campaign)
    for number in range(30):
        say(invitation, Reply.NO if number % 2 else Reply.YES, None if number % 2 else meeting)
    with pytest.raises(Refused):
        say(invitation, Reply.YES, meeting)
    say(invitation, Reply.YES, meeting, via=Via.PHONE)


def test_a_guest_s_open_questions_have_an_end(cast: Cast, campaign: Campaign) -> None:
    invitation = make_invitation(campaign)
    address = f"/i/{invitation.code}/question/"
    codes = [
        cast.nobody.client.post(address, {"text": f"Pytanie {number}?"}).status_code for number in range(11)
    ]
    assert codes == [302] * 10 + [422]
