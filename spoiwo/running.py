"""What the subcommands of the house do: one process tree for web server and worker, data brought up to date before."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any


def start(options: argparse.Namespace) -> int:
    """Prepares the data, starts web server and worker, and ends both cleanly on Ctrl-C or when one of them dies."""
    port = _port(options)
    host = "0.0.0.0" if options.lan else "127.0.0.1"  # noqa: S104 - asked for by --lan
    if not _is_free(host, port):
        print(
            f"spoiwo: port {port} is in use. Choose another: PORT=8001 make start, or --port 8001.",
            file=sys.stderr,
        )
        return 1
    if options.lan:
        from spoiwo.neighbours import lan_address

        os.environ.setdefault("SPOIWO_HOSTS", "*")
        # What is printed and projected must lead phones here, also where the facilitator opened “localhost”.
        os.environ.setdefault("SPOIWO_PUBLIC_URL", f"http://{lan_address()}:{port}/")
    _setup()
    _prepare()
    credentials = [] if options.no_demo else _load_demo()
    # A group of its own: Ctrl-C reaches this process alone, which then ends the others in order.
    children = [_child("serve", "--port", str(port), "--host", host), _child("worker")]
    stop = {"asked": False}

    def ask(_signal: int, _frame: object) -> None:
        stop["asked"] = True

    signal.signal(signal.SIGINT, ask)
    signal.signal(signal.SIGTERM, ask)
    _wait_until_up(port, children, stop)
    _print_welcome(port, credentials, options.lan)
    while not stop["asked"] and all(child.poll() is None for child in children):
        time.sleep(0.2)
    died = [child.returncode for child in children if child.poll() is not None]
    _end(children)
    print(
        "Spoiwo has stopped." if not died else "spoiwo: a part ended by itself, so everything was stopped.",
        flush=True,
    )
    return 1 if died and not stop["asked"] else 0


def serve(options: argparse.Namespace) -> int:
    """Replaces this process by the web server (Granian, WSGI, threads)."""
    port = _port(options)
    arguments = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        options.host,
        "--port",
        str(port),
        "--workers",
        str(options.workers),
        "--blocking-threads",
        "4",
        "--backlog",
        "512",
        "--no-ws",
        "--log-level",
        "warning",
        "--respawn-failed-workers",
        "spoiwo.wsgi:application",
    ]
    os.execv(sys.executable, arguments)  # noqa: S606 - our own interpreter with arguments of our own
    return 0


def worker(options: argparse.Namespace) -> int:
    """Runs what actions enqueued, until told to stop; each letter and import survives a restart."""
    _setup()
    from django.core.management import call_command

    from spoiwo.archive.tasks import read_forgotten
    from spoiwo.clock import run_clock
    from spoiwo.files.tasks import examine_forgotten
    from spoiwo.mail.tasks import begin
    from spoiwo.search.touching import renew_forgotten

    # What a killed worker had in hand is taken up again; each finds by itself what is unfinished.
    begin()
    examine_forgotten()
    read_forgotten()
    renew_forgotten()
    threading.Thread(target=run_clock, daemon=True, name="clock").start()
    if options.once:
        call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0)
    else:
        call_command("db_worker", "--interval", "1", "--no-startup-delay", "--no-reload", verbosity=0)
    return 0


def tick(options: argparse.Namespace) -> int:
    """Does what time alone brings about; the worker does it every minute, cron may where no worker runs."""
    _setup()
    from spoiwo.clock import tick as one_round

    one_round()
    return 0


def prepare(options: argparse.Namespace) -> int:
    """Migrations, static files, the register of places, templates of series."""
    _setup()
    _prepare()
    return 0


def reindex(options: argparse.Namespace) -> int:
    """Writes the whole index of the search anew; the program may go on running meanwhile."""
    _setup()
    from spoiwo.search.indexing import renew_some
    from spoiwo.search.touching import touch_everything

    count = touch_everything()
    while renew_some():
        pass
    print(f"{count} records read for the search.")
    return 0


def demo(options: argparse.Namespace) -> int:
    """Loads the example partnerships and prints who can sign in."""
    _setup()
    _prepare()
    for line in _load_demo():
        print(line)
    return 0


def check(options: argparse.Namespace) -> int:
    """Django's checks for deployment, and whether the database is up to date."""
    _setup()
    from django.core.management import call_command
    from django.core.management.base import CommandError, SystemCheckError

    try:
        call_command("check", "--deploy", "--fail-level", "ERROR")
        call_command("migrate", "--check", verbosity=0)
    except SystemCheckError as problem:
        print(problem, file=sys.stderr)
        return 1
    except (CommandError, SystemExit):
        print(
            "spoiwo: the database is not up to date. How to mend it: run “spoiwo prepare”.", file=sys.stderr
        )
        return 1
    print("Everything is in order.")
    return 0


def backup(options: argparse.Namespace) -> int:
    """Everything into one file."""
    _setup()
    from spoiwo.safekeeping import write_backup

    return write_backup(Path(options.file))


def restore(options: argparse.Namespace) -> int:
    """Everything out of one file."""
    _setup()
    from spoiwo.safekeeping import read_backup

    return read_backup(Path(options.file), sure=options.yes)


def export(options: argparse.Namespace) -> int:
    """One partnership into a ZIP."""
    _setup()
    from spoiwo.safekeeping import export_partnership

    return export_partnership(options.partnership, Path(options.to or f"{options.partnership}.zip"))


