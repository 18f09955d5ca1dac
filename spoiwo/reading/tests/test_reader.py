"""The whole way from bytes to a document, on the five sources, on spoilt files, and as JSON."""

import contextlib
import io
import json
import subprocess
import sys
import time
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spoiwo.reading import Document, Unreadable, read_document
from spoiwo.reading.document_schema import DOCUMENT_SCHEMA
from spoiwo.reading.schema import json_schema
from spoiwo.reading.tests.papers import STORY, column, docx, paragraph, pdf

SOURCES = Path(__file__).resolve().parents[3] / ".." / "shared" / "sources"
shared = pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources are not here")


@cache
def source(number: int) -> Document:
    (path,) = SOURCES.glob(f"{number:03}_*")
    return read_document(path.read_bytes(), path.name)


@shared
@pytest.mark.shared
@pytest.mark.parametrize(
    ("number", "title"),
    [
        (0, ""),
        (1, ""),
        (2, "Konferencja promująca program partnerstwa lokalnego w powiecie płockim"),
        (3, "Inauguracja Partnerstwa Lokalnego w powiecie nowodworskim"),
        (
            4,
            "Spotkanie dyrektorów Wojewódzkich i Powiatowych Urzędów Pracy oraz powiatowych specjalistów partnerstwa "
            "lokalnego z Mazowsza, Podlasia i woj. łódzkiego w Serpelicach",
        ),
    ],
)
def test_a_source_has_its_title_and_its_language(number: int, title: str) -> None:
    document = source(number)
    assert (document.title, document.language, document.format) == (title, "pl", "txt")


@shared
@pytest.mark.shared
def test_source_002_keeps_its_day_and_loses_what_the_browser_printed() -> None:
    document = source(2)
    assert document.published == date(2005, 2, 16)
    assert [piece.kind for piece in document.furniture] == ["header", "address"]
    assert document.text.startswith("Konferencja promująca program partnerstwa")
    assert "wupwarszawa" not in document.text and "16.05.2024" not in document.text


@shared
@pytest.mark.shared
def test_source_003_loses_its_menus_and_galleries() -> None:
    document = source(3)
    assert [piece.kind for piece in document.furniture] == ["menu", "gallery", "gallery", "header", "menu"]
    assert document.text.startswith("Inauguracja") and document.text.endswith("nowych znajomości.")
    assert [moved.text for moved in document.moved] == ["społecznej Jadwigę", "Społecznej Jakuba"]
    assert "  • integracji zawodowej" in document.text


@shared
@pytest.mark.shared
def test_source_001_has_every_place_marked_that_bold_print_has_spoilt() -> None:
    document = source(1)
    assert document.warnings == ("words_out_of_order",)
    assert [moved.text.strip() for moved in document.moved] == [
        "Jako  zdobył",
        "statuetkę  i",
        "gronie jedyny",
        ".„Primus",
        "był",
        "organizatorzy,  -To,",
        "co Klaster",
        "Dziekujęmy ! Klaster",
    ]
    assert not any(moved.is_mended for moved in document.moved)


@shared
@pytest.mark.shared
def test_source_004_is_repaired_and_every_repair_is_told_in_its_place() -> None:
    document = source(4)
    assert "specjalistów partnerstwa lokalnego z Mazowsza,\nPodlasia i woj. łódzkiego" in document.text
    assert len(document.changes) > 60 and "wojewddztwa" in document.original
    assert all(document.text[change.start : change.end] == change.after for change in document.changes)
    assert all(change.before in document.original for change in document.changes)


@shared
@pytest.mark.shared
@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_sound_sources_are_not_repaired(number: int) -> None:
    assert source(number).changes == ()


@shared
@pytest.mark.shared
@pytest.mark.parametrize("number", range(5))
def test_sources_come_back_from_json_and_keep_to_the_schema(number: int) -> None:
    document = source(number)
    plain = json.loads(json.dumps(document.to_json()))
    assert Document.from_json(plain) == document
    assert complaints(plain, DOCUMENT_SCHEMA) == []


def test_a_document_with_pages_comes_back_from_json_and_keeps_to_the_schema() -> None:
    document = read_document(pdf(column(STORY[0]), column(STORY[1])))
    plain = json.loads(json.dumps(document.to_json()))
    assert Document.from_json(plain) == document
    assert complaints(plain, DOCUMENT_SCHEMA) == []


def test_repair_and_partings_take_every_span_along() -> None:
    damaged = "Powiatowy Urzad Pracy w Opocznie podpisat porozumienie o wspdtpracy ekspertkiJadwigi z wojewddztwem tédzkim."
    document = read_document(pdf(column(damaged, width=300)))
    assert "o współpracy ekspertki Jadwigi z województwem łódzkim" in document.text
    (box,) = document.boxes_of(start := document.text.index("łódzkim"), start + 3)
    assert document.text[box.start : box.end] == "łódzkim."
    assert all(document.text[change.start : change.end] == change.after for change in document.changes)
    assert document.pages[0].end == len(document.text)


