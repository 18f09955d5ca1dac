"""Three hundred entrants submit in the last minute of a contest, each twice, on a running server.

SPOIWO_DATABASE_URL=… python -m tests.faults.last_minute_nursery --seed 1
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
from collections import Counter
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings
from django.core.management import call_command

from spoiwo.contests.models import Entry, Submission
from spoiwo.mail.models import Letter
from tests.cast import make_cast
from tests.faults.web_nursery import TOKEN, Nursery
from tests.make import make_category, make_contest, make_edition, make_entry

ENTRANTS = 300
SPREAD = 4.0  # seconds: tighter than a minute, so that many wait for one another
PATIENCE = 60.0
AT_WORK = 8


def main() -> None:
    """Prints what was found, as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    logging.disable()
    call_command("migrate", verbosity=0)
    json.dump(rush(Nursery(random.Random(options.seed))), sys.stdout)


def _serve_few_at_once(nursery: Nursery) -> None:
    """As the house's own server does: so many requests are at work, and the others wait for their turn."""
    gate, answer = threading.BoundedSemaphore(AT_WORK), nursery.listener.process_request_thread

    def wait_and_answer(*request: Any) -> None:
        with gate:
            answer(*request)

    nursery.listener.process_request_thread = wait_and_answer


def rush(nursery: Nursery) -> dict[str, Any]:
    """All submit, half of them by pressing twice at once; then what stands in the database."""
    cast = make_cast()
    category = make_category(make_edition(make_contest(cast.ours)))
    entries = [make_entry(category, f"Praktyka {number}", state="draft") for number in range(ENTRANTS)]
    presses = []
    for number, entry in enumerate(entries):
        path, delay = f"/e/{entry.writers.get().secret}/submission/", nursery.dice.uniform(0, SPREAD)
        presses += [(path, delay)] * (1 + number % 2)
    _serve_few_at_once(nursery)
    nursery.raise_server()
    told = settings.HOME / "told.json"
    child = os.fork()
    if not child:
        _press_and_tell(nursery.port, presses, told)
    os.waitpid(child, 0)
    nursery.kill()
    numbers = sorted(Entry.objects.exclude(number=None).values_list("number", flat=True))
    return json.loads(told.read_text()) | {
        "numbers": numbers == list(range(1, ENTRANTS + 1)),
        "submitted": Entry.objects.filter(state="submitted").count(),
        "submissions": Submission.objects.count(),
        "letters": Letter.objects.filter(about_kind="contests.entry").count(),
    }


def _press_and_tell(port: int, presses: list[tuple[str, float]], told: Path) -> None:
    """In a process of its own: presses, writes down the answers and the longest wait, ends."""
    code = 1
    try:
        statuses: list[int] = []
        waits: list[float] = []

        def press(path: str, delay: float) -> None:
            time.sleep(delay)
            start = time.monotonic()
            statuses.append(_post(port, path))
            waits.append(time.monotonic() - start)

        threads = [threading.Thread(target=press, args=one) for one in presses]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        told.write_text(json.dumps({"statuses": Counter(statuses), "longest": max(waits)}))
        code = 0
    finally:
        os._exit(code)


def _post(port: int, path: str) -> int:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    cookie = f"{settings.CSRF_COOKIE_NAME}={TOKEN}"
    try:
        link.request("POST", path, "", {"Host": "localhost", "Cookie": cookie, "X-CSRFToken": TOKEN})
        return link.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        link.close()


if __name__ == "__main__":
    main()
