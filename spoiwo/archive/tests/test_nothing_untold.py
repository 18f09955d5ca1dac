"""A record made of a paper says what the paper says and nothing more: no hours, no text, everybody who signed."""

import datetime as dt
from importlib import import_module
from typing import Any

import icalendar
import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from spoiwo.archive.actions.bringing import bring
from spoiwo.archive.models import Source
from spoiwo.archive.tasks import read_source
from spoiwo.contests.models import Edition
from spoiwo.meetings.models import Meeting
from spoiwo.partnerships.models import Agreement, Section
from spoiwo.register.models import Mandate, Organisation
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAPER = """Partnerstwo w powiecie płockim

18 listopada 2003 roku w Warszawie zawarto Porozumienie w zakresie Wdrażania Modelu Partnerstwa Lokalnego pomiędzy:
województwem mazowieckim reprezentowanym przez Adama Struzika, Marszałka Województwa Mazowieckiego i Tomasza Sieradza
(Członka Zarządu Województwa Mazowieckiego), a powiatem płockim reprezentowanym przez Starostę Powiatu Michała Boszko
i Wicestarostę Jana Ciastka.

W dniach 7–8 marca 2005 r. w Płocku odbyła się konferencja „Partnerstwo w praktyce”. Wzięło w niej udział 40 osób.
"""


def brought(cast: Cast, text: str) -> Source:
    paper = SimpleUploadedFile("notatka.txt", text.encode(), "text/plain")
    made = bring(cast.ours, [paper], by=cast.anna.actor).sources.get()
    read_source.func(made.pk)
    return made


@pytest.fixture
def source(cast: Cast) -> Source:
    return brought(cast, PAPER)


def accept(cast: Cast, source: Source, kind: str) -> None:
    one = source.proposals.get(kind=kind)
    answer = cast.anna.client.post(reverse("archive:proposal", args=[source.pk, one.pk]), {"at_once": "1"})
    assert answer.status_code == 302, answer.content.decode()


@pytest.fixture
def agreement(cast: Cast, source: Source) -> Agreement:
    accept(cast, source, "agreement")
    return Agreement.objects.get()


@pytest.fixture
def meeting(cast: Cast, source: Source) -> Meeting:
    accept(cast, source, "meeting")
    return Meeting.objects.get()


def page(cast: Cast, address: str, **data: Any) -> str:
    return cast.anna.client.get(address, data, headers={"accept-language": "en"}).content.decode()


def test_an_agreement_is_called_as_the_paper_calls_it_and_keeps_all_who_signed(agreement: Agreement) -> None:
    assert agreement.title == "Porozumienie w zakresie Wdrażania Modelu Partnerstwa Lokalnego"
    signed = {str(act.party): act.signatory for act in agreement.acts.select_related("party")}
    assert "Struzik" in signed["województwo mazowieckie"] and "Sieradz" in signed["województwo mazowieckie"]
    assert "Boszko" in signed["powiat płocki"] and "Ciastek" in signed["powiat płocki"]


def test_nobody_is_said_to_have_agreed_on_our_skeleton(cast: Cast, agreement: Agreement) -> None:
    assert not Section.objects.exists()
    assert "has not been written down here" in page(cast, agreement.get_absolute_url())
    paper = reverse("partnerships:document", args=[cast.ours.slug, agreement.pk, "agreement", "pdf"])
    assert cast.anna.client.get(paper).status_code == 404
    assert paper not in page(cast, agreement.get_absolute_url())


def test_the_text_is_written_down_once_and_then_stands(cast: Cast, agreement: Agreement) -> None:
    address = reverse("partnerships:text", args=[cast.ours.slug, agreement.pk])
    typed = {"heading": ["Cel", ""], "body": ["Strony wdrażają Model.", ""]}
    more = cast.anna.client.post(address, typed | {"add": "1"})
    assert "Strony wdrażają Model." in more.content.decode() and not Section.objects.exists()
    assert more.content.decode().count('name="heading"') == 3
    assert cast.ewa.client.post(address, typed).status_code in (403, 404)
    assert cast.anna.client.post(address, typed).status_code == 302
    assert [part.body for part in Section.objects.all()] == ["Strony wdrażają Model."]
    assert cast.anna.client.post(address, typed | {"body": ["Coś innego.", ""]}).status_code in (403, 404)
    assert "Strony wdrażają Model." in page(cast, agreement.get_absolute_url())
    paper = reverse("partnerships:document", args=[cast.ours.slug, agreement.pk, "agreement", "docx"])
    assert cast.anna.client.get(paper).status_code == 200


