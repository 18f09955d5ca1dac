"""Raises workers and kills them: writes letters, then lets two workers send them and kills one at random, many times.

A worker is a fork of this process, which has loaded Django and holds no connection to the database: the child opens its
own, begins as `spoiwo worker` does and runs the queue's own worker loop. A fresh interpreter would take a second to load
what a fork has in milliseconds, and a hundred seconds of starting would hide the sending that is to be interrupted. The
kernel does to a fork at SIGKILL just what it does to any process: no handler runs, locks and sockets fall.

    SPOIWO_DATABASE_URL=… SPOIWO_EMAIL_URL=smtp://127.0.0.1:PORT?tls=0 \
        python -m tests.faults.nursery --letters 2000 --kills 100 --seed 1
"""

import argparse
import json
import os
import random
import signal
import sys
import time
from collections import Counter

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from spoiwo.mail.models import Letter
from spoiwo.mail.post import Written, post_written
from spoiwo.mail.tasks import begin

WORKERS = 2


def main() -> None:
    """Prints what is in the outbox at the end, as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, required=True)
    parser.add_argument("--kills", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    write(options.letters)
    kills = run(options.kills, random.Random(options.seed))
    json.dump(told(kills), sys.stdout)


def write(count: int) -> None:
    """An outbox full of letters, each to an addressee of its own."""
    call_command("migrate", verbosity=0)
    text = "Szanowna Pani Wójt,\n\nzapraszamy na spotkanie.\n" + "Zażółć gęślą jaźń. " * 60
    post_written(
        Written(f"w{n}@gmina.example", "Zaproszenie", text, to_name=f"Wójt {n}") for n in range(count)
    )
    connection.close()


def run(kills: int, dice: random.Random) -> list[str]:
    """Kills until there were so many, then lets the last workers finish; says in which state each victim died."""
    children = [worker() for _number in range(WORKERS)]
    died = []
    # Not before a worker had time to begin, and then anywhere within some twenty letters.
    while len(died) < kills:
        time.sleep(dice.uniform(0.0, 0.12))
        victim = children.pop(dice.randrange(WORKERS))
        os.kill(victim, signal.SIGKILL)
        _pid, status = os.waitpid(victim, 0)
        died.append("killed" if os.WIFSIGNALED(status) else "had ended")
        children.append(worker())
    for child in children:
        os.waitpid(child, 0)
    os.waitpid(worker(), 0)  # shows as in doubt what the last killed one had in hand
    return died


def worker() -> int:
    """A child that does what `spoiwo worker --once` does."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        begin()
        call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0)
        code = 0
    finally:
        os._exit(code)


def told(died: list[str]) -> dict[str, object]:
    """States by Message-ID, and how the victims ended."""
    return {
        "died": Counter(died),
        "letters": dict(Letter.objects.values_list("message_id", "state")),
        "attempts": Counter(Letter.objects.values_list("attempt_count", flat=True)),
    }


if __name__ == "__main__":
    main()
