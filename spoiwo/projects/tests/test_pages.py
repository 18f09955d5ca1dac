"""The pages of concept cards: nothing typed is lost, nobody's contacts are public, lists and papers say what was written."""

import io
import re
import zipfile
from collections.abc import Callable
from html import unescape
from typing import Any

import pypdf
import pytest
from django.urls import reverse

from spoiwo.projects.models import ConceptCard
from spoiwo.projects.rules import LONGEST, TEXTS, CardState
from tests.cast import Cast
from tests.make import make_card, make_grant, make_organisation

HOSTILE = '<script>alert(1)</script> #import "/etc/passwd" ] *a* $x$ {{ 7 }} &amp; "\' ąęść'
CONTACT = "maria.wisniewska@example.org"
pytestmark = pytest.mark.django_db


def url(name: str, card: ConceptCard, *rest: str) -> str:
    return reverse(f"projects:{name}", args=[card.pk, *rest])


def texts(card: ConceptCard, **changed: str) -> dict[str, str]:
    posted = {name: getattr(card, name) for name in TEXTS}
    return posted | {f"base_{name}": text for name, text in posted.items()} | changed


def test_a_card_is_begun_written_and_agreed_by_the_facilitator(cast: Cast) -> None:
    client = cast.ewa.client
    begun = client.post(reverse("projects:card_new"), {"title": "Szlak rowerowy", "aim": "Połączyć gminy."})
    card = ConceptCard.objects.get()
    assert begun["Location"] == url("card_edit", card)
    client.post(url("card_edit", card), texts(card, actions="Wytyczyć trasę."))
    client.post(
        url("card_people", card),
        {
            "title": card.title, "leader_name": "Maria Wiśniewska", "deputy_name": "Jan Lis", "next_step": "Zebranie",
            "next_step_on": "15.11.2030",
        },
    )  # fmt: skip
    client.post(url("card_state", card), {"state": "agreed"})
    card.refresh_from_db()
    assert (card.state, card.actions, card.leader_name) == ("agreed", "Wytyczyć trasę.", "Maria Wiśniewska")


def test_a_form_posted_whole_is_merged_with_what_others_wrote(cast: Cast) -> None:
    card = make_card(cast.ours, goals="a\nb")
    posted = texts(card, goals="a\r\nb\r\nc", base_goals="a\r\nb")
    ConceptCard.objects.update(goals="zero\na\nb")
    response = cast.anna.client.post(url("card_edit", card), posted)
    assert response["Location"] == url("card_edit", card)
    card.refresh_from_db()
    assert card.goals == "zero\na\nb\nc"


def test_what_cannot_be_saved_comes_back_as_it_was_typed(cast: Cast) -> None:
    card = make_card(cast.ours)
    long = "ą" * (LONGEST + 1)
    response = cast.anna.client.post(url("card_edit", card), texts(card, risks=long, goals="mój cel"))
    assert response.status_code == 422
    assert long in response.content.decode() and "mój cel" in response.content.decode()
    ConceptCard.objects.update(state=CardState.AGREED)
    response = cast.anna.client.post(url("card_edit", card), texts(card, goals="mój cel"))
    assert response.status_code == 422
    assert "mój cel" in response.content.decode()


def test_a_text_is_saved_while_it_is_written(cast: Cast) -> None:
    card = make_card(cast.ours, risks="susza")
    response = cast.anna.client.post(url("card_text", card), {"field": "risks", "base": "", "text": "powódź"})
    assert response.json() == {"text": "susza\npowódź", "revision": 1, "both": True}


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"field": "title", "base": "", "text": "x"},
        {"field": "risks", "base": "", "text": "a\x00b"},
        {"field": "risks", "base": "", "text": "x" * (LONGEST + 1)},
    ],
)
def test_a_text_that_makes_no_sense_is_refused_with_a_sentence(cast: Cast, posted: dict[str, str]) -> None:
    card = make_card(cast.ours)
    response = cast.anna.client.post(url("card_text", card), posted)
    assert response.status_code == 422
    assert response.json()["error"]
    assert ConceptCard.objects.get().revision == 0


