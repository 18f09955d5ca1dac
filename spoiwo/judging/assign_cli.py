"""The command ``spoiwo judge assign``: not written yet."""

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``assign``."""
    parser.add_argument("scores", help="CSV with the columns entry, juror, criterion, score")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")


def run(args: argparse.Namespace) -> int:
    """Say that there is nothing yet, and return 2."""
    print("spoiwo judge assign: not written yet", file=sys.stderr)
    return 2
