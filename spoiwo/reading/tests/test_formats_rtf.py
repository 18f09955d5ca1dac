"""RTF: letters of every code page, furniture apart, pictures and fields passed over."""

from datetime import date

import pytest

from spoiwo.reading import Furniture, Unreadable, read_document

ALPHABET = "Zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ"


def rtf(body: str, head: str = r"\ansi\ansicpg1250\deff0{\fonttbl{\f0\fswiss\fcharset238 Arial;}}") -> bytes:
    return (r"{\rtf1" + head + "\n" + body + "}").encode("ascii")


def escaped(text: str) -> str:
    return "".join(s if s.isascii() else rf"\'{s.encode('cp1250')[0]:02x}" for s in text)


def in_unicode(text: str) -> str:
    return "".join(s if s.isascii() else rf"\u{ord(s)}?" for s in text)


def test_letters_of_windows_1250_are_read() -> None:
    assert read_document(rtf(escaped(ALPHABET) + r"\par")).text == ALPHABET


def test_letters_by_number_are_read_without_their_stand_ins() -> None:
    assert read_document(rtf(in_unicode(ALPHABET))).text == ALPHABET
    assert read_document(rtf(r"{\uc2 P\u322??ock} i \u-3840 ?Opoczno")).text.startswith("Płock i")


def test_the_code_page_of_the_font_wins() -> None:
    head = r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}"
    assert read_document(rtf(r"{\f1 P\'b3ock}", head)).text == "Płock"


def test_paragraphs_tables_and_breaks_are_kept() -> None:
    document = read_document(
        rtf(r"Pierwszy akapit tekstu.\par Gmina\cell Liczba\cell\row Bielsk\cell 12\cell\row Koniec.\par")
    )
    assert document.text == "Pierwszy akapit tekstu.\nGmina\tLiczba\nBielsk\t12\n\nKoniec."


def test_heads_and_feet_are_furniture_and_the_rest_is_silent() -> None:
    body = (
        r"{\info{\title Wzor}{\author Anna}{\creatim\yr2005\mo2\dy16}}{\header Powiat Plocki\par}{\footer strona pierwsza\par}"
        r"{\*\generator Word}{\stylesheet{\s1 heading 1;}}{\pict\pngblip 89504e47}{\field{\*\fldinst HYPERLINK x}{\fldrslt strona}}"
        r" opisu{\v ukryte}\bin6 \{\}xx i \b pogrubione\b0 .\par"
    )
    document = read_document(rtf(body), "pismo.doc")
    assert document.text == "strona opisu i pogrubione."
    assert document.furniture == (
        Furniture("header", "Powiat Plocki"),
        Furniture("footer", "strona pierwsza"),
    )
    assert document.published == date(2005, 2, 16)


@pytest.mark.parametrize(
    ("content", "problem"),
    [(rtf(""), "empty"), (rtf(r"{\pict 00}"), "pictures_only"), (rtf("{" * 3000), "bomb")],
)
def test_what_cannot_be_read_is_told(content: bytes, problem: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(content)
    assert caught.value.problem == problem
