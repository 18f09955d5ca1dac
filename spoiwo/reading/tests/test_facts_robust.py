"""Any text at all: no error, no runaway time, spans that hold."""

import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoiwo.reading import find_facts, to_json

WORDS = st.sampled_from(
    [
        "Jan",
        "Kowalski",
        "Starosta",
        "Płocki",
        "Fundacja",
        "„Zorza”",
        "w",
        "Opocznie",
        "3",
        "maja",
        "2010",
        "r.",
        "odbyła",
        "się",
        "konferencja",
        "porozumienie",
        "podpisano",
        "projekt",
        "lider",
        "Gmina",
        "konkurs",
        "I",
        "miejsce",
        "–",
        "\n\n",
        "\n",
        ",",
        ".",
        ":",
        "(",
        ")",
        "30%",
        "osób",
        "szkolenie",
        "PUP",
        "nr",
        "im.",
        "św.",
        "\x00",
        "🙂",
        "zdobył",
        "tytuł",
        "„",
        "”",
        '"',
        "przez",
        "i",
        "oraz",
        "Υ",
        "Ω",
        "Δ",
        "od",
        "do",
    ]
)


@given(st.text(max_size=400))
@settings(max_examples=150)
def test_no_text_is_too_strange(text: str) -> None:
    for fact in find_facts(text):
        to_json(fact, text)


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(max_examples=200)
def test_every_span_lies_in_the_text_and_every_field_in_its_fact(text: str) -> None:
    for fact in find_facts(text):
        assert 0 <= fact.start < fact.end <= len(text)
        assert all(fact.start <= field.start < field.end <= fact.end for field in fact.fields)
        assert all(0 < field.confidence <= 1 for field in fact.fields)
        assert all(text[start:end].strip() for start, end in fact.mentions)


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "„", "1 ", "Aa ", "Jan Kowalski ", "Urząd Pracy w ", "3 maja 2010, ", "(", ". "),
        *("nagrody: Fundacja „Zorza” (2) ", "Laureaci: Gmina Koło, Jan Kos, oraz "),
        *(" ", "\n", "kurs" + " " * 500, "w kategorii" + "\n" * 500),
    ],
)
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        find_facts(text)
        return time.process_time() - start

    find_facts("Opoczno")  # the dictionary is loaded before the clock runs
    assert seconds(160_000) < 10 * seconds(20_000) + 1


def test_paragraphs_of_many_papers_put_together_are_read() -> None:
    """Lists, tables and names beside others than they were written with break nothing."""
    chance = Random("papers")
    files = sorted((Path(__file__).parent / "labelled" / "build").glob("*.txt"))
    paragraphs = [part for file in files for part in file.read_text(encoding="utf-8").split("\n\n")]
    for _ in range(60):
        text = "\n\n".join(chance.sample(paragraphs, 12))
        for fact in find_facts(text):
            assert 0 <= fact.start < fact.end <= len(text)


def test_the_line_above_a_list_is_found_where_a_name_goes_over_two_lines() -> None:
    text = "Fundacja „Dobry\nStart” zaprasza na szkolenia:\n- Obsługa kasy – 5 maja 2014 r., 10 osób\n- Florystyka – 9 maja 2014 r., 8 osób"
    assert [fact.get("subject") for fact in find_facts(text) if fact.kind == "training"] == [
        "Obsługa kasy",
        "Florystyka",
    ]
