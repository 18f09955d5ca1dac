"""Raises web servers and kills them: while a list of addressees is confirmed, while stations upload tickets.

A server is a fork of this process, which has loaded the application and holds no connection to the database; it answers
on a socket that this process keeps open, so a client meets a broken connection and never a closed door. A fresh
interpreter would take a second to load what a fork has in milliseconds.

    SPOIWO_DATABASE_URL=… python -m tests.faults.web_nursery list --kills 30 --seed 1
"""

import argparse
import json
import logging
import os
import random
import signal
import socket
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.db.models import Count, Q
from django.utils import timezone

from spoiwo.meetings.actions.door import open_station
from spoiwo.meetings.actions.guests import keep_list
from spoiwo.meetings.models import Attendee, GuestList, Scan
from spoiwo.meetings.rules.states import CampaignState, Outcome, Presence
from tests.cast import make_cast
from tests.faults.station_clients import Upload, upload_all
from tests.make import make_attendee, make_campaign, make_meeting

ROWS = 5000
TICKETS = 3000
STATIONS = 4
TOKEN = "t" * 32  # a form's secret and its cookie


def main() -> None:
    """Prints what was found after the kills and at the end, as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("run", choices=["list", "door"])
    parser.add_argument("--kills", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    logging.disable()
    call_command("migrate", verbosity=0)
    nursery = Nursery(random.Random(options.seed))
    run = kill_during_confirmation if options.run == "list" else kill_during_check_in
    json.dump(run(nursery, options.kills), sys.stdout)


class Handler(WSGIRequestHandler):
    """Answers at once: head and body of an answer do not wait for each other."""

    disable_nagle_algorithm = True


class Nursery:
    """The open socket, and the one server that answers on it at a time."""

    def __init__(self, dice: random.Random) -> None:
        self.dice, self.server = dice, 0
        self.listener = ThreadedWSGIServer(("127.0.0.1", 0), Handler)
        self.listener.daemon_threads = True
        self.listener.set_app(get_wsgi_application())
        self.port: int = self.listener.server_address[1]

    def raise_server(self) -> None:
        """A child that answers until it is killed; nothing of this process's connections goes with it."""
        connection.close()
        self.server = os.fork()
        if not self.server:
            try:
                os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
                self.listener.serve_forever()
            finally:
                os._exit(1)

    def kill(self) -> None:
        """SIGKILL: no handler runs."""
        os.kill(self.server, signal.SIGKILL)
        os.waitpid(self.server, 0)


def kill_during_confirmation(nursery: Nursery, kills: int) -> dict[str, Any]:
    """Presses “add” and kills the server at any moment of what that takes; counts what was found each time."""
    cast = make_cast()
    session = cast.anna.client.cookies[settings.SESSION_COOKIE_NAME].value
    file = guest_file()

    def fresh() -> GuestList:
        campaign = make_campaign(cast.ours, state=CampaignState.DRAFT)
        return keep_list(campaign, file, file_name="goście.csv")

    def press(kept: GuestList) -> socket.socket:
        return send(nursery.port, f"/campaigns/{kept.campaign_id}/lists/{kept.pk}/", session)

    kept = fresh()
    nursery.raise_server()
    start = time.perf_counter()
    answered(press(kept))
    usual, found = time.perf_counter() - start, Counter([f"undisturbed: {state_of(kept)}"])
    nursery.kill()
    kept = fresh()
    for _kill in range(kills):
        nursery.raise_server()
        with press(kept):
            time.sleep(nursery.dice.uniform(0, 1.3 * usual))
            nursery.kill()
        found[state_of(kept)] += 1
        if state_of(kept) == "everything":
            kept = fresh()
    nursery.raise_server()
    for name in ("pressed again", "pressed once more"):
        answered(press(kept))
        found[f"{name}: {state_of(kept)}"] += 1
    nursery.kill()
    return {"found": found, "usual": usual}


