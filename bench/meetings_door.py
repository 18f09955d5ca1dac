"""Job `check-in`: 1,000 tickets over HTTP by one station and by eight, beside a bare view with one INSERT."""

import json
import os
import sqlite3
import statistics
import subprocess
import sys
from itertools import count
from uuid import uuid4

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from bench.figures import Figure, Rule, by_turns
from bench.house import PARTNERSHIP, ROOT, House
from bench.meetings_bare import TABLE
from bench.servers import Server, command_like, our_server
from spoiwo.meetings.models import Attendee, Meeting, Scan, Station
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.meetings.rules.states import MeetingState, Outcome, Presence
from spoiwo.partnerships.models import Partnership

TICKETS = 1_000
STATIONS = (1, 8)
ROUNDS = 5
_numbers = count(1)


def measure(house: House) -> list[Figure]:
    """The 95th percentile of an upload; both servers are up, only one is asked at a time."""
    path = house.copy(house.examples, "door")
    with our_server(house, path) as mine, _bare_server(house, mine) as bare:
        return [_figure(house, mine, bare, stations) for stations in STATIONS]


def _figure(house: House, mine: Server, bare: Server, stations: int) -> Figure:
    halves: dict[str, list[float]] = {"ours": [], "bare": []}

    def ours() -> float:
        with house.database(house.folder / "door.sqlite3"):
            return _told(halves["ours"], _check_in(mine.port, stations))

    def reference() -> float:
        bodies = [_body(code) for code in new_codes(TICKETS, os.urandom)]
        return _told(halves["bare"], _upload(bare.port, ["/scans/"] * stations, bodies)["spent"])

    spent, reference_spent, samples = by_turns(ours, reference, rounds=ROUNDS)
    usual = {name: statistics.median(values) for name, values in halves.items()}
    notes = (
        f"median {usual['ours']:.2f} ms beside {usual['bare']:.2f} ms; every ticket counted once, also when all were "
        "uploaded a second time",
    )
    who = "one station" if stations == 1 else f"{stations} stations at once"
    what = f"95th percentile of a check-in over HTTP, {TICKETS:,} tickets by {who}, beside a bare view with one INSERT"
    return Figure(
        f"check-in-{stations}", what, "ms", spent, reference_spent, Rule.RATIO_AT_MOST, 2.5, notes, samples
    )


def _check_in(port: int, stations: int) -> list[float]:
    """Milliseconds of each upload at a meeting of its own; raises RuntimeError where anybody was counted wrongly."""
    meeting, codes = _meeting()
    opened = Station.objects.bulk_create(
        Station(meeting=meeting, name=f"Wejście {number}", secret=uuid4().hex) for number in range(stations)
    )
    paths = [reverse("meetings:station_scans", args=[station.secret]) for station in opened]
    bodies = [_body(code) for code in codes]
    connection.close()  # nothing of ours holds the file while the stations work
    done = _upload(port, paths, bodies)
    _demand(
        [_result(answer)["outcome"] for answer in done["answers"]] == [Outcome.ADMITTED] * TICKETS, "admitted"
    )
    before = _state(meeting)
    again = _upload(port, paths, bodies)
    _demand(all(_result(answer)["repeat"] for answer in again["answers"]), "repeated")
    _demand(before == _state(meeting), "unchanged by the second upload")
    _demand(len(before) == TICKETS and {row[1] for row in before} == {Presence.PRESENT}, "present")
    nonces = sorted(json.loads(body)["scans"][0]["nonce"] for body in bodies)
    _demand(
        sorted(Scan.objects.filter(meeting=meeting).values_list("nonce", flat=True)) == nonces,
        "recorded once",
    )
    return done["spent"]


def _meeting() -> tuple[Meeting, list[str]]:
    """A meeting under way with its tickets."""
    now, number = timezone.now(), next(_numbers)
    meeting = Meeting.objects.create(
        partnership=Partnership.objects.get(slug=PARTNERSHIP),
        title=f"Spotkanie {number}",
        state=MeetingState.ANNOUNCED,
        starts_at=now,
        ends_at=now + timezone.timedelta(hours=4),
    )
    codes = new_codes(TICKETS, os.urandom)
    Attendee.objects.bulk_create(
        Attendee(meeting=meeting, given_name="Jan", family_name=f"Kowalski {place}", code=code)
        for place, code in enumerate(codes)
    )
    return meeting, codes


def _body(code: str) -> str:
    return json.dumps({"scans": [{"nonce": str(uuid4()), "code": code, "at": timezone.now().isoformat()}]})


def _upload(port: int, paths: list[str], bodies: list[str]) -> dict[str, list]:
    order = json.dumps({"port": port, "paths": paths, "bodies": bodies})
    command = [sys.executable, "-m", "bench.meetings_client"]
    done = subprocess.run(
        command, cwd=ROOT, input=order, stdout=subprocess.PIPE, text=True, check=True, timeout=120
    )
    return json.loads(done.stdout)


def _told(halves: list[float], spent: list[float]) -> float:
    halves.append(statistics.median(spent))
    return statistics.quantiles(spent, n=20)[-1]


def _result(answer: str) -> dict:
    return json.loads(answer)["results"][0]


def _state(meeting: Meeting) -> list[tuple]:
    return list(meeting.attendees.order_by("pk").values_list("pk", "presence", "arrived_at"))


def _demand(is_so: bool, what: str) -> None:
    if not is_so:
        raise RuntimeError(f"not every ticket was {what}")


def _bare_server(house: House, like: Server) -> Server:
    """The bare project under the very command that `like` runs, on a file of its own with the same settings."""
    file = house.folder / "bare-door.sqlite3"
    with sqlite3.connect(file) as link:
        link.execute(TABLE)
    link.close()
    names = ("ENGINE", "OPTIONS", "CONN_MAX_AGE")
    database = {name: connection.settings_dict[name] for name in names} | {"NAME": str(file)}
    environment = {
        name: value for name, value in house.environment.items() if name != "DJANGO_SETTINGS_MODULE"
    }
    environment |= {"BENCH_DATABASE": json.dumps(database)}
    return Server(command_like(like, "bench.meetings_bare:application"), environment, "/")
