"""From an uploaded file to written records, as a clerk goes through it."""

import csv
import datetime as dt
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from spoiwo import audit
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.places.rules import Kind as PlaceKind
from spoiwo.register import actions
from spoiwo.register.models import ContactBook, ImportBatch, Mandate, Organisation, OrganisationName, Person
from spoiwo.register.rules.importing import ImportState
from spoiwo.register.tasks import run_import
from tests.cast import Cast
from tests.make import make_book, make_mandate, make_organisation, make_person, make_unit

pytestmark = pytest.mark.django_db
START = "/register/imports/"
NIP, OTHER_NIP = "5252248481", "7740001454"
HEADER = "Nazwa;NIP;Gmina;Telefon;Imię i nazwisko;Stanowisko;E-mail osoby\n"


@pytest.fixture
def book() -> ContactBook:
    make_unit("14", "MAZOWIECKIE", PlaceKind.VOIVODESHIP)
    make_unit("1414", "nowodworski")
    make_unit("1414032", "Leoncin", PlaceKind.RURAL)
    return make_book()


def start(rows: str, book: ContactBook, header: str = HEADER) -> ImportBatch:
    return actions.start_import((header + rows).encode(), by=SYSTEM, book=book, file_name="lista.csv")


def finish(batch: ImportBatch) -> ImportBatch:
    actions.confirm_import(batch, by=SYSTEM)
    batch.refresh_from_db()
    return batch


def problems(batch: ImportBatch) -> list[tuple]:
    return [(row, column, problem) for row, column, _value, problem, _detail in batch.report["errors"]]


def test_nothing_is_written_until_it_is_confirmed_then_everything_at_once(book: ContactBook) -> None:
    batch = start(f"Gmina Leoncin;{NIP};Leoncin;22 765 90 04;Adam Kozioł;wójt;adam@example.org\n", book)
    assert batch.report["counts"] == {
        "rows": 1, "bad_rows": 0, "new": 1, "changed": 0, "same": 0, "locked": 0, "people_new": 1, "people_changed": 0, "posts": 1,
    }  # fmt: skip
    assert not Organisation.objects.exists()
    assert finish(batch).state == ImportState.DONE
    made = Organisation.objects.get()
    assert (made.name, made.nip, made.kind, made.sector, made.book) == (
        "Gmina Leoncin",
        NIP,
        "commune",
        "government",
        book,
    )
    assert (made.place.code, made.came_with, made.search_key) == ("1414032", batch, f"gmina leoncin {NIP}")
    mandate = made.mandates.get()
    assert (str(mandate.person), mandate.function, mandate.person.email) == (
        "Adam Kozioł",
        "wójt",
        "adam@example.org",
    )
    assert mandate.person.book == book
    assert bytes(batch.content) == b""
    assert batch.done_count == batch.row_count == 1


def test_the_same_file_again_changes_nothing(book: ContactBook) -> None:
    rows = f"Gmina Leoncin;{NIP};Leoncin;;Adam Kozioł;wójt;adam@example.org\nBank;;;;Ewa Nowak;;\n"
    finish(start(rows, book))
    before = [list(model.objects.values()) for model in (Organisation, Person, Mandate)]
    again = finish(start(rows, book))
    assert again.report["counts"]["same"] == 2
    assert {again.report["counts"][key] for key in ("new", "changed", "people_new", "posts")} == {0}
    assert [list(model.objects.values()) for model in (Organisation, Person, Mandate)] == before


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Gmina;5252248482;;;;;", (2, 1, "nip_check_digit")),
        ("Gmina;12;;;;;", (2, 1, "nip_length")),
        ("Gmina;;Atlantyda;;;;", (2, 2, "place_unknown")),
        ("Gmina;;;brak;;;", (2, 3, "phone")),
        ("Gmina;;;;@#!;;", (2, 4, "name")),
        ("Gmina;;;;Jan Kowalski;;nie-adres", (2, 6, "email")),
        ("x" * 301 + ";;;;;;", (2, 0, "too_long")),
        (f";{NIP};;;;;", (2, 0, "missing")),
        ("Gmina;;;;;;;;nadmiar", (2, -1, "too_many_cells")),
    ],
)
def test_each_bad_cell_is_told_with_its_row_and_column(row: str, expected: tuple, book: ContactBook) -> None:
    batch = start(f"{row}\nDobra;;;;;;\n", book)
    assert problems(batch) == [expected]
    assert batch.report["counts"]["bad_rows"] == 1
    finish(batch)
    assert [one.name for one in Organisation.objects.all()] == ["Dobra"]