def test_no_page_table_or_calendar_invents_the_hour(cast: Cast, meeting: Meeting) -> None:
    assert not meeting.has_hours
    shown = page(cast, meeting.get_absolute_url())
    assert "7 March 2005 – 8 March 2005" in shown
    assert "09:00" not in shown and "15:00" not in shown
    every = {"when": "past"}
    listed = page(cast, reverse("meetings:meetings"), **every)
    assert "07.03.2005" in listed and "09:00" not in listed
    table = b"".join(cast.anna.client.get(reverse("meetings:meetings"), every | {"format": "csv"})).decode()
    assert "2005-03-07" in table and "09:00" not in table
    file = cast.anna.client.get(reverse("meetings:meeting_calendar", args=[meeting.pk])).content
    event = icalendar.Calendar.from_ical(file).walk("VEVENT")[0]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (dt.date(2005, 3, 7), dt.date(2005, 3, 9))


def edit(cast: Cast, meeting: Meeting, **hours: str) -> Any:
    data = {"title": "Inny tytuł", "day": "2005-03-07", "begins": "", "ends": "", "summary": "", **hours}
    return cast.anna.client.post(reverse("meetings:meeting_edit", args=[meeting.pk]), data)


def test_another_title_neither_invents_hours_nor_loses_the_last_day(cast: Cast, meeting: Meeting) -> None:
    assert edit(cast, meeting).status_code == 302
    meeting.refresh_from_db()
    assert meeting.title == "Inny tytuł" and not meeting.has_hours
    assert timezone.localdate(meeting.ends_at) == dt.date(2005, 3, 8)
    assert edit(cast, meeting, begins="10:00").status_code == 422
    assert edit(cast, meeting, begins="10:00", ends="14:30").status_code == 302
    meeting.refresh_from_db()
    assert meeting.has_hours and f"{timezone.localtime(meeting.ends_at):%d.%m.%Y %H:%M}" == "08.03.2005 14:30"
    assert "10:00–14:30" in page(cast, meeting.get_absolute_url())


def test_what_was_accepted_before_loses_what_no_paper_said(
    cast: Cast, agreement: Agreement, meeting: Meeting
) -> None:
    version = agreement.versions.get()
    Section.objects.create(version=version, order=0, heading="Cele", body="Celami są: …")
    Meeting.objects.update(has_hours=True)
    migration = import_module("spoiwo.archive.migrations.0005_nothing_untold")
    migration.forget_hours(apps, None)
    migration.forget_texts(apps, None)
    assert not Section.objects.exists() and not Meeting.objects.get().has_hours


def test_what_a_person_wrote_stays(cast: Cast, agreement: Agreement, meeting: Meeting) -> None:
    typed = {"heading": ["Cel"], "body": ["Strony wdrażają Model."]}
    cast.anna.client.post(reverse("partnerships:text", args=[cast.ours.slug, agreement.pk]), typed)
    edit(cast, meeting, begins="10:00", ends="14:30")
    migration = import_module("spoiwo.archive.migrations.0005_nothing_untold")
    migration.forget_hours(apps, None)
    migration.forget_texts(apps, None)
    assert Section.objects.get().body == "Strony wdrażają Model." and Meeting.objects.get().has_hours


AWARDS = """Laureaci konkursu

16 października 2019 r. w Opocznie wręczono nagrody ogólnopolskiego konkursu „Lider Aktywizacji 2019”. Nagrodę główną
w konkursie „Lider Aktywizacji 2019” zdobył Powiatowy Urząd Pracy w Opocznie. Nagrodę odebrała Małgorzata Pantak,
zastępca dyrektora Powiatowego Urzędu Pracy w Opocznie. Wyróżnienie w konkursie „Lider Aktywizacji 2019” otrzymał
Powiatowy Urząd Pracy w Płocku.
"""


@pytest.fixture
def laureates(cast: Cast) -> Source:
    return brought(cast, AWARDS)


