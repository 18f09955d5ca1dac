"""Campaigns: who is added and who is left out, one launch, reminders to the silent, papers for the post."""

import datetime as dt
import io
import zipfile

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from spoiwo.kit.request import Refused
from spoiwo.mail import marks
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import Channel, State
from spoiwo.meetings.actions import campaigns as actions
from spoiwo.meetings.actions.answers import answer_invitation
from spoiwo.meetings.models import Campaign, GuestList, Invitation
from spoiwo.meetings.queries.audience import Segment, sifted_segment
from spoiwo.meetings.queries.campaigns import funnel
from spoiwo.meetings.rules.audience import Candidate, Known, Reason, sifted
from spoiwo.meetings.rules.states import CampaignState, Purpose, Reply, Source, Via
from tests.cast import Cast
from tests.make import (
    make_attendee,
    make_campaign,
    make_invitation,
    make_mandate,
    make_meeting,
    make_organisation,
    make_person,
    make_unit,
)

pytestmark = pytest.mark.django_db
TODAY = dt.date(2030, 8, 1)


@pytest.fixture
def draft(cast: Cast) -> Campaign:
    meeting = make_meeting(cast.ours, venue="Dom kultury")
    return actions.start_campaign(
        cast.ours,
        by=cast.anna.actor,
        meetings=[meeting],
        title="Konferencja",
        answer_by=dt.datetime(2030, 10, 1, 21, 59, tzinfo=dt.UTC),
        sender_name="Powiatowy Urząd Pracy",
    )


def official(cast: Cast, office: str, family_name: str = "Nowak", **fields: object):
    """A person with a function in an institution of our contact book."""
    body = make_organisation(office, book=cast.ours.book, **fields)
    person = make_person("Ewa", family_name, book=cast.ours.book, email=f"{family_name.lower()}@example.org")
    return make_mandate(body, "dyrektor", person=person)


def test_a_segment_takes_people_and_offices_without_a_person(cast: Cast, draft: Campaign) -> None:
    official(cast, "Szkoła w Leoncinie", sector="education")
    make_organisation("Firma Jodła", sector="business", email="biuro@jodla.example")
    everybody = sifted_segment(draft, Segment(), TODAY)
    assert [(one.name, one.reason) for one in everybody] == [("Ewa Nowak", None), ("Firma Jodła", None)]
    schools = sifted_segment(draft, Segment(sectors=["education"]), TODAY)
    assert [one.salutation for one in schools] == ["Szanowna Pani Dyrektor"]
    directors = sifted_segment(draft, Segment(function="DYREKTOR"), TODAY)
    assert [one.name for one in directors] == ["Ewa Nowak"]


def test_a_segment_narrows_by_place_and_by_who_came_before(cast: Cast, draft: Campaign) -> None:
    place = make_unit("1414032", "Leoncin")
    mandate = official(cast, "Szkoła w Leoncinie", place=place)
    official(cast, "Szkoła gdzie indziej", "Lis")
    assert [one.family_name for one in sifted_segment(draft, Segment(places=["1414"]), TODAY)] == ["Nowak"]
    earlier = make_meeting(cast.ours, "Wcześniejsze")
    invitation = make_invitation(make_campaign(cast.ours, earlier), person=mandate.person)
    make_attendee(earlier, invitation=invitation, presence="present")
    assert [one.family_name for one in sifted_segment(draft, Segment(came_to=[earlier.pk]), TODAY)] == [
        "Nowak"
    ]
    assert sifted_segment(draft, Segment(came_to=[earlier.pk], stayed_away=True), TODAY) == []


def test_people_of_another_controller_s_book_are_never_candidates(cast: Cast, draft: Campaign) -> None:
    body = make_organisation("Fundacja")
    make_mandate(body, person=make_person("Obca", "Osoba", book=cast.theirs.book, email="o@example.org"))
    assert [one.family_name for one in sifted_segment(draft, Segment(), TODAY)] == [""]


