"""Rules of processing, terms that end, a person's data taken out and erased."""

import datetime as dt
import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from spoiwo.audit.models import Entry
from spoiwo.files.models import StoredFile
from spoiwo.mail.marks import unsubscribe
from spoiwo.mail.models import Letter
from spoiwo.mail.post import Written, post_written
from spoiwo.meetings.actions import privacy as actions
from spoiwo.meetings.actions.certificates import issue_certificates
from spoiwo.meetings.actions.door import attach_list
from spoiwo.meetings.models import (
    Attendee,
    Campaign,
    Certificate,
    Invitation,
    Meeting,
    Needs,
    ProcessingRule,
    Question,
)
from spoiwo.meetings.queries.door import station_people
from spoiwo.meetings.queries.privacy import clause_of, overlaps_in
from spoiwo.meetings.queries.takeout import found_people, held_about
from spoiwo.meetings.queries.terms import coming
from spoiwo.meetings.rules.states import Presence, Reply, Subject
from spoiwo.register.models import Person
from tests.cast import Cast
from tests.make import (
    make_attendee,
    make_campaign,
    make_invitation,
    make_meeting,
    make_organisation,
    make_person,
)
from tests.world import PDF

HELD = dt.datetime(2024, 10, 8, 8, 0, tzinfo=dt.UTC)
NEXT_DAY = dt.datetime(2024, 10, 9, 8, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    actions.ensure_rules()
    return make_meeting(cast.ours, starts_at=HELD)


@pytest.fixture
def campaign(cast: Cast, meeting: Meeting) -> Campaign:
    return make_campaign(cast.ours, meeting, answer_by=HELD)


@pytest.fixture
def guest(cast: Cast, campaign: Campaign, meeting: Meeting) -> Invitation:
    """Somebody who came, with needs, a question, a letter, a certificate, and a record in the register."""
    person = make_person("Zenon", "Wyjątkowy", book=cast.ours.book)
    guest = make_invitation(
        campaign, "Zenon", "Wyjątkowy", person=person, organisation=make_organisation("Gmina Leoncin"),
        function="wójt", email="zenon@example.org", phone="600 100 200", post="ul. Cicha 1", salutation="Szanowny Panie",
        meeting=meeting, reply=Reply.YES, sector="government", office_code="0000000000000",
    )  # fmt: skip
    guest.answers.create(reply=Reply.YES, meeting=meeting, via="phone", at=HELD, note="dzwonił Zenon")
    Needs.objects.create(invitation=guest, diet="wegetariańska", access=["lift"])
    Question.objects.create(invitation=guest, text="Czy Zenon może zabrać syna?", answer="Tak, panie Zenonie")
    place = make_attendee(
        meeting, "Zenon", "Wyjątkowy", invitation=guest, code=guest.code, function="wójt", sector="government",
        presence=Presence.PRESENT, note="spóźnił się",
    )  # fmt: skip
    letter = Written(
        to="zenon@example.org", to_name="Zenon Wyjątkowy", subject="Zaproszenie", text="Panie Zenonie",
        about_kind="meetings.invitation", about_id=guest.pk, scope=cast.ours.pk,
    )  # fmt: skip
    post_written([letter])
    issue_certificates(meeting, [place.pk], by=cast.anna.actor, at=NEXT_DAY)
    return guest


def everything() -> str:
    """All that the tables of meetings and letters and the history hold, as text."""
    models = (Invitation, Attendee, Needs, Question, Certificate, Letter, Entry)
    rows = [row for model in models for row in model.objects.values()]
    return json.dumps(rows, default=str, ensure_ascii=False)


def test_shipped_rules_are_loaded_once_and_cover_every_kind_without_overlaps() -> None:
    assert actions.ensure_rules() == ProcessingRule.objects.count()
    assert actions.ensure_rules() == 0
    rules = list(ProcessingRule.objects.all())
    assert {rule.subject for rule in rules} == set(Subject)
    assert overlaps_in(rules) == {}


def test_the_clause_names_the_controller_and_leaves_out_who_is_not_named(cast: Cast) -> None:
    actions.ensure_rules()
    cast.ours.controller = make_organisation("Powiatowy Urząd Pracy")
    cast.ours.controller_contact = "iod@pup.example.org"
    said = clause_of(cast.ours, Subject.INVITATIONS)
    assert "jest Powiatowy Urząd Pracy. Kontakt w sprawach ochrony danych: iod@pup.example.org. Dane" in said
    cast.ours.controller_contact = ""
    assert "Kontakt" not in clause_of(cast.ours, Subject.INVITATIONS)
    assert "{" not in clause_of(cast.theirs, Subject.INVITATIONS)


def test_the_day_of_the_meeting_decides_which_law_is_named(cast: Cast) -> None:
    actions.ensure_rules()
    old = ProcessingRule.objects.get(subject=Subject.INVITATIONS, until__isnull=False)
    actions.save_rule(ProcessingRule(
        partnership=cast.ours, subject=Subject.INVITATIONS, purpose="Własny", basis="Własna", keep_years=1,
        clause="Nasza.", since=dt.date(2026, 1, 1),
    ), by=cast.anna.actor)  # fmt: skip
    assert clause_of(cast.ours, Subject.INVITATIONS, dt.date(2024, 10, 8))[-20:] == old.clause[-20:]
    assert clause_of(cast.ours, Subject.INVITATIONS, dt.date(2026, 10, 8)) == "Nasza."
    assert clause_of(cast.theirs, Subject.INVITATIONS, dt.date(2026, 10, 8)) != "Nasza."


RULE = {"subject": "needs", "purpose": "Cel", "basis": "Zgoda", "keep_days": "7", "clause": "Tak."}


def test_a_coordinator_keeps_rules_of_the_own_partnership_only(cast: Cast) -> None:
    actions.ensure_rules()
    common = ProcessingRule.objects.filter(partnership=None).first()
    assert (
        cast.anna.client.post("/privacy/rules/new/", RULE | {"partnership": cast.ours.pk}).status_code == 302
    )
    assert cast.anna.client.post("/privacy/rules/new/", RULE).status_code == 422
    assert (
        cast.anna.client.post("/privacy/rules/new/", RULE | {"partnership": cast.theirs.pk}).status_code
        == 422
    )
    assert cast.anna.client.post(f"/privacy/rules/{common.pk}/", RULE).status_code == 403
    assert cast.adam.client.post(f"/privacy/rules/{common.pk}/", RULE).status_code == 302
    own = ProcessingRule.objects.get(partnership=cast.ours)
    assert cast.celina.client.post(f"/privacy/rules/{own.pk}/", RULE).status_code == 404
    assert cast.celina.client.post(f"/privacy/rules/{own.pk}/removal/").status_code == 404
    cast.anna.client.post(f"/privacy/rules/{own.pk}/removal/")
    cast.adam.client.post(f"/privacy/rules/{common.pk}/removal/")
    assert list(ProcessingRule.objects.filter(pk__in=[own.pk, common.pk])) == [common]


@pytest.mark.parametrize(
    "wrong",
    [
        {"keep_days": ""},
        {"keep_years": "5"},
        {"since": "2025-02-01", "until": "2025-01-01"},
        {"clause": "Administratorem jest {nikt}."},
    ],
)
def test_a_rule_that_says_nothing_sound_is_refused_at_its_place(cast: Cast, wrong: dict[str, str]) -> None:
    answer = cast.adam.client.post("/privacy/rules/new/", RULE | wrong)
    assert answer.status_code == 422
    assert answer.content.decode().count('sp-error"') == 1
    assert not ProcessingRule.objects.exists()


def test_overlapping_rules_are_pointed_out(cast: Cast) -> None:
    for _copy in range(2):
        cast.adam.client.post("/privacy/rules/new/", RULE)
    assert cast.adam.client.get("/privacy/rules/").content.decode().count("sp-chip stop") == 2


def test_needs_go_after_a_fortnight_and_names_after_five_full_years(
    guest: Invitation, meeting: Meeting
) -> None:
    days = {due.subject: due.day for due in coming(None)}
    assert days[Subject.NEEDS] == dt.date(2024, 10, 23)
    assert days[Subject.INVITATIONS] == days[Subject.ATTENDANCE] == dt.date(2030, 1, 1)
    day_before = dt.datetime(2024, 10, 22, 12, tzinfo=dt.UTC)
    assert not any(actions.erase_due(day_before).values())
    assert actions.erase_due(day_before + dt.timedelta(days=1))[Subject.NEEDS] == 1
    assert not Needs.objects.exists() and Invitation.objects.get().name == "Zenon Wyjątkowy"


def test_when_the_terms_end_only_counts_stay(
    cast: Cast, guest: Invitation, meeting: Meeting, django_capture_on_commit_callbacks
) -> None:
    guest.campaign.lists.create(file_name="lista.csv", content="Zenon Wyjątkowy".encode())
    attach_list(meeting, SimpleUploadedFile("lista.pdf", PDF), by=cast.anna.actor)
    with django_capture_on_commit_callbacks(execute=True):
        done = actions.erase_due(dt.datetime(2030, 1, 1, 1, tzinfo=dt.UTC))
    assert (done[Subject.INVITATIONS], done[Subject.ATTENDANCE], done[Subject.CERTIFICATES]) == (1, 1, 1)
    assert not any(
        word in everything().lower() for word in ("zenon", "wyjątkowy", "600 100", "wójt", "cicha")
    )
    invitation, place = Invitation.objects.get(), Attendee.objects.get()
    assert (invitation.reply, invitation.sector) == (Reply.YES, "government")
    assert (place.presence, place.sector) == (Presence.PRESENT, "government")
    assert bytes(guest.campaign.lists.get().content) == b"" and not StoredFile.objects.exists()
    assert not any(actions.erase_due(dt.datetime(2030, 1, 2, 1, tzinfo=dt.UTC)).values())


def test_those_who_chose_no_meeting_go_with_the_campaigns_last_one(campaign: Campaign) -> None:
    make_invitation(campaign, "Ola", "Milcząca")
    (due,) = coming(None)
    assert (due.campaign, due.day) == (campaign, dt.date(2030, 1, 1))
    assert actions.erase_due(dt.datetime(2030, 1, 1, 1, tzinfo=dt.UTC))[Subject.INVITATIONS] == 1


def test_more_than_a_batch_is_erased(campaign: Campaign, meeting: Meeting, monkeypatch) -> None:
    monkeypatch.setattr(actions, "BATCH", 2)
    for number in range(5):
        make_invitation(campaign, "Jan", f"Gość{number}", meeting=meeting)
    assert actions.erase_due(dt.datetime(2030, 1, 1, 1, tzinfo=dt.UTC))[Subject.INVITATIONS] == 5
    assert Entry.objects.filter(verb="meetings.term_ended").count() == 3


def test_without_a_rule_nothing_is_erased_and_the_page_says_so(cast: Cast) -> None:
    make_attendee(make_meeting(cast.ours, "Bez reguły", starts_at=HELD))
    assert not any(actions.erase_due(dt.datetime(2050, 1, 1, tzinfo=dt.UTC)).values())
    assert "Bez reguły" in cast.anna.client.get("/privacy/terms/").content.decode()


def test_examples_are_not_erased(cast: Cast, guest: Invitation) -> None:
    cast.ours.is_example = True
    cast.ours.save()
    assert not any(actions.erase_due(dt.datetime(2050, 1, 1, tzinfo=dt.UTC)).values())
    assert "Zenon" in everything()


def test_a_person_is_found_by_name_and_address_in_ones_own_partnerships(
    cast: Cast, guest: Invitation
) -> None:
    walk_in = make_attendee(guest.meeting, "Zenon", "Nagły", is_walk_in=True)
    assert {one.key for one in found_people(cast.anna.actor, "zenon")} == {f"i{guest.pk}", f"a{walk_in.pk}"}
    assert [one.key for one in found_people(cast.anna.actor, "Zenon@Example")] == [f"i{guest.pk}"]
    assert found_people(cast.celina.actor, "zenon") == []
    assert found_people(cast.dorota.actor, "zenon") == []


def test_everything_held_is_shown_and_taken_out(cast: Cast, guest: Invitation) -> None:
    unsubscribe(guest.email, cast.ours.pk)
    url = f"/privacy/people/data/?record=i{guest.pk}"
    page = cast.anna.client.get(url).content.decode()
    for word in (
        "wegetariańska",
        "zabrać syna",
        "600 100 200",
        "Panie Zenonie",
        "dzwonił Zenon",
        "spóźnił się",
    ):
        assert word in page
    content = json.loads(cast.anna.client.post(url, {"format": "json"}).content)
    assert content["invitations"][0]["email"] == "zenon@example.org"
    assert content.keys() >= {"answers", "needs", "questions", "places", "certificates", "letters", "marks"}
    paper = PdfReader(io.BytesIO(cast.anna.client.post(url, {"format": "pdf"}).content))
    assert "Wyjątkowy" in " ".join(sheet.extract_text() for sheet in paper.pages)
    assert Entry.objects.filter(verb="meetings.person_taken_out").count() == 4  # two records, two files
    assert cast.anna.client.post(url, {"format": "exe"}).status_code == 404


@pytest.mark.parametrize("page", ["data", "erasure"])
def test_nobody_else_reaches_a_person(cast: Cast, guest: Invitation, page: str) -> None:
    url = f"/privacy/people/{page}/?record=i{guest.pk}"
    assert cast.celina.client.get(url).status_code == 404
    assert cast.celina.client.post(url, {"sure": "1", "format": "json"}).status_code == 404
    for player in (cast.dorota, cast.ewa, cast.bartek, cast.roman):
        assert player.client.post(url, {"sure": "1", "format": "json"}).status_code == 403
    for strange in ("", "?record=i0", "?record=x1", f"?record=i{guest.pk}&record=a999999", "?record=i-1"):
        assert cast.anna.client.get(f"/privacy/people/{page}/{strange}").status_code == 404
    assert Invitation.objects.get().name == "Zenon Wyjątkowy"


def test_a_person_is_erased_after_a_deliberate_yes_and_leaves_counts(cast: Cast, guest: Invitation) -> None:
    url = f"/privacy/people/erasure/?record=i{guest.pk}"
    assert cast.anna.client.post(url).status_code == 422
    assert cast.anna.client.post(url, {"sure": "1"}).status_code == 302
    assert not any(
        word in everything().lower() for word in ("zenon", "wyjątkowy", "600 100", "wójt", "cicha")
    )
    assert Person.objects.get().family_name == "Wyjątkowy"  # the register has its own rules
    assert Attendee.objects.get().presence == Presence.PRESENT and Question.objects.count() == 1
    assert Certificate.objects.get().number == 1
    assert cast.nobody.client.get(f"/i/{guest.code}/").status_code == 404
    assert station_people(guest.meeting_id) == []
    assert cast.anna.client.post(url, {"sure": "1"}).status_code == 404
    assert held_about(cast.anna.actor, [f"i{guest.pk}"]) is None


def test_a_letter_still_to_go_to_an_erased_person_does_not_go(cast: Cast, guest: Invitation) -> None:
    Letter.objects.update(state="held")
    actions.erase_person([guest], [], by=cast.anna.actor, at=NEXT_DAY)
    assert Letter.objects.get().state == "failed"


def test_the_place_of_an_erased_person_is_offered_to_who_waits(cast: Cast) -> None:
    coming_up = make_meeting(cast.ours, capacity=1)
    campaign = make_campaign(cast.ours, coming_up)
    first, second = make_invitation(campaign, "Jan", "Pierwszy"), make_invitation(campaign, "Ewa", "Druga")
    seated = make_attendee(coming_up, invitation=first)
    waiting = make_attendee(coming_up, invitation=second, presence=Presence.WAITING, queued_at=HELD)
    actions.erase_person([first], [], by=cast.anna.actor, at=NEXT_DAY)
    seated.refresh_from_db()
    waiting.refresh_from_db()
    assert (seated.presence, waiting.presence) == (Presence.CANCELLED, Presence.OFFERED)


def test_somebody_who_came_uninvited_is_erased_too(cast: Cast, meeting: Meeting) -> None:
    walk_in = make_attendee(meeting, "Zenon", "Nagły", is_walk_in=True, presence=Presence.PRESENT)
    cast.anna.client.post(f"/privacy/people/erasure/?record=a{walk_in.pk}", {"sure": "1"})
    walk_in.refresh_from_db()
    assert (walk_in.name, walk_in.search_key, walk_in.presence) == ("", "", Presence.PRESENT)