def test_rows_of_one_organisation_are_gathered_and_repeated_ones_named(book: ContactBook) -> None:
    rows = (
        f"Gmina Leoncin;{NIP};;;Adam Kozioł;wójt;\n"
        f"Urząd Gminy;{NIP};;;Ewa Nowak;sekretarz;\n"
        "gmina leoncin;;;;Jan Lis;skarbnik;\n"
        f"Gmina Leoncin;{NIP};;;Adam Kozioł;wójt;\n"
    )
    batch = start(rows, book)
    assert problems(batch) == [(3, 0, "number_twice"), (5, -1, "repeated")]
    assert [error[4] for error in batch.report["errors"]] == ["2", "2"]
    finish(batch)
    made = Organisation.objects.get()
    assert sorted(str(one) for one in made.mandates.all()) == ["Adam Kozioł, wójt", "Jan Lis, skarbnik"]


def test_a_function_may_have_no_person_and_a_person_no_function(book: ContactBook) -> None:
    finish(start("Gmina;;;;;wójt;wojt@example.org\nBank;;;;Ewa Nowak;;\nKlub;;;;;;\n", book))
    mandates = {
        one.organisation.name: one for one in Mandate.objects.select_related("organisation", "person")
    }
    assert (mandates["Gmina"].person, mandates["Gmina"].function, mandates["Gmina"].email) == (
        None,
        "wójt",
        "wojt@example.org",
    )
    assert (str(mandates["Bank"].person), mandates["Bank"].function) == ("Ewa Nowak", "")
    assert set(mandates) == {"Gmina", "Bank"}


def test_matched_records_get_what_is_empty_and_keep_the_rest(book: ContactBook) -> None:
    there = make_organisation("Gmina Leoncin", nip=NIP, phone="22 111 11 11", book=book)
    batch = start(f"Urząd Gminy Leoncin;{NIP};Leoncin;22 765 90 04;;;\n", book)
    assert batch.report["changes"][0]["fields"] == [["place", "", "1414032"]]
    finish(batch)
    there.refresh_from_db()
    assert (there.name, there.phone, there.place.code) == ("Gmina Leoncin", "22 111 11 11", "1414032")
    assert not OrganisationName.objects.exists()
    lines = audit.history(kind="register.organisation", object_id=there.pk)
    assert [line.facts["fields"] for line in lines] == [["place_id"]]


def test_the_file_overwrites_where_the_clerk_says_so_and_the_old_name_is_kept(book: ContactBook) -> None:
    there = make_organisation("Gmina Leoncin", nip=NIP, phone="22 111 11 11", book=book)
    batch = start(f"Urząd Gminy Leoncin;{NIP};;22 765 90 04;;;\n", book)
    actions.map_import(batch, mapping=batch.mapping, overwrites=True)
    finish(batch)
    there.refresh_from_db()
    assert (there.name, there.phone) == ("Urząd Gminy Leoncin", "22 765 90 04")
    assert [one.name for one in there.names.all()] == ["Gmina Leoncin"]
    assert "gmina leoncin" in there.search_key


def test_records_kept_elsewhere_are_matched_but_not_changed(book: ContactBook) -> None:
    theirs = make_organisation("Gmina Leoncin", nip=NIP, book=make_book())
    nobodys = make_organisation("Bank")
    rows = f"Gmina Leoncin;{NIP};Leoncin;22 765 90 04;Adam Kozioł;wójt;\nBank;;Leoncin;;;prezes;\n"
    batch = finish(start(rows, book))
    assert batch.report["counts"]["locked"] == 2
    for one in (theirs, nobodys):
        one.refresh_from_db()
        assert (one.place, one.phone) == (None, "")
    assert [str(one) for one in theirs.mandates.all()] == ["Adam Kozioł, wójt"]
    assert not nobodys.mandates.exists()


def test_without_numbers_the_name_and_the_place_decide(book: ContactBook) -> None:
    leoncin = make_unit("1414033", "Inna", PlaceKind.RURAL)
    make_organisation("Szkoła „Orzeł”", place=leoncin, book=book)
    make_organisation("Klub", town="Leoncin", book=book)
    make_organisation("Koło", town="A")
    make_organisation("Koło", town="B")
    batch = start("szkoła orzel;;Leoncin;;;;\nKLUB;;;;;;\nKoło;;;;;;\n", book)
    assert [row["state"] for row in batch.report["sample"]] == ["new", "same", "error"]
    assert problems(batch) == [(4, 0, "match_ambiguous")]


def test_numbers_of_two_records_in_one_row_are_an_error(book: ContactBook) -> None:
    make_organisation("A", nip=NIP)
    make_organisation("B", regon="192598184")
    batch = start(f"A;{NIP};192598184\n", book, "Nazwa;NIP;REGON\n")
    assert problems(batch) == [(2, 1, "numbers_disagree")]
    assert batch.report["errors"][0][4] == "A, B"