def test_those_left_out_are_shown_with_the_reason(cast: Cast, draft: Campaign) -> None:
    twice = official(cast, "Gmina Leoncin")
    make_mandate(make_organisation("Gmina Czosnów"), "radna", person=twice.person)
    official(cast, "Biuro bez adresu", "Cicha").person.__class__.objects.filter(family_name="Cicha").update(
        email=""
    )
    official(cast, "Zlikwidowana", "Dawna", ended_on=dt.date(2020, 1, 1))
    official(cast, "Zrezygnowała", "Odmowna")
    marks.unsubscribe("odmowna@example.org", cast.ours.pk)
    reasons = {
        one.name: one.reason
        for one in sifted_segment(draft, Segment(with_offices=False), TODAY)
        if one.reason
    }
    assert reasons == {
        "Ewa Nowak": Reason.SAME_PERSON,
        "Ewa Cicha": Reason.UNREACHABLE,
        "Ewa Dawna": Reason.ENDED,
        "Ewa Odmowna": Reason.UNSUBSCRIBED,
    }


def test_one_mailbox_of_an_office_serves_several_people() -> None:
    people = [
        Candidate(given_name="A", family_name=name, organisation_name="Urząd", email="biuro@x.pl")
        for name in "BC"
    ]
    assert [one.reason for one in sifted(people, Known(set(), {}))] == [None, None]


def test_a_wished_channel_without_an_address_gives_way() -> None:
    [found] = sifted([Candidate(family_name="A", channel="letter", email="a@x.pl")], Known(set(), {}))
    assert (found.channel, found.reason) == ("email", None)


def test_the_page_shows_everybody_before_anybody_is_added(cast: Cast, draft: Campaign) -> None:
    official(cast, "Szkoła w Leoncinie")
    address = f"/campaigns/{draft.pk}/addressees/segment/"
    page = cast.anna.client.get(address, {"look": "1", "with_offices": "on"}).content.decode()
    assert "Ewa Nowak" in page
    assert Invitation.objects.count() == 0
    for _press in range(2):
        assert cast.anna.client.post(address, {"with_offices": "on"}).status_code == 302
    invitation = Invitation.objects.get()
    assert (invitation.number, invitation.source, invitation.channel) == (1, Source.SEGMENT, "email")


def test_a_number_no_meeting_has_is_no_choice(cast: Cast, draft: Campaign) -> None:
    address = f"/campaigns/{draft.pk}/addressees/segment/"
    assert cast.anna.client.get(address, {"look": "1", "came_to": "9" * 30}).status_code in (200, 422)
    answer = cast.anna.client.post(f"/campaigns/{draft.pk}/edit/", {"meetings": ["9" * 30]})
    assert answer.status_code == 422


def test_everybody_gets_one_letter_however_often_launch_is_pressed(cast: Cast, draft: Campaign) -> None:
    for number in range(3):
        make_invitation(draft, "Jan", f"Nazwisko{number}", salutation="Szanowny Panie")
    address = f"/campaigns/{draft.pk}/launch/"
    for _press in range(2):
        cast.anna.client.post(address, {"hold": "1"})
    letters = list(Letter.objects.order_by("id"))
    assert [letter.state for letter in letters] == [State.HELD] * 3
    assert all(letter.text.startswith("Szanowny Panie,\n") for letter in letters)
    codes = set(Invitation.objects.values_list("code", flat=True))
    assert {code for code in codes for letter in letters if code in letter.text} == codes
    draft.refresh_from_db()
    assert (draft.state, draft.prepared_count) == (CampaignState.LAUNCHED, 3)
    assert funnel(draft).held == 3


def test_an_empty_campaign_is_not_launched(cast: Cast, draft: Campaign) -> None:
    with pytest.raises(Refused):
        actions.launch_campaign(draft, by=cast.anna.actor, at=timezone.now())
    draft.refresh_from_db()
    assert draft.state == CampaignState.DRAFT


