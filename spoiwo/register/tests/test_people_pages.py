"""People, their functions and the words letters open with."""

import csv
import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from spoiwo import audit
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.register import actions
from spoiwo.register.models import Mandate, Person
from spoiwo.register.rules.address import cases_of, opening_of
from tests.cast import Cast
from tests.make import make_book, make_mandate, make_organisation, make_person

pytestmark = pytest.mark.django_db
LIST, NEW = "/register/people/", "/register/people/new/"


def answers(**changed: Any) -> dict[str, Any]:
    return {"given_name": "Adam", "family_name": "Kozioł", "gender": "", "channel": "email", **changed}


def test_people_of_another_book_do_not_exist(cast: Cast) -> None:
    ours = make_person("Anna", "Nasza", book=cast.ours.book, email="anna@example.org")
    make_person("Celina", "Cudza", book=cast.theirs.book)
    page = cast.anna.client.get(LIST).content.decode()
    assert "Nasza" in page
    assert "Cudza" not in page
    assert cast.celina.client.get(ours.get_absolute_url()).status_code == 404
    assert "Nasza" not in cast.celina.client.get(LIST, {"q": "anna@example.org"}).content.decode()


def test_a_person_is_found_by_name_address_and_organisation(cast: Cast) -> None:
    person = make_person("Łucja", "Żak", book=cast.ours.book)
    make_mandate(make_organisation("Bank Spółdzielczy w Płocku", kind="bank"), "prezes", person=person)
    make_person("Jan", "Inny", book=cast.ours.book)
    for chosen in (
        {"q": "lucja zak"},
        {"q": "żak płock"},
        {"q": "spoldz"},
        {"kind": "bank"},
        {"function": "prez"},
    ):
        page = cast.anna.client.get(LIST, chosen).content.decode()
        assert "Żak" in page, chosen
        assert "Inny" not in page, chosen


def test_the_list_asks_the_database_the_same_however_long_it_is(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    def add() -> None:
        person = make_person(book=cast.ours.book)
        make_mandate(make_organisation(), person=person)
        make_mandate(make_organisation(), person=person)

    same_queries(lambda: cast.anna.client.get(LIST), add)
    person = Person.objects.first()
    same_queries(
        lambda: cast.anna.client.get(person.get_absolute_url()),
        lambda: make_mandate(make_organisation(), person=person),
    )


def test_the_list_leaves_as_csv_with_a_row_for_each_function(cast: Cast) -> None:
    person = make_person(book=cast.ours.book, email="jan@example.org")
    for function in ("wójt", "przewodniczący"):
        make_mandate(make_organisation("Gmina Leoncin"), function, person=person)
    make_mandate(make_organisation("Dawna"), "sołtys", person=person, until=dt.date(2020, 2, 1))
    make_person("Ewa", "Bez Funkcji", book=cast.ours.book)
    text = b"".join(cast.anna.client.get(LIST, {"format": "csv"}).streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))[1:]
    assert sorted(row[1:4] for row in rows) == [
        ["Bez Funkcji", "", ""], ["Kowalski", "przewodniczący", "Gmina Leoncin"], ["Kowalski", "wójt", "Gmina Leoncin"],
    ]  # fmt: skip


def test_a_person_is_added_with_the_first_function(cast: Cast) -> None:
    organisation = make_organisation("Gmina Leoncin", nip="5252248481")
    page = cast.anna.client.get(NEW, {"organisation": organisation.pk}).content.decode()
    assert 'value="5252248481"' in page
    data = answers(organisation="5252248481", function="wójt", since="2018-11-22", email="Adam@Example.ORG")
    assert cast.anna.client.post(NEW, data).status_code == 302
    person = Person.objects.get()
    assert (person.book, person.email, person.forms) == (cast.ours.book, "Adam@example.org", {})
    mandate = person.mandates.get()
    assert (mandate.organisation, mandate.function, mandate.since) == (
        organisation,
        "wójt",
        dt.date(2018, 11, 22),
    )


def test_a_person_needs_a_name_and_a_function_needs_an_organisation(cast: Cast) -> None:
    page = cast.anna.client.post(NEW, answers(given_name="", family_name="")).content.decode()
    assert 'id="id_family_name-error"' in page
    page = cast.anna.client.post(NEW, answers(function="wójt")).content.decode()
    assert 'id="id_organisation-error"' in page
    assert "Kozioł" in page
    page = cast.anna.client.post(NEW, answers(organisation="Nie ma takiej")).content.decode()
    assert 'id="id_organisation-error"' in page
    assert not Person.objects.exists()


def test_the_suggest_button_fills_the_cases_without_saving(cast: Cast) -> None:
    page = cast.anna.client.post(NEW, answers(suggest="1", note="ważne")).content.decode()
    assert 'value="Adama Kozła"' in page
    assert 'value="Adamowi Kozłowi"' in page
    assert "ważne" in page
    assert not Person.objects.exists()


