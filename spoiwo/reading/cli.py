"""The command ``spoiwo read``: files in, clean text and the facts in it out, as JSON or to be read."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spoiwo.reading.apart import SECONDS, read_many_apart
from spoiwo.reading.document import Document, Unreadable
from spoiwo.reading.facts import find_facts, to_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``read`` on a parser or sub-parser."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="PDF, DOCX, HTML, RTF, TXT, EML, PNG, JPEG or TIFF"
    )
    parser.add_argument(
        "--json", action="store_true", help="print JSON as docs/reading.schema.json describes it"
    )
    parser.add_argument(
        "--recognise", action="store_true", help="take the words of a PDF from the pictures of its pages"
    )
    parser.add_argument(
        "--seconds", type=float, default=SECONDS, help="give a file up after so long (default %(default)s)"
    )


def run(args: argparse.Namespace) -> int:
    """Print every file that can be read and return 0; 1 if one could not, each with a line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    failed = False
    separator = "["
    for name, read in _read(args):
        if isinstance(read, Document):
            print(
                separator + json.dumps(told(name, read), ensure_ascii=False, indent=1)
                if args.json
                else shown(name, read)
            )
            separator = "," if args.json else ""
        else:
            failed = True
            print(f"spoiwo read: {name}: {read}", file=sys.stderr)
    if args.json:
        print("[]" if separator == "[" else "]")
    return 1 if failed else 0


def told(name: str, document: Document) -> dict[str, Any]:
    """A document with its facts as plain values."""
    facts = find_facts(document.text, published=document.told_on)
    return {
        "file": name,
        **document.to_json(),
        "facts": [to_json(fact, document.text) for fact in facts],
    }


def shown(name: str, document: Document) -> str:
    """A document to be read: what it is, its text, and each fact with its confidence."""
    facts = find_facts(document.text, published=document.told_on)
    head = [f"=== {name} ({document.format})"]
    for label, value in (
        ("title", document.title),
        ("language", document.language),
        ("published", document.published),
        ("first published", document.first_published),
        ("warnings", ", ".join(document.warnings)),
        ("furniture", "; ".join(sorted({piece.kind for piece in document.furniture}))),
        ("repaired", len(document.changes)),
    ):
        head += [f"{label}: {value}"] if value else []
    lines = [
        f"{fact.confidence:.2f} {fact.kind}: "
        + ", ".join(f"{field.name}={field.value}" for field in fact.fields)
        for fact in facts
    ]
    return "\n".join([*head, "", document.text, "", *lines, ""])


def _read(args: argparse.Namespace) -> Iterator[tuple[str, Document | Unreadable | str]]:
    """Each file with what became of it; a file that is not there is told as such, the others are read all the same."""
    found: list[str] = []
    missing: list[tuple[str, str]] = []

    def contents() -> Iterator[tuple[bytes, str]]:
        for name in args.files:
            try:
                content = Path(name).read_bytes()
            except OSError as problem:
                missing.append((name, problem.strerror or "cannot be opened"))
                continue
            found.append(name)
            yield content, name

    for read in read_many_apart(contents(), recognise=args.recognise, seconds=args.seconds):
        yield found[-1], read
    yield from missing
