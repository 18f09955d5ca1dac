"""Jobs `reading-facts`, `reading-quality`: 1,000 documents of news size into facts; how well the labelled set is read."""

import json
import subprocess
import sys
from random import Random

from bench.figures import Figure, Rule, by_turns
from bench.house import ROOT, House
from spoiwo.reading.evaluation import Score, evaluate, labelled, read_folder, table

DOCUMENTS, WORDS, SECONDS, MEGABYTES = 1000, 300, 60, 600
LABELLED = ROOT / "spoiwo/reading/tests/labelled"
FACTS = "from spoiwo.reading import find_facts as look"
# The physical reference: every word cut out and looked up in the dictionary, and nothing concluded from it.
LOOKED_UP = """
import re
from spoiwo.polish.dictionary import readings
WORD = re.compile(r"[^\\W\\d_]+")
def look(text):
    for word in WORD.findall(text): readings(word)
"""
RUN = """
import json, re, sys, time
texts = json.load(open(sys.argv[1], encoding="utf-8"))
look("Opoczno")
start = time.process_time()
for text in texts: look(text)
seconds = time.process_time() - start
# Of this program alone: what `getrusage` tells counts the process it was forked from in.
peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(seconds, int(peak[1]) / 1024)
"""


def measure_facts(house: House) -> list[Figure]:
    """One process each, on one core; the dictionary and the gazetteer are loaded before the clock runs."""
    path = house.folder / "news.json"
    path.write_text(json.dumps(_documents()), encoding="utf-8")
    memory: dict[str, float] = {}

    def run(name: str, code: str) -> float:
        command = [sys.executable, "-c", code + RUN, str(path)]
        told = subprocess.run(
            command, cwd=ROOT, env=house.environment, check=True, capture_output=True, text=True
        )
        seconds, megabytes = map(float, told.stdout.split())
        memory[name] = max(memory.get(name, 0.0), megabytes)
        return seconds

    ours, words, samples = by_turns(lambda: run("ours", FACTS), lambda: run("words", LOOKED_UP), rounds=3)
    size = f"{DOCUMENTS:,} TXT documents of some {WORDS} words"
    what = f"{size} into facts, one core; beside cutting out every word and looking it up once"
    time = Figure("reading-facts", what, "s", ours, words, Rule.VALUE_AT_MOST, SECONDS, (), samples)
    what = "the most memory of that process, with dictionary and gazetteer; beside the one that only looks words up"
    space = Figure(
        "reading-facts", what, "MB", memory["ours"], memory["words"], Rule.VALUE_AT_MOST, MEGABYTES
    )
    return [time, space]


def _documents() -> list[str]:
    """Documents of the labelled set's paragraphs, shuffled, so that no two are alike."""
    chance = Random("news")
    files = sorted((LABELLED / "build").glob("*.txt"))
    paragraphs = [part for file in files for part in file.read_text(encoding="utf-8").split("\n\n")]
    documents = []
    for _ in range(DOCUMENTS):
        parts, words = [], 0
        while words < WORDS:
            parts.append(chance.choice(paragraphs))
            words += len(parts[-1].split())
        documents.append("\n\n".join(parts))
    return documents


def measure_quality(house: House) -> list[Figure]:
    """The tables of the parts; the last is the one nobody who writes rules has read."""
    figures = []
    for part in ("build", "news", "news_held"):
        scores = labelled(evaluate(pair for _name, pair in read_folder(LABELLED / part)))
        print(f"\n{part}\n{table(scores)}\n", file=sys.stderr)
        facts, fields = Score(), Score()
        for score in scores.values():
            facts.add(score.facts)
            fields.add(score.fields)
        for level, total in (("whole facts", facts), ("fields", fields)):
            note = f"precision {total.precision:.3f}, recall {total.recall:.3f}"
            figures.append(
                Figure("reading-quality", f"F1 of {level}, part {part}", "F1", total.f1, notes=(note,))
            )
    return figures
