"""Jobs of the web server: the public page signed out, memory of a web process, start to first page."""

import json
import subprocess
import sys
from pathlib import Path

from bench.figures import Figure, Rule, by_turns
from bench.house import ROOT, STAFF, House
from bench.servers import Server, bare_server, our_server

CONNECTIONS = 8
SECONDS = 3.0
PAGES = 50
MB = 1024


def measure_page(house: House) -> list[Figure]:
    """Requests per second; both servers are up, only one is asked at a time."""
    busy: list[float] = []

    def rate(server: Server) -> float:
        found = _load(server)
        busy.append(found["cpu"] / found["seconds"])
        return found["requests"] / found["seconds"]

    with our_server(house) as mine, bare_server(house, mine) as bare:
        bodies = mine.get(mine.page)[2], bare.get(bare.page)[2]
        if bodies[0] != bodies[1]:
            raise RuntimeError("the bare project does not answer with the same bytes")
        ours, reference, samples = by_turns(lambda: rate(mine), lambda: rate(bare), rounds=3)
    notes = [
        f"{len(bodies[0]):,} bytes, {CONNECTIONS} kept-alive connections from a process of its own, one web process",
        f"the client was busy {max(busy):.0%} of the time at most",
    ]
    if max(busy) > 0.9:
        notes.append("the client was the bottleneck: the reference may be faster than it seems")
    what = "public page of a partnership, signed out, beside a bare project with the same bytes"
    return [
        Figure(
            "public-page",
            what,
            "requests/s",
            ours,
            reference,
            Rule.RATIO_AT_LEAST,
            0.5,
            tuple(notes),
            samples,
        )
    ]


def _load(server: Server) -> dict[str, float]:
    command = [
        sys.executable,
        "-m",
        "bench.client",
        str(server.port),
        server.page,
        str(CONNECTIONS),
        str(SECONDS),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=SECONDS + 30)
    return json.loads(done.stdout)


def measure_memory(house: House) -> list[Figure]:
    """Resident memory of the process that answers, after 50 different pages of a signed-in coordinator."""
    from bench.asking import sign_in
    from bench.tour import addresses
    from spoiwo.accounts.models import User

    with house.database(house.filled):
        cookie = f"sessionid={sign_in(User.objects.get(email=STAFF))}"
        pages = addresses(PAGES)
    with our_server(house, house.filled) as mine, bare_server(house, mine) as bare:
        at_first = resident(mine.web_process)
        for page in pages:
            status, _headers, _body = mine.get(page, cookie)
            if status != 200:
                raise RuntimeError(f"{page} gave {status}")
        for _page in pages:
            bare.get("/")
        after, shared = resident(mine.web_process), resident(mine.web_process, "Pss")
        supervisor, reference = resident(mine.process.pid), resident(bare.web_process)
    notes = (
        f"{at_first:.0f} MB after the first page; {shared:.0f} MB where shared pages count once (PSS); "
        f"the process that watches over it {supervisor:.0f} MB",
    )
    what = f"memory (RSS) of one web process after {PAGES} different pages, 10,000 organisations"
    return [Figure("memory", what, "MB", after, reference, Rule.VALUE_AT_MOST, 120, notes)]


def resident(pid: int, kind: str = "Rss") -> float:
    """Memory of a process in MB; needs /proc."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith(f"{kind}:"):
            return int(line.split()[1]) / MB
    raise RuntimeError(f"no {kind} of {pid}")


def measure_start(house: House) -> list[Figure]:
    """From the start of the process to the first whole page."""
    with our_server(house) as mine:
        bare = bare_server(house, mine)

    def start(server: Server) -> float:
        with server:
            return server.seconds_until_first_page

    def ours() -> float:
        return start(our_server(house))

    def reference() -> float:
        return start(Server(bare.command, bare.environment, bare.page))

    mine_at, bare_at, samples = by_turns(ours, reference, rounds=5)
    what = "start to first page: `spoiwo serve` and the public page, beyond a bare project"
    return [Figure("cold-start", what, "s", mine_at, bare_at, Rule.EXTRA_AT_MOST, 1.2, (), samples)]
