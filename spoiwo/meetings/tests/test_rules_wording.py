"""Wordings with merge fields."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.meetings.rules.fields import FIELDS, KNOWN, field_called, plain_field
from spoiwo.meetings.rules.wording import BrokenWording, MistakeKind, Part, compile_wording

FULL = {field: f"<{field}>" for field in FIELDS}
LETTER = """{Zwrot},

zapraszam Pana/Panią na spotkanie partnerstwa „{partnerstwo}”, którego gospodarzem jest {gospodarz}.

Do wyboru są terminy:
{terminy}

{program}

Odpowiedzi prosimy udzielić do {termin odpowiedzi}: {odnośnik}
Kod, gdyby odnośnik nie działał: {kod}.

{nadawca}"""


def filled(body: str, **values: str) -> str:
    return compile_wording("", body).fill(values)[1]


def mistakes(subject: str, body: str) -> list[tuple]:
    with pytest.raises(BrokenWording) as caught:
        compile_wording(subject, body)
    return list(caught.value.mistakes)


def test_no_name_means_two_fields() -> None:
    for field, names in FIELDS.items():
        for language in names:
            assert language
            assert {field_called(name) for name in language} == {field}
    assert set(KNOWN.values()) == set(FIELDS)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("salutation", "salutation"), ("ZWROT", "salutation"), (" zwrot ", "salutation"), ("Звертання", "salutation"),
        ("imie_i_nazwisko", "name"), ("imię_i_nazwisko", "name"), ("Imię i nazwisko", "name"), ("imię-i-nazwisko", "name"),
        ("ім’я та прізвище", "name"), ("odnosnik", "link"), ("termin odpowiedzi", "deadline"), ("Urząd", "organisation"),
        ("imię i nazwisko w celowniku", "name_dative"), ("Посилання", "link"), ("name dative", "name_dative"),
        ("kod ", "code"), ("nazwa", None), ("", None),
    ],
)  # fmt: skip
def test_fields_are_known_in_three_languages_with_or_without_marks(typed: str, field: str | None) -> None:
    assert field_called(typed) == field
    if field:
        assert filled(f"a {{{typed}}} b", **FULL) == f"a <{field}> b"


def test_a_whole_letter_is_filled() -> None:
    wording = compile_wording("Zaproszenie do gminy {gmina}", LETTER)
    assert wording.fields_used == (
        "commune", "salutation", "partnership", "host", "meetings", "programme", "deadline", "link", "code", "sender",
    )  # fmt: skip
    subject, body = wording.fill(FULL | {"commune": "Leoncin", "meetings": "8 października\n10 października"})
    assert subject == "Zaproszenie do gminy Leoncin"
    assert "Do wyboru są terminy:\n8 października\n10 października\n\n<programme>\n\nOdpowiedzi" in body
    assert body.startswith("<salutation>,\n\nzapraszam") and body.endswith("<code>.\n\n<sender>")


def test_double_braces_are_braces_and_what_is_filled_in_is_not_read_again() -> None:
    assert filled("{{kod}} {{{kod}}} {{", code="{name}") == "{kod} {{name}} {"


@pytest.mark.parametrize(
    ("body", "values", "expected"),
    [
        ("{zwrot},\n\nzapraszam.", {}, "zapraszam."),
        ("A\n\n{program}\n\nB", {}, "A\n\nB"),
        ("A\n{program}\nB", {}, "A\nB"),
        ("A\n\n\n{program}\n\n\nB", {}, "A\n\n\nB"),
        ("A\n\n- {termin}\n- {kod}\n\nB", {"code": "X"}, "A\n\n- X\n\nB"),
        ("A\n\n{nadawca}\n", {}, "A"),
        ("{imię} {nazwisko}", {"family_name": "Nowak"}, "Nowak"),
        ("{imię} {nazwisko}", {"given_name": "Ewa"}, "Ewa"),
        ("Pani {imię} {nazwisko}, proszę", {}, "Pani, proszę"),
        ("Pan {nazwisko} ({funkcja}), proszę", {"family_name": "Lis"}, "Pan Lis, proszę"),
        ("{imię}, {funkcja}, {urząd}", {"given_name": "Ewa", "organisation": "UG"}, "Ewa, UG"),
        ("{imię}, {funkcja}, {urząd}", {"given_name": "Ewa"}, "Ewa"),
        ("{imię}, {funkcja}, {urząd}", {"organisation": "UG"}, "UG"),
        ("Spotkanie {gmina} odbędzie się", {}, "Spotkanie odbędzie się"),
        ("w partnerstwie „{partnerstwo}” i", {}, "w partnerstwie i"),
        ("Zapraszamy – {gospodarz}", {}, "Zapraszamy"),
        ("1. {termin}\n2. {kod}", {"code": "K"}, "2. K"),
        ("Podpis: {nadawca}", {}, "Podpis:"),
        ("{nadawca} ......................", {}, "......................"),
        ("A  B\n\n\n\nC {kod}", {"code": "x"}, "A  B\n\n\n\nC x"),  # what the author wrote stays as it is
    ],
)  # fmt: skip
def test_an_empty_field_leaves_no_trace_where_that_is_certain(body: str, values: dict, expected: str) -> None:
    assert filled(body, **values) == expected
    assert filled(body, **dict.fromkeys(FIELDS, "  ") | values) == expected


def test_empty_fields_are_named_for_this_addressee() -> None:
    wording = compile_wording("{gmina}", "{zwrot} {kod} {zwrot}")
    assert wording.missing({"code": "X", "salutation": " \n"}) == ("commune", "salutation")
    assert wording.missing(FULL) == ()


def test_mistakes_are_told_with_their_place_and_the_nearest_name() -> None:
    assert mistakes("{zwrto} x", "ala\r\n  {Imie_i_nazwsko} {gmina\r\nkoniec} {qqq} {}") == [
        (Part.SUBJECT, 1, 1, MistakeKind.UNKNOWN_FIELD, "zwrto", "zwrot"),
        (Part.BODY, 2, 3, MistakeKind.UNKNOWN_FIELD, "Imie_i_nazwsko", "imię_i_nazwisko"),
        (Part.BODY, 2, 20, MistakeKind.UNCLOSED_BRACE, "{gmina", ""),
        (Part.BODY, 3, 7, MistakeKind.UNOPENED_BRACE, "koniec}", ""),
        (Part.BODY, 3, 9, MistakeKind.UNKNOWN_FIELD, "qqq", ""),
        (Part.BODY, 3, 15, MistakeKind.UNKNOWN_FIELD, "", ""),
    ]


VALUES = st.text("ab {}\n\r\u2028\x0b\ue000\uf8ff,", max_size=8)
WORDS = st.sampled_from(
    ["a", " ", "\n", "\n\n", ",", ".", "(", ")", "{{", "}}", "{zwrot}", "{kod}", "{ Gmina }", "\ue003"]
)
TEXTS = st.lists(WORDS, max_size=15).map("".join)


@given(TEXTS, TEXTS, st.dictionaries(st.sampled_from(list(FIELDS)), VALUES))
def test_a_subject_is_one_line_whatever_is_filled_in(subject: str, body: str, values: dict[str, str]) -> None:
    head, text = compile_wording(subject, body).fill(values)
    assert len(head.splitlines()) <= 1
    assert head == head.strip()
    for field in ("salutation", "code", "commune"):
        if values.get(field, "").strip() and field in compile_wording("", body).fields_used:
            assert values[field].replace("\r\n", "\n").replace("\r", "\n") in text
    assert "\r" not in text


@given(st.lists(WORDS, max_size=15))
def test_nothing_is_lost_where_every_field_is_given(words: list[str]) -> None:
    becomes = {
        "{{": "{",
        "}}": "}",
        "{zwrot}": "<salutation>",
        "{kod}": "<code>",
        "{ Gmina }": "<commune>",
        "\ue003": "",
    }
    assert filled("".join(words), **FULL) == "".join(becomes.get(word, word) for word in words)


@given(TEXTS)
def test_without_values_no_gap_is_left(body: str) -> None:
    text = filled(body)
    assert "W" not in text
    if "  " not in body.replace("\ue003", ""):
        assert "  " not in text
    assert filled(text.replace("{", "{{").replace("}", "}}")) == text


@given(st.text(max_size=40))
def test_any_text_is_a_wording_or_is_told_what_is_wrong(text: str) -> None:
    try:
        compile_wording(text, text).fill({})
    except BrokenWording as broken:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for mistake in broken.mistakes:
            assert mistake.kind in MistakeKind
            if mistake.part == Part.BODY and max(text) < "\ue000":
                assert lines[mistake.line - 1][mistake.column - 1] in "{}"


@given(st.text(max_size=20))
def test_spelling_is_plain_twice_as_once(name: str) -> None:
    assert plain_field(plain_field(name)) == plain_field(name)


def test_a_letter_is_filled_in_microseconds() -> None:
    wording = compile_wording("Zaproszenie do gminy {gmina}", LETTER)
    for values in (FULL, FULL | {"programme": "", "host": ""}):
        spent = []
        for _round in range(5):
            start = time.process_time()
            for _time in range(1000):
                wording.fill(values)
            spent.append(time.process_time() - start)
        assert min(spent) < 0.01  # ten microseconds a letter; measured two
