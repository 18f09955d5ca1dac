"""``python -m spoiwo.polish greet …``: the engine's command without the rest of the program."""

import argparse
import sys

from spoiwo.polish import cli


def main() -> int:
    """Read the command line and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m spoiwo.polish", description="Polish forms of address.")
    commands = parser.add_subparsers(dest="command", required=True)
    cli.add_arguments(commands.add_parser("greet", help="a name in every case and the opening of a letter"))
    return cli.run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