def test_people_are_matched_by_mailbox_and_name_then_by_organisation_in_one_book_only(
    book: ContactBook,
) -> None:
    gmina = make_organisation("Gmina", book=book)
    adam = make_person("Adam", "Kozioł", book=book, email="sekretariat@example.org")
    ewa = make_person("Ewa", "Nowak", book=book)
    make_mandate(gmina, "sekretarz", person=ewa)
    make_person("Jan", "Lis", book=make_book(), email="jan@example.org")
    rows = (
        "Gmina;;;;Adam Kozioł;wójt;SEKRETARIAT@example.org\n"
        "Gmina;;;;Maria Mała;kasjerka;sekretariat@example.org\n"
        "Gmina;;;;Ewa Nowak;;ewa@example.org\n"
        "Gmina;;;;Jan Lis;radny;jan@example.org\n"
        "Bank;;;;Adam Kozioł;prezes;sekretariat@example.org\n"
    )
    finish(start(rows, book))
    assert sorted(map(str, Person.objects.filter(book=book))) == [
        "Adam Kozioł",
        "Ewa Nowak",
        "Jan Lis",
        "Maria Mała",
    ]
    assert sorted(one.function for one in adam.mandates.all()) == ["prezes", "wójt"]
    ewa.refresh_from_db()
    assert (ewa.email, ewa.mandates.count()) == ("ewa@example.org", 1)
    assert "ewa@example.org" in ewa.search_key
    assert Person.objects.filter(family_name="Lis").count() == 2


def test_leading_zeros_eaten_by_a_spreadsheet_come_back(book: ContactBook) -> None:
    batch = start("A;123456;81234562\n", book, "Nazwa;KRS;REGON\n")
    assert batch.report["sample"][0]["organisation"]["krs"] == "0000123456"


def test_an_import_runs_once_however_often_it_is_started(book: ContactBook) -> None:
    batch = start("Gmina;;;;Adam Kozioł;wójt;\n", book)
    finish(batch)
    run_import.call(batch.pk)
    with pytest.raises(Refused):
        actions.confirm_import(batch, by=SYSTEM)
    with pytest.raises(Refused):
        actions.map_import(batch, mapping=batch.mapping, overwrites=True)
    with pytest.raises(Refused):
        actions.discard_import(batch, by=SYSTEM)
    assert Organisation.objects.count() == Mandate.objects.count() == 1


def test_an_import_cut_off_by_a_power_cut_is_begun_anew(book: ContactBook) -> None:
    batch = start("Gmina;;;;;;\n", book)
    ImportBatch.objects.update(state=ImportState.RUNNING, beat_at=timezone.now(), done_count=1)
    with pytest.raises(Refused):
        actions.restart_import(batch, by=SYSTEM)
    ImportBatch.objects.update(beat_at=timezone.now() - dt.timedelta(minutes=5))
    actions.restart_import(batch, by=SYSTEM)
    batch.refresh_from_db()
    assert (batch.state, Organisation.objects.count()) == (ImportState.DONE, 1)


def test_a_failure_writes_nothing_and_can_be_tried_again(book: ContactBook) -> None:
    batch = start(f"Gmina;{NIP};;;Adam Kozioł;wójt;\n", book)
    blocker = make_organisation("Zajmuje numer")
    ImportBatch.objects.update(state=ImportState.QUEUED)
    ImportBatch.objects.update(content=b"\xff\xfe\x00broken")
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever breaks, the state says so
        run_import.call(batch.pk)
    batch.refresh_from_db()
    assert batch.state == ImportState.FAILED
    assert list(Organisation.objects.all()) == [blocker]
    ImportBatch.objects.update(content=(HEADER + "Gmina;;;;;;\n").encode())
    assert finish(batch).state == ImportState.DONE


def test_a_discarded_file_leaves_nothing_of_its_people(book: ContactBook) -> None:
    batch = start("Gmina;;;;Adam Kozioł;wójt;\n", book)
    actions.discard_import(batch, by=SYSTEM)
    batch.refresh_from_db()
    assert (bytes(batch.content), batch.report, batch.state) == (b"", {}, ImportState.DISCARDED)


def upload(cast: Cast, data: bytes, name: str = "lista.csv") -> Any:
    return cast.anna.client.post(START, {"file": SimpleUploadedFile(name, data)}, HTTP_ACCEPT_LANGUAGE="en")