def kill_during_check_in(nursery: Nursery, kills: int) -> dict[str, Any]:
    """Four stations upload while the server is killed again and again; each repeats what was not acknowledged."""
    cast = make_cast()
    meeting = make_meeting(cast.ours, starts_at=timezone.now())
    stations = [open_station(meeting, f"Wejście {number}", by=cast.anna.actor) for number in range(STATIONS)]
    like = make_attendee(meeting)
    codes = [f"T{number:012}" for number in range(TICKETS)]
    Attendee.objects.bulk_create(
        Attendee(meeting=meeting, given_name="Jan", family_name=code, code=code) for code in codes
    )
    like.delete()
    # Every tenth ticket is read at a second station too: of the two one lets in, and the other is told.
    piles = [
        [code for place, code in enumerate(codes) if place % STATIONS == turn] for turn in range(STATIONS)
    ]
    for turn in range(STATIONS):
        piles[turn] += piles[(turn + 1) % STATIONS][: TICKETS // 40]
    uploads = [
        Upload(f"/door/{station.secret}/scans/", nursery.dice.sample(pile, len(pile)))
        for station, pile in zip(stations, piles, strict=True)
    ]
    nursery.raise_server()
    told = settings.HOME / "told.json"
    clients = fork_clients(nursery.port, uploads, told)
    halves, died = 0, 0
    while died < kills and os.waitpid(clients, os.WNOHANG) == (0, 0):
        time.sleep(nursery.dice.uniform(0.01, 0.12))
        nursery.kill()
        died += 1
        halves += half_written()
        nursery.raise_server()
    if died == kills:
        os.waitpid(clients, 0)
    nursery.kill()
    acknowledged = json.loads(told.read_text())
    written = dict(Scan.objects.values_list("nonce", "outcome"))
    admitted = Count("scans", filter=Q(scans__outcome=Outcome.ADMITTED))
    counts = Counter(Attendee.objects.annotate(admitted=admitted).values_list("presence", "admitted"))
    return {
        "died": died,
        "halves": halves + half_written(),
        "tickets": {f"{presence} {count}": people for (presence, count), people in counts.items()},
        "readings": sum(len(pile) for pile in piles),
        "written": len(written),
        "lost": sum(nonce not in written for nonce in acknowledged["outcomes"]),
        "told_otherwise": sum(written.get(n) != outcome for n, outcome in acknowledged["outcomes"].items()),
        "repeats": acknowledged["repeats"],
        "acknowledged": len(acknowledged["outcomes"]),
    }


def fork_clients(port: int, uploads: list[Upload], told: Path) -> int:
    """A process of four stations, forked before any thread exists here; what they were told goes into the file."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        told.write_text(json.dumps(upload_all(port, uploads)))
        code = 0
    finally:
        os._exit(code)


def half_written() -> int:
    """People who are in without a reading that let them in, and readings that let in somebody who is not in."""
    let_in = Q(scans__outcome=Outcome.ADMITTED)
    without = Attendee.objects.filter(presence=Presence.PRESENT).exclude(let_in).count()
    return without + Attendee.objects.filter(let_in).exclude(presence=Presence.PRESENT).count()


def state_of(kept: GuestList) -> str:
    """What became of a list: nothing, everything, or a part, which must not be."""
    row = GuestList.objects.annotate(people=Count("campaign__invitations")).get(pk=kept.pk)
    if row.confirmed_at is None:
        return "nothing" if row.people == 0 and row.content else f"a part: {row.people}"
    return "everything" if row.people == row.added_count == ROWS else f"a part: {row.people}"


def guest_file() -> bytes:
    """Five thousand people of as many institutions."""
    lines = ["Nazwa;Imię i nazwisko;Stanowisko;E-mail"]
    lines += [f"Gmina Próbna {number};Jan Kowalski;wójt;gmina{number}@example.org" for number in range(ROWS)]
    return "\r\n".join(lines).encode()


def send(port: int, path: str, session: str) -> socket.socket:
    """An empty form, sent and not waited for."""
    link = socket.create_connection(("127.0.0.1", port), timeout=60)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n"
        f"Cookie: {settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}\r\n"
        f"X-CSRFToken: {TOKEN}\r\n\r\n"
    )
    link.sendall(head.encode())
    return link


def answered(link: socket.socket) -> None:
    """Waits for the answer, which sends on to the addressees."""
    with link:
        head = link.makefile("rb").read()
    if b" 302 " not in head[:20]:
        raise RuntimeError(head[:200].decode(errors="replace"))


if __name__ == "__main__":
    main()
