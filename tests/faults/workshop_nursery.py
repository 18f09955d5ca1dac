"""A hall whose laptop dies and sleeps: many devices write one sheet, phones vote, and each repeats until it is told it is in.

SPOIWO_DATABASE_URL=… python -m tests.faults.workshop_nursery sheet --seed 1
"""

import argparse
import json
import logging
import os
import random
import signal
import sys
import time
from collections import Counter
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from spoiwo.workshops.actions.halls import make_slips, move_hall, open_hall
from spoiwo.workshops.actions.sheets import sheet_for, write_lines
from spoiwo.workshops.actions.votes import close_vote
from spoiwo.workshops.models import Ballot, Cast, Line, Vote
from spoiwo.workshops.rules.writing import Write
from tests.cast import make_cast
from tests.faults.hall_devices import Delivery, fork_devices
from tests.faults.web_nursery import Nursery
from tests.make import make_meeting, make_step, make_table, make_vote

DEVICES, LINES = 12, 25
PHONES, SPREAD = 300, 6.0
KILLS, SLEEP = 12, 8.0


def main() -> None:
    """Prints what was found, as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("run", choices=["sheet", "vote"])
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    logging.disable()
    call_command("migrate", verbosity=0)
    nursery = Nursery(random.Random(options.seed))
    run = write_one_sheet if options.run == "sheet" else vote_while_laptop_sleeps
    json.dump(run(nursery), sys.stdout)


def write_one_sheet(nursery: Nursery) -> dict[str, Any]:
    """Twelve devices write, correct and deliver again on one sheet while the server is killed."""
    cast = make_cast()
    hall = open_hall(make_meeting(cast.ours), by=cast.ewa.actor)
    step = make_step(hall.meeting, state="open")
    table = make_table(hall.meeting)
    sheet, field = sheet_for(step, table), next(iter(step.fields))
    common = UUID(int=nursery.dice.getrandbits(128))
    write_lines(sheet, [Write(common, field, "Wspólna linia", 0)])
    path = f"/t/{table.secret}/{step.pk}/lines/"
    expected: list[str] = []
    piles = []
    for device in range(DEVICES):
        pile = []
        for number in range(LINES):
            key = UUID(int=nursery.dice.getrandbits(128))
            first = _write(key, field, f"Stół {device}, linia {number}", 0)
            pile.append(first)
            expected.append(f"Stół {device}, linia {number}")
            if number % 5 == 0:
                # Corrected, and then the first text is delivered once more: it must not come back.
                expected[-1] += ", poprawiona"
                pile += [_write(key, field, expected[-1], 1), first]
            if number == LINES // 2:
                # Everybody changes the same line as it stood: one changes it, each other text stands beside it.
                pile.append(_write(common, field, f"Wspólna linia {device}", 1))
                expected.append(f"Wspólna linia {device}")
        piles.append([Delivery(path, body, "application/json") for body in pile])
    told = _killed(nursery, piles, lambda: 0)
    texts = Counter(Line.objects.filter(sheet=sheet).shown().values_list("text", flat=True))
    return told | {
        "expected": len(expected),
        "lost": sorted(set(expected) - set(texts)),
        "doubled": sorted(text for text, count in texts.items() if count > 1),
        "unexpected": sorted(set(texts) - set(expected)),
    }


def _write(key: UUID, field: str, text: str, version: int) -> str:
    return json.dumps(
        {"writes": [{"key": str(key), "field": field, "text": text, "version": version}], "since": 0}
    )


def vote_while_laptop_sleeps(nursery: Nursery) -> dict[str, Any]:
    """A hall votes; the server is killed, then stopped for eight seconds and woken with all that has waited."""
    cast = make_cast()
    by = cast.ewa.actor
    hall = open_hall(make_meeting(cast.ours), by=by)
    step = make_step(hall.meeting, "Głosowanie", kind="vote", form="", state="open")
    move_hall(hall, by=by, at=timezone.now(), step=step)
    vote = make_vote(step, *(f"Projekt {number}" for number in range(1, 17)))
    options = list(vote.options.values_list("pk", flat=True))
    piles = []
    for slip in make_slips(hall, PHONES, by=by):
        marks = dict(zip((f"mark-{one}" for one in nursery.dice.sample(options, 2)), (7, 3), strict=True))
        body = urlencode({"nonce": str(UUID(int=nursery.dice.getrandbits(128))), **marks})
        delay = nursery.dice.uniform(0, SPREAD)
        kind = "application/x-www-form-urlencoded"
        piles.append([Delivery(f"/w/{slip.code}/ballot/{vote.pk}/", body, kind, delay)])

    def halves() -> int:
        return abs(Cast.objects.filter(vote=vote).count() - Ballot.objects.filter(vote=vote).count())

    told = _killed(nursery, piles, halves, sleep=SLEEP)
    found = {
        "casts": Cast.objects.filter(vote=vote).count(),
        "slips": Cast.objects.filter(vote=vote).values("slip").distinct().count(),
        "ballots": Ballot.objects.filter(vote=vote).count(),
    }
    close_vote(vote, by=by, at=timezone.now())
    results = Vote.objects.get(pk=vote.pk).results
    points = sum(total for _option, total, _rank in results["standings"])
    return told | found | {"counted": results["ballots"], "points": points}


def _killed(
    nursery: Nursery, piles: list[list[Delivery]], halves: Any, *, sleep: float = 0.0
) -> dict[str, Any]:
    """Lets the devices deliver while the server is killed; with `sleep` it then stands still for so many seconds."""
    nursery.raise_server()
    told = settings.HOME / "told.json"
    devices = fork_devices(nursery.port, piles, told)
    died, half = 0, 0
    while died < KILLS and os.waitpid(devices, os.WNOHANG) == (0, 0):
        time.sleep(nursery.dice.uniform(0.05, 0.25))
        nursery.kill()
        died += 1
        half += halves()
        nursery.raise_server()
    waiting = 0
    if sleep:
        os.kill(nursery.server, signal.SIGSTOP)
        before = Cast.objects.count()
        time.sleep(sleep)
        waiting = sum(len(pile) for pile in piles) - before
        os.kill(nursery.server, signal.SIGCONT)
    if died == KILLS:
        os.waitpid(devices, 0)
    nursery.kill()
    return json.loads(told.read_text()) | {"died": died, "halves": half + halves(), "waiting": waiting}


if __name__ == "__main__":
    main()
