"""Whose voices a step has heard: how many from each office and each sector."""

from collections import Counter
from typing import Any

from spoiwo.workshops.models import Line, Step
from spoiwo.workshops.rules.states import LineState


def voices_of(step: Step) -> dict[str, Any]:
    """Counts of lines by office and by sector of those who wrote them; `unknown` where a slip says neither.

    Once the step is closed the kept counts are given, because nameless ideas then have no author any more.
    """
    if step.voices:
        return step.voices
    rows = Line.objects.filter(step=step, sheet=None).exclude(state=LineState.STRUCK).exclude(slip=None)
    offices: Counter[str] = Counter()
    sectors: Counter[str] = Counter()
    unknown = 0
    for office, sector, own in rows.values_list(
        "slip__attendee__organisation_name", "slip__attendee__sector", "slip__sector"
    ):
        offices[office] += 1 if office else 0
        sectors[sector or own] += 1 if sector or own else 0
        unknown += not (office or sector or own)
    return {
        "offices": {name: count for name, count in offices.items() if count},
        "sectors": {name: count for name, count in sectors.items() if count},
        "unknown": unknown,
    }
