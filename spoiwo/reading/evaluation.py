"""How well facts are found: precision, recall and F1 per kind over labelled documents, as whole facts and as fields."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from spoiwo.reading.facts import Fact, Kind, find_facts
from spoiwo.reading.schema import FIELDS

Labels = dict[str, Any]  # {"kind": …, "fields": {name: value or [values]}}
Pair = tuple[Sequence[Labels], Sequence[Labels]]  # what the clerk recorded, what was found


@dataclass
class Score:
    """Counts of one kind on one level."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, other: "Score") -> None:
        """Count another score in."""
        self.right += other.right
        self.found += other.found
        self.wanted += other.wanted

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what should be found that was; 1 where nothing should."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


@dataclass
class KindScores:
    """Both levels of one kind, with the misses in words."""

    facts: Score = field(default_factory=Score)
    fields: Score = field(default_factory=Score)
    misses: list[str] = field(default_factory=list)


class LabelledDocument(NamedTuple):
    """A labelled document of a folder."""

    name: str
    text: str
    published: date | None
    facts: list[Labels]


def load(folder: Path) -> list[LabelledDocument]:
    """Return the documents of a folder (NNN.txt beside NNN.json), in order."""
    found = []
    for path in sorted(folder.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        published = labels["published"] and date.fromisoformat(labels["published"])
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        found.append(LabelledDocument(path.stem, text, published, labels["facts"]))
    return found


def labels_of(fact: Fact) -> Labels:
    """Return a fact in the shape of the labels."""
    repeats = {one.name for one in FIELDS[fact.kind] if one.repeats}
    fields = {one.name: fact.all(one.name) if one.name in repeats else one.value for one in fact.fields}
    return {"kind": fact.kind.value, "fields": fields}


def evaluate(pairs: Iterable[Pair]) -> dict[Kind, KindScores]:
    """Compare what was found with what a clerk recorded, document by document.

    A found fact is right when the fields that identify its kind are equal and no other field it shares with the label
    contradicts it (a list contradicts when it has nothing in common; a hall is the same with and without its "w Kętach"). A field is right when the label of a fact that
    agrees best has the same value. Values are compared without case, quotation marks and kinds of dashes.
    """
    scores = {kind: KindScores() for kind in Kind}
    for wanted, found in pairs:
        for kind in Kind:
            _compare(
                kind,
                scores[kind],
                [_normal(kind, one["fields"]) for one in wanted if one["kind"] == kind],
                [_normal(kind, one["fields"]) for one in found if one["kind"] == kind],
            )
    return scores


Values = dict[str, frozenset[Any]]


def _normal(kind: Kind, fields: dict[str, Any]) -> Values:
    names = {one.name for one in FIELDS[kind]}
    return {
        name: frozenset(map(_plain, value if isinstance(value, list) else [value]))
        for name, value in fields.items()
        if name in names
    }


def _plain(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    bare = re.sub(r"[„”“\"«»'‚’]", "", value).replace("–", "-").replace("—", "-")
    return " ".join(bare.casefold().split()).rstrip(".,;")


def _compare(kind: Kind, score: KindScores, wanted: list[Values], found: list[Values]) -> None:
    pairs = _paired(kind, wanted, found)
    score.facts.wanted += len(wanted)
    score.facts.found += len(found)
    score.fields.wanted += sum(map(_size, wanted))
    score.fields.found += sum(map(_size, found))
    paired_found = set()
    for at, to in pairs.items():
        paired_found.add(to)
        shared = _shared(wanted[at], found[to])
        score.fields.right += shared
        score.facts.right += _is_right(kind, wanted[at], found[to])
        score.misses += _differences(wanted[at], found[to])
    score.misses += [f"  missed {_told(one)}" for at, one in enumerate(wanted) if at not in pairs]
    score.misses += [f"  false  {_told(one)}" for at, one in enumerate(found) if at not in paired_found]


def _paired(kind: Kind, wanted: list[Values], found: list[Values]) -> dict[int, int]:
    """Pair facts with the most in common, the best pairs first; each takes part once."""
    candidates = sorted(
        (
            (_is_right(kind, one, other), _shared(one, other), -at, -to)
            for at, one in enumerate(wanted)
            for to, other in enumerate(found)
            if _shared(one, other)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for _right, _count, at, to in candidates:
        if -at not in pairs and -to not in pairs.values():
            pairs[-at] = -to
    return pairs


_KEYS = {kind: [one.name for one in FIELDS[kind] if one.key] for kind in Kind}


def _is_right(kind: Kind, wanted: Values, found: Values) -> bool:
    same = all(wanted.get(name) == found.get(name) for name in _KEYS[kind])
    return same and all(_agree(name, wanted[name], found[name]) for name in wanted.keys() & found.keys())


_IN_TOWN = re.compile(r" we? \w[\w -]*$")


def _agree(name: str, wanted: frozenset[Any], found: frozenset[Any]) -> bool:
    """Whether two values do not contradict: something in common; a hall is the same with and without "w Kętach"."""
    if wanted & found or name != "venue":
        return bool(wanted & found)
    return bool({_IN_TOWN.sub("", one) for one in wanted} & {_IN_TOWN.sub("", one) for one in found})


def _shared(wanted: Values, found: Values) -> int:
    return sum(len(values & found.get(name, frozenset())) for name, values in wanted.items())


def _size(values: Values) -> int:
    return sum(map(len, values.values()))


def _differences(wanted: Values, found: Values) -> list[str]:
    told = []
    for name in sorted(wanted.keys() | found.keys()):
        lacking = wanted.get(name, frozenset()) - found.get(name, frozenset())
        wrong = found.get(name, frozenset()) - wanted.get(name, frozenset())
        if lacking or wrong:
            told.append(f"  {name}: wanted {_list(lacking)}, found {_list(wrong)}   in {_told(wanted)[:70]}")
    return told


def _list(values: Iterable[Any]) -> str:
    return " | ".join(sorted(map(str, values))) or "–"


def _told(values: Values) -> str:
    return "; ".join(f"{name}={_list(found)}" for name, found in values.items())


def labelled(scores: dict[Kind, KindScores]) -> dict[Kind, KindScores]:
    """Return the kinds some document labels: a part may be labelled with its events alone."""
    return {kind: score for kind, score in scores.items() if score.facts.wanted}


def table(scores: dict[Kind, KindScores]) -> str:
    """Return the figures in columns, the labelled kinds in rows, facts on the left and fields on the right."""
    scores = labelled(scores)
    lines = [f"{'kind':<14}{'facts':>6}{'P':>7}{'R':>7}{'F1':>7}{'fields':>9}{'P':>7}{'R':>7}{'F1':>7}"]
    for kind, score in scores.items():
        lines.append(f"{kind:<14}{_row(score.facts, 6)}{_row(score.fields, 9)}")
    everything = [Score(), Score()]
    for score in scores.values():
        everything[0].add(score.facts)
        everything[1].add(score.fields)
    lines.append(f"{'all':<14}{_row(everything[0], 6)}{_row(everything[1], 9)}")
    return "\n".join(lines)


def _row(score: Score, width: int) -> str:
    return f"{score.wanted:>{width}}{score.precision:>7.3f}{score.recall:>7.3f}{score.f1:>7.3f}"


def read_folder(folder: Path, only: Sequence[str] = ()) -> Iterable[tuple[str, Pair]]:
    """Read the labelled documents of a folder, or those named, and give each with what was wanted and what was found."""
    for document in load(folder):
        if only and document.name not in only:
            continue
        facts = find_facts(document.text, published=document.published)
        yield document.name, (document.facts, [labels_of(fact) for fact in facts])


def calibration(folder: Path) -> dict[tuple[Kind, float], Score]:
    """Return how many facts of each kind and confidence were right: what the confidences are set from."""
    scores: dict[tuple[Kind, float], Score] = {}
    for document in load(folder):
        for fact in find_facts(document.text, published=document.published):
            told = _normal(fact.kind, labels_of(fact)["fields"])
            wanted = [_normal(fact.kind, one["fields"]) for one in document.facts if one["kind"] == fact.kind]
            score = scores.setdefault((fact.kind, round(fact.confidence, 2)), Score())
            score.found += 1
            score.right += any(_is_right(fact.kind, one, told) for one in wanted)
    return scores


def calibration_table(scores: dict[tuple[Kind, float], Score]) -> str:
    """Return the confidences beside the shares that were right; with few facts one right and one wrong are added."""
    lines = [f"{'kind':<14}{'confidence':>11}{'facts':>7}{'right':>7}{'share':>7}{'smoothed':>10}"]
    for (kind, confidence), score in sorted(scores.items()):
        smoothed = (score.right + 1) / (score.found + 2)
        lines.append(
            f"{kind:<14}{confidence:>11.2f}{score.found:>7}{score.right:>7}{score.precision:>7.2f}{smoothed:>10.2f}"
        )
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; with ``--show`` every difference too, for the kinds named."""
    parser = argparse.ArgumentParser(prog="python -m spoiwo.reading.evaluation", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", nargs="*", metavar="KIND", help="list what was missed or false")
    parser.add_argument(
        "--calibration", action="store_true", help="confidences beside the shares right instead"
    )
    parser.add_argument(
        "--only", nargs="*", default=[], metavar="NNN", help="these documents alone: to keep some aside"
    )
    options = parser.parse_args(arguments)
    if options.calibration:
        sys.stdout.write(calibration_table(calibration(options.folder)) + "\n")
        return 0
    pairs = dict(read_folder(options.folder, options.only))
    if options.show is not None:
        for name, pair in pairs.items():
            for kind, score in evaluate([pair]).items():
                if score.misses and (not options.show or kind in options.show):
                    sys.stdout.write("\n".join([f"{name} {kind}", *score.misses, ""]))
    sys.stdout.write(table(evaluate(pairs.values())) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