def test_what_the_clerk_wrote_wins_and_only_that_is_stored(cast: Cast) -> None:
    data = answers(case_genitive="Adama Kozioła", case_dative="Adamowi Kozłowi", case_vocative="")
    cast.anna.client.post(NEW, data)
    person = Person.objects.get()
    assert person.forms == {"genitive": "Adama Kozioła"}
    forms = cases_of(person.given_name, person.family_name, person.gender, person.forms)
    assert (forms.genitive, forms.dative) == ("Adama Kozioła", "Adamowi Kozłowi")
    assert "Adama Kozioła" in cast.anna.client.get(person.get_absolute_url()).content.decode()
    edit = reverse("register:person_edit", args=[person.pk])
    cast.anna.client.post(edit, answers(case_genitive="Adama Kozioła", phone="22 765 90 04"))
    person.refresh_from_db()
    assert (person.forms, person.phone) == ({"genitive": "Adama Kozioła"}, "22 765 90 04")


def test_cases_of_an_old_surname_go_with_it(cast: Cast) -> None:
    person = make_person("Ewa", "Nowak", book=cast.ours.book, forms={"genitive": "Ewy Nowakowej"})
    edit = reverse("register:person_edit", args=[person.pk])
    data = answers(given_name="Ewa", family_name="Zielińska", case_genitive="Ewy Nowakowej")
    cast.anna.client.post(edit, data)
    person.refresh_from_db()
    assert person.forms == {}
    assert person.search_key.startswith("ewa zielinska")


def test_letters_open_with_the_clerks_words_or_those_that_fit(cast: Cast) -> None:
    assert opening_of("Anna", "Nowak", "", "starosta") == "Szanowna Pani Starosto"
    assert (
        opening_of("Anna", "Nowak", "", "starosta", "Szanowna Pani Starościno") == "Szanowna Pani Starościno"
    )
    person = make_person("Anna", "Nowak", book=cast.ours.book)
    mandate = make_mandate(make_organisation(), "dyrektor", person=person)
    edit = reverse("register:mandate_edit", args=[mandate.pk])
    page = cast.anna.client.post(edit, {"function": "starosta", "suggest": "1"}).content.decode()
    assert 'value="Szanowna Pani Starosto"' in page
    mandate.refresh_from_db()
    assert mandate.function == "dyrektor"
    cast.anna.client.post(edit, {"function": "starosta", "salutation": "Droga Pani Anno"})
    mandate.refresh_from_db()
    assert (mandate.function, mandate.salutation) == ("starosta", "Droga Pani Anno")
    assert "Droga Pani Anno" in cast.anna.client.get(person.get_absolute_url()).content.decode()


def test_a_function_ends_on_its_last_day_and_not_before_it_began(cast: Cast) -> None:
    person = make_person(book=cast.ours.book)
    mandate = make_mandate(make_organisation(), "wójt", person=person, since=dt.date(2018, 11, 22))
    url = reverse("register:mandate_end", args=[mandate.pk])
    assert 'id="id_on-error"' in cast.anna.client.post(url, {"on": "2018-11-21"}).content.decode()
    assert cast.anna.client.post(url, {"on": "7.05.2024"}).status_code == 302
    mandate.refresh_from_db()
    assert mandate.until == dt.date(2024, 5, 7)
    assert "<details>" in cast.anna.client.get(person.get_absolute_url()).content.decode()


def test_a_function_cannot_be_recorded_twice_while_it_lasts() -> None:
    organisation, person = make_organisation(), make_person(book=make_book())
    actions.give_mandate(organisation, by=SYSTEM, person=person, function="Wójt")
    with pytest.raises(Refused):
        actions.give_mandate(organisation, by=SYSTEM, person=person, function="wójt")
    actions.give_mandate(organisation, by=SYSTEM, person=person, function="wójt", until=dt.date(2010, 1, 1))
    assert Mandate.objects.count() == 2


def test_the_history_of_an_organisation_never_names_its_people(cast: Cast) -> None:
    organisation = make_organisation("Gmina Leoncin", book=cast.ours.book)
    person = make_person("Jan", "Tajny", book=cast.theirs.book)
    actions.give_mandate(organisation, by=SYSTEM, person=person, function="radny")
    page = audit.history(kind="register.organisation", object_id=organisation.pk)
    assert [line.label for line in page] == ["Gmina Leoncin"]
    assert page.object_list[0].facts["person"] == person.pk
    assert "Tajny" not in str(page.object_list[0])


def test_a_person_function_is_added_from_the_persons_page(cast: Cast) -> None:
    person = make_person(book=cast.ours.book)
    make_organisation("Gmina Leoncin")
    make_organisation("Gmina Leoncin Druga")
    url = reverse("register:person_mandate_new", args=[person.pk])
    assert (
        cast.anna.client.post(url, {"organisation": "gmina leoncin", "function": "wójt"}).status_code == 302
    )
    assert person.mandates.get().organisation.name == "Gmina Leoncin"
    page = cast.anna.client.post(url, {"organisation": "leoncin", "function": "radny"}).content.decode()
    assert "Gmina Leoncin Druga" in page
    assert person.mandates.count() == 1
