"""The pages of partnerships as people use them."""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from spoiwo.documents.blocks import Paragraph, blocks_pdf
from spoiwo.files.models import StoredFile
from spoiwo.partnerships.models import Act, Agreement, Partnership, Party
from spoiwo.partnerships.rules import State
from tests.cast import Cast
from tests.make import (
    make_agreement,
    make_mandate,
    make_organisation,
    make_partnership,
    make_party,
    make_person,
    make_unit,
)

DAY = "2024-09-18"


@pytest.fixture(autouse=True)
def english(settings: Any) -> None:
    settings.LANGUAGE_CODE = "en"


def act_values(client: Any, url: str, **values: Any) -> dict[str, Any]:
    """What the form of an act holds when it is opened, with what the clerk types."""
    form = client.get(url).context["form"]
    opened = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    given = {name: value for name, value in opened.items() if value is not None}
    return {**given, "kind": "signed", "done_on": DAY, **values}


def test_a_clerk_founds_a_partnership_from_an_empty_house_to_a_public_answer(cast: Cast) -> None:
    make_unit("1414", "nowodworski")
    client = cast.anna.client
    made = client.post(
        "/partnerships/new/",
        {
            "name": "Partnerstwo nowodworskie",
            "short_name": "Nowodworskie",
            "area_text": "powiat nowodworski",
            "founded_on": "18.09.2024",
        },
    )
    partnership = Partnership.objects.get(slug="nowodworskie")
    assert made["Location"] == partnership.get_absolute_url()
    base = partnership.get_absolute_url()
    client.post(
        f"{base}goals/", {"goals": "integracja zawodowa\n- tworzenie miejsc pracy\n\n• rozwój lokalny"}
    )
    assert [goal.text for goal in partnership.goals.all()] == [
        "integracja zawodowa",
        "tworzenie miejsc pracy",
        "rozwój lokalny",
    ]
    client.post(
        f"{base}agreements/new/",
        {
            "kind": "agreement",
            "title": "Porozumienie",
            "date_rule": "signature",
            "effect": "last_signature",
        },
    )
    agreement = Agreement.objects.get(partnership=partnership)
    sections = list(agreement.versions.get().sections.all())
    assert len(sections) == 14
    assert "tworzenie miejsc pracy" in next(part.body for part in sections if part.heading == "Cele")
    page = agreement.get_absolute_url()
    for name in ("Gmina Leoncin", "Gmina Czosnów"):
        make_organisation(name)
        client.post(f"{page}parties/new/", {"organisation": name, "role": "partner", "is_founding": "on"})
    client.post(f"{page}steps/signature/", {"on": DAY})
    for party in agreement.parties.all():
        url = f"{page}parties/{party.pk}/acts/new/"
        assert client.post(url, act_values(client, url)).status_code == 302
    client.post(f"{base}publication/", {"public": "1"})
    body = cast.nobody.client.get(f"{base}parties?at={DAY}").content.decode()
    assert "Gmina Leoncin" in body and "2 parties that day" in body
    answer = cast.nobody.client.get(f"/api/v1{base}parties?at={DAY}").json()
    assert [line["name"] for line in answer["agreements"][0]["parties"]] == ["Gmina Leoncin", "Gmina Czosnów"]
    assert answer["agreements"][0]["state"] == State.IN_FORCE


def test_an_unknown_area_is_named_and_everything_typed_stays(cast: Cast) -> None:
    typed = {
        "name": "Partnerstwo",
        "short_name": "P",
        "area_text": "powiat nieistniejący",
        "summary": "Długi opis",
    }
    body = cast.anna.client.post("/partnerships/new/", typed).content.decode()
    assert "powiat nieistniejący” is not in the register of places" in body
    assert "Długi opis" in body
    assert Partnership.objects.count() == 2


def test_an_area_that_fits_two_places_asks_for_the_code(cast: Cast) -> None:
    make_unit("1414", "nowodworski")
    make_unit("2210", "nowodworski")
    body = cast.anna.client.post(
        "/partnerships/new/", {"name": "P", "short_name": "P", "area_text": "powiat nowodworski"}
    )
    assert "1414" in body.content.decode() and "2210" in body.content.decode()