def bounces(options: argparse.Namespace) -> int:
    """Messages about non-delivery out of a file, or out of the mailbox in SPOIWO_BOUNCES."""
    _setup()
    import imaplib

    from django.conf import settings

    from spoiwo.mail.mailboxes import imap_address, read_imap, read_path

    if not options.file and not settings.BOUNCES:
        print("spoiwo: name a file, or set SPOIWO_BOUNCES. See docs/settings.md.", file=sys.stderr)
        return 1
    try:
        found = read_path(Path(options.file)) if options.file else read_imap(imap_address(settings.BOUNCES))
    except (OSError, ValueError, imaplib.IMAP4.error) as problem:
        print(f"spoiwo: the mailbox cannot be read: {problem}", file=sys.stderr)
        return 1
    print(found)
    return 0


def admin(options: argparse.Namespace) -> int:
    """Makes an administrator, or gives one a new password; or takes a lost second factor from any account."""
    _setup()
    from spoiwo import audit
    from spoiwo.accounts.audit import Verb
    from spoiwo.accounts.models import User
    from spoiwo.kit.actor import SYSTEM

    user = User.objects.filter(email__iexact=options.email).first()
    if options.reset_second_factor:
        return _reset_second_factor(user, options.email)
    user = user or User(email=options.email.lower())
    user.name, user.is_admin, user.is_active = options.name or user.name or options.email, True, True
    if not _ask_password(user):
        return 1
    user.save()
    audit.record(Verb.USER_EDITED, user, by=SYSTEM, from_terminal=True)
    print(f"{user.email} administers this installation now.")
    return 0


def _ask_password(user: Any) -> bool:
    import getpass

    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    try:
        validate_password(password, user)
    except ValidationError as problem:
        print("\n".join(problem.messages), file=sys.stderr)
        return False
    user.set_password(password)
    return True


def _reset_second_factor(user: Any, email: str) -> int:
    from allauth.mfa.models import Authenticator

    from spoiwo import audit
    from spoiwo.accounts.audit import Verb
    from spoiwo.kit.actor import SYSTEM

    if user is None:
        print(f"spoiwo: there is no account “{email}”.", file=sys.stderr)
        return 1
    Authenticator.objects.filter(user=user).delete()
    audit.record(Verb.USER_EDITED, user, by=SYSTEM, from_terminal=True, second_factor_reset=True)
    print(f"{user.email} signs in without a second factor now.")
    return 0


def _setup() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoiwo.settings")
    import django

    django.setup()


def _prepare() -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import OperationalError

    from spoiwo.environment import SettingError

    try:
        call_command("migrate", verbosity=0)
    except OperationalError as problem:
        raise SettingError(
            "SPOIWO_DATABASE_URL",
            f"the database does not answer ({str(problem).splitlines()[0]}).",
            "Start the database server, or check host, name, user and password.",
        ) from None
    stamp = settings.STATIC_ROOT / ".stamp"
    wanted = _static_stamp()
    if not stamp.exists() or stamp.read_text() != wanted:
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        stamp.write_text(wanted)
    from spoiwo.kit.actor import SYSTEM
    from spoiwo.meetings.actions.privacy import ensure_rules
    from spoiwo.meetings.actions.series import load_shipped_templates
    from spoiwo.places.actions import load_shipped_register
    from spoiwo.practices.actions.parts import load_shipped_terms
    from spoiwo.workshops.actions.copying import load_shipped_steps

    load_shipped_register(by=SYSTEM)
    load_shipped_templates(by=SYSTEM)
    load_shipped_steps(by=SYSTEM)
    load_shipped_terms(by=SYSTEM)
    ensure_rules(by=SYSTEM)


def _static_stamp() -> str:
    """Changes whenever a static file of ours does, so that a second start skips collecting them."""
    import hashlib

    from django.conf import settings

    digest = hashlib.sha256()
    for file in sorted(settings.PACKAGE.glob("*/static/**/*")):
        if file.is_file():
            digest.update(f"{file}{file.stat().st_mtime_ns}{file.stat().st_size}".encode())
    return digest.hexdigest()


def _load_demo() -> list[str]:
    from spoiwo.home.demo import load_demo

    return load_demo()


def _port(options: argparse.Namespace) -> int:
    value = options.port or os.environ.get("PORT") or 8000
    try:
        return int(value)
    except ValueError:
        raise SystemExit(
            f"spoiwo: PORT: “{value}” is not a number.\n  How to mend it: write e.g. PORT=8000."
        ) from None


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _child(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "spoiwo", *arguments], start_new_session=True)


def _wait_until_up(port: int, children: list[subprocess.Popen[bytes]], stop: dict[str, bool]) -> None:
    for _attempt in range(150):
        if stop["asked"] or any(child.poll() is not None for child in children):
            return
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)


def _print_welcome(port: int, credentials: list[str], lan: bool) -> None:
    print(f"\n  Spoiwo: http://localhost:{port}/")
    if lan:
        from spoiwo.neighbours import lan_address, terminal_code

        address = f"http://{lan_address()}:{port}/"
        print(f"  In this network: {address}\n\n{terminal_code(address)}\n")
    for line in credentials:
        print(f"  {line}")
    print("  Ctrl-C ends it.\n", flush=True)


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + 10
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