def test_a_clerk_goes_from_the_file_to_the_records(cast: Cast) -> None:
    data = "Jednostka;Kto;Rola\nGmina Leoncin;Adam Kozioł;wójt\nBank;Ewa Nowak;prezes\n".encode("cp1250")
    url = upload(cast, data)["Location"]
    page = cast.anna.client.get(url).content.decode()
    assert "Adam Kozioł" in page  # an example of what the column holds
    assert reverse("register:import_confirm", args=[ImportBatch.objects.get().pk]) not in page
    mapping = {"column_0": "name", "column_1": "person", "column_2": "function", "overwrites": ""}
    cast.anna.client.post(url, mapping | {"column_2": "name"})
    assert ImportBatch.objects.get().mapping == ["", "", "function"]
    assert cast.anna.client.post(url, mapping).status_code == 302
    page = cast.anna.client.get(url).content.decode()
    assert "Gmina Leoncin" in page
    confirm = reverse("register:import_confirm", args=[ImportBatch.objects.get().pk])
    assert confirm in page
    assert cast.celina.client.post(confirm).status_code == 404
    assert not Organisation.objects.exists()
    assert cast.anna.client.post(confirm).status_code == 302
    assert sorted(one.name for one in Organisation.objects.all()) == ["Bank", "Gmina Leoncin"]
    done = cast.anna.client.get(url, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "The file is read in." in done
    made = Organisation.objects.get(name="Bank")
    assert url in cast.anna.client.get(made.get_absolute_url()).content.decode()
    assert url not in cast.celina.client.get(made.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"%PDF-1.4", "This is a PDF."),
        (b"\x00\x01\x02\x03" * 20, "binary data"),
        (b"Nazwa\nGmina\n", "Only one column was found."),
    ],
)
def test_a_file_that_is_no_table_is_refused_at_its_field(data: bytes, sentence: str, cast: Cast) -> None:
    response = upload(cast, data)
    page = response.content.decode()
    assert response.status_code == 200
    assert sentence in page
    assert 'id="id_file-error"' in page
    assert not ImportBatch.objects.exists()


def test_errors_are_downloaded_as_csv(cast: Cast) -> None:
    batch = ImportBatch.objects.get(
        pk=int(upload(cast, (HEADER + "Gmina;12;;;;;\n").encode())["Location"].split("/")[-2])
    )
    url = reverse("register:import_errors", args=[batch.pk])
    text = b"".join(cast.anna.client.get(url, HTTP_ACCEPT_LANGUAGE="en").streaming_content).decode(
        "utf-8-sig"
    )
    assert list(csv.reader(io.StringIO(text), delimiter=";"))[1] == [
        "2",
        "NIP",
        "12",
        "A NIP has 10 digits; this one has 2.",
    ]


def test_progress_is_shown_while_the_rows_are_checked(cast: Cast) -> None:
    batch = start("Gmina;;;;;;\n" * 1, cast.ours.book)
    ImportBatch.objects.update(
        state=ImportState.RUNNING, done_count=4000, row_count=10000, beat_at=timezone.now()
    )
    page = cast.anna.client.get(batch.get_absolute_url(), HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert 'max="10000" value="4000"' in page
    assert "register/imports/" in page
    part = cast.anna.client.get(batch.get_absolute_url(), HTTP_HX_REQUEST="true").content.decode()
    assert 'value="4000"' in part
    assert "<html" not in part
    assert reverse("register:import_restart", args=[batch.pk]) not in page


def test_a_wrong_encoding_is_mended_on_the_page(cast: Cast) -> None:
    batch = actions.start_import(
        "Nazwa;NIP\nGmina Łomianki – śródmieście;\n".encode("cp1250"),
        by=SYSTEM,
        book=cast.ours.book,
        file_name="a.csv",
    )
    page = {"column_0": "name", "column_1": "nip", "overwrites": ""}
    cast.anna.client.post(batch.get_absolute_url(), page | {"encoding": "iso8859-2", "delimiter": ";"})
    batch.refresh_from_db()
    assert batch.encoding == "iso8859-2"
    cast.anna.client.post(batch.get_absolute_url(), page | {"encoding": "cp1250", "delimiter": ";"})
    batch.refresh_from_db()
    assert batch.report["sample"][0]["organisation"]["name"] == "Gmina Łomianki – śródmieście"


def test_an_import_asks_the_database_for_many_rows_at_once(book: ContactBook) -> None:
    def asked(rows: int, word: str) -> int:
        text = "".join(
            f"{word} {row};;Leoncin;;Jan Kowalski;prezes;jan{word}{row}@example.org\n" for row in range(rows)
        )
        with CaptureQueriesContext(connection) as queries:
            finish(start(text, book))
        return len(queries)

    # SQLite takes a thousand values in one statement, so there is one for some twenty rows of a table and never one a row.
    assert asked(300, "Klub") - asked(30, "Dom") < 270 // 10
    assert Organisation.objects.count() == Mandate.objects.count() == 330
