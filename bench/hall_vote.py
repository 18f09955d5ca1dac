"""Job `hall-vote`: a hall of 300 phones votes while a projector follows, and nothing may be lost or counted twice."""

import json
import statistics
import subprocess
import sys
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from bench.figures import Figure, Rule
from bench.hall_processes import cpu_of
from bench.hall_world import BUDGET, World, make_world
from bench.house import PARTNERSHIP, ROOT, House
from bench.servers import PAGE, PORT, Server
from spoiwo.kit.actor import SYSTEM
from spoiwo.workshops.actions.votes import close_vote, open_vote
from spoiwo.workshops.models import Ballot, Cast, Vote

PHONES = 300
# name → seconds within which all cast, how often it is done
WINDOWS = {"spread": (20.0, 1), "burst": (1.0, 3)}


def measure(house: House) -> list[Figure]:
    """From sending a ballot until the projector shows it, and the CPU of everything that `spoiwo start` runs."""
    path = house.copy(house.examples, "hall-vote")
    figures: list[Figure] = []
    with house.database(path), _started(house, path) as server:
        for name, (window, rounds) in WINDOWS.items():
            runs = [_run(server, window, seed) for seed in range(rounds)]
            figures += _figures(name, window, runs)
    return figures


def _started(house: House, path: Any) -> Server:
    """`spoiwo start`, web server and worker; its welcome is not for this program's output."""
    command = [sys.executable, "-m", "spoiwo", "start", "--no-demo", "--port", PORT]
    return Server(["sh", "-c", 'exec "$@" > /dev/null', "sh", *command], house.environment_on(path), PAGE)


def _run(server: Server, window: float, seed: int) -> dict[str, Any]:
    """One vote; raises RuntimeError where a ballot was lost, doubled, or shown too late to be true."""
    world = make_world(PARTNERSHIP, PHONES)
    connection.close()
    order = {
        "port": server.port, "window": window, "seed": seed,
        "pulse": reverse("workshops:pulse", args=[world.hall.pulse]),
        "screen": reverse("workshops:screen", args=[world.hall.screen_secret]),
        "seats": [reverse("workshops:seat", args=[code]) for code in world.codes],
    }  # fmt: skip
    command = [sys.executable, "-m", "bench.hall_phones"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as phones:
        try:
            _say(phones, order)
            used = cpu_of(server.process.pid)
            open_vote(world.vote, by=SYSTEM, at=timezone.now())
            connection.close()
            told = json.loads(_line(phones))
            told["server_cpu"] = cpu_of(server.process.pid) - used
        finally:
            phones.kill()
    _demand_all(world)
    return told | _waits(told)


def _say(phones: subprocess.Popen[str], order: dict[str, Any]) -> None:
    if phones.stdin is None:
        raise RuntimeError("the phones do not listen")
    phones.stdin.write(json.dumps(order) + "\n")
    phones.stdin.flush()
    if _line(phones) != "ready\n":
        raise RuntimeError("the phones did not begin")


def _line(phones: subprocess.Popen[str]) -> str:
    return phones.stdout.readline() if phones.stdout else ""


def _demand_all(world: World) -> None:
    """Each slip has one ballot, and the count knows all of them."""
    casts = Cast.objects.filter(vote=world.vote)
    close_vote(world.vote, by=SYSTEM, at=timezone.now())
    results = Vote.objects.get(pk=world.vote.pk).results
    found = {
        "marks of having voted": casts.count(),
        "slips that voted": casts.values("slip").distinct().count(),
        "ballots": Ballot.objects.filter(vote=world.vote).count(),
        "counted": results["ballots"],
        "points": sum(total for _option, total, _rank in results["standings"]) / BUDGET,
    }
    if set(found.values()) != {PHONES}:
        raise RuntimeError(f"of {PHONES} ballots: {found}")


def _waits(told: dict[str, Any]) -> dict[str, list[float]]:
    """Seconds from sending, and from the answer, until the projector had been answered with a turnout that has the ballot.

    Counted is the first answer the projector asked for after the ballot was acknowledged: an upper bound, since an earlier
    one may have had it. A turnout below what was acknowledged by then is a lost ballot.
    """
    pairs = sorted(zip(told["answered"], told["sent"], strict=True))
    since_sent, since_answer = [], []
    for number, (answered, sent) in enumerate(pairs, 1):
        seen, turnout = next(
            ((end, count) for asked, end, count in told["shown"] if asked >= answered), (None, 0)
        )
        if seen is None or turnout < number:
            raise RuntimeError(f"the projector shows {turnout} ballots when {number} are in")
        since_sent.append(seen - sent)
        since_answer.append(seen - answered)
    return {"since_sent": since_sent, "since_answer": since_answer}


def _figures(name: str, window: float, runs: list[dict[str, Any]]) -> list[Figure]:
    sent = [value for run in runs for value in run["since_sent"]]
    answered = [value for run in runs for value in run["since_answer"]]
    taken = [b - a for run in runs for a, b in zip(run["sent"], run["answered"], strict=True)]
    polls, parts = ([value for run in runs for value in run[kind]] for kind in ("polls", "parts"))
    cores = [run["server_cpu"] / run["seconds"] for run in runs]
    bad = sum(count for run in runs for status, count in run["statuses"].items() if int(status) >= 500)
    votes = f"{PHONES} phones follow and vote within {window:g} s, {len(runs)} ×"
    notes = (
        f"median {statistics.median(sent):.2f} s; from the answer to the ballot: median {statistics.median(answered):.2f} s, "
        f"p99 {_p99(answered):.2f} s; the projector asks each second",
        f"a ballot was acknowledged in {_ms(taken)}, a pulse in {_ms(polls)}, a part of the page when the vote opened "
        f"in {_ms(parts)}",
        f"every ballot counted once; answers of 500 and above: {bad}; the client used "
        f"{max(run['cpu'] / run['seconds'] for run in runs):.0%} of a core",
    )
    samples = {"since_sent": sent, "since_answer": answered}
    return [
        Figure(
            f"hall-vote-{name}", f"{votes}: p99 from sending a ballot until the projector shows it", "s",
            _p99(sent), None, Rule.VALUE_AT_MOST, 2, notes, samples,
        ),
        Figure(
            f"hall-cpu-{name}", f"{votes}: CPU of all processes of `spoiwo start` by the seconds it lasted, the worst run",
            "cores", max(cores), None, Rule.VALUE_AT_MOST, 1, (f"each run: {', '.join(f'{one:.2f}' for one in cores)}",),
            {"cores": cores},
        ),
    ]  # fmt: skip


def _p99(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[-1]


def _ms(values: list[float]) -> str:
    return f"{statistics.median(values) * 1000:.0f} ms (p99 {_p99(values) * 1000:.0f})"