def test_the_name_of_a_file_says_nothing() -> None:
    content = docx(paragraph(STORY[0]))
    assert read_document(content, "pismo.pdf").format == "docx"
    assert read_document(b"<html><p>" + STORY[0].encode(), "pismo.doc").format == "html"


def test_a_text_longer_than_any_paper_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(("słowo " * 400_000).encode())
    assert caught.value.problem == "too_long"


def test_importing_loads_neither_dictionaries_nor_pdfium() -> None:
    heavy = "{'pypdfium2', 'docx', 'morfeusz2', 'wordfreq', 'django', 'numpy'}"
    code = f"import sys, spoiwo.reading, spoiwo.reading.apart; assert not {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "unit", ["a", "ala  ma  kota  ", "społecznejJadwigę ", "16.05.2024 abcd efgh\n", "ala ,", "Aa"]
)
def test_no_text_takes_longer_than_its_length_allows(unit: str) -> None:
    started = time.process_time()
    read_document((unit * (200_000 // len(unit))).encode())
    assert time.process_time() - started < 10


@cache
def samples() -> tuple[bytes, ...]:
    letter = b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n"
    return (
        pdf(column(STORY[0]), column(STORY[1])),
        docx(paragraph(STORY[0]) + paragraph(STORY[1])),
        b"{\\rtf1\\ansi\\ansicpg1250 Powiat P\\'b3ocki\\par{\\b razem}\\u322?}",
        f"<html><body><h1>Wiadomość</h1><p>{STORY[0]}</p><ul><li>punkt</ul></body></html>".encode(),
        letter + STORY[0].encode(),
        "\n".join(STORY).encode("cp1250"),
    )


@settings(max_examples=120, deadline=None)
@given(
    st.binary(max_size=600),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\3\4", b"{\\rtf1 ", b"<html>", b"From: a\nTo: b\n"]),
)
def test_no_bytes_raise_anything_but_unreadable(content: bytes, head: bytes) -> None:
    with contextlib.suppress(Unreadable):
        read_document(head + content)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_spoilt_file_raises_anything_but_unreadable(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(samples())))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(content) - 1))
        spoilt = data.draw(st.binary(max_size=8))
        content[start : start + data.draw(st.sampled_from([len(spoilt), 0, 40]))] = spoilt
        content = content or bytearray(b"x")
    with contextlib.suppress(Unreadable):
        document = read_document(bytes(content))
        assert all(0 <= box.start <= box.end <= len(document.text) for box in document.boxes)


def complaints(value: Any, schema: dict[str, Any], where: str = "") -> list[str]:
    """Where a value departs from a schema of the kind we write: types, closed objects, lists, choices."""
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{where}: {value!r}"]
    names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    kinds = {
        "string": str,
        "null": type(None),
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "array": list,
        "object": dict,
    }
    if not any(isinstance(value, kinds[name]) for name in names):
        return [f"{where}: {value!r} is no {names}"]
    if isinstance(value, dict):
        wrong = [f"{where}: {name}" for name in value.keys() ^ set(schema["required"])]
        return wrong + [
            c
            for name, part in value.items()
            if not wrong
            for c in complaints(part, schema["properties"][name], f"{where}/{name}")
        ]
    if isinstance(value, list):
        return [
            c
            for number, part in enumerate(value)
            for c in complaints(part, schema["items"], f"{where}/{number}")
        ]
    if isinstance(value, float | int) and not schema.get("minimum", value) <= value <= schema.get(
        "maximum", value
    ):
        return [f"{where}: {value} is out of bounds"]
    return []


def test_the_command_prints_documents_with_facts_and_tells_of_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY[0], encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    names = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]
    done = subprocess.run(
        [sys.executable, "-m", "spoiwo.reading", *names, "--json"], capture_output=True, check=False
    )
    (told,) = json.loads(done.stdout)
    assert (done.returncode, told["file"], told["text"]) == (1, names[0], STORY[0])
    assert any(fact["kind"] == "organisation" for fact in told["facts"])
    assert list(told) == json_schema()["items"]["required"]
    assert len(done.stderr.decode().splitlines()) == 2 and "no text" in done.stderr.decode()


def test_the_command_prints_a_text_to_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY[0], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "spoiwo", "read", str(tmp_path / "a.txt")], capture_output=True, check=False
    )
    assert done.returncode == 0 and STORY[0] in done.stdout.decode()


def test_the_empty_list_is_json_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "spoiwo.reading", "/nowhere/x", "--json"], capture_output=True, check=False
    )
    assert (done.returncode, json.load(io.BytesIO(done.stdout))) == (1, [])
