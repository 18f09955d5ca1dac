"""Codes typed from paper."""

import random
import secrets
import string
import time
from itertools import combinations
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.meetings.rules.codes import ALPHABET, PERSONAL, WALL, new_codes, read_code, shown

LENGTHS = st.sampled_from([PERSONAL, WALL])
SEEDS = st.integers(0, 2**32)


def code_of(seed: int, length: int = PERSONAL) -> str:
    return new_codes(1, random.Random(seed).randbytes, length=length)[0]


@given(SEEDS, LENGTHS)
def test_a_code_is_read_as_it_was_given_out(seed: int, length: int) -> None:
    code = code_of(seed, length)
    assert len(code) == length
    assert set(code) <= set(ALPHABET)
    assert read_code(code, length=length) == code
    assert read_code(shown(code), length=length) == code


@given(SEEDS, LENGTHS)
def test_every_wrong_symbol_and_every_exchange_of_two_is_noticed(seed: int, length: int) -> None:
    code = code_of(seed, length)
    for place, right in enumerate(code):
        for wrong in ALPHABET:
            if wrong != right:
                assert read_code(code[:place] + wrong + code[place + 1 :], length=length) is None
    for one, other in combinations(range(length), 2):
        symbols = list(code)
        symbols[one], symbols[other] = symbols[other], symbols[one]
        if code[one] != code[other]:
            assert read_code("".join(symbols), length=length) is None


@given(SEEDS, LENGTHS)
def test_a_lost_or_doubled_symbol_is_noticed(seed: int, length: int) -> None:
    code = code_of(seed, length)
    assert read_code(code[1:], length=length) is None
    assert read_code(code + code[-1], length=length) is None


@given(SEEDS, st.randoms(use_true_random=False))
def test_a_code_survives_what_people_make_of_it(seed: int, chance: random.Random) -> None:
    code = code_of(seed)
    alike = {
        "0": "0oOоО",
        "1": "1iIlLі",
        "V": "VvUu",
        "A": "AaА",
        "B": "BbВ",
        "T": "TtТ",
        "X": "XxХх",
        "K": "KkК",
    }
    typed = "".join(
        chance.choice(alike.get(symbol, symbol + symbol.lower())) + chance.choice(["", "", " ", "-", " – "])
        for symbol in code
    )
    assert read_code(f"  {typed}.\n") == code


@given(SEEDS)
def test_a_code_is_found_in_a_link_that_gateways_have_rewritten(seed: int) -> None:
    code = code_of(seed)
    link = f"https://partnerstwo.example.org/meetings/a/{code.lower()}/"
    wrapped = f"https://gate.example.com/?url={quote(link, safe='')}&data=05%7C02&reserved=0"
    twice = f"https://gate.example.com/v2?u={quote(wrapped, safe='')}"
    for text in (link, f"<{link}>", f"{link}?utm_source=mail", wrapped, twice, f"Odpowiedź: {link}"):
        assert read_code(text) == code


@pytest.mark.parametrize(
    "text", ["", " ", "----", "ABCD", "0" * 12, "ŻÓŁW-ŻÓŁW-ŻÓŁWI", "%%%", "1234-5678-9012ß"]
)
def test_what_is_no_code_is_read_as_none(text: str) -> None:
    assert read_code(text) is None


@given(st.text(string.printable + "ąęśćżółźńіїєАВС%/?=", max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = read_code(text)
    assert found is None or (len(found) == PERSONAL and set(found) <= set(ALPHABET))


def test_a_known_code_never_changes() -> None:
    assert new_codes(1, bytes) == ["0" * 13]
    assert new_codes(1, lambda count: bytes(range(count))) == ["0123456789ABY"]
    assert shown("0123456789ABY") == "0123-4567-89ABY"
    assert shown("012345") == "012-345"


def test_codes_are_different_even_where_chance_repeats_itself() -> None:
    draws = iter([bytes(24), bytes([1] * 12)])
    assert len(new_codes(2, lambda _count: next(draws))) == 2


def test_a_thousand_codes_take_few_milliseconds() -> None:
    new_codes(10, secrets.token_bytes)
    spent = []
    for _round in range(5):
        start = time.process_time()
        codes = new_codes(1000, secrets.token_bytes)
        spent.append(time.process_time() - start)
    assert len(set(codes)) == 1000
    assert min(spent) < 0.02  # one millisecond on the machine it was written on
