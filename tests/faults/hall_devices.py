"""Phones and laptops of a hall: each delivers one thing after another and repeats it until it is answered."""

import http.client
import json
import os
import threading
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

PATIENCE = 3.0  # seconds for one answer: shorter than the laptop sleeps, so that what waits is sent once more
DEADLINE = 90.0


class Delivery(NamedTuple):
    """What is to be sent, and how long the device waits before it begins."""

    path: str
    body: str
    kind: str
    delay: float = 0.0


def fork_devices(port: int, piles: list[list[Delivery]], told: Path) -> int:
    """A process of devices, forked before any thread exists here; what they were told goes into the file."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        told.write_text(json.dumps(deliver_all(port, piles)))
        code = 0
    finally:
        os._exit(code)


def deliver_all(port: int, piles: list[list[Delivery]]) -> dict[str, object]:
    """All devices at once, each in a thread of its own, until everything is answered or the deadline has passed."""
    statuses: list[int] = []
    repeats: list[int] = []
    gate = threading.Barrier(len(piles))
    end = time.monotonic() + DEADLINE

    def device(pile: list[Delivery]) -> None:
        gate.wait()
        for one in pile:
            time.sleep(one.delay)
            while ((status := _post(port, one)) is None or status >= 500) and time.monotonic() < end:
                repeats.append(1)
                time.sleep(0.02)
            statuses.append(status or 0)

    threads = [threading.Thread(target=device, args=(pile,)) for pile in piles]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"statuses": Counter(statuses), "repeats": len(repeats)}


def _post(port: int, one: Delivery) -> int | None:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        link.request(
            "POST",
            one.path,
            one.body.encode(),
            {"Host": "localhost", "X-Send": "1", "Content-Type": one.kind},
        )
        return link.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        link.close()