def test_a_text_is_not_taken_from_those_who_may_only_read(cast: Cast) -> None:
    card = make_card(cast.ours)
    posted = {"field": "risks", "base": "", "text": "x"}
    answers = [
        getattr(cast, who).client.post(url("card_text", card), posted)
        for who in ("bartek", "celina", "nobody")
    ]
    assert [answer.status_code for answer in answers] == [403, 404, 302]


def test_an_agreed_card_stays_whole_and_the_form_says_what_is_missing(cast: Cast) -> None:
    card = make_card(cast.ours, state=CardState.AGREED)
    posted = {
        "title": card.title,
        "leader_name": card.leader_name,
        "next_step": "inny krok",
        "next_step_on": "2030-12-01",
    }
    response = cast.anna.client.post(url("card_people", card), posted)
    assert response.status_code == 422
    assert "inny krok" in response.content.decode()
    assert ConceptCard.objects.get().next_step == card.next_step


def rows(*values: dict[str, str]) -> dict[str, str]:
    posted = {"form-TOTAL_FORMS": str(len(values)), "form-INITIAL_FORMS": "0"}
    return posted | {
        f"form-{number}-{name}": text for number, row in enumerate(values) for name, text in row.items()
    }


def test_the_budget_reads_amounts_as_offices_write_them(cast: Cast) -> None:
    card = make_card(cast.ours)
    typed = ["12 000,50", "12000.50", "1.200,00", "300 zł", "12\xa0000"]
    posted = rows(
        *({"what": f"koszt {n}", "amount": text, "source": ""} for n, text in enumerate(typed)),
        {"what": "", "amount": "", "source": ""},
    )
    assert cast.anna.client.post(url("card_budget", card), posted).status_code == 302
    assert [str(cost.amount) for cost in card.costs.all()] == [
        "12000.50",
        "12000.50",
        "1200.00",
        "300.00",
        "12000.00",
    ]
    page = unescape(cast.anna.client.get(url("card", card)).content.decode())
    assert "37 501,00" in page.replace("\xa0", " ").replace("\u202f", " ")
    again = unescape(cast.anna.client.get(url("card_budget", card)).content.decode())
    assert "12 000,50" in again.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("amount", ["-5", "NaN", "Infinity", "1e99", "sto", "1,234", "99999999999999"])
def test_an_amount_that_is_none_comes_back_with_its_row(cast: Cast, amount: str) -> None:
    card = make_card(cast.ours)
    response = cast.anna.client.post(
        url("card_budget", card), rows({"what": "tablice", "amount": amount, "source": ""})
    )
    assert response.status_code == 422
    assert "tablice" in response.content.decode() and amount in response.content.decode()
    assert not card.costs.exists()


def test_a_partner_of_the_register_is_recognised_and_any_other_is_kept_as_named(cast: Cast) -> None:
    card = make_card(cast.ours)
    body = make_organisation("Gmina Leoncin", nip="5310000000")
    posted = rows(
        {"name": "Gmina Leoncin · 5310000000", "brings": "sala"},
        {"name": "Koło Gospodyń", "brings": ""},
        {"name": "gmina leoncin", "brings": ""},
    )
    assert cast.anna.client.post(url("card_partners", card), posted).status_code == 302
    assert [(one.name, one.organisation) for one in card.partners.all()] == [
        ("Gmina Leoncin", body),
        ("Koło Gospodyń", None),
        ("gmina leoncin", body),
    ]


def test_the_public_page_list_and_papers_show_nobodys_contacts(cast: Cast) -> None:
    card = make_card(cast.ours, state=CardState.AGREED, is_public=True)
    addresses = [
        url("card", card),
        reverse("projects:cards"),
        reverse("projects:cards") + "?format=csv",
        url("card_paper", card, "docx"),
        reverse("projects:programme", args=[cast.ours.slug, "docx"]),
    ]
    for address in addresses:
        response = cast.nobody.client.get(address)
        assert response.status_code == 200
        assert CONTACT not in said(response), address
    assert CONTACT in said(cast.bartek.client.get(url("card", card)))
    assert CONTACT in said(cast.bartek.client.get(url("card_paper", card, "docx")))
    assert CONTACT in said(
        cast.bartek.client.get(reverse("projects:programme", args=[cast.ours.slug, "docx"]))
    )


