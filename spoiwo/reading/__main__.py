"""``python -m spoiwo.reading FILE…``: the engine's command without the rest of the program."""

import argparse
import sys

from spoiwo.reading import cli


def main() -> int:
    """Read the command line and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m spoiwo.reading", description="Clean text and facts of documents."
    )
    cli.add_arguments(parser)
    return cli.run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
