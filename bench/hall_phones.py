"""A hall of phones and its projector as one process, behaving as `follow.js` and `send.js` do.

    python -m bench.hall_phones < order.json

The order has `port`, `pulse`, `screen`, `seats` (an address for each phone), `window` (seconds within which all cast) and
`seed`. Each phone has a kept-alive connection, asks for the pulse every two seconds, fetches its part once the pulse has
grown, marks the ballot and sends it at a moment of its own. The line `ready` is printed when all have asked once; then the
vote is to be opened. At the end comes JSON: when each ballot was sent and answered, what the projector showed when, how
long parts of the page took, statuses, and the CPU seconds of this process.
"""

import asyncio
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

EVERY, SCREEN_EVERY = 2.0, 1.0
PATIENCE = 30.0
SENT = {"X-Send": "1", "Content-Type": "application/x-www-form-urlencoded"}
PART = {"HX-Request": "true"}
ACTION = re.compile(r'action="(/w/\w+/ballot/\d+/)"')
NONCE = re.compile(r'name="nonce" value="([^"]+)"')
MARK = re.compile(r'name="(mark-\d+)"')
HEADER = re.compile(r"^([a-z-]+): (.*?)\r$", re.M)
TURNOUT = re.compile(r'class="ws-count">(\d+)<')


class Link:
    """A kept-alive connection, one question at a time."""

    def __init__(self, port: int) -> None:
        self.port, self.turn = port, asyncio.Lock()
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(
        self, verb: str, path: str, headers: dict[str, str], content: str = ""
    ) -> tuple[int, str, str]:
        """Status, ETag and body; raises OSError where the server goes away."""
        async with self.turn:
            self.streams = self.streams or await asyncio.open_connection("127.0.0.1", self.port)
            reader, writer = self.streams
            length = {"Content-Length": str(len(content))} if verb == "POST" else {}
            lines = "".join(f"{name}: {value}\r\n" for name, value in (headers | length).items())
            writer.write(f"{verb} {path} HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n{content}".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            status, found = int(head[9:12]), dict(HEADER.findall(head.lower()))
            body = b"" if status in (204, 304) else await _body(reader, found)
            return status, found.get("etag", ""), body.decode()


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    """A body of known length or in chunks."""
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    pieces = []
    while size := int(await reader.readline(), 16):
        pieces.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(pieces)


@dataclass
class Hall:
    """The order, and all that is measured."""

    order: dict[str, Any]
    dice: random.Random
    begins: float = 0.0  # when ballots may be sent; 0 while nobody has one
    sent: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    shown: list[tuple[float, float, int]] = field(default_factory=list)
    parts: list[float] = field(default_factory=list)
    polls: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    async def timed(self, into: list[float], *question: Any) -> tuple[int, str, str]:
        """A phone's question, its status counted and its seconds kept."""
        start = time.monotonic()
        link, *rest = question
        answer = await link.ask(*rest)
        into.append(time.monotonic() - start)
        self.statuses[answer[0]] += 1
        return answer


async def main() -> None:
    """Runs the order from the standard input."""
    order = json.loads(sys.stdin.readline())
    hall = Hall(order, random.Random(order["seed"]))
    start = time.monotonic()
    asked = [asyncio.Event() for _seat in order["seats"]]
    followers = [
        asyncio.create_task(phone(hall, seat, event))
        for seat, event in zip(order["seats"], asked, strict=True)
    ]
    followers.append(asyncio.create_task(projector(hall)))
    await _unless_broken(followers, [event.wait() for event in asked])
    print("ready", flush=True)
    begun, cpu = time.monotonic(), time.process_time()
    while time.monotonic() - start < order["window"] + PATIENCE:
        await asyncio.sleep(0.1)
        if broken := [one for one in followers if one.done()]:
            broken[0].result()
        if hall.shown and hall.shown[-1][2] == len(hall.answered) == len(order["seats"]):
            break
    told = {
        "seconds": time.monotonic() - begun, "cpu": time.process_time() - cpu, "sent": hall.sent, "answered": hall.answered,
        "shown": hall.shown, "parts": hall.parts, "polls": hall.polls, "statuses": hall.statuses,
    }  # fmt: skip
    print(json.dumps(told), flush=True)
    for one in followers:
        one.cancel()


async def _unless_broken(followers: list[asyncio.Task[None]], waits: list[Coroutine[Any, Any, Any]]) -> None:
    """Waits, unless somebody who follows the hall fails first; then raises what failed."""
    whole = asyncio.gather(*waits)
    await asyncio.wait([whole, *followers], timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    for one in followers:
        if one.done():
            one.result()
    if not whole.done():
        raise TimeoutError("not every phone was answered")


async def phone(hall: Hall, seat: str, asked: asyncio.Event) -> None:
    """Follows the hall, and votes once when there is a ballot."""
    link, known = Link(hall.order["port"]), ""
    await asyncio.sleep(hall.dice.uniform(0, EVERY))
    votes = None
    while True:
        status, tag, _body = await hall.timed(
            hall.polls, link, "GET", hall.order["pulse"], {"If-None-Match": known} if known else {}
        )
        if status == 200:
            _status, _tag, page = await hall.timed(hall.parts, link, "GET", seat, PART)
            known = tag
            if ACTION.search(page) and not votes:
                votes = asyncio.create_task(vote(hall, link, page))
        asked.set()
        await asyncio.sleep(EVERY * hall.dice.uniform(0.85, 1.15))


async def vote(hall: Hall, link: Link, page: str) -> None:
    """Marks two options and sends the ballot; a window begins a little after the first phone has its ballot."""
    hall.begins = hall.begins or time.monotonic() + 1.3 * EVERY
    await asyncio.sleep(max(0, hall.begins + hall.dice.uniform(0, hall.order["window"]) - time.monotonic()))
    action, nonce, names = ACTION.search(page), NONCE.search(page), sorted(set(MARK.findall(page)))
    if action is None or nonce is None:
        raise RuntimeError("there is no ballot on the page")
    body = urlencode({"nonce": nonce[1], **dict(zip(hall.dice.sample(names, 2), ("7", "3"), strict=True))})
    sent = time.monotonic()
    status, _tag, text = await link.ask("POST", action[1], SENT, body)
    hall.statuses[status] += 1
    if status not in (204, 302):
        raise RuntimeError(f"a ballot was answered {status}: {text[:300]}")
    hall.sent.append(sent)
    hall.answered.append(time.monotonic())


async def projector(hall: Hall) -> None:
    """Asks for the screen each second, as long as it looks the same with 304."""
    link, known, turnout = Link(hall.order["port"]), "", 0
    while True:
        asked = time.monotonic()
        headers = PART | ({"If-None-Match": known} if known else {})
        status, tag, page = await link.ask("GET", hall.order["screen"], headers)
        hall.statuses[status] += 1
        if status == 200:
            known, found = tag, TURNOUT.search(page)
            turnout = int(found[1]) if found else 0
        hall.shown.append((asked, time.monotonic(), turnout))
        await asyncio.sleep(SCREEN_EVERY * hall.dice.uniform(0.85, 1.15))


if __name__ == "__main__":
    asyncio.run(main())
