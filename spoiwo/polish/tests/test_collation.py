"""Alphabetical order and folding."""

import pytest

from spoiwo.polish import collation_key, fold

ALPHABET = "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż".split()  # noqa: SIM905


def backwards(texts: list[str]) -> list[str]:
    """The worst order to start from, so that a stable sort cannot pass by doing nothing."""
    return texts[::-1]


def test_letters_sort_in_the_order_of_the_polish_alphabet():
    assert sorted(backwards(ALPHABET), key=collation_key) == ALPHABET
    assert sorted((letter.upper() for letter in backwards(ALPHABET)), key=collation_key) == [
        letter.upper() for letter in ALPHABET
    ]


@pytest.mark.parametrize(
    "in_order",
    [
        ["Abacki", "Azor", "Ąbacki", "Babacki"],
        ["cud", "cym", "ćma", "data"],
        ["Lublin", "Luty", "Łask", "Łódź", "Mława"],
        ["zorza", "źle", "żak"],
        ["Nowa Wieś", "Nowakowo", "Nowy Dwór"],
        ["Kowal", "Kowal-Biały", "Kowalski"],
        ["Szkoła nr 2", "Szkoła nr 10", "Szkoła nr 100"],
        ["Adam", "Żanna", "Київ"],
        ["", "a"],
    ],
)
def test_texts_sort_as_in_a_polish_register(in_order: list[str]):
    assert sorted(backwards(in_order), key=collation_key) == in_order


def test_case_marks_and_punctuation_do_not_matter():
    assert collation_key("„NADZIEJA”") == collation_key("Nadzieja")
    assert collation_key("Müller") == collation_key("muller")
    assert collation_key("z\u0307o\u0301\u0142w") == collation_key("żółw")


def test_the_key_is_made_of_digits_only_so_that_any_database_sorts_it_alike():
    assert collation_key("Łódź-Górna (nr 7), Київ").isdecimal()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Zażółć gęślą jaźń", "zazolc gesla jazn"),
        ("ŁÓDŹ", "lodz"),
        ("  Nowy\u00a0 Dwór ", "nowy dwor"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_folding_leaves_plain_small_letters(text: str, plain: str):
    assert fold(text) == plain
