"""The `spoiwo` command: running the house, its backups, and the engines by themselves."""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module

Command = Callable[[argparse.Namespace], int]
# name → (module with add_arguments and run, one line of help); modules are loaded only when called
ENGINES = {
    "greet": ("spoiwo.polish.cli", "forms of a name and the salutation of a letter, as JSON"),
    "judge": ("spoiwo.judging.cli", "the work of a jury: who reads what, and what the scores say"),
    "read": ("spoiwo.reading.cli", "documents to clean text and the facts in it"),
    "repair": (
        "spoiwo.polish.repairing.cli",
        "Polish letters restored that a text lost in a bad scan or encoding",
    ),
    "tally": ("spoiwo.tally.cli", "ballots to results: points, approval, rankings, motions, shared budgets"),
}


def main(arguments: list[str] | None = None) -> int:
    """Runs one subcommand and returns its exit code; `--help` loads neither Django nor any engine."""
    parser = argparse.ArgumentParser(
        prog="spoiwo", description="Spoiwo holds local labour-market partnerships together."
    )
    parser.add_argument("--version", action="store_true", help="print the version and end")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    given = sys.argv[1:] if arguments is None else arguments
    _house_commands(commands)
    for name, (module, help_text) in ENGINES.items():
        command = commands.add_parser(name, help=help_text)
        if given[:1] == [name]:
            import_module(module).add_arguments(command)
    options = parser.parse_args(given)
    if options.version:
        print(_version())
        return 0
    if not options.command:
        parser.print_help()
        return 2
    return _run(options)


def _house_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    start = commands.add_parser("start", help="prepare the data, then run web server and worker until Ctrl-C")
    start.add_argument("--port", type=int, help="port of the web server (else PORT, else 8000)")
    start.add_argument(
        "--lan", action="store_true", help="let other devices in this network reach it, and print the address"
    )
    start.add_argument("--no-demo", action="store_true", help="begin with an empty house")
    serve = commands.add_parser("serve", help="run the web server alone")
    serve.add_argument("--port", type=int)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--workers", type=int, default=1, help="web processes")
    worker = commands.add_parser("worker", help="run the background worker alone")
    worker.add_argument("--once", action="store_true", help="do what waits and end")
    commands.add_parser(
        "tick", help="do what time alone brings about: offers that expire, data whose term has ended"
    )
    commands.add_parser("prepare", help="bring the database and the static files up to date")
    commands.add_parser("reindex", help="write the index of the search anew")
    commands.add_parser("demo", help="load the example partnerships (safe to repeat)")
    commands.add_parser("check", help="look for mistakes in the settings and the data")
    backup = commands.add_parser("backup", help="write everything into one file")
    backup.add_argument("file")
    restore = commands.add_parser("restore", help="replace everything by a backup")
    restore.add_argument("file")
    restore.add_argument("--yes", action="store_true", help="do not ask")
    export = commands.add_parser("export", help="write one partnership with its files into a ZIP")
    export.add_argument("partnership", help="the address (slug) of the partnership")
    export.add_argument("--to", help="name of the ZIP (else SLUG.zip)")
    bounces = commands.add_parser("bounces", help="read what mail servers wrote back about our letters")
    bounces.add_argument(
        "file", nargs="?", help="an mbox file or a Maildir (else the mailbox in SPOIWO_BOUNCES)"
    )
    admin = commands.add_parser("admin", help="make an administrator, or give one a new password")
    admin.add_argument("email")
    admin.add_argument("--name", default="")
    admin.add_argument("--reset-second-factor", action="store_true", help="for a lost telephone or key")


def _run(options: argparse.Namespace) -> int:
    if options.command in ENGINES:
        return import_module(ENGINES[options.command][0]).run(options)
    from spoiwo import running

    return getattr(running, options.command)(options)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("spoiwo")
    except PackageNotFoundError:
        import re
        from pathlib import Path

        changes = (Path(__file__).parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")
        found = re.search(r"^## ([0-9][0-9.a-z]*)", changes, re.MULTILINE)
        return found.group(1) if found else "0"


if __name__ == "__main__":
    sys.exit(main())
