"""One slip of the finger is forgiven when nothing else is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.polish import terms, within_one_edit

INDEX = frozenset(
    terms("Spółdzielnie socjalne, partnerstwo lokalne, rynek pracy, powiat płocki, prace, 2019")
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("spoldzielna", "spoldzielnia"),
        ("spółdzielnai", "spoldzielnia"),
        ("partnerstwoo", "partnerstwo"),
        ("partmerstwo", "partnerstwo"),
        ("artnerstwo", "partnerstwo"),
        ("POWIAR", "powiat"),
    ],
)
def test_one_slip_leads_to_the_word(typed: str, meant: str):
    assert within_one_edit(typed, INDEX.intersection)[0] == meant


@pytest.mark.parametrize(
    "typed", ["", "pra", "2018", "x2019", "partnrstw", "праця", "partnerstwo", "rynek pracy"]
)
def test_short_words_numbers_and_two_slips_lead_nowhere(typed: str):
    assert within_one_edit(typed, INDEX.intersection) == []


def test_likelier_slips_come_first():
    assert within_one_edit("parce", {"prace", "parcie", "pare", "marce"}.intersection) == [
        "prace",
        "parcie",
        "pare",
        "marce",
    ]


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=12), st.data())
def test_a_swapped_pair_is_always_found(word: str, data: st.DataObject):
    place = data.draw(st.integers(0, len(word) - 2))
    slipped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert slipped == word or word in within_one_edit(slipped, {word}.intersection)


@given(st.text(max_size=30))
def test_any_text_may_be_asked(word: str):
    assert within_one_edit(word, frozenset().intersection) == []
