"""A programme: lines of text to points, times that follow one from another, what does not fit."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

USUAL_MINUTES = 15
DAY_MINUTES = 24 * 60

_CLOCK = r"(\d{1,2})[:.](\d{2})"
_LINE = re.compile(
    rf"^\s*(?:{_CLOCK}(?:\s*[-–—]\s*{_CLOCK})?|(\d{{1,3}})(?:\s*(?:min\b\.?|['′]))?(?=\s))?[\s|;,.:–—-]*(.+?)\s*$"
)
_DASH = re.compile(r"\s+[-–—]\s+")


class Misfit(StrEnum):
    """Why a point of the programme is worth a second look; two groups may well work at the same time."""

    OVERLAPS = "overlaps"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True)
class Row:
    """A point as typed: the time or the minutes may be missing."""

    title: str
    starts: dt.time | None = None
    minutes: int | None = None
    speaker: str = ""
    speaker_function: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point with its time and length."""

    title: str
    starts: dt.time
    minutes: int
    speaker: str = ""
    speaker_function: str = ""


def read_lines(text: str) -> list[Row]:
    """One row a line, empty lines left out: “10:00 Otwarcie – Jan Kowalski, starosta”, “10.00–10.15 Otwarcie”, “15 Przerwa”."""
    return [read_line(line) for line in text.splitlines() if line.strip()]


def read_line(line: str) -> Row:
    """Time or minutes, title, and after the last dash the speaker with the function.

    What stands after the dash is a speaker only if it looks like a name: two words with capitals before the comma. A
    line that begins with no number keeps its whole text; an hour that does not exist is read as part of the title.
    """
    found = _LINE.match(line)
    if not found:
        return Row(line.strip())
    hour, minute, until_hour, until_minute, length, rest = found.groups()
    starts, ends = _time(hour, minute), _time(until_hour, until_minute)
    if hour and starts is None:
        return Row(line.strip())
    minutes = int(length) if length else None
    if starts and ends and ends > starts:
        minutes = _minutes(ends) - _minutes(starts)
    title, speaker, function = _parted(rest)
    return Row(title, starts, minutes or None, speaker, function)


def timed(rows: Iterable[Row], begins: dt.time) -> list[Point]:
    """Points with times: one without a time begins when the one before it ends, one without a length lasts until the next.

    The first begins with the meeting unless it says otherwise. Where nothing tells the length it is a quarter of an hour.
    """
    known = list(rows)
    points: list[Point] = []
    free = _minutes(begins)
    for number, row in enumerate(known):
        starts = _minutes(row.starts) if row.starts else free
        minutes = row.minutes or _until_next(starts, known[number + 1 :])
        free = min(starts + minutes, DAY_MINUTES - 1)
        points.append(Point(row.title, _clock(starts), minutes, row.speaker, row.speaker_function))
    return points


def moved(points: Sequence[Point], begins: dt.time) -> list[Point]:
    """The same points at the same distances, the first one at `begins`; none passes the day's end."""
    if not points:
        return []
    shift = _minutes(begins) - _minutes(points[0].starts)
    return [replace(point, starts=_clock(max(0, _minutes(point.starts) + shift))) for point in points]


def misfits(points: Sequence[Point], begins: dt.time, ends: dt.time) -> dict[int, Misfit]:
    """What to point out at which point (by its index): outside the meeting's hours, or before the one before has ended."""
    found: dict[int, Misfit] = {}
    order = sorted(range(len(points)), key=lambda number: (points[number].starts, number))
    for before, after in pairwise(order):
        if _end(points[before]) > _minutes(points[after].starts):
            found[after] = Misfit.OVERLAPS
    for number, point in enumerate(points):
        if point.starts < begins:
            found[number] = Misfit.TOO_EARLY
        elif _end(point) > _minutes(ends):
            found[number] = Misfit.TOO_LATE
    return found


def ends_at(point: Point) -> dt.time:
    """When the point ends; the last minute of the day for one that lasts longer."""
    return _clock(_end(point))


def _end(point: Point) -> int:
    return _minutes(point.starts) + point.minutes


def _until_next(starts: int, following: Sequence[Row]) -> int:
    if following and (after := following[0].starts) and _minutes(after) > starts:
        return _minutes(after) - starts
    return USUAL_MINUTES


def _parted(text: str) -> tuple[str, str, str]:
    parts = _DASH.split(text)
    if len(parts) > 1:
        speaker, _comma, function = parts[-1].partition(",")
        if len([word for word in speaker.split() if word[:1].isupper()]) > 1:
            title = text[: list(_DASH.finditer(text))[-1].start()]
            return title, speaker.strip(), function.strip()
    return text, "", ""


def _time(hour: str | None, minute: str | None) -> dt.time | None:
    try:
        return dt.time(int(hour), int(minute)) if hour and minute else None
    except ValueError:
        return None


def _minutes(time: dt.time) -> int:
    return 60 * time.hour + time.minute


def _clock(minutes: int) -> dt.time:
    return dt.time(*divmod(min(minutes, DAY_MINUTES - 1), 60))
