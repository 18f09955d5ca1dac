"""``python -m spoiwo.polish greet|repair …``: the engine's commands without the rest of the program."""

import argparse
import sys

from spoiwo.polish import cli
from spoiwo.polish.repairing import cli as repair_cli


def main() -> int:
    """Read the command line and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m spoiwo.polish", description="Polish names and Polish letters."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    cli.add_arguments(commands.add_parser("greet", help="a name in every case and the opening of a letter"))
    repair_cli.add_arguments(commands.add_parser("repair", help="restore the Polish letters a text has lost"))
    arguments = parser.parse_args()
    return {"greet": cli, "repair": repair_cli}[arguments.command].run(arguments)


if __name__ == "__main__":
    sys.exit(main())
