"""Lets a whole hall vote at once while the server is killed: each phone repeats its ballot until it is told that it is in.

SPOIWO_DATABASE_URL=… python -m tests.faults.ballot_nursery --voters 300 --kills 20 --seed 1
"""

import argparse
import http.client
import json
import logging
import os
import random
import sys
import threading
import time
import uuid
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from spoiwo.workshops.actions.halls import make_slips, move_hall, open_hall
from spoiwo.workshops.actions.votes import close_vote
from spoiwo.workshops.models import Ballot, Cast, Slip, Vote
from tests.cast import make_cast
from tests.faults.web_nursery import Nursery
from tests.make import make_meeting, make_step, make_vote

PATIENCE = 40  # seconds
TITLES = tuple(f"Projekt {number}" for number in range(1, 17))


def main() -> None:
    """Prints what was found, as JSON."""
    parser = argparse.ArgumentParser()
    for name in ("--voters", "--kills", "--seed"):
        parser.add_argument(name, type=int, required=True)
    options = parser.parse_args()
    logging.disable()
    call_command("migrate", verbosity=0)
    dice = random.Random(options.seed)
    json.dump(run(Nursery(dice), dice, options.voters, options.kills), sys.stdout)


def run(nursery: Nursery, dice: random.Random, voters: int, kills: int) -> dict[str, Any]:
    """Every voter in a thread of its own, every tenth from two tabs, the server killed at random moments."""
    cast = make_cast()
    by = cast.ewa.actor
    hall = open_hall(make_meeting(cast.ours), by=by)
    step = make_step(hall.meeting, "Głosowanie", kind="vote", form="", state="open")
    move_hall(hall, by=by, at=timezone.now(), step=step)
    vote = make_vote(step, *TITLES)
    slips = make_slips(hall, voters, by=by)
    options = list(vote.options.values_list("pk", flat=True))
    bodies = []
    for number, slip in enumerate(slips):
        tabs = 2 if number % 10 == 0 else 1
        for _tab in range(tabs):
            marks = {
                f"mark-{option}": points
                for option, points in zip(dice.sample(options, 2), (7, 3), strict=True)
            }
            body = urlencode({"nonce": str(uuid.UUID(int=dice.getrandbits(128))), **marks})
            bodies.append((f"/w/{slip.code}/ballot/{vote.pk}/", body))
    nursery.raise_server()
    told = settings.HOME / "told.json"
    clients = fork_clients(nursery.port, bodies, told)
    died = 0
    while died < kills and os.waitpid(clients, os.WNOHANG) == (0, 0):
        time.sleep(dice.uniform(0.02, 0.15))
        nursery.kill()
        died += 1
        nursery.raise_server()
    if died == kills:
        os.waitpid(clients, 0)
    nursery.kill()
    answers = json.loads(told.read_text())
    found = {
        "died": died,
        "answers": Counter(answers["statuses"]),
        "repeats": answers["repeats"],
        "ballots": Ballot.objects.filter(vote=vote).count(),
        "casts": Cast.objects.filter(vote=vote).count(),
        "slips": Slip.objects.filter(casts__vote=vote).distinct().count(),
    }
    close_vote(vote, by=by, at=timezone.now())
    results = Vote.objects.get(pk=vote.pk).results
    return found | {
        "counted": results["ballots"],
        "points": sum(total for _pk, total, _rank in results["standings"]),
    }


def fork_clients(port: int, bodies: list[tuple[str, str]], told: Path) -> int:
    """A process of phones, forked before any thread exists here; what they were told goes into the file."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        told.write_text(json.dumps(send_all(port, bodies)))
        code = 0
    finally:
        os._exit(code)


def send_all(port: int, bodies: list[tuple[str, str]]) -> dict[str, Any]:
    """All phones at once, each until it is answered."""
    statuses: list[int] = []
    repeats: list[int] = []
    gate = threading.Barrier(len(bodies))

    def phone(path: str, body: str) -> None:
        gate.wait()
        end = time.monotonic() + PATIENCE
        while (status := _post(port, path, body)) is None or status >= 500:
            repeats.append(1)
            if time.monotonic() > end:
                break
            time.sleep(0.02)
        statuses.append(status or 0)

    threads = [threading.Thread(target=phone, args=one) for one in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"statuses": statuses, "repeats": len(repeats)}


def _post(port: int, path: str, body: str) -> int | None:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    head = {"Host": "localhost", "X-Send": "1", "Content-Type": "application/x-www-form-urlencoded"}
    try:
        link.request("POST", path, body, head)
        return link.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        link.close()


if __name__ == "__main__":
    main()
