"""Whose voices a step has heard: how many from each office and each sector."""

from collections import Counter
from typing import Any

from spoiwo.register.labels import SECTOR_LABELS
from spoiwo.register.rules import Sector
from spoiwo.workshops.models import Line, Step
from spoiwo.workshops.rules.states import LineState
from spoiwo.workshops.rules.voices import Balance, Voice, balance


def voices_of(step: Step) -> dict[str, Any]:
    """What is kept of the voices of a step when it is closed: office, sector and number, without anybody's name.

    Once kept they are given as they are, because nameless ideas then have no author any more.
    """
    if step.voices:
        return step.voices
    rows = Line.objects.filter(step=step, sheet=None).exclude(state=LineState.STRUCK).exclude(slip=None)
    counts: Counter[tuple[str, str]] = Counter()
    for office, sector, own in rows.values_list(
        "slip__attendee__organisation_name", "slip__attendee__sector", "slip__sector"
    ):
        counts[office or "", sector or own or ""] += 1
    return {"voices": [[office, sector, number] for (office, sector), number in sorted(counts.items())]}


def balance_of(step: Step) -> Balance:
    """How the voices of the step are spread over offices and sectors."""
    return balance(Voice(*row) for row in voices_of(step).get("voices", ()))


def sector_words(name: str) -> str:
    """A sector in words."""
    return str(SECTOR_LABELS.get(Sector(name), name)) if name in set(Sector) else name