def test_laureates_of_one_contest_stand_in_one_contest_and_its_year_is_said_once(
    cast: Cast, laureates: Source
) -> None:
    awards = list(laureates.proposals.filter(kind="award"))
    assert len(awards) == 2
    for one in awards:
        cast.anna.client.post(reverse("archive:proposal", args=[laureates.pk, one.pk]), {"at_once": "1"})
    edition = Edition.objects.get()
    assert (edition.contest.name, edition.year, edition.name) == (
        "Lider Aktywizacji",
        2019,
        "Lider Aktywizacji 2019",
    )
    assert edition.awards.count() == 2


def test_a_function_of_an_old_paper_is_not_held_today(cast: Cast, laureates: Source) -> None:
    assert laureates.published_on is None
    accept(cast, laureates, "person")
    mandate = Mandate.objects.get(person__family_name="Pantak")
    assert mandate.until == dt.date(2019, 10, 16)


def test_a_function_stands_where_the_person_signed_or_where_the_paper_says(
    cast: Cast, source: Source
) -> None:
    for one in source.proposals.filter(kind="person"):
        cast.anna.client.post(reverse("archive:proposal", args=[source.pk, one.pk]), {"at_once": "1"})
    held = {one.person.family_name: (one.function, one.organisation.name) for one in Mandate.objects.all()}
    assert held["Struzik"] == ("Marszałek Województwa Mazowieckiego", "województwo mazowieckie")
    assert held["Boszko"] == ("Starosta Powiatu", "powiat płocki")
    assert Organisation.objects.filter(name="powiat płocki", kind="county").count() == 1


def test_a_function_is_not_dropped_where_nobody_knows_its_organisation(cast: Cast) -> None:
    text = "Spotkanie\n\n3 maja 2004 r. w Płocku odbyło się spotkanie, które prowadził dr Jan Kowalski, ekspert rynku pracy.\n"
    source = brought(cast, text)
    one = source.proposals.get(kind="person")
    address = reverse("archive:proposal", args=[source.pk, one.pk])
    typed = {"given_name": "Jan", "family_name": "Kowalski", "function": "ekspert"}
    answer = cast.anna.client.post(address, typed, headers={"accept-language": "en"})
    assert answer.status_code == 422 and "in which organisation" in answer.content.decode()
    typed = {
        "given_name": "Jan",
        "family_name": "Kowalski",
        "function": "ekspert",
        "organisation_name": "Instytut Pracy",
    }
    assert cast.anna.client.post(address, typed).status_code == 302
    assert Mandate.objects.get().organisation.name == "Instytut Pracy"


def test_a_course_of_several_days_keeps_its_last_one(cast: Cast) -> None:
    text = "Kursy\n\nOd 2 do 6 kwietnia 2019 r. w Opocznie trwał kurs spawania dla 12 osób.\n"
    source = brought(cast, text)
    accept(cast, source, "training")
    made = Meeting.objects.get()
    assert made.title == "Kurs spawania"
    days = timezone.localdate(made.starts_at), timezone.localdate(made.ends_at)
    assert days == (dt.date(2019, 4, 2), dt.date(2019, 4, 6))


def test_one_press_accepts_a_person_and_says_which_function_was_left_out(cast: Cast) -> None:
    text = "Spotkanie\n\n3 maja 2004 r. w Płocku odbyło się spotkanie, które prowadził dr Jan Kowalski, ekspert rynku pracy.\n"
    source = brought(cast, text)
    one = source.proposals.get(kind="person")
    address = reverse("archive:proposal", args=[source.pk, one.pk])
    cast.anna.client.post(address, {"at_once": "1"}, headers={"accept-language": "en"})
    assert not Mandate.objects.exists()
    assert "The function “ekspert rynku pracy” was left out" in page(cast, source.get_absolute_url())


def test_the_year_of_an_award_is_asked_for_beside_the_year_of_the_paper(cast: Cast) -> None:
    text = "Data publikacji: 4.03.2011\n\nKoło Gospodyń Wiejskich w Leoncinie zdobyło Nagrodę Główną w konkursie „Złoty Kłos”.\n"
    source = brought(cast, text)
    one = source.proposals.get(kind="award")
    shown = page(cast, reverse("archive:proposal", args=[source.pk, one.pk]))
    assert "The source is of 2011 and does not say the year of the award." in shown
