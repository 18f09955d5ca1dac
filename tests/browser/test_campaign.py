"""The Płock campaign at full size, clicked through: 1,040 invitations, answers by link, telephone and desk, the door."""

import csv
import datetime as dt
import io
import random
import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from spoiwo.home.demo_people import generated
from spoiwo.kit.actor import SYSTEM
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import State
from spoiwo.meetings.actions.answers import answer_invitation
from spoiwo.meetings.models import Attendee, Campaign, Invitation, Meeting, Station
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.meetings.rules.states import Presence, Reply, Via
from spoiwo.places.actions import load_shipped_register
from spoiwo.places.models import Unit
from spoiwo.places.rules import Level
from tests.cast import Cast
from tests.make import make_meeting

INVITED, COMING = 1040, 310
HEADER = [
    "Instytucja",
    "Imię",
    "Nazwisko",
    "Funkcja",
    "Gmina",
    "E-mail",
    "Telefon",
    "Ulica",
    "Kod pocztowy",
    "Miejscowość",
]


@pytest.fixture
def communes(cast: Cast) -> list[Unit]:
    """The communes of the county of Płock, each with a meeting next month."""
    load_shipped_register(by=SYSTEM)
    found = list(
        Unit.objects.valid().filter(level=Level.COMMUNE, code__startswith="1419").order_by("name_key")
    )
    begins = timezone.now().replace(minute=0, second=0, microsecond=0) + dt.timedelta(days=30)
    for number, commune in enumerate(found):
        starts = begins + dt.timedelta(days=number)
        make_meeting(
            cast.ours,
            f"Spotkanie w gminie {commune.name}",
            starts_at=starts,
            commune=commune,
            venue="Urząd Gminy",
        )
    return found


def guest_file(communes: list[Unit]) -> bytes:
    """1,040 addressees of all communes, as an office would have them in a spreadsheet."""
    chance, text = random.Random(1), io.StringIO()
    table = csv.writer(text, delimiter=";")
    table.writerow(HEADER)
    share, rest = divmod(INVITED, len(communes))
    for number, commune in enumerate(communes):
        for one in generated(chance, commune.pk, commune.name, share + (number < rest)):
            street = [f"ul. Przykładowa {number + 1}", "09-400", commune.name]
            table.writerow(
                [
                    one.organisation_name,
                    one.given_name,
                    one.family_name,
                    one.function,
                    commune.code,
                    one.email,
                    one.phone,
                    *street,
                ]
            )
    return text.getvalue().encode("cp1250")