def test_a_refused_act_shows_why_at_its_field_and_keeps_what_was_typed(cast: Cast) -> None:
    party = make_party(make_agreement(cast.ours))
    url = f"{party.agreement.get_absolute_url()}parties/{party.pk}/acts/new/"
    values = act_values(cast.anna.client, url, done_on="2020-01-01", text="Uwaga clerka")
    response = cast.anna.client.post(url, values)
    assert response.status_code == 422
    assert response.context["form"].errors["done_on"] == [
        "This day is before the agreement was opened for signature."
    ]
    assert "Uwaga clerka" in response.content.decode()
    assert Act.objects.count() == 0


def test_a_file_that_is_no_pdf_is_refused_at_its_field(cast: Cast) -> None:
    party = make_party(make_agreement(cast.ours))
    url = f"{party.agreement.get_absolute_url()}parties/{party.pk}/acts/new/"
    values = act_values(cast.anna.client, url, file=SimpleUploadedFile("umowa.pdf", b"<html>nie</html>"))
    form = cast.anna.client.post(url, values).context["form"]
    assert "not a PDF inside" in form.errors["file"][0]


def test_the_same_form_sent_twice_records_one_act(cast: Cast) -> None:
    party = make_party(make_agreement(cast.ours))
    url = f"{party.agreement.get_absolute_url()}parties/{party.pk}/acts/new/"
    values = act_values(cast.anna.client, url)
    places = {cast.anna.client.post(url, values)["Location"] for _ in range(2)}
    assert len(places) == 1
    assert Act.objects.count() == 1


