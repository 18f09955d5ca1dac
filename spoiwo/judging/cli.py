"""The command ``spoiwo judge``: entries to jurors (``assign``), scores to a calibrated ranking (``rank``)."""

import argparse

from spoiwo.judging import assign_cli, rank_cli


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two sub-commands on a parser or sub-parser."""
    halves = parser.add_subparsers(dest="half", metavar="WHAT", required=True)
    assign = halves.add_parser("assign", help="who reads what: a connected, balanced, precise assignment")
    assign_cli.add_arguments(assign)
    assign.set_defaults(run_half=assign_cli.run)
    rank = halves.add_parser("rank", help="scores to a ranking with the severity of jurors taken out")
    rank_cli.add_arguments(rank)
    rank.set_defaults(run_half=rank_cli.run)


def run(args: argparse.Namespace) -> int:
    """Run the sub-command; return its exit code: 0, or 2 for a bad file or option."""
    code: int = args.run_half(args)
    return code
