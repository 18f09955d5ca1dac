"""The labelled set is well formed: shapes, kinds, codes, dates, balance, and no two documents alike."""

import csv
import json
import re
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "labelled"
UNITS = Path(__file__).parents[2] / "places" / "data" / "units.csv"
PARTS = {
    "build": range(1, 261),
    "news": [*range(341, 461, 2), *range(501, 525), *range(531, 555), *range(561, 585)],
    "news_held": range(342, 461, 2),
    "awards": [*range(1, 80, 2), *range(80, 120)],
}
AT_LEAST = {
    "build": dict.fromkeys(("agreement", "award", "project", "training", "meeting"), 36),
    "news": dict.fromkeys(("agreement", "award", "project", "training", "meeting"), 40),
    "news_held": dict.fromkeys(("agreement", "award", "project", "training", "meeting"), 40),
    "awards": {"award": 130},
}
LONG_SENTENCE = 8
PARTIAL_DATE = re.compile(r"(\d{4}|-)(-\d\d){0,2}")

# Every kind's fields and the shape of each value, as the engine declares them.
ONE, MANY, WHOLE, REAL, DAY, YES = "text", "texts", "integer", "number", "date", "true"
SHAPES = {
    "agreement": {"form": ONE, "subject": ONE, "date": DAY, "place": ONE, "party": MANY}
    | {"representative": MANY},
    "meeting": {"form": ONE, "title": ONE, "date": DAY, "end_date": DAY, "place": ONE, "venue": ONE}
    | {"organiser": MANY, "topic": ONE, "speaker": MANY, "invited": WHOLE, "came": WHOLE}
    | {"came_percent": WHOLE, "audience": MANY},
    "award": {"contest": ONE, "edition": WHOLE, "category": ONE, "laureate": ONE, "title": ONE}
    | {"prize": ONE, "rank": WHOLE, "received_by": ONE, "practice": ONE, "place": ONE, "date": DAY}
    | {"patron": MANY, "organiser": ONE},
    "project": {"name": ONE, "programme": ONE, "measure": ONE, "lead": ONE, "partner": MANY}
    | {"target_group": ONE, "result": MANY, "value": REAL, "date": DAY, "end_date": DAY},
    "training": {"subject": ONE, "date": DAY, "place": ONE, "organiser": ONE, "participants": WHOLE}
    | {"audience": ONE},
    "organisation": {"name": ONE, "kind": ONE, "place": ONE},
    "person": {"name": ONE, "function": ONE, "organisation": ONE},
    "place": {"name": ONE, "teryt": ONE, "unit": ONE},
    "date": {"value": DAY, "end": DAY},
    "number": {"value": REAL, "counts": ONE, "approximate": YES, "percent": YES},
}
CHOICES = {
    ("agreement", "form"): "porozumienie|umowa|list intencyjny|deklaracja|aneks|akces",
    ("meeting", "form"): "konferencja|warsztaty|spotkanie|gala|seminarium|targi|debata|posiedzenie"
    "|prezentacja|wizyta studyjna",
    ("award", "prize"): "statuetka|dyplom|puchar|nagroda pieniężna",
    ("organisation", "kind"): "pup|wup|urząd|samorząd|fundacja|stowarzyszenie|szkoła|klub|spółdzielnia"
    "|firma|ministerstwo|rada|inna",
    ("place", "unit"): "voivodeship|county|commune|town|village|country",
}