def test_who_joins_a_campaign_under_way_is_written_to_at_once(cast: Cast, draft: Campaign) -> None:
    make_invitation(draft)
    actions.launch_campaign(draft, by=cast.anna.actor, at=timezone.now(), hold=True)
    late = Candidate(family_name="Spóźniona", organisation_name="Urząd", email="s@example.org")
    actions.add_addressees(draft, [late], by=cast.anna.actor, source=Source.HAND)
    assert Letter.objects.filter(to="s@example.org").count() == 1


def test_reminders_go_to_the_silent_who_were_chosen(cast: Cast, draft: Campaign) -> None:
    said = make_invitation(draft, "Jan", "Odpowiedział", sector="business")
    make_invitation(draft, "Jan", "Milczący", sector="business")
    make_invitation(draft, "Jan", "Inny", sector="education")
    actions.launch_campaign(draft, by=cast.anna.actor, at=timezone.now(), hold=True)
    answer_invitation(said, by=cast.anna.actor, at=timezone.now(), via=Via.PHONE, reply=Reply.NO)
    address = f"/campaigns/{draft.pk}/reminders/new/?sector=business"
    fields = {
        "subject": "Przypominamy: {tytuł}",
        "body": "{zwrot},\nprosimy o odpowiedź: {odnośnik}",
        "hold": "on",
    }
    assert cast.anna.client.post(address, fields).status_code == 302
    [reminder] = Letter.objects.filter(batch__contains=f":{Purpose.REMINDER}")
    assert (reminder.to_name, reminder.subject) == ("Jan Milczący", "Przypominamy: Konferencja")


def test_an_unknown_field_in_a_wording_is_named_with_its_line_and_nothing_is_lost(
    cast: Cast, draft: Campaign
) -> None:
    address = f"/campaigns/{draft.pk}/texts/invitation/"
    fields = {"subject": "Zaproszenie", "body": "Dzień dobry,\n{zwort}", "save": "1"}
    response = cast.anna.client.post(address, fields)
    page = response.content.decode()
    assert response.status_code == 422
    assert "zwort" in page
    assert "{zwrot}" in page or "{salutation}" in page
    assert draft.texts.get(purpose="invitation").body != fields["body"]


def test_a_wording_is_shown_as_any_addressee_reads_it_and_tried_on_oneself(
    cast: Cast, draft: Campaign
) -> None:
    make_invitation(draft, "Łucja", "Żółć", salutation="Szanowna Pani")
    second = make_invitation(draft, "Jan", "Lis", salutation="Szanowny Panie")
    address = f"/campaigns/{draft.pk}/texts/invitation/"
    fields = {"subject": "S", "body": "{zwrot} {imię_i_nazwisko_celownik}", "reader": second.number}
    page = cast.anna.client.post(address, fields | {"preview": "1"}).content.decode()
    assert "Szanowny Panie Janowi Lisowi" in page
    cast.anna.client.post(address, fields | {"test": "1"})
    letter = Letter.objects.get()
    assert (letter.to, letter.about_id) == (cast.anna.user.email, None)


LIST = """Instytucja;Imię;Nazwisko;E-mail;Telefon
Fundacja A;Jan;Adamski;jan@a.example;
Fundacja A;Jan;Adamski;jan@a.example;
Fundacja B;Ewa;Baran;zły adres;
Fundacja C;;;biuro@c.example;
"""


