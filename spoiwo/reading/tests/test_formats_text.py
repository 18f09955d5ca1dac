"""Plain text: encodings told apart, line ends, what is no text."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.reading import Unreadable, read_document
from spoiwo.reading.formats.encodings import decoded, encoding_of
from spoiwo.reading.formats.kinds import kind_of
from spoiwo.reading.tests.papers import STORY

LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
TEXT = "\n".join(STORY)
PANGRAM = "Zażółć gęślą jaźń. Pójdźże, kiń tę chmurność w głąb flaszy! Łódź, Ćmielów, Źródła, Święta Anna, Żary, Ósmy."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859-2"])
@pytest.mark.parametrize("text", [TEXT, PANGRAM, TEXT + PANGRAM])
def test_the_encoding_is_told_from_the_letters(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2", "utf-8"])
@pytest.mark.parametrize("letter", LETTERS)
def test_every_polish_letter_is_read_in_every_encoding(letter: str, encoding: str) -> None:
    text = f"Ulica {letter}kowa i {letter.lower()}mowa: {letter}"
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(order: str) -> None:
    assert decoded(TEXT.encode(order)) == TEXT


def test_polish_quotation_marks_and_dashes_speak_for_windows() -> None:
    assert decoded("Projekt „Razem” – etap I".encode("cp1250")) == "Projekt „Razem” – etap I"


def test_a_letter_cut_off_at_the_end_leaves_utf_8_what_it_is() -> None:
    assert encoding_of("Współpraca i pomoc społeczną".encode()[:-1]) == "utf-8"


def test_line_ends_of_every_kind_become_one() -> None:
    assert decoded(b"raz\r\ndwa\rtrzy\ncztery\x0cpiec") == "raz\ndwa\ntrzy\ncztery\npiec"


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\0" * 100])
def test_nothing_is_called_empty(content: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(content, "pusty.txt")
    assert caught.value.problem == "empty"


@pytest.mark.parametrize(
    "content",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"MZ\x90\0" + bytes(range(256)) * 4,
        b"GIF89a\x01\0\x01\0",
        b"PK\5\6" + b"\0" * 18,
        bytes(range(1, 256)) * 8,
    ],
)
def test_programs_old_word_files_and_other_archives_are_no_documents(content: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(content, "pismo.doc")
    assert caught.value.problem == "not_a_document"


def test_the_lines_of_a_plain_text_stay_as_they_are() -> None:
    document = read_document(
        "Powiat płocki\n\n  1. pierwszy punkt,\n  2. drugi punkt programu.\n".encode(), "a.pdf"
    )
    assert document.format == "txt"
    assert document.text == "Powiat płocki\n\n  1. pierwszy punkt,\n  2. drugi punkt programu."


@given(st.text(alphabet=st.sampled_from("abcdefgh ijklmn oprstuwyz\n" + LETTERS), min_size=30))
def test_any_polish_words_in_utf_8_come_back(text: str) -> None:
    if text.strip():
        assert decoded(text.encode()) == text


@given(st.binary(max_size=400))
def test_a_kind_is_named_or_a_problem_is(content: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert kind_of(content) in {"pdf", "docx", "html", "rtf", "eml", "picture", "txt"}
