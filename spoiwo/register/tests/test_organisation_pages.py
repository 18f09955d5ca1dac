"""The pages of organisations as a clerk uses them."""

import csv
import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from spoiwo.kit.dates import today
from spoiwo.places.rules import Kind as PlaceKind
from spoiwo.register.importers.columns import guess_columns
from spoiwo.register.models import Organisation
from tests.cast import Cast
from tests.make import (
    make_book,
    make_grant,
    make_mandate,
    make_organisation,
    make_partnership,
    make_person,
    make_unit,
)

pytestmark = pytest.mark.django_db
LIST, NEW = "/register/organisations/", "/register/organisations/new/"
NIP = "5252248481"


def names(page: bytes) -> list[str]:
    return [one.name for one in Organisation.objects.order_by("pk") if f">{one.name}</a>" in page.decode()]


def test_the_list_searches_names_of_all_times_and_numbers_with_dashes(cast: Cast) -> None:
    made = make_organisation("Centrum Pracy", nip=NIP)
    make_organisation("Inna")
    cast.adam.client.post(
        reverse("register:organisation_rename", args=[made.pk]),
        {"name": "Hub Zatrudnienia", "on": "2024-01-01"},
    )
    for text in ("centrum", "CENTRUM PRACY", "hub zatr", NIP, "525-224-84-81", "525 224"):
        assert names(cast.anna.client.get(LIST, {"q": text}).content) == ["Hub Zatrudnienia"], text
    assert names(cast.anna.client.get(LIST, {"q": "pracy xyz"}).content) == []


def test_the_list_is_narrowed_by_what_was_chosen(cast: Cast) -> None:
    make_unit("14", "MAZOWIECKIE", PlaceKind.VOIVODESHIP)
    county = make_unit("1414", "nowodworski")
    leoncin = make_unit("1414032", "Leoncin", PlaceKind.RURAL)
    make_organisation(
        "A", place=leoncin, kind="school", sector="education", confirmed_on=today(), book=cast.ours.book
    )
    make_organisation("B", place=county, kind="bank", sector="business", confirmed_on=dt.date(2020, 1, 1))
    make_organisation("C", kind="bank", sector="business", ended_on=dt.date(2020, 1, 1))
    for chosen, expected in (
        ({"kind": "bank"}, ["B", "C"]), ({"sector": "education"}, ["A"]), ({"voivodeship": "14"}, ["A", "B"]),
        ({"place": "leoncin"}, ["A"]), ({"place": "powiat nowodworski"}, ["A", "B"]), ({"stale": "on"}, ["B"]),
        ({"kept": "mine"}, ["A"]), ({"kept": "nobody"}, ["B", "C"]), ({"kind": "nonsense"}, ["A", "B", "C"]),
    ):  # fmt: skip
        assert names(cast.anna.client.get(LIST, chosen).content) == expected, chosen
    page = cast.anna.client.get(LIST, {"place": "Atlantyda"})
    assert names(page.content) == ["A", "B", "C"]
    assert "sp-error" in page.content.decode()


def test_polish_letters_sort_in_polish_order(cast: Cast) -> None:
    for name in ("Żuraw", "Zając", "Łoś", "Lis", "Ćma"):
        make_organisation(name)
    page = cast.anna.client.get(LIST).content.decode()
    places = [page.index(name) for name in ("Ćma", "Lis", "Łoś", "Zając", "Żuraw")]
    assert places == sorted(places)
    turned = cast.anna.client.get(LIST, {"sort": "-name"}).content.decode()
    assert turned.index("Żuraw") < turned.index("Ćma")


