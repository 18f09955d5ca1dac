"""Job `hall-pulse`: what a phone's question costs while nothing is new, and its page, beside a bare view with the same answer."""

import json
import subprocess
import sys
from http.client import HTTPConnection
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from bench.figures import Figure, Rule, by_turns
from bench.hall_processes import cpu_of
from bench.hall_world import make_world
from bench.house import PARTNERSHIP, ROOT, House
from bench.servers import Server, command_like, our_server
from spoiwo.kit.actor import SYSTEM
from spoiwo.workshops.actions.votes import open_vote

CONNECTIONS, SECONDS, ROUNDS = 8, 2.0, 5
KEPT = {"etag", "cache-control", "content-type", "content-length", "vary"}


def measure(house: House) -> list[Figure]:
    """Time per answer; both servers are up, only one is asked at a time."""
    path = house.copy(house.examples, "hall-pulse")
    with house.database(path):
        world = make_world(PARTNERSHIP, 1)
        open_vote(world.vote, by=SYSTEM, at=timezone.now())
        connection.close()
    pulse = reverse("workshops:pulse", args=[world.hall.pulse])
    seat = reverse("workshops:seat", args=[world.codes[0]])
    with our_server(house, path) as mine:
        return [
            _figure(
                house, mine, pulse, {}, 304,
                ("hall-pulse", "“is anything new?” of a phone, which it is not (304), beside a bare view that says so at once", 2),
            ),
            _figure(
                house, mine, seat, {"HX-Request": "true"}, 200,
                ("hall-seat", "a phone's part of the page with a ballot of 16 options, beside a bare view with the same bytes", None),
            ),
        ]  # fmt: skip


def _figure(
    house: House,
    mine: Server,
    path: str,
    headers: dict[str, str],
    status: int,
    told: tuple[str, str, float | None],
) -> Figure:
    name, what, target = told
    saved = _answer_of(mine, path, headers)
    file = house.folder / f"{name}.json"
    file.write_text(json.dumps(saved), encoding="utf-8")
    if "etag" in saved["headers"]:
        headers = headers | {"If-None-Match": saved["headers"]["etag"]}
    kept = {key: value for key, value in house.environment.items() if key != "DJANGO_SETTINGS_MODULE"}
    command = command_like(mine, "bench.hall_bare:application")
    busy: list[float] = []
    cpu: dict[str, list[float]] = {"ours": [], "bare": []}

    def spent(server: Server, at: str, whose: str) -> float:
        before = cpu_of(server.process.pid)
        order = {
            "port": server.port, "path": at, "headers": headers, "status": status,
            "connections": CONNECTIONS, "seconds": SECONDS,
        }  # fmt: skip
        found = _load(order)
        busy.append(found["cpu"] / found["seconds"])
        cpu[whose].append((cpu_of(server.process.pid) - before) / found["requests"] * 1000)
        return found["seconds"] / found["requests"] * 1000

    with Server(command, kept | {"BENCH_PAGE": str(file)}, "/") as bare:
        ours, reference, samples = by_turns(
            lambda: spent(mine, path, "ours"), lambda: spent(bare, "/", "bare"), rounds=ROUNDS
        )
    middle = {whose: sorted(values)[len(values) // 2] for whose, values in cpu.items()}
    notes = (
        f"CPU of the server for one answer {middle['ours']:.3f} ms beside {middle['bare']:.3f} ms: "
        f"{middle['ours'] / middle['bare']:.2f} ×; {len(saved['body'].encode()):,} bytes; "
        f"the client was busy {max(busy):.0%} of the time at most",
    )
    rule = Rule.INFORMATION if target is None else Rule.RATIO_AT_MOST
    return Figure(name, what, "ms", ours, reference, rule, target, notes, samples)


def _answer_of(server: Server, path: str, headers: dict[str, str]) -> dict[str, Any]:
    link = HTTPConnection("127.0.0.1", server.port, timeout=30)
    link.request("GET", path, headers=headers)
    answer = link.getresponse()
    body = answer.read().decode()
    link.close()
    if answer.status != 200:
        raise RuntimeError(f"{path} gave {answer.status}")
    found = {name.lower(): value for name, value in answer.getheaders() if name.lower() in KEPT}
    return {"headers": found | {"content-length": str(len(body.encode()))}, "body": body}


def _load(order: dict[str, Any]) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.hall_polls"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        input=json.dumps(order),
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS + 60,
    )
    return json.loads(done.stdout)
