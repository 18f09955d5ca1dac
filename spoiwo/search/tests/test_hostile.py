"""What hostile readers type into the search, and what it must not tell them."""

import datetime as dt

import pytest
from django.urls import reverse

from spoiwo.kit.actor import NOBODY, Actor, Role
from spoiwo.search import EVERYBODY, STAFF, Document, finding
from spoiwo.search.asking import Filters
from spoiwo.search.indexing import write
from tests.cast import Cast

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 1)
CLERK = Actor(user_id=1, roles={7: frozenset({Role.COORDINATOR})})
ODD = [
    '"' * 250,
    "-" * 250,
    "*" * 250 + " OR NEAR(",
    "спілка дії",
    "🎉 👩‍👩‍👧 praca",
    "ł" * 2000,
    "a" * 250,
    "\0",
    "'); DROP TABLE search_item; --",
    '-"praca socjalna',
    "praca' & !x:*A",
    "\\' \\",
    "title_terms : praca",
    "a AND b NOT c",
    "²³ ½ ﬁ",
    "\ud7ff\ufffe\u202e",
    " ".join("abcdefghijklmnopqrstuvwxyz"),
]


def keep(number: int, title: str, body: str = "", audience: set[str] | None = None) -> None:
    write(
        "tests.note", [number], [Document(number, title, body, f"/notes/{number}/", audience or {EVERYBODY})]
    )


@pytest.mark.parametrize("text", ODD)
def test_no_typed_text_breaks_the_search(cast: Cast, text: str) -> None:
    keep(1, "Praca socjalna", "Spółdzielnia socjalna w powiecie.")
    for client in (cast.nobody.client, cast.anna.client):
        assert client.get(reverse("home:search"), {"q": text}).status_code == 200
        assert client.get(reverse("home:search_suggestions"), {"q": text}).status_code == 200
    finding.find(text, Filters(), NOBODY, TODAY)


@pytest.mark.parametrize(
    "asked",
    [
        {"page": "9" * 12},
        {"page": "²"},
        {"page": "-1"},
        {"since": "31.02.2020"},
        {"since": "0001-01-01", "until": "9999-12-31"},
        {"since": "Infinity"},
        {"kind": "register.person' OR 1=1"},
        {"place": "ł" * 5000},
        {"place": "\0"},
        {"place": "9" * 30},
        {"partnership": "' OR 1"},
        {"partnership": "\0"},
    ],
)
def test_no_filter_breaks_the_search(cast: Cast, asked: dict[str, str]) -> None:
    keep(1, "Praca socjalna")
    assert cast.nobody.client.get(reverse("home:search"), {"q": "praca"} | asked).status_code == 200
    assert cast.nobody.client.get(reverse("home:search"), asked).status_code == 200


def test_hostile_titles_and_texts_are_only_words(cast: Cast) -> None:
    keep(1, "<svg onload=alert(1)> praca", '<img src=x onerror="alert(1)"> praca')
    for name in ("search", "search_suggestions"):
        page = cast.nobody.client.get(reverse(f"home:{name}"), {"q": "praca"}).content.decode()
        assert "<svg onload" not in page and "<img src=x" not in page


def test_no_word_or_text_is_too_long_for_the_index() -> None:
    keep(1, "x" * 5000, "Słowo " + "ą" * 300_000 + " koniec " + "b\0c \ud800" + " raz dwa" * 40_000)
    assert finding.find("koniec", Filters(), NOBODY, TODAY).numbers


def test_a_correction_tells_nothing_of_hidden_documents() -> None:
    keep(1, "Konferencja w Nowicy")
    keep(2, "Kowalewska", "Donos o Kowalewskiej", audience={STAFF})
    for typed in ("kowalewsk", "kowalewskq", "donoz"):
        found = finding.find(typed, Filters(), NOBODY, TODAY)
        assert (list(found.numbers), found.corrected) == ([], "")
    assert finding.find("kowalewskq", Filters(), CLERK, TODAY).corrected


def test_a_hidden_word_does_not_stop_a_correction() -> None:
    keep(1, "Spotkanie w Kowalewie")
    before = finding.find("kowalewo", Filters(), NOBODY, TODAY)
    keep(2, "Kowalewo", "Kowalewx", audience={STAFF})
    for typed in ("spotkanieq", "spotkamie"):
        open_word = finding.find(typed, Filters(), NOBODY, TODAY)
        keep(3, typed, audience={STAFF})
        again = finding.find(typed, Filters(), NOBODY, TODAY)
        assert (list(again.numbers), again.corrected) == (list(open_word.numbers), open_word.corrected)
    assert before.numbers == finding.find("kowalewo", Filters(), NOBODY, TODAY).numbers


def test_a_text_of_ever_new_words_fits_the_index() -> None:
    keep(1, "Wykaz", " ".join(f"q{number:019d}" for number in range(60_000)))
    assert finding.find("wykaz", Filters(), NOBODY, TODAY).numbers