def _facts(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8"))["facts"]


def _is_partial_date(value: object) -> bool:
    if not isinstance(value, str) or not PARTIAL_DATE.fullmatch(value):
        return False
    year, month, day, *_ = [*value.replace("--", "2000-", 1).split("-"), "01", "01"]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _fits(value: object, shape: str) -> bool:
    match shape:
        case "text":
            return isinstance(value, str) and value == value.strip() != ""
        case "texts":
            return isinstance(value, list) and value != [] and all(_fits(one, ONE) for one in value)
        case "integer":
            return type(value) is int
        case "number":
            return type(value) in (int, float)
        case "date":
            return _is_partial_date(value)
        case _:
            return value is True


def _long_sentences(text: str) -> set[str]:
    """Sentences of more than eight words, without capitals and punctuation."""
    sentences = (re.findall(r"\w+", part.lower()) for part in re.split(r"[.!?\n]", text))
    return {" ".join(words) for words in sentences if len(words) > LONG_SENTENCE}


@pytest.fixture(scope="module")
def units() -> set[tuple[str, str]]:
    with UNITS.open(encoding="utf-8", newline="") as lines:
        return {(row["code"], row["name"]) for row in csv.DictReader(lines)}


LABELS = sorted(HERE.glob("*/*.json"))
every_document = pytest.mark.parametrize("path", LABELS, ids=lambda path: f"{path.parent.name}/{path.stem}")
# News are labelled with their events alone, passages with their awards: dates and people are then no facts of their own.
COMPLETE = [path for path in LABELS if path.parent.name == "build"]
every_complete_document = pytest.mark.parametrize("path", COMPLETE, ids=lambda path: path.stem)


@pytest.mark.parametrize("part", PARTS)
def test_each_part_holds_a_text_and_labels_under_each_number(part: str) -> None:
    expected = {f"{number:03d}" for number in PARTS[part]}
    assert {path.stem for path in (HERE / part).glob("*.txt")} == expected
    assert {path.stem for path in (HERE / part).glob("*.json")} == expected


@every_document
def test_labels_say_only_when_it_was_published_and_what_it_tells(path: Path) -> None:
    labels = json.loads(path.read_text(encoding="utf-8"))
    assert set(labels) == {"published", "facts"}
    if labels["published"] is not None:
        date.fromisoformat(labels["published"])
    assert all(set(fact) == {"kind", "fields"} for fact in labels["facts"])


@every_document
def test_facts_have_the_fields_of_their_kind_in_order_and_values_of_their_shape(path: Path) -> None:
    for fact in _facts(path):
        shapes, fields = SHAPES[fact["kind"]], fact["fields"]
        assert list(fields) == [name for name in shapes if name in fields], fact
        wrong = [name for name, value in fields.items() if not _fits(value, shapes[name])]
        assert not wrong, fact


@every_document
def test_chosen_words_come_from_their_closed_lists(path: Path) -> None:
    for fact in _facts(path):
        for name, value in fact["fields"].items():
            if choices := CHOICES.get((fact["kind"], name)):
                assert value in choices.split("|"), fact


@every_document
def test_composite_facts_have_two_values_and_no_fact_is_told_twice(path: Path) -> None:
    facts = _facts(path)
    for fact in facts:
        if fact["kind"] in AT_LEAST["build"]:
            assert len(fact["fields"]) > 1, fact
    told = Counter(json.dumps(fact, sort_keys=True) for fact in facts)
    assert not [fact for fact, times in told.items() if times > 1]


@every_document
def test_codes_of_places_are_in_the_register_under_that_name(path: Path, units: set[tuple[str, str]]) -> None:
    for fact in _facts(path):
        if code := fact["fields"].get("teryt"):
            assert (code, fact["fields"]["name"]) in units, fact


@every_complete_document
def test_dates_numbers_and_people_of_composite_facts_are_facts_themselves(path: Path) -> None:
    facts = _facts(path)
    own = {kind: [fact["fields"] for fact in facts if fact["kind"] == kind] for kind in SHAPES}
    days = {day for fields in own["date"] for day in (fields["value"], fields.get("end"))}
    counted = {fields["value"] for fields in own["number"]}
    people = {fields["name"] for fields in own["person"]}
    for fact in facts:
        fields = fact["fields"] if fact["kind"] in AT_LEAST["build"] else {}
        assert {fields[name] for name in ("date", "end_date") if name in fields} <= days, fact
        numbers = ("invited", "came", "came_percent", "participants", "value")
        assert {fields[name] for name in numbers if name in fields} <= counted, fact
        spoke = [one.split(",")[0] for one in fields.get("representative", [])] + fields.get("speaker", [])
        assert set(spoke) | {fields[name] for name in ("received_by",) if name in fields} <= people, fact


@every_document
def test_counted_words_stand_in_the_text(path: Path) -> None:
    text = " ".join(path.with_suffix(".txt").read_text(encoding="utf-8").split()).lower()
    for fact in _facts(path):
        if fact["kind"] == "number":
            assert fact["fields"]["counts"].lower() in text, fact


@pytest.mark.parametrize("part", PARTS)
def test_each_part_has_enough_facts_of_every_kind(part: str) -> None:
    counted = Counter(fact["kind"] for path in (HERE / part).glob("*.json") for fact in _facts(path))
    assert {kind for kind, least in AT_LEAST[part].items() if counted[kind] < least} == set()


def test_no_two_documents_share_a_long_sentence() -> None:
    texts = {path: _long_sentences(path.read_text(encoding="utf-8")) for path in HERE.glob("*/*.txt")}
    shared = {(a, b): texts[a] & texts[b] for a, b in combinations(texts, 2) if texts[a] & texts[b]}
    assert shared == {}