def test_a_list_is_shown_with_its_mistakes_and_added_once(cast: Cast, draft: Campaign) -> None:
    make_organisation("Fundacja A", book=cast.ours.book)
    file = SimpleUploadedFile("lista.csv", LIST.encode("cp1250"), "text/csv")
    sent = cast.anna.client.post(f"/campaigns/{draft.pk}/lists/new/", {"file": file})
    page = cast.anna.client.get(sent["Location"]).content.decode()
    assert "zły adres" in page
    assert Invitation.objects.count() == 0
    for _press in range(2):
        cast.anna.client.post(sent["Location"])
    people = Invitation.objects.order_by("number")
    assert [(one.name, one.organisation is not None) for one in people] == [
        ("Jan Adamski", True),
        ("Fundacja C", False),
    ]
    assert bytes(GuestList.objects.get().content) == b""


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.4", b"a;b\n", "zażółć".encode("utf-16")])
def test_a_file_that_is_no_list_is_refused_in_words(cast: Cast, draft: Campaign, content: bytes) -> None:
    file = SimpleUploadedFile("lista.csv", content, "text/csv")
    response = cast.anna.client.post(f"/campaigns/{draft.pk}/lists/new/", {"file": file})
    assert response.status_code == 422
    assert GuestList.objects.count() == 0


def test_letters_by_post_are_one_file_and_are_marked_when_posted(cast: Cast, draft: Campaign) -> None:
    for name in ("Adamski", "Baran"):
        make_invitation(draft, "Jan", name, channel="letter", post=f"Jan {name}\nul. Długa 1\n05-155 Leoncin")
    make_invitation(draft, "Ewa", "Cicha", channel="e_delivery", e_delivery="AE:PL-1")
    make_invitation(draft, "Ewa", "Dzwon", channel="phone", phone="22 111 22 33")
    actions.launch_campaign(draft, by=cast.anna.actor, at=timezone.now())
    papers = f"/campaigns/{draft.pk}/papers/"
    run = pypdf.PdfReader(io.BytesIO(cast.anna.client.get(f"{papers}letters/").content))
    assert ["Adamski" in run.pages[0].extract_text(), "Baran" in run.pages[-1].extract_text()] == [True, True]
    package = zipfile.ZipFile(io.BytesIO(cast.anna.client.get(f"{papers}package/").content))
    assert sorted(package.namelist()) == ["0001-ewa-cicha.pdf", "adresy.csv"]
    for paper in ("labels", "calls", "silent"):
        assert cast.anna.client.get(f"{papers}{paper}/").content[:5] == b"%PDF-"
    cast.anna.client.post(f"{papers}posted/", {"channel": "letter"})
    states = dict(Letter.objects.values_list("channel", "state").distinct())
    assert states == {Channel.LETTER: State.SENT, Channel.E_DELIVERY: State.READY, Channel.PHONE: State.READY}


def test_a_campaign_of_others_is_hidden_and_its_records_cannot_be_reached_through_ours(
    cast: Cast, draft: Campaign
) -> None:
    theirs = make_invitation(make_campaign(cast.theirs, make_meeting(cast.theirs)))
    for address in (f"/campaigns/{theirs.campaign_id}/", theirs.get_absolute_url()):
        assert cast.anna.client.get(address).status_code == 404
    assert cast.anna.client.get(f"/campaigns/{draft.pk}/addressees/{theirs.pk}/").status_code == 404


def test_a_meeting_somebody_chose_stays_in_the_campaign(cast: Cast, draft: Campaign) -> None:
    invitation = make_invitation(draft)
    actions.launch_campaign(draft, by=cast.anna.actor, at=timezone.now(), hold=True)
    meeting = draft.meetings.get()
    answer_invitation(
        invitation, by=cast.anna.actor, at=timezone.now(), via=Via.DESK, reply=Reply.YES, meeting=meeting
    )
    other = make_meeting(cast.ours, "Inne")
    with pytest.raises(Refused):
        actions.edit_campaign(draft, by=cast.anna.actor, meetings=[other])


def test_the_log_tells_everything_over_all_channels(cast: Cast, draft: Campaign) -> None:
    invitation = make_invitation(draft)
    actions.launch_campaign(draft, by=cast.anna.actor, at=timezone.now(), hold=True)
    Letter.objects.update(state=State.BOUNCED, answer="5.1.1 unknown user", sent_at=timezone.now())
    answer_invitation(
        invitation, by=cast.anna.actor, at=timezone.now(), via=Via.PHONE, reply=Reply.NO, note="urlop"
    )
    page = cast.anna.client.get(invitation.get_absolute_url()).content.decode()
    for words in ("5.1.1 unknown user", "urlop", "Anna Zielińska"):
        assert words in page


