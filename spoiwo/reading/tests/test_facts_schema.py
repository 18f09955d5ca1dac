"""The documented shape, the evaluation and the cost of an import."""

import json
import subprocess
import sys
from pathlib import Path

from spoiwo.reading import find_facts, to_json
from spoiwo.reading.evaluation import evaluate, labels_of, main, table
from spoiwo.reading.facts import Kind
from spoiwo.reading.schema import FIELDS, schema_text

ROOT = Path(__file__).parents[3]
TEXT = "16 października 2019 r. w Warszawie odbyła się konferencja „Praca”. Prezes Fundacji Zorza Jan Kowalski ją otworzył."


def test_the_schema_in_docs_is_the_one_the_program_means() -> None:
    assert (ROOT / "docs/reading.schema.json").read_text(encoding="utf-8") == schema_text()


def test_facts_have_only_documented_fields_with_documented_values() -> None:
    for fact in find_facts(TEXT):
        kinds = {field.name: field for field in FIELDS[fact.kind]}
        assert {field.name for field in fact.fields} <= kinds.keys()
        for field in fact.fields:
            assert not kinds[field.name].choices or field.value in kinds[field.name].choices
            assert kinds[field.name].repeats or len(fact.all(field.name)) == 1


def test_json_quotes_the_words_of_the_fact_and_of_each_field() -> None:
    told = [to_json(fact, TEXT) for fact in find_facts(TEXT)]
    assert json.loads(json.dumps(told)) == told
    dates = [one for one in told if one["kind"] == "date"]
    assert dates[0]["quote"] == dates[0]["fields"][0]["quote"] == "16 października 2019 r."


def test_perfect_facts_score_one_and_an_invented_one_costs_precision() -> None:
    found = [labels_of(fact) for fact in find_facts(TEXT)]
    assert evaluate([(found, found)])[Kind.DATE].facts.f1 == 1
    extra = [*found, {"kind": "date", "fields": {"value": "2001-01-01"}}]
    scores = evaluate([(found, extra)])[Kind.DATE]
    assert (scores.facts.precision, scores.facts.recall) == (0.5, 1)


def test_a_fact_whose_key_agrees_but_that_contradicts_elsewhere_is_wrong() -> None:
    wanted = [{"kind": "person", "fields": {"name": "Jan Kos", "function": "wójt"}}]
    found = [{"kind": "person", "fields": {"name": "JAN KOS", "function": "starosta"}}]
    scores = evaluate([(wanted, found)])[Kind.PERSON]
    assert (scores.facts.right, scores.fields.right) == (0, 1)


def test_a_hall_is_the_same_with_and_without_its_town_and_another_hall_is_not() -> None:
    def right(venue: str) -> int:
        fields = {"form": "targi", "date": "2022-05-18", "place": "Kęty"}
        wanted = [{"kind": "meeting", "fields": {**fields, "venue": "hala sportowa w Kętach"}}]
        found = [{"kind": "meeting", "fields": {**fields, "venue": venue}}]
        return evaluate([(wanted, found)])[Kind.MEETING].facts.right

    assert right("hala sportowa") == right("hala sportowa w Kętach") == 1
    assert right("hala targowa") == right("hala targowa w Kętach") == 0


def test_the_table_leaves_out_kinds_no_document_labels() -> None:
    pair = (
        [{"kind": "date", "fields": {"value": "2001-01-01"}}],
        [{"kind": "place", "fields": {"name": "Kęty"}}],
    )
    lines = table(evaluate([pair])).splitlines()
    assert [line.split()[0] for line in lines] == ["kind", "date", "all"]


def test_the_command_prints_the_table(tmp_path: Path, capsys) -> None:
    facts = [labels_of(fact) for fact in find_facts(TEXT)]
    (tmp_path / "001.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "001.json").write_text(json.dumps({"published": None, "facts": facts}), encoding="utf-8")
    assert main([str(tmp_path), "--show"]) == 0
    printed = capsys.readouterr().out
    kinds = {one["kind"] for one in facts}
    assert printed.count("1.000") == 6 * (len(kinds) + 1)  # each labelled kind, and all together
    assert table(evaluate([])).startswith("kind")


def test_importing_loads_neither_the_dictionary_nor_django() -> None:
    code = "import sys, spoiwo.reading; sys.exit('morfeusz2' in sys.modules or 'django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
