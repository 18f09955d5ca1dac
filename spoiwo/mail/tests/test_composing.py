"""Mails as other programs read them: parsed back with the standard library's parser."""

import datetime as dt
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.mail.composing import Unsendable, compose, encoded
from spoiwo.mail.models import Letter

AT = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)  # the night the clocks go back in Poland
LONG = "Zaproszenie na spotkanie Lokalnego Partnerstwa na rzecz rynku pracy w Płocku – część II, " * 3


def mail(**fields: Any) -> tuple[bytes, EmailMessage]:
    values = {
        "to": "wojt@slupno.example",
        "subject": "Zaproszenie",
        "text": "Zapraszamy.\n",
        "message_id": "<1@x.pl>",
    }
    content = compose(Letter(**(values | fields)), AT)
    return content, message_from_bytes(content, policy=policy.default)  # type: ignore[return-value]


def test_polish_words_arrive_as_they_were_written(settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Spoiwo <poczta@spoiwo.example>"
    text = "Szanowna Pani Wójt,\n\nzażółć gęślą jaźń.\n.\n..kropki\nFrom nowa linia \n"
    content, read = mail(
        to_name="Łucja Wiśniewska-Żółć, wójt", subject=LONG, text=text, from_name="Starostwo w Płocku",
        reply_to="biuro@plock.example", unsubscribe_url="https://spoiwo.example/w/abc?d=ł",
    )  # fmt: skip
    assert read.get_content().replace("\r\n", "\n") == text
    assert read["Subject"] == LONG.strip()
    assert read["To"].addresses[0].display_name == "Łucja Wiśniewska-Żółć, wójt"
    assert read["To"].addresses[0].addr_spec == "wojt@slupno.example"
    assert (read["From"].addresses[0].display_name, read["From"].addresses[0].addr_spec) == (
        "Starostwo w Płocku",
        "poczta@spoiwo.example",
    )
    assert read["Reply-To"].addresses[0].addr_spec == "biuro@plock.example"
    assert read["List-Unsubscribe"] == "<https://spoiwo.example/w/abc?d=%C5%82>"
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (read["Message-ID"], read["Auto-Submitted"], read["Content-Language"]) == (
        "<1@x.pl>",
        "auto-generated",
        "pl",
    )
    assert read["Date"].datetime == AT and read["Date"].endswith("+0200")
    assert read.defects == []
    assert content.isascii()
    assert all(len(line) <= 78 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_headers_that_nobody_asked_for_are_not_there() -> None:
    _content, read = mail()
    assert not {"Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post", "Bcc"} & set(read.keys())


@pytest.mark.parametrize(
    "name", ['Jan "Janek" Kowalski', "Kowalski, Jan", "jan@x.pl", "=?utf-8?q?x?=", "O’Hara", "a\\b", "()"]
)
def test_names_with_signs_of_their_own_meaning_arrive_as_they_are(name: str) -> None:
    _content, read = mail(to_name=name)
    assert [(one.display_name, one.addr_spec) for one in read["To"].addresses] == [
        (name, "wojt@slupno.example")
    ]


@pytest.mark.parametrize(
    "field", ["subject", "to_name", "from_name", "language", "message_id", "unsubscribe_url"]
)
def test_no_field_can_smuggle_in_a_header(field: str) -> None:
    plain = set(mail(unsubscribe_url="https://x.pl")[1].keys())
    _content, read = mail(
        **({"unsubscribe_url": "https://x.pl"} | {field: "x\r\nBcc: obcy@example.org\n\nNowa treść"})
    )
    assert set(read.keys()) == plain
    assert read.get_content().replace("\r\n", "\n") == "Zapraszamy.\n"


@pytest.mark.parametrize("field", ["to", "reply_to"])
@pytest.mark.parametrize(
    "address",
    [
        "a@b.pl\r\nBcc: c@d.pl",
        "a@b.pl, c@d.pl",
        "a b@c.pl",
        "<a@b.pl>",
        "a@",
        "@b.pl",
        "a@b..\n",
        "ą@b.pl",
        "a@-",
        "a\0@b.pl",
    ],
)
def test_an_address_that_is_none_is_refused_with_a_sentence(field: str, address: str) -> None:
    with pytest.raises(Unsendable, match="@"):
        mail(**{field: address})


@given(st.text(max_size=300), st.text(max_size=200))
def test_any_subject_and_any_name_arrive_up_to_blanks(subject: str, name: str) -> None:
    try:
        (subject + name).encode()
    except UnicodeEncodeError:
        return
    content, _read = mail(subject=subject, to_name=name)
    head = content.split(b"\r\n\r\n")[0]
    assert all(len(line) <= 78 and line.strip(b" ") != b"" for line in head.split(b"\r\n"))
    assert head.count(b"\r\nTo: ") == 1 and b"\nBcc" not in head


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300))
def test_an_encoded_text_is_read_back(text: str) -> None:
    wanted = " ".join(text.split())
    lines = encoded(text).split("\r\n ")
    assert str(make_header(decode_header("\n ".join(lines)))) == wanted


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=400))
def test_any_text_arrives(text: str) -> None:
    _content, read = mail(text=text)
    wanted = text.replace("\r\n", "\n").replace("\r", "\n")
    assert read.get_payload(decode=True).decode().replace("\r\n", "\n") == wanted
