"""The command ``spoiwo repair``: a text with its lost Polish letters restored, or the list of changes as JSON."""

import argparse
import json
import sys
from pathlib import Path

from spoiwo.polish.repairing.repair import repair

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``repair`` on a parser or sub-parser."""
    parser.add_argument("file", help="a text file in UTF-8 or Windows-1250; - reads standard input")
    parser.add_argument(
        "--json", action="store_true", help="print every change with alternatives and confidence"
    )


def run(args: argparse.Namespace) -> int:
    """Print the repaired text and return 0; on a file that cannot be read say why on standard error and return 2."""
    try:
        content = sys.stdin.buffer.read() if args.file == "-" else Path(args.file).read_bytes()
    except OSError as problem:
        print(f"spoiwo repair: {args.file}: {problem.strerror}", file=sys.stderr)
        return 2
    if b"\0" in content and not content.startswith(tuple(_MARKS)):
        print(f"spoiwo repair: {args.file}: this is not a text file", file=sys.stderr)
        return 2
    repaired = repair(decoded(content))
    told = json.dumps(repaired.as_json(), ensure_ascii=False, indent=2) + "\n" if args.json else repaired.text
    # Written as bytes: line ends stay as they were, and the promise is UTF-8 whatever the terminal's locale says.
    sys.stdout.buffer.write(told.encode("utf-8", "surrogatepass"))
    return 0


def decoded(content: bytes) -> str:
    """Return the text of a file: by its mark, else UTF-8 where it is that, else Windows-1250."""
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("cp1250", "replace")