def test_the_parties_of_a_past_day_can_be_taken_as_a_table(cast: Cast) -> None:
    cast.ours.is_public = True
    cast.ours.save()
    agreement = make_agreement(cast.ours)
    party = make_party(agreement, make_organisation("=Gmina"))
    url = f"{agreement.get_absolute_url()}parties/{party.pk}/acts/new/"
    cast.anna.client.post(url, act_values(cast.anna.client, url, signatory="Wójt"))
    response = cast.nobody.client.get(f"/partnerships/nasze/parties?at={DAY}&format=csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[1][1] == "'=Gmina"
    assert rows[1][5:9] == ["party", "signed", DAY, "Wójt"]


@pytest.mark.parametrize("day", ["2024-02-30", "wczoraj", "0000-00-00"])
def test_an_impossible_day_is_an_error_and_not_today(day: str, cast: Cast) -> None:
    Partnership.objects.update(is_public=True)
    machine = cast.nobody.client.get(f"/api/v1/partnerships/nasze/parties?at={day}")
    assert (machine.status_code, machine.json()["field"]) == (400, "at")
    person = cast.nobody.client.get(f"/partnerships/nasze/parties?at={day}")
    assert person.status_code == 400
    assert "Write a day that exists" in person.content.decode()


def test_a_partnership_that_is_not_public_is_nowhere_to_be_found(cast: Cast) -> None:
    agreement = make_agreement(cast.ours)
    make_party(agreement)
    for url in ("/partnerships/nasze/", "/partnerships/nasze/parties", "/api/v1/partnerships/nasze/parties"):
        assert [cast.nobody.client.get(url).status_code, cast.celina.client.get(url).status_code] == [
            404,
            404,
        ]
    assert "Nasze" not in cast.nobody.client.get("/partnerships/").content.decode()
    assert json.loads(cast.nobody.client.get("/api/v1/partnerships").content) == {"partnerships": []}


def test_a_draft_is_hidden_even_in_a_public_partnership(cast: Cast) -> None:
    Partnership.objects.update(is_public=True)
    draft = make_agreement(cast.ours, title="Szkic tajny", opened_on=None)
    assert cast.nobody.client.get(draft.get_absolute_url()).status_code == 404
    assert "Szkic tajny" not in cast.nobody.client.get("/partnerships/nasze/").content.decode()
    assert "Szkic tajny" in cast.anna.client.get("/partnerships/nasze/").content.decode()


def test_names_of_people_never_reach_the_public_page(cast: Cast) -> None:
    Partnership.objects.update(is_public=True)
    agreement = make_agreement(cast.ours)
    body = make_organisation("Gmina Leoncin")
    person = make_person("Zdzisława", "Niepubliczna", book=cast.ours.book)
    party = make_party(agreement, body)
    url = f"{agreement.get_absolute_url()}parties/{party.pk}/acts/new/"
    mandate = make_mandate(body, "Wójt", person=person)
    cast.anna.client.post(url, act_values(cast.anna.client, url, mandate=mandate.pk))
    for page in (
        "/partnerships/nasze/",
        f"/partnerships/nasze/parties?at={DAY}",
        agreement.get_absolute_url(),
        f"/api/v1/partnerships/nasze/parties?at={DAY}",
    ):
        text = cast.nobody.client.get(page).content.decode()
        assert "Leoncin" in text
        assert "Niepubliczna" not in text


def test_another_partnerships_records_cannot_be_reached_through_ones_own_address(cast: Cast) -> None:
    theirs = make_agreement(cast.theirs)
    party = make_party(theirs)
    for url in (
        f"/partnerships/nasze/agreements/{theirs.pk}/",
        f"/partnerships/nasze/agreements/{theirs.pk}/parties/{party.pk}/acts/new/",
        f"/partnerships/cudze/agreements/{theirs.pk}/",
    ):
        assert cast.anna.client.get(url).status_code == 404


def test_a_public_page_kept_for_readers_is_fresh_after_the_next_act(cast: Cast) -> None:
    Partnership.objects.update(is_public=True)
    agreement = make_agreement(cast.ours)
    party = make_party(agreement, make_organisation("Gmina Leoncin"))
    read = lambda: cast.nobody.client.get(f"/partnerships/nasze/parties?at={DAY}").content.decode()  # noqa: E731
    assert "signature still missing" in read()
    assert "signature still missing" in read()
    url = f"{agreement.get_absolute_url()}parties/{party.pk}/acts/new/"
    cast.anna.client.post(url, act_values(cast.anna.client, url))
    assert "signature still missing" not in read()


def test_a_page_for_a_signed_in_person_is_never_kept_for_others(cast: Cast) -> None:
    Partnership.objects.update(is_public=True)
    assert "/edit/" in cast.anna.client.get("/partnerships/nasze/").content.decode()
    public = cast.nobody.client.get("/partnerships/nasze/")
    assert "/edit/" not in public.content.decode()
    assert "X-Public-Page" not in public
    assert not public.cookies


def test_the_text_is_frozen_once_agreed_and_amended_by_a_new_version(cast: Cast) -> None:
    agreement = make_agreement(cast.ours, opened_on=None)
    page = agreement.get_absolute_url()
    client = cast.anna.client
    client.post(f"{page}text/", {"heading": ["Cele", ""], "body": ["Pierwsze brzmienie", ""]})
    client.post(f"{page}steps/signature/", {"on": DAY})
    assert client.get(f"{page}text/").status_code == 403
    client.post(f"{page}steps/amendment/", {"on": "2025-01-01", "note": "aneks"})
    client.post(f"{page}text/", {"heading": ["Cele"], "body": ["Drugie brzmienie"]})
    client.post(f"{page}steps/amendment-agreed/", {"on": "2025-03-01"})
    before = client.get(f"{page}?at=2025-02-28").content.decode()
    after = client.get(f"{page}?at=2025-03-01").content.decode()
    assert ("Pierwsze brzmienie" in before, "Drugie brzmienie" in before) == (True, False)
    assert ("Pierwsze brzmienie" in after, "Drugie brzmienie" in after) == (False, True)


@pytest.mark.parametrize(
    "name", ["agreement.pdf", "agreement.docx", "parties.pdf", "parties.docx", "declaration.pdf"]
)
def test_documents_can_be_taken_by_everybody_who_may_see_the_agreement(name: str, cast: Cast) -> None:
    Partnership.objects.update(is_public=True)
    agreement = make_agreement(cast.ours)
    agreement.versions.get().sections.create(order=0, heading="Cele", body="Wspólna praca.")
    make_party(agreement)
    response = cast.nobody.client.get(f"{agreement.get_absolute_url()}documents/{name}")
    assert response.status_code == 200
    assert response.content[:4] in {b"%PDF", b"PK\x03\x04"}


def test_the_list_of_partnerships_costs_the_same_queries_for_one_and_for_three(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    same_queries(lambda: cast.anna.client.get("/partnerships/"), lambda: make_partnership(is_public=True))


def test_the_page_of_parties_costs_the_same_queries_for_one_and_for_three(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    agreement = make_agreement(cast.ours)
    same_queries(lambda: cast.anna.client.get("/partnerships/nasze/parties"), lambda: make_party(agreement))
    same_queries(lambda: cast.anna.client.get("/partnerships/nasze/"), lambda: make_party(agreement))


def test_the_only_coordinator_cannot_leave(cast: Cast) -> None:
    grant = cast.ours.grants.get(role="coordinator")
    cast.anna.client.post(f"/partnerships/nasze/people/{grant.pk}/end/")
    grant.refresh_from_db()
    assert grant.until is None


def test_a_person_is_invited_into_a_role_and_signs_in_with_a_code(cast: Cast, mailoutbox: list) -> None:
    cast.anna.client.post(
        "/partnerships/nasze/people/",
        {"email": "nowa@example.org", "name": "Nowa Osoba", "role": "facilitator"},
    )
    assert [message.to for message in mailoutbox] == [["nowa@example.org"]]
    client = cast.nobody.client
    client.post("/account/login/code/", {"email": "nowa@example.org"})
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", mailoutbox[-1].body, re.MULTILINE)
    assert code is not None
    client.post("/account/login/code/confirm/", {"code": code.group(1)})
    assert client.get("/partnerships/nasze/").status_code == 200


def test_history_names_who_did_what(cast: Cast) -> None:
    cast.anna.client.post("/partnerships/nasze/goals/", {"goals": "a"})
    body = cast.dorota.client.get("/partnerships/nasze/history/").content.decode()
    assert "Anna Zielińska" in body and "set the goals" in body
    assert cast.ewa.client.get("/partnerships/nasze/history/").status_code == 403


def test_parties_are_a_fact_of_the_day_even_when_the_body_is_renamed(cast: Cast) -> None:
    Partnership.objects.update(is_public=True)
    agreement = make_agreement(cast.ours)
    body = make_organisation("Gimnazjum w Leoncinie")
    party = Party.objects.get(pk=make_party(agreement, body).pk)
    body.name = "Szkoła Podstawowa w Leoncinie"
    body.save()
    text = cast.nobody.client.get(f"/partnerships/nasze/parties?at={DAY}").content.decode()
    assert party.name_then in text
    assert "today: Szkoła Podstawowa w Leoncinie" in text
    assert dt.date.fromisoformat(DAY) >= agreement.opened_on


def test_a_message_to_one_person_is_never_kept_for_the_next(cast: Cast) -> None:
    Partnership.objects.update(is_public=True)
    client = cast.bartek.client
    client.get("/partnerships/nasze/")
    client.post("/account/logout/")
    assert "messages" in client.cookies or "sessionid" in client.cookies
    client.get("/partnerships/nasze/")
    fresh = cast.nobody.client.get("/partnerships/nasze/").content.decode()
    assert "sp-message" not in fresh


def test_the_history_is_searched_and_taken_along(cast: Cast) -> None:
    cast.anna.client.post("/partnerships/nasze/goals/", {"goals": "a"})
    cast.adam.client.post("/partnerships/nasze/publication/", {"public": "1"})
    page = cast.dorota.client.get("/partnerships/nasze/history/?q=adam").content.decode()
    assert "opened the public page" in page
    assert "set the goals" not in page
    response = cast.dorota.client.get("/partnerships/nasze/history/?format=csv")
    rows = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert [row.split(";")[1:3] for row in rows[1:]] == [
        ["Adam Nowicki", "opened the public page"],
        ["Anna Zielińska", "set the goals"],
    ]
    assert (
        "No entry fits"
        in cast.dorota.client.get("/partnerships/nasze/history/?until=2001-01-01").content.decode()
    )


def test_a_file_that_was_not_examined_yet_is_never_said_to_hold_no_signature(cast: Cast) -> None:
    party = make_party(make_agreement(cast.ours))
    url = f"{party.agreement.get_absolute_url()}parties/{party.pk}/acts/new/"
    pdf = blocks_pdf([Paragraph("Porozumienie")], title="Porozumienie", language="pl")
    values = act_values(cast.anna.client, url, file=SimpleUploadedFile("umowa.pdf", pdf))
    place = cast.anna.client.post(url, values)["Location"]
    assert "No electronic signature has been found" in cast.anna.client.get(place).content.decode()
    StoredFile.objects.update(examined_at=None)
    page = cast.anna.client.get(place).content.decode()
    assert "No electronic signature has been found" not in page
    assert "is being examined" in page
