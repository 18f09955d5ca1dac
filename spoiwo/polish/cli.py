"""The command ``spoiwo greet``: a name in every case and the opening of a letter, as JSON."""

import argparse
import json
import sys

from spoiwo.polish.fullnames import FullName, split_name
from spoiwo.polish.grammar import CASES
from spoiwo.polish.names import inflect_name
from spoiwo.polish.salutations import salutation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``greet`` on a parser or sub-parser."""
    parser.add_argument("name", help='the person\'s full name, for example "Adam Struzik"')
    parser.add_argument("--office", default="", help='the person\'s office, for example "starosta"')
    parser.add_argument("--gender", choices=("f", "m"), help="guessed from the name when left out")


def run(args: argparse.Namespace) -> int:
    """Print the JSON on standard output and return 0; on a bad name print why on standard error and return 2."""
    try:
        name = split_name(args.name)
    except ValueError as problem:
        print(f"spoiwo greet: {problem}", file=sys.stderr)
        return 2
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")  # the promise is UTF-8, whatever the terminal's locale says
    print(json.dumps(greeting(name, args.gender, args.office), ensure_ascii=False, indent=2))
    return 0


def greeting(name: FullName, gender: str | None, office: str) -> dict[str, str | bool | None]:
    """Return what ``greet`` prints: the full name in every case, the salutation, the gender and the certainty."""
    forms = inflect_name(name.given, name.family, gender)
    offices = f"{name.prefix} {office}".strip()
    result: dict[str, str | bool | None] = {case: getattr(forms, case) for case in CASES}
    result["salutation"] = salutation(name.given, name.family, gender=gender, office=offices)
    result["gender"] = forms.gender
    result["certain"] = forms.certain
    return result