def test_a_campaign_over_all_communes_of_a_county(
    cast: Cast, communes: list[Unit], open_as: Callable[..., Page]
) -> None:
    page = open_as(cast.anna, viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    campaign = begin(page)
    bring_in(page, campaign, communes)
    launch(page, campaign)
    answer_by_link(open_as, campaign)
    answer_at_the_desk(page, campaign)
    answer_for_the_rest(cast, campaign)
    assert Invitation.objects.filter(campaign=campaign, reply=Reply.YES).count() == COMING
    meeting = check_in(page, open_as, campaign)
    close(page, open_as, meeting)
    page.goto(f"/campaigns/{campaign.pk}/figures/")
    expect(page.locator("#commune tbody tr")).to_have_count(len(communes))
    page.goto(campaign.get_absolute_url())
    expect(page.locator(".sp-figures").first).to_contain_text("1 040")
    assert [one for one in complaints if "ERR_INTERNET_DISCONNECTED" not in one] == []


def begin(page: Page) -> Campaign:
    """The campaign over all meetings."""
    page.goto("/campaigns/new/")
    page.fill("[name=title]", "Spotkania promujące program partnerstwa lokalnego")
    page.fill("[name=sender_name]", "Powiatowy Urząd Pracy w Płocku")
    page.fill("[name=answer_by]", f"{timezone.localdate() + dt.timedelta(days=20)}")
    for box in page.locator("[name=meetings]").all():
        box.check()
    page.locator("main form .btn-primary").click()
    return Campaign.objects.get()


def bring_in(page: Page, campaign: Campaign, communes: list[Unit]) -> None:
    """The list from the file, seen before it is added."""
    page.goto(f"/campaigns/{campaign.pk}/lists/new/")
    page.set_input_files(
        "[name=file]", {"name": "goscie.csv", "mimeType": "text/csv", "buffer": guest_file(communes)}
    )
    page.locator("main form .btn-primary").click()
    expect(page.locator("#coming")).to_contain_text("1 040")
    assert Invitation.objects.count() == 0
    page.locator("main form .btn-primary").first.click()
    assert Invitation.objects.exclude(commune=None).count() == INVITED


def launch(page: Page, campaign: Campaign) -> None:
    """One press; the worker hands the e-mails over, the others wait to be printed."""
    page.goto(f"/campaigns/{campaign.pk}/launch/")
    page.locator("button[name=hold][value='0']").click()
    by_email = Letter.objects.filter(channel="email")
    assert Letter.objects.count() == INVITED
    assert by_email.filter(state=State.SENT).count() == by_email.count()


def answer_by_link(open_as: Callable[..., Page], campaign: Campaign) -> None:
    """Two guests on their phones, one with JavaScript switched off, one with a deputy."""
    first, second = Invitation.objects.filter(campaign=campaign).order_by("number")[:2]
    phone = open_as(None, viewport={"width": 390, "height": 844}, java_script_enabled=False)
    letter = Letter.objects.get(about_id=first.pk)
    address = re.search(r"/i/\w+/", letter.text)
    assert address is not None
    phone.goto(address[0])
    phone.locator("button[value^='yes-']").first.click()
    expect(phone.locator("[role=status]")).to_be_visible()
    phone.goto(f"/i/{second.code}/deputy/")
    phone.locator("[name=meeting]").select_option(index=1)
    phone.fill("[name=given_name]", "Ewa")
    phone.fill("[name=family_name]", "Zastępcza")
    phone.locator("main button.main").click()
    assert Attendee.objects.filter(family_name="Zastępcza").count() == 1


def answer_at_the_desk(page: Page, campaign: Campaign) -> None:
    """The clerk's hands stay on the keyboard: letters of a name, Enter, a digit."""
    third = Invitation.objects.filter(campaign=campaign).order_by("number")[2]
    page.goto(f"/campaigns/{campaign.pk}/desk/")
    page.keyboard.type(str(third.number))
    expect(page.locator("[data-found] a")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("[data-desk-form]")).to_be_visible()
    page.wait_for_load_state("load")  # its script listens to the keys from then on
    page.keyboard.press("2")
    expect(page.locator("#desk-q")).to_be_focused(timeout=15_000)
    third.refresh_from_db()
    assert (third.reply, third.via) == (Reply.YES, Via.PHONE)


def answer_for_the_rest(cast: Cast, campaign: Campaign) -> None:
    """What the telephone and the desk bring in over two weeks."""
    by_commune = {meeting.commune_id: meeting for meeting in campaign.meetings.all()}
    missing = COMING - Invitation.objects.filter(campaign=campaign, reply=Reply.YES).count()
    silent = list(
        Invitation.objects.filter(campaign=campaign, reply=Reply.NONE).order_by("number")[: missing + 150]
    )
    for number, one in enumerate(silent):
        is_yes = number < missing
        answer_invitation(
            one,
            by=cast.anna.actor,
            at=timezone.now(),
            via=Via.DESK if number % 3 else Via.PHONE,
            reply=Reply.YES if is_yes else Reply.NO,
            meeting=by_commune[one.commune_id] if is_yes else None,
        )


def check_in(page: Page, open_as: Callable[..., Page], campaign: Campaign) -> Meeting:
    """A station on a phone lets people in, without a network too, and each counts once."""
    meeting = (
        Meeting.objects.filter(attendees__presence=Presence.EXPECTED).distinct().order_by("starts_at")[0]
    )
    people = meeting.attendees.filter(presence=Presence.EXPECTED).order_by("name_key", "pk")
    # One code of a hundred and thirty holds no digit; and a name of thirteen letters, read as a code, would hold two.
    people.filter(pk=people[1].pk).update(code=LETTERS)
    people.filter(pk=people[2].pk).update(given_name="Maria", family_name="Kowalska")
    page.goto(f"/meetings/{meeting.pk}/stations/")
    page.fill("[name=name]", "Wejście")
    page.locator("button[name=open]").click()
    station = Station.objects.get()
    door = open_as(None, viewport={"width": 390, "height": 844})
    door.goto(f"/door/{station.secret}/")
    expected = list(people)
    expect(door.locator("[data-listed]")).to_have_text(str(len(expected)))
    let_in(door, expected[0].code)
    expect(door.locator("[data-result]")).to_contain_text(expected[0].family_name)
    let_in(door, STRANGE)
    expect(door.locator("[data-result]")).to_contain_text("Nieznany kod")
    wait_until_kept(door)
    door.context.set_offline(True)
    for person, typed in zip(expected[1:3], [LETTERS, "Kowalska Maria"], strict=True):
        let_in(door, typed)
        expect(door.locator("[data-result]")).to_contain_text(person.family_name)
    assert meeting.attendees.came().count() == 1
    door.reload()  # the page itself opens without a network
    expect(door.locator("[data-link]")).to_contain_text("2")
    door.context.set_offline(False)
    door.wait_for_function("() => JSON.parse(localStorage.getItem(location.pathname)).queue.length === 0")
    assert meeting.attendees.came().count() == 3
    paper = page.request.get(f"/meetings/{meeting.pk}/papers/list/")
    assert paper.body()[:5] == b"%PDF-"
    return meeting


def close(page: Page, open_as: Callable[..., Page], meeting: Meeting) -> None:
    """The meeting is over: who did not come, what was decided, certificates that anybody can confirm."""
    now = timezone.now()
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=now - dt.timedelta(hours=3), ends_at=now)
    page.goto(f"/meetings/{meeting.pk}/closing/")
    page.locator("form[action$='/absence/'] button").click()
    page.fill("[name=head_count]", "3")
    page.fill("[name=decisions]", "Następne spotkanie za miesiąc.")
    page.locator("main form.sp-form .btn-primary").first.click()
    page.goto(f"/meetings/{meeting.pk}/certificates/issue/")
    page.locator("main form .btn-primary").click()
    assert meeting.certificates.count() == 3
    certificate = meeting.certificates.first()
    anybody = open_as(None, viewport={"width": 390, "height": 844})
    anybody.goto(f"/certificates/{certificate.code}/")
    expect(anybody.locator("main")).to_contain_text(certificate.name)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.head_count) == ("held", 3)


LETTERS, STRANGE, *_ = (
    code for code in new_codes(5000, random.Random(13).randbytes) if not any(map(str.isdigit, code))
)


def let_in(door: Page, code: str) -> None:
    """What a hand scanner does: types the code and presses Enter."""
    door.fill("#door-q", code)
    door.press("#door-q", "Enter")


def wait_until_kept(door: Page) -> None:
    """Until the service worker stands and keeps the page."""
    door.wait_for_function(
        "async () => !!navigator.serviceWorker.controller && !!(await caches.match(location.pathname))"
    )