def test_the_page_of_a_campaign_asks_the_same_queries_whatever_its_size(
    cast: Cast, draft: Campaign, django_assert_max_num_queries
) -> None:
    def count() -> int:
        with django_assert_max_num_queries(60) as seen:
            assert cast.anna.client.get(draft.get_absolute_url()).status_code == 200
        return len(seen)

    make_invitation(draft)
    count()  # what is read once per process stays out of the comparison
    few = count()
    for number in range(30):
        make_invitation(draft, "Jan", f"N{number}")
    assert count() == few


def test_the_secretariat_of_an_office_with_several_guests_gets_one_link_for_all(
    cast: Cast, draft: Campaign
) -> None:
    office = make_organisation("Urząd Gminy Leoncin", email="sekretariat@leoncin.example")
    alone = make_organisation("Fundacja", email="biuro@fundacja.example")
    people = [
        Candidate(
            organisation_id=body.pk,
            family_name=name,
            organisation_name=body.name,
            email=f"{name}@x.pl".lower(),
        )
        for name, body in (("Adamski", office), ("Baran", office), ("Cicha", alone))
    ]
    actions.add_addressees(draft, people, by=cast.anna.actor, source=Source.LIST)
    actions.launch_campaign(draft, by=cast.anna.actor, at=timezone.now(), hold=True)
    [letter] = Letter.objects.filter(batch__endswith=":office")
    code = Invitation.objects.get(family_name="Baran").office_code
    assert letter.to == "sekretariat@leoncin.example"
    assert all(words in letter.text for words in ("– Adamski", "– Baran", f"/o/{code}/"))
    assert "Cicha" not in letter.text


def test_people_of_an_institution_known_only_by_name_share_an_office_link(
    cast: Cast, draft: Campaign
) -> None:
    people = [
        Candidate(family_name=name, organisation_name="Firma Jodła", email="b@x.pl") for name in ("A", "B")
    ]
    people.append(Candidate(family_name="C", organisation_name="Inna", email="c@x.pl"))
    made = actions.add_addressees(draft, people, by=cast.anna.actor, source=Source.LIST)
    assert made[0].office_code == made[1].office_code != made[2].office_code


def test_one_click_in_a_mail_program_ends_the_invitations(cast: Cast, draft: Campaign) -> None:
    make_invitation(draft, email="gosc@example.org")
    actions.launch_campaign(draft, by=cast.anna.actor, at=timezone.now(), hold=True)
    letter = Letter.objects.get()
    strict = Client(enforce_csrf_checks=True)
    address = letter.unsubscribe_url.partition("://")[2].partition("/")[2]
    assert strict.get(f"/{address}").status_code == 200
    assert marks.marks_of(["gosc@example.org"], cast.ours.pk) == {}
    assert strict.post(f"/{address}", {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert "unsubscribed" in marks.marks_of(["gosc@example.org"], cast.ours.pk)["gosc@example.org"]
    assert marks.marks_of(["gosc@example.org"], cast.theirs.pk) == {}


def test_two_presses_begin_one_campaign(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    fields = {"title": "Konferencja", "meetings": meeting.pk, "answer_by": "2030-10-01", "sender_name": "PUP"}
    codes = [cast.anna.client.post("/campaigns/new/", fields).status_code for _press in range(2)]
    assert (codes, Campaign.objects.count()) == ([302, 422], 1)


def test_the_region_sees_figures_and_no_way_to_people(cast: Cast, draft: Campaign) -> None:
    page = cast.roman.client.get(draft.get_absolute_url()).content.decode()
    assert "/addressees/" not in page
    assert "/letters/" not in page
