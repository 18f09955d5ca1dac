"""Bytes of all sorts made into a table, or refused with the right words."""

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.register.importers import table as tables
from spoiwo.register.importers.columns import guess_columns
from spoiwo.register.importers.table import FileProblem, as_csv, read_table, sniff_encoding
from spoiwo.register.labels import FILE_PROBLEMS, problem_text

TEXT = "Nazwa;Gmina\nZażółć gęślą jaźń;Łódź\nŚwięta Źródlana Ąść;Ćmielów\n"


def workbook(rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def problem_of(data: bytes) -> tuple[str, Any]:
    with pytest.raises(FileProblem) as problem:
        read_table(data)
    assert problem_text(problem.value.code, problem.value.detail)
    return problem.value.code, problem.value.detail


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1250", "cp1250"),
        ("iso8859-2", "iso8859-2"),
        ("utf-16", "utf-16"),
    ],
)
def test_polish_letters_are_read_in_every_usual_encoding(codec: str, name: str) -> None:
    table = read_table(TEXT.encode(codec))
    assert table.encoding == name
    assert table.header == ["Nazwa", "Gmina"]
    assert table.rows == [["Zażółć gęślą jaźń", "Łódź"], ["Święta Źródlana Ąść", "Ćmielów"]]


def test_typographic_quotes_tell_windows_from_iso() -> None:
    assert sniff_encoding("Klub „Orzeł” – Żbików".encode("cp1250")) == "cp1250"


def test_the_clerk_may_say_the_encoding_and_the_separator() -> None:
    table = read_table("Nazwa;Gmina,Kod\nświt;a,b\n".encode("cp1250"), encoding="iso8859-2", delimiter=",")
    assert (table.header, table.encoding) == (["Nazwa;Gmina", "Kod"], "iso8859-2")
    assert table.rows[0][0] != "świt;a"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_separator_is_told_by_the_rows(delimiter: str) -> None:
    lines = [["Nazwa", "NIP", "Uwagi"], ["Gmina Leoncin", "1", "a"], ["Bank", "2", "b"]]
    table = read_table("\n".join(delimiter.join(line) for line in lines).encode())
    assert (table.delimiter, [table.header, *table.rows]) == (delimiter, lines)


def test_commas_inside_texts_do_not_deceive() -> None:
    table = read_table(
        'Nazwa;Adres\n"Bank, oddział; Płock";"ul. Długa 1, 2, 3"\nGmina, powiat;ul. Krótka, 4\n'.encode()
    )
    assert table.rows[0] == ["Bank, oddział; Płock", "ul. Długa 1, 2, 3"]


def test_rows_keep_the_numbers_a_spreadsheet_shows() -> None:
    table = read_table(b"\nNazwa;NIP\n\nA;1\n;\nB;2;\n")
    assert table.header == ["Nazwa", "NIP"]
    assert list(zip(table.numbers, table.rows, strict=True)) == [(4, ["A", "1"]), (6, ["B", "2"])]
    assert read_table(as_csv(table)) == table


def test_excels_own_hint_of_the_separator_is_no_row() -> None:
    assert read_table(b"sep=,\nNazwa,NIP\nA,1\n").header == ["Nazwa", "NIP"]


def test_a_workbook_is_read_with_numbers_and_days_as_people_see_them() -> None:
    table = read_table(
        workbook(
            [
                ["Nazwa", "NIP", "Data"],
                ["Gmina", 5252248481, dt.date(2004, 9, 18)],
                [None, None],
                ["B", 1.5, True],
            ]
        )
    )
    assert table.rows == [["Gmina", "5252248481", "2004-09-18"], ["B", "1.5", "True"]]
    assert table.numbers == [2, 4]
    again = read_table(as_csv(table))
    assert (again.rows, again.numbers) == (table.rows, table.numbers)