def test_what_is_not_public_is_not_found(cast: Cast) -> None:
    card = make_card(cast.ours, state=CardState.AGREED)
    for address in (
        url("card", card),
        url("card_paper", card, "pdf"),
        reverse("projects:programme", args=["nasze", "pdf"]),
    ):
        assert cast.nobody.client.get(address).status_code == 404
        assert cast.celina.client.get(address).status_code == 404
    assert cast.anna.client.get(url("card_paper", card, "exe")).status_code == 404


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_the_papers_say_all_that_was_written_whatever_it_is(cast: Cast, format: str) -> None:
    fields = {name: f"Treść pola {name}. {HOSTILE}" for name in TEXTS}
    card = make_card(cast.ours, HOSTILE[:60], state=CardState.AGREED, **fields)
    card.partners.create(name="Nadleśnictwo Płock", brings="grunty")
    card.costs.create(what="Oznakowanie", amount="1500.00", source="LGD")
    for address in (url("card_paper", card, format), reverse("projects:programme", args=["nasze", format])):
        text = said(cast.anna.client.get(address))
        for word in [
            *(f"Treść pola {name}." for name in TEXTS),
            "Nadleśnictwo Płock",
            "Oznakowanie",
            CONTACT,
        ]:
            assert word in text
        assert "1 500,00" in text
        assert '#import "/etc/passwd" ] *a* $x$ {{ 7 }}' in text


def test_hostile_texts_stay_texts_on_every_page(cast: Cast) -> None:
    card = make_card(cast.ours, HOSTILE, **dict.fromkeys(TEXTS, HOSTILE), group_label=HOSTILE[:100])
    for name in ("card", "card_edit", "card_people", "card_partners", "card_budget", "card_dropping"):
        assert "<script>alert" not in cast.anna.client.get(url(name, card)).content.decode()


def test_the_list_is_searched_narrowed_and_counted_in_one_query_each(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    make_card(cast.ours, "Szlak rowerowy")
    make_card(cast.ours, "Inkubator", state=CardState.DROPPED)
    address = reverse("projects:cards")
    found = cast.anna.client.get(address, {"q": "szlák rower"}).content.decode()
    assert "Szlak rowerowy" in found
    assert "Inkubator" not in cast.anna.client.get(address).content.decode()
    assert "Inkubator" in cast.anna.client.get(address, {"state": "dropped"}).content.decode()
    assert (
        "Szlak" in cast.anna.client.get(address, {"partnership": "nasze", "sort": "-budget"}).content.decode()
    )
    same_queries(lambda: cast.anna.client.get(address), lambda: make_card(cast.ours))


def test_who_works_for_two_partnerships_chooses_between_them(cast: Cast) -> None:
    make_grant(cast.theirs, cast.anna.user, "facilitator")
    client = cast.anna.client
    assert client.post(reverse("projects:card_new"), {"title": "Szlak"}).status_code == 422
    client.post(reverse("projects:card_new"), {"title": "Szlak", "partnership": cast.theirs.pk})
    assert ConceptCard.objects.get().partnership == cast.theirs
    alone = cast.celina.client.post(
        reverse("projects:card_new"), {"title": "Inny", "partnership": cast.ours.pk}
    )
    assert alone.status_code == 422


def said(response: Any) -> str:
    """The words of a page, a table or a paper, spaces evened out."""
    content = b"".join(response) if response.streaming else response.content
    kind = response["Content-Type"]
    if kind == "application/pdf":
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    elif "wordprocessingml" in kind:
        text = unescape(_plain(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()))
    else:
        text = unescape(content.decode())
    return " ".join(text.split())


def _plain(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml.replace("</w:p>", " "))
