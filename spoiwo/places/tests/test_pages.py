"""The pages of places, visited by the cast."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spoiwo.kit.actor import SYSTEM
from spoiwo.places.actions import confirm_edition, load_shipped_register
from spoiwo.places.models import PendingEdition, Unit
from spoiwo.places.queries import last_edition
from spoiwo.places.tests.files import MAZOWSZE, terc
from spoiwo.places.tests.test_editions import LATER, propose
from tests.cast import Cast
from tests.make import make_unit

pytestmark = pytest.mark.django_db
LIST = "/places/"


def upload(client: Client, content: bytes, name: str = "TERC.csv") -> object:
    """Sends a file as an administrator's browser would."""
    return client.post(reverse("places:edition_new"), {"file": SimpleUploadedFile(name, content)})


@pytest.fixture
def small() -> None:
    """The register of 2020 with Mazowsze only."""
    confirm_edition(propose(), by=SYSTEM)


def test_everybody_reads_the_list(cast: Cast, small: None) -> None:
    for person in (cast.nobody, cast.celina, cast.anna, cast.adam):
        page = person.client.get(LIST)
        assert page.status_code == 200
        assert "Nowy Dwór Mazowiecki" in page.content.decode()


def test_the_list_is_kept_for_readers_who_are_not_signed_in(cast: Cast, small: None) -> None:
    assert cast.nobody.client.get(LIST).content == cast.nobody.client.get(LIST).content
    assert not cast.nobody.client.cookies


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("q=nowodworski+mazowieckie&level=county", ["1414"]),
        ("q=pomiech%C3%B3wek", ["1414052"]),
        ("q=POMIECHOWEK", ["1414052"]),
        ("kind=city_county", ["1465"]),
        ("voivodeship=14&level=voivodeship", ["14"]),
        ("voivodeship=14&kind=urban&sort=-code", ["1465011", "1414011"]),
        ("level=commune&kind=rural", ["1414022", "1414032", "1414052"]),
        ("state=ended", []),
    ],
)
def test_search_and_filters_narrow_the_list(cast: Cast, small: None, query: str, codes: list[str]) -> None:
    page = cast.nobody.client.get(f"{LIST}?{query}")
    assert [unit.code for unit in page.context["listing"].page] == codes


def test_nonsense_in_the_address_gives_the_list(cast: Cast, small: None) -> None:
    page = cast.nobody.client.get(f"{LIST}?level=moon&voivodeship=99&kind=x&state=y&page=-4&sort=zzz&rows=9")
    assert len(page.context["listing"].page) == 9


def test_names_stand_in_polish_alphabetical_order(cast: Cast, small: None) -> None:
    make_unit("1414072", "Ćmińsk", kind="rural")
    make_unit("1414082", "Cmolas", kind="rural")
    names = [unit.name for unit in cast.nobody.client.get(f"{LIST}?kind=rural").context["listing"].page]
    assert names == ["Cmolas", "Czosnów", "Ćmińsk", "Leoncin", "Pomiechówek"]


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    make_unit("14", "mazowieckie", kind="voivodeship")
    make_unit("1414", "nowodworski")
    codes = iter(["1414011", "1414022", "1414032"])
    same_queries(lambda: cast.anna.client.get(LIST), lambda: make_unit(next(codes), "Gmina", kind="rural"))


def test_the_whole_register_can_be_downloaded(cast: Cast) -> None:
    load_shipped_register(SYSTEM)
    answer = cast.nobody.client.get(f"{LIST}?format=csv&level=county")
    lines = b"".join(answer).decode("utf-8-sig").splitlines()
    assert len(lines) == 381
    assert any(line.startswith("1414;") and ";nowodworski;;mazowieckie;" in line for line in lines)
    sheet = cast.nobody.client.get(f"{LIST}?format=xlsx&voivodeship=14")
    assert b"".join(sheet).startswith(b"PK")
    sheet.close()


def test_a_county_shows_what_lies_in_it_and_where_it_lies(cast: Cast, small: None) -> None:
    page = cast.nobody.client.get("/places/1414/").content.decode()
    assert "Leoncin" in page
    assert 'href="/places/14/"' in page
    assert 'href="/places/1414032/"' in page


def test_every_level_has_its_page(cast: Cast, small: None) -> None:
    for code in ("14", "1414", "1414032", "1465", "1465011"):
        assert cast.nobody.client.get(f"/places/{code}/").status_code == 200


@pytest.mark.parametrize("code", ["99", "9999", "1414099", "141", "leoncin"])
def test_an_unknown_code_is_not_found(cast: Cast, small: None, code: str) -> None:
    assert cast.nobody.client.get(f"/places/{code}/").status_code == 404


