"""Single values: what is tidied, what is refused and why."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.register.models import Mandate, Organisation, Person
from spoiwo.register.rules.values import (
    CHECKS,
    LENGTHS,
    Problem,
    check_e_delivery,
    check_email,
    check_krs,
    check_nip,
    check_phone,
    check_postcode,
    check_regon,
    check_website,
    read_day,
)


@pytest.mark.parametrize(
    "text", ["5252248481", "525-224-84-81", "525 22 48 481", "PL 5252248481", "525–224–84–81"]
)
def test_a_nip_is_stored_as_ten_digits_however_it_is_typed(text: str) -> None:
    assert check_nip(text) == ("5252248481", None, "")


@pytest.mark.parametrize(
    ("text", "problem", "detail"),
    [
        ("525224848", Problem.NIP_LENGTH, "9"),
        ("52522484811", Problem.NIP_LENGTH, "11"),
        ("5252248482", Problem.NIP_CHECK_DIGIT, ""),
        ("5225248481", Problem.NIP_CHECK_DIGIT, ""),
        ("525224848A", Problem.NOT_DIGITS, ""),
        ("٥٢٥٢٢٤٨٤٨١", Problem.NOT_DIGITS, ""),
    ],
)
def test_a_wrong_nip_is_told_what_is_wrong(text: str, problem: Problem, detail: str) -> None:
    assert check_nip(text)[1:] == (problem, detail)


def test_a_regon_has_nine_or_fourteen_digits_with_check_digits() -> None:
    assert check_regon("192 598 184").value == "192598184"
    assert check_regon("12345678512347").value == "12345678512347"
    assert check_regon("192598183").problem == Problem.REGON_CHECK_DIGIT
    assert check_regon("12345678512348").problem == Problem.REGON_CHECK_DIGIT
    assert check_regon("1925981")[1:] == (Problem.REGON_LENGTH, "7")


def test_a_krs_has_ten_digits_and_no_check_digit() -> None:
    assert check_krs("KRS: 0000123456").value == "0000123456"
    assert check_krs("123456")[1:] == (Problem.KRS_LENGTH, "6")


def test_postcodes_are_written_one_way() -> None:
    assert [check_postcode(text).value for text in ("05-155", "05155", "05 155", "05–155")] == ["05-155"] * 4
    assert check_postcode("5-155").problem == Problem.POSTCODE


def test_an_address_of_e_delivery_is_checked_for_its_shape() -> None:
    assert check_e_delivery("ae:pl-12345-67890-abcde-12").value == "AE:PL-12345-67890-ABCDE-12"
    assert check_e_delivery("PL-12345-67890-ABCDE-12").value == "AE:PL-12345-67890-ABCDE-12"
    assert check_e_delivery("AE:PL-12345-67890-ABCD1-12").problem == Problem.E_DELIVERY


@pytest.mark.parametrize("text", ["biuro@powiat.pl", "anna.nowak+lista@sub.gmina-leoncin.pl", "a@żółw.pl"])
def test_an_address_of_a_mailbox_is_taken(text: str) -> None:
    assert check_email(text).problem is None


@pytest.mark.parametrize(
    "text", ["biuro", "biuro@", "@powiat.pl", "biuro@powiat", "a b@powiat.pl", "a..b@powiat.pl", "a@-x.pl"]
)
def test_what_is_no_address_of_a_mailbox_is_refused(text: str) -> None:
    assert check_email(text).problem == Problem.EMAIL


def test_a_website_may_be_typed_without_its_beginning() -> None:
    assert check_website("powiat.pl").value == "https://powiat.pl"
    assert check_website("http://powiat.pl/a?b=1").value == "http://powiat.pl/a?b=1"
    assert check_website("javascript:alert(1)").problem == Problem.WEBSITE
    assert check_website("nie mamy").problem == Problem.WEBSITE


def test_a_telephone_has_at_least_five_digits() -> None:
    assert check_phone("  22 765  90 04 wew. 3").value == "22 765 90 04 wew. 3"
    assert check_phone("brak").problem == Problem.PHONE


def test_days_are_read_as_poles_write_them() -> None:
    day = dt.date(2024, 9, 18)
    assert [read_day(text) for text in ("2024-09-18", "18.09.2024", "18.09.2024 r.", "18/09/2024")] == [
        day
    ] * 4
    assert [read_day(text) for text in ("31.02.2024", "wczoraj", "18.09.24", "0001-01-01")] == [None] * 4


@given(st.text(max_size=300))
def test_no_text_breaks_a_check_and_what_passes_passes_again(text: str) -> None:
    for check in CHECKS.values():
        checked = check(text)
        if not checked.problem:
            assert check(checked.value) == (checked.value, None, "")


def test_lengths_are_those_of_the_tables() -> None:
    for model in (Organisation, Person, Mandate):
        for field in model._meta.fields:
            if field.name in LENGTHS and field.max_length:
                assert LENGTHS[field.name] == field.max_length, field
