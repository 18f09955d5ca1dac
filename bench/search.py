"""Jobs `search-find`, `search-index`, `search-recall`: the index of the house on both databases, and what it finds."""

import datetime as dt
import json
import sqlite3
import statistics
import subprocess
import sys
from collections.abc import Iterator
from random import Random

from bench.figures import Figure, Rule
from bench.house import ROOT, House
from spoiwo.kit.actor import NOBODY
from spoiwo.polish.dictionary import generated, readings
from spoiwo.search import EVERYBODY, Document
from spoiwo.search.asking import Filters
from spoiwo.search.finding import find
from spoiwo.search.indexing import write
from spoiwo.search.models import Item
from tools.run_tests import _postgres, _postgres_programs

DOCUMENTS, QUESTIONS = 200_000, 600
P95, PER_SECOND, RECALL = 30, 500, 0.99
_CASES = ("nom", "gen", "dat", "acc", "inst", "loc")


def measure(house: House) -> list[Figure]:
    """Both engines: 200,000 documents indexed as the worker does, 600 questions as people ask them."""
    runs = {"SQLite": _run(house, house.environment_on(house.folder / "search.sqlite3"))}
    if programs := _postgres_programs():
        with _postgres(programs) as url:
            runs["PostgreSQL"] = _run(house, house.environment | {"SPOIWO_DATABASE_URL": url})
    figures = []
    for name, run in runs.items():
        samples = sorted(run["samples"])
        p95 = samples[int(len(samples) * 0.95)]
        notes = (
            f"median {statistics.median(samples):.1f} ms, p99 {samples[int(len(samples) * 0.99)]:.1f} ms; without the "
            f"snippets p95 {sorted(run['found'])[int(len(samples) * 0.95)]:.1f} ms; {run['empty']} of {len(samples)} found nothing",
        )
        what = f"p95 of a question with its first page, {DOCUMENTS:,} documents, {name}"
        figures.append(
            Figure("search-find", what, "ms", p95, None, Rule.VALUE_AT_MOST, P95, notes, {name: samples})
        )
        each = run["index"] / DOCUMENTS * 1000
        notes = (f"{DOCUMENTS / run['index']:,.0f} documents a second; the target is {PER_SECOND}",)
        what = f"indexing one document of 60–300 words, {name}"
        figures.append(
            Figure("search-index", what, "ms", each, None, Rule.VALUE_AT_MOST, 1000 / PER_SECOND, notes)
        )
    return figures


def measure_recall(house: House) -> list[Figure]:
    """Noun phrases of the dictionary: a document in one case, a question in each other; ours beside SQLite's own words."""
    phrases = list(_phrases(400, Random(11)))
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE plain USING fts5 (body)")
    bodies = [(number, forms[number % len(forms)]) for number, forms in enumerate(phrases, 1)]
    base.executemany("INSERT INTO plain (rowid, body) VALUES (?, ?)", bodies)
    ours = plain = asked = 0
    with house.database(house.copy(house.examples, "recall")):
        made = [Document(number, "Notatka", body, "/", {EVERYBODY}) for number, body in bodies]
        write("bench.phrase", [document.object_id for document in made], made)
        numbers = dict(Item.objects.filter(kind="bench.phrase").values_list("object_id", "pk"))
        for number, forms in enumerate(phrases, 1):
            for form in set(forms):
                asked += 1
                found = find(form, Filters(kind="bench.phrase"), NOBODY, dt.date(2026, 1, 1))
                ours += numbers[number] in found.numbers and not found.is_loose
                query = " ".join(f'"{word}"' for word in form.split())
                rows = base.execute("SELECT rowid FROM plain WHERE plain MATCH ?", [query]).fetchall()
                plain += (number,) in rows
    notes = (
        f"{ours} of {asked} questions found; plain FTS5 {plain} of {asked}: {plain / asked:.2f}; {len(phrases)} phrases of "
        "adjective and noun in six cases of both numbers",
    )
    what = "noun phrases in all their cases that are not found (1 − recall)"
    missed = 1 - ours / asked
    return [
        Figure("search-recall", what, "", missed, 1 - plain / asked, Rule.VALUE_AT_MOST, 1 - RECALL, notes)
    ]


def _run(house: House, environment: dict[str, str]) -> dict:
    command = [sys.executable, "-m", "bench.search_run", str(DOCUMENTS), str(QUESTIONS)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _phrases(count: int, chance: Random) -> Iterator[list[str]]:
    """Adjective and noun of one gender in every case and number, as the dictionary declines them."""
    adjectives = [
        "społeczny",
        "lokalny",
        "powiatowy",
        "młody",
        "zawodowy",
        "wspólny",
        "gospodarczy",
        "dobry",
        "wielki",
        "nowy",
    ]
    nouns = [
        "spółdzielnia", "partnerstwo", "urząd", "warsztat", "porozumienie", "praca", "gmina", "konferencja", "spotkanie", "projekt",
        "stowarzyszenie", "fundacja", "szkoła", "przedsiębiorca", "wójt", "starosta", "praktyka", "szkolenie", "wniosek", "środek",
        "ośrodek", "nabór", "rzemiosło", "rolnik", "bezrobocie", "zatrudnienie", "dotacja", "wieś", "miasto", "rynek", "komisja",
        "nagroda", "uczeń", "nauczyciel", "wolontariusz", "klaster", "powiat", "przedszkole", "świetlica", "ogród",
    ]  # fmt: skip
    pairs = [(adjective, noun) for adjective in adjectives for noun in nouns]
    chance.shuffle(pairs)
    for adjective, noun in pairs[:count]:
        forms = [
            f"{first} {second}"
            for number in ("sg", "pl")
            for case in _CASES
            for first, second in _agreeing(adjective, noun, number, case)
        ]
        if forms:
            yield forms


def _agreeing(adjective: str, noun: str, number: str, case: str) -> Iterator[tuple[str, str]]:
    lemma = next((reading.lemma for reading in readings(noun) if reading.kind == "subst"), noun)
    for reading, form in generated(lemma):
        if reading.kind == "subst" and number in reading.numbers and case in reading.cases:
            fitting = (
                other
                for one, other in generated(adjective)
                if one.kind == "adj" and number in one.numbers and case in one.cases
                and one.genders & reading.genders and "pos" in one.marks
            )  # fmt: skip
            first = next(fitting, None)
            if first:
                yield first, form
                return