def test_old_and_new_codes_lead_to_each_other(cast: Cast, small: None) -> None:
    confirm_edition(propose(LATER, "2021-01-01"), by=SYSTEM, is_complete=True)
    assert 'href="/places/1414033/"' in cast.nobody.client.get("/places/1414032/").content.decode()
    assert 'href="/places/1414032/"' in cast.nobody.client.get("/places/1414033/").content.decode()
    page = cast.nobody.client.get("/places/1414022/").content.decode()
    assert "Czosnów (1414022)" in page
    assert "Czosnów nad Wisłą (1414022)" in page


def test_only_an_administrator_may_load_a_register(cast: Cast, small: None) -> None:
    pending = propose(LATER, "2021-01-01")
    for address in (reverse("places:edition_new"), pending.get_absolute_url()):
        assert cast.nobody.client.get(address).status_code == 302
        assert cast.celina.client.get(address).status_code == 403
        assert cast.anna.client.post(address, {"verdict": "confirm", "is_complete": "on"}).status_code == 403
        assert cast.adam.client.get(address).status_code == 200
    assert Unit.objects.valid().filter(code="1414032").exists()
    assert address not in cast.anna.client.get(LIST).content.decode()


def test_a_newer_file_is_shown_before_it_is_written_and_then_confirmed(
    cast: Cast, small: None, tmp_path: Path
) -> None:
    file = tmp_path / "TERC_Urzedowy_2021-01-01.csv"
    file.write_text(terc(LATER, "2021-01-01"), encoding="utf-8-sig")
    answer = upload(cast.adam.client, file.read_bytes(), file.name)
    pending = PendingEdition.objects.get()
    assert (answer.status_code, answer.url) == (302, pending.get_absolute_url())
    page = cast.adam.client.get(answer.url).content.decode()
    for line in (
        "1414062 Zakroczym",
        "1414022 Czosnów → Czosnów nad Wisłą",
        "1414032 Leoncin → 1414033 Leoncin",
        "1414052 Pomiechówek",
        "TERC_Urzedowy_2021-01-01.csv",
    ):
        assert line in page
    assert Unit.objects.valid().filter(code="1414052").exists()

    unsure = cast.adam.client.post(answer.url, {"verdict": "confirm"})
    assert unsure.status_code == 422
    assert "id_is_complete-error" in unsure.content.decode()
    sure = cast.adam.client.post(answer.url, {"verdict": "confirm", "is_complete": "on"})
    assert (sure.status_code, sure.url) == (302, LIST)
    assert not Unit.objects.valid().filter(code="1414052").exists()
    again = cast.adam.client.post(answer.url, {"verdict": "confirm", "is_complete": "on"})
    assert (again.status_code, again.url) == (302, reverse("places:edition_new"))


def test_a_file_can_be_put_aside(cast: Cast, small: None) -> None:
    pending = propose(LATER, "2021-01-01")
    assert "TERC.csv" in cast.adam.client.get(reverse("places:edition_new")).content.decode()
    assert cast.adam.client.post(pending.get_absolute_url(), {"verdict": "drop"}).status_code == 302
    assert not PendingEdition.objects.exists()
    assert Unit.objects.valid().filter(code="1414052").exists()


def test_faults_of_a_file_are_listed_with_their_lines(cast: Cast, small: None) -> None:
    answer = upload(cast.adam.client, f"{terc(day='2021-01-01')}14;15;03;2;Leoncin;x;2021-01-01".encode())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "14" in page
    assert "1415032" in page
    assert not PendingEdition.objects.exists()


def test_an_older_file_is_refused_at_the_field(cast: Cast, small: None) -> None:
    answer = upload(cast.adam.client, terc(LATER, "2019-01-01").encode())
    assert answer.status_code == 422
    assert "1 stycznia 2019 r." in answer.context["form"].errors["file"][0]


def test_a_form_without_a_file_is_answered_at_the_field(cast: Cast, small: None) -> None:
    answer = cast.adam.client.post(reverse("places:edition_new"))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])


def test_a_file_that_changes_nothing_says_so_and_still_moves_the_day(cast: Cast, small: None) -> None:
    pending = propose(MAZOWSZE, "2021-01-01")
    page = cast.adam.client.get(pending.get_absolute_url())
    assert page.context["changes"].count == 0
    assert cast.adam.client.post(pending.get_absolute_url(), {"verdict": "confirm"}).status_code == 302
    assert last_edition().state_on == dt.date(2021, 1, 1)
    assert Unit.objects.count() == 9


def test_the_preview_asks_the_same_number_of_questions_however_much_changes(
    cast: Cast, small: None, django_assert_num_queries: Callable[..., AbstractContextManager]
) -> None:
    few, many = propose(MAZOWSZE, "2021-01-01"), propose(LATER, "2021-01-01")
    cast.adam.client.get(LIST)  # the first page of a session writes down when it began
    with CaptureQueriesContext(connection) as first:
        cast.adam.client.get(few.get_absolute_url())
    with django_assert_num_queries(len(first)):
        cast.adam.client.get(many.get_absolute_url())
