"""Search terms: a question in any form finds the text in any form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.polish import term_groups, terms


def finds(query: str, text: str) -> bool:
    found = set(terms(text))
    return all(found & set(group) for group in term_groups(query))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("nabór wniosków", "Nabory wniosku"),
        ("starosta", "Pismo Staroście Nowodworskiemu"),
        ("wojta", "Spotkanie z wójtem gminy"),
        ("lodz", "Warsztaty w Łodzi"),
        ("płock", "Urząd w Płocku"),
        ("PŁOCK", "Urząd w Płocku"),
        ("pup", "Umowa z PUP-em"),
        ("PUP", "dyrektor PUP"),
        ("KFS-u", "środki z KFS"),
        ("urban", "Jadwiga Olszowska-Urban"),
        ("2024", "nabór 1/2024"),
        ("staże dla bezrobotnych", "staż dla bezrobotnego"),
        ("Nowaka", "Jan Nowak"),
        ("Schimanek", "Tomasz SCHIMANEK"),
    ],
)
def test_another_form_of_a_word_finds_it(query: str, text: str):
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"), [("wójt", "burmistrz"), ("PUP", "pupa"), ("wójt gminy", "wójt powiatu")]
)
def test_another_word_is_not_found(query: str, text: str):
    assert not finds(query, text)


def test_terms_are_plain_and_in_the_order_of_the_text():
    assert terms("Dotacje, 2 PUP-y") == ["dotacja", "dotacje", "2", "pup"]


@given(st.text(max_size=60))
def test_every_text_finds_itself(text: str):
    assert finds(text, text)