def test_what_is_no_table_is_named() -> None:
    assert problem_of(b"")[0] == "empty"
    assert problem_of(b"\xef\xbb\xbf \r\n\n")[0] == "empty"
    assert problem_of(b"%PDF-1.7\n...")[0] == "pdf"
    assert problem_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100)[0] == "old_excel"
    assert problem_of(bytes(range(256)) * 50)[0] == "binary"
    assert problem_of(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)[0] == "binary"
    assert problem_of(b"Nazwa\nGmina Leoncin\nBank\n")[0] == "one_column"
    assert problem_of(b"Nazwa;NIP\n")[0] == "no_rows"
    assert problem_of(";".join(f"k{n}" for n in range(201)).encode() + b"\nx;y\n") == (
        "too_many_columns",
        200,
    )


def test_a_mixture_of_encodings_is_named_with_its_row() -> None:
    data = TEXT.encode() + "Gmina Łomianki;ą\n".encode() + "Żyrardów;śląsk\n".encode("cp1250") + TEXT.encode()
    assert problem_of(data) == ("encoding", 5)


def test_a_quotation_mark_that_is_never_closed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"Gmina {n};{n}\n" for n in range(9000))
    assert problem_of(f'Nazwa;NIP\nA;1\n"Bank;2\n{rows}'.encode())[0] == "broken_csv"
    few = "".join(f"Gmina o bardzo długiej nazwie {n};{n}{'x' * 60}\n" for n in range(100))
    assert problem_of(f'Nazwa;NIP\nA;1\n"Bank;2\n{few}'.encode()) == ("broken_csv", 3)


def test_too_many_rows_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 3)
    assert problem_of(b"a;b\n" + b"1;2\n" * 4)[0] == "too_many_rows"
    assert len(read_table(b"a;b\n" + b"1;2\n" * 3).rows) == 3


def test_an_archive_that_would_burst_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(21):
                part.write(b" " * 10_000_000)
    assert len(out.getvalue()) < 1_000_000
    assert problem_of(out.getvalue()) == ("xlsx_bomb", 200)


def test_archives_and_workbooks_that_are_broken_are_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    assert problem_of(out.getvalue())[0] == "not_xlsx"
    good = workbook([["Nazwa", "NIP"], ["A", "1"]])
    assert problem_of(good[: len(good) // 2])[0] == "broken_xlsx"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<nothing/>")
    assert problem_of(out.getvalue())[0] == "broken_xlsx"


@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_sentence(data: bytes) -> None:
    table, code = None, None
    try:
        table = read_table(data)
    except FileProblem as problem:
        code = problem.code
    assert (code in FILE_PROBLEMS) if table is None else (len(table.header) >= 2 and table.rows)


@given(
    st.lists(
        st.lists(
            st.text(
                st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")),
                min_size=1,
                max_size=8,
            ),
            min_size=2,
            max_size=5,
        ),
        min_size=2,
        max_size=8,
    )
)
def test_what_is_written_as_csv_is_read_the_same(rows: list[list[str]]) -> None:
    table = tables.Table(rows[0], rows[1:], list(range(2, len(rows) + 1)), "utf-8", ";")
    again = read_table(as_csv(table), encoding="utf-8", delimiter=";")
    assert (again.header, again.rows, again.numbers) == table[:3]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (["Nazwa organizacji", "NIP", "Gmina", "Imię i nazwisko", "Stanowisko"], ["name", "nip", "place", "person", "function"]),
        (["Organisation", "Tax ID", "Commune", "First name", "Surname", "Position"], ["name", "nip", "place", "given_name", "family_name", "function"]),
        (["NAZWA", "E-mail", "Telefon", "Imię", "Nazwisko", "E-mail", "Telefon"], ["name", "email", "phone", "given_name", "family_name", "person_email", "person_phone"]),
        (["Nazwa", "Imię i nazwisko", "e-mail", "tel."], ["name", "person", "person_email", "person_phone"]),
        (["Lp.", "Nazwa", "Nazwa", "Kod pocztowy", "Miejscowość", ""], ["", "name", "", "postcode", "town", ""]),
    ],
)  # fmt: skip
def test_columns_are_guessed_from_headers(header: list[str], expected: list[str]) -> None:
    assert guess_columns(header) == expected