def test_the_list_asks_the_database_the_same_however_long_it_is(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    same_queries(lambda: cast.anna.client.get(LIST), lambda: make_organisation(book=cast.ours.book))


def test_the_page_asks_the_database_the_same_however_many_people_there_are(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    made = make_organisation(book=cast.ours.book)
    same_queries(
        lambda: cast.anna.client.get(made.get_absolute_url()),
        lambda: make_mandate(made, "członek", person=make_person(book=cast.ours.book)),
    )


def test_an_address_in_the_list_stays_whole_beyond_a_thousand(cast: Cast) -> None:
    made = make_organisation("Tysięczna", pk=123456)
    assert made.get_absolute_url() == "/register/organisations/123456/"
    assert 'href="/register/organisations/123456/"' in cast.anna.client.get(LIST).content.decode()
    assert "organisation=123456" in cast.anna.client.get(made.get_absolute_url()).content.decode()


def test_the_list_leaves_as_csv_and_its_header_is_understood_on_the_way_back(cast: Cast) -> None:
    make_organisation("Gmina Leoncin", nip=NIP, kind="commune")
    make_organisation("Inna")
    response = cast.anna.client.get(LIST, {"q": "leoncin", "format": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["Gmina Leoncin"]
    assert NIP in rows[1]
    guessed = guess_columns(rows[0])
    assert {
        "name",
        "short_name",
        "kind",
        "sector",
        "place",
        "nip",
        "regon",
        "krs",
        "email",
        "website",
    } <= set(guessed)
    workbook = cast.anna.client.get(LIST, {"format": "xlsx"})
    assert workbook["Content-Type"].endswith("sheet")
    workbook.close()


def answers(**changed: Any) -> dict[str, Any]:
    return {"name": "Fundacja Nadzieja", "kind": "", "sector": "", **changed}


def test_a_coordinator_with_one_book_adds_into_it_and_the_name_tells_kind_and_sector(cast: Cast) -> None:
    leoncin = make_unit("1414032", "Leoncin", PlaceKind.RURAL)
    data = answers(
        nip="525-224-84-81",
        postcode="05155",
        place="gmina leoncin",
        founded_on="18.09.2004",
        website="nadzieja.pl",
    )
    response = cast.anna.client.post(NEW, data)
    made = Organisation.objects.get()
    assert response["Location"] == made.get_absolute_url()
    assert (made.book, made.kind, made.sector, made.place) == (cast.ours.book, "foundation", "civic", leoncin)
    assert (made.nip, made.postcode, made.website) == (NIP, "05-155", "https://nadzieja.pl")
    assert made.founded_on == dt.date(2004, 9, 18)


def test_a_coordinator_with_two_books_says_which(cast: Cast) -> None:
    second = make_partnership(book=make_book("Druga"))
    make_grant(second, cast.anna.user, "coordinator")
    assert cast.anna.client.post(NEW, answers()).status_code == 200
    assert not Organisation.objects.exists()
    cast.anna.client.post(NEW, answers(book=second.book.pk))
    assert Organisation.objects.get().book == second.book
    assert cast.anna.client.post(NEW, answers(name="Inna", book=cast.theirs.book.pk)).status_code == 200


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("nip", "525224848", "A NIP has 10 digits; this one has 9."),
        ("nip", "5252248482", "The check digit of this NIP is wrong"),
        ("regon", "12", "A REGON has 9 or 14 digits; this one has 2."),
        ("krs", "123456", "A KRS number has 10 digits"),
        ("postcode", "5155", "A postcode looks like 05-155."),
        ("email", "biuro", "This is not an e-mail address"),
        ("e_delivery", "AE:PL-1", "An e-delivery address looks like"),
        ("place", "Atlantyda", "There is no such place in the official register"),
        ("founded_on", "31.02.2004", "This is not a day"),
        ("name", "x" * 301, ""),
    ],
)
def test_a_mistake_is_told_at_its_field_and_nothing_typed_is_lost(
    field: str, value: str, sentence: str, cast: Cast
) -> None:
    with_language = {"HTTP_ACCEPT_LANGUAGE": "en"}
    response = cast.anna.client.post(
        NEW, answers(**{"street": "ul. Partyzantów 3", field: value}), **with_language
    )
    page = response.content.decode()
    assert response.status_code == 200
    assert sentence in page
    assert f'id="id_{field}-error"' in page
    assert value in page
    assert "ul. Partyzantów 3" in page
    assert not Organisation.objects.exists()


def test_a_nip_that_is_there_already_leads_to_its_owner(cast: Cast) -> None:
    there = make_organisation("Gmina <b>Leoncin</b>", nip=NIP)
    page = cast.anna.client.post(NEW, answers(nip=NIP)).content.decode()
    assert f'<a href="{there.get_absolute_url()}">Gmina &lt;b&gt;Leoncin&lt;/b&gt;</a>' in page
    ours = make_organisation("Nasza", book=cast.ours.book)
    edit = reverse("register:organisation_edit", args=[ours.pk])
    page = cast.anna.client.post(edit, answers(nip=NIP)).content.decode()
    assert there.get_absolute_url() in page


def test_a_name_that_is_there_already_is_asked_about_once(cast: Cast) -> None:
    there = make_organisation("Fundacja „Nadzieja”")
    page = cast.anna.client.post(NEW, answers()).content.decode()
    assert there.get_absolute_url() in page
    assert Organisation.objects.count() == 1
    assert cast.anna.client.post(NEW, answers(is_another="on")).status_code == 302
    assert Organisation.objects.count() == 2


def test_what_was_saved_is_shown_and_can_be_emptied(cast: Cast) -> None:
    leoncin = make_unit("1414032", "Leoncin", PlaceKind.RURAL)
    ours = make_organisation(
        "Gmina Leoncin", book=cast.ours.book, place=leoncin, phone="22 765 90 04", kind="commune"
    )
    edit = reverse("register:organisation_edit", args=[ours.pk])
    assert 'value="Leoncin (1414032)"' in cast.anna.client.get(edit).content.decode()
    data = answers(
        name="Gmina Leoncin", kind="commune", sector="government", place="Leoncin (1414032)", phone=""
    )
    assert cast.anna.client.post(edit, data).status_code == 302
    ours.refresh_from_db()
    assert (ours.place, ours.phone) == (leoncin, "")


def test_old_data_wait_for_a_confirmation_and_get_it_by_one_click(cast: Cast) -> None:
    ours = make_organisation(book=cast.ours.book, confirmed_on=today() - dt.timedelta(days=430))
    confirm = reverse("register:organisation_confirm", args=[ours.pk])
    page = cast.anna.client.get(ours.get_absolute_url(), HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "14 months ago" in page
    assert confirm in page
    assert confirm not in cast.dorota.client.get(ours.get_absolute_url()).content.decode()
    assert cast.anna.client.get(confirm).status_code == 405
    cast.anna.client.post(confirm)
    ours.refresh_from_db()
    assert ours.confirmed_on == today()
    assert (
        "months ago"
        not in cast.anna.client.get(ours.get_absolute_url(), HTTP_ACCEPT_LANGUAGE="en").content.decode()
    )


def test_an_organisation_that_nobody_keeps_is_taken_and_then_edited(cast: Cast) -> None:
    nobodys = make_organisation("Wspólna")
    edit = reverse("register:organisation_edit", args=[nobodys.pk])
    assert cast.anna.client.get(edit).status_code == 403
    keep = reverse("register:organisation_keep", args=[nobodys.pk])
    assert keep in cast.anna.client.get(nobodys.get_absolute_url()).content.decode()
    cast.anna.client.post(keep)
    assert cast.anna.client.get(edit).status_code == 200
    assert cast.celina.client.post(keep).status_code == 403


def test_former_functions_are_folded_away_and_strangers_people_are_not_there(cast: Cast) -> None:
    ours = make_organisation(book=cast.ours.book)
    make_mandate(
        ours,
        "wójt",
        person=make_person("Jan", "Dawny", book=cast.ours.book),
        since=None,
        until=dt.date(2018, 11, 1),
    )
    make_mandate(ours, "burmistrz", person=make_person("Ewa", "Obecna", book=cast.ours.book))
    page = cast.anna.client.get(ours.get_absolute_url()).content.decode()
    assert page.index("Obecna") < page.index("<details>") < page.index("Dawny")
    hidden = cast.celina.client.get(ours.get_absolute_url()).content.decode()
    assert "Obecna" not in hidden
    assert "Dawny" not in hidden


def test_a_succession_is_recorded_from_either_side_and_shown_both_ways(cast: Cast) -> None:
    old = make_organisation("Gimnazjum w Leoncinie", book=cast.ours.book)
    new = make_organisation("Szkoła w Leoncinie", nip=NIP)
    url = reverse("register:organisation_succession", args=[old.pk])
    data = {
        "direction": "after",
        "other": "Szkoła w Leoncinie · 5252248481",
        "kind": "taken_over",
        "on": "1.09.2019",
        "ends": "on",
    }
    assert cast.anna.client.post(url, data).status_code == 302
    old.refresh_from_db()
    assert old.ended_on == dt.date(2019, 8, 31)
    assert new.get_absolute_url() in cast.celina.client.get(old.get_absolute_url()).content.decode()
    assert old.get_absolute_url() in cast.celina.client.get(new.get_absolute_url()).content.decode()
    again = cast.anna.client.post(url, data).content.decode()
    assert 'id="id_other-error"' in again
    future = cast.anna.client.post(url, data | {"on": "2199-01-01"}).content.decode()
    assert 'id="id_on-error"' in future


def test_the_last_day_of_a_strangers_organisation_is_not_ours_to_write(cast: Cast) -> None:
    theirs = make_organisation("Obca", book=cast.theirs.book)
    ours = make_organisation("Nasza", book=cast.ours.book)
    url = reverse("register:organisation_succession", args=[ours.pk])
    data = {"direction": "before", "other": "Obca", "kind": "merged", "on": "2019-09-01", "ends": "on"}
    assert cast.anna.client.post(url, data).status_code == 302
    theirs.refresh_from_db()
    assert theirs.ended_on is None
    assert ours.origins.get().predecessor == theirs


def test_the_history_names_who_did_what(cast: Cast) -> None:
    ours = make_organisation(book=cast.ours.book)
    cast.anna.client.post(reverse("register:organisation_confirm", args=[ours.pk]))
    url = reverse("register:organisation_history", args=[ours.pk])
    assert "Anna Zielińska" in cast.dorota.client.get(url).content.decode()
    assert url not in cast.celina.client.get(ours.get_absolute_url()).content.decode()


def test_suggestions_hold_the_number_that_tells_organisations_apart(cast: Cast) -> None:
    make_organisation("Gmina Leoncin", nip=NIP)
    url = reverse("register:organisation_suggestions")
    assert f'value="Gmina Leoncin · {NIP}"' in cast.anna.client.get(url, {"q": "leonc"}).content.decode()


def test_the_empty_register_teaches_and_an_empty_search_says_what_is_searched(cast: Cast) -> None:
    assert reverse("register:import_start") in cast.anna.client.get(LIST).content.decode()
    make_organisation()
    page = cast.anna.client.get(LIST, {"q": "nieistniejąca"}).content.decode()
    assert "sp-empty" in page
