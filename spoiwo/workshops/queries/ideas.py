"""Ideas as participants, the projector and those who look at them first see them."""

from uuid import uuid4

from django.urls import reverse

from spoiwo.workshops.models import Hall, Line, Slip, Step
from spoiwo.workshops.models.sheets import LineQuerySet
from spoiwo.workshops.queries.stages import Stage
from spoiwo.workshops.queries.voices import balance_of, sector_words
from spoiwo.workshops.rules.similar import Similar
from spoiwo.workshops.rules.states import IdeaStyle, LineState

A_FEW = 3
ON_SCREEN = 6


def ideas_of(step: Step) -> LineQuerySet:
    """Ideas of the step that stand, newest last: shown, waiting and held back, without joined and struck ones."""
    gone = (LineState.MERGED, LineState.STRUCK)
    return Line.objects.filter(step=step, sheet=None).exclude(state__in=gone).select_related("table")


def near_ideas(step: Step, text: str, *, but: Slip | None = None) -> list[Line]:
    """Shown ideas that say nearly the same, the nearest first; empty where people see only their own."""
    if step.style == IdeaStyle.ALONE:
        return []
    rows = {line.pk: line for line in ideas_of(step).shown() if but is None or line.slip_id != but.pk}
    index = Similar((pk, line.text) for pk, line in rows.items())
    return [rows[near.key] for near in index.near(text)]


def clusters_of(step: Step) -> list[list[Line]]:
    """Ideas that say nearly the same, group by group, for a person to join or to leave apart."""
    rows = {line.pk: line for line in ideas_of(step).exclude(state=LineState.HELD_BACK)}
    found = Similar((pk, line.text) for pk, line in rows.items()).clusters()
    return [[rows[key] for key in sorted(cluster.keys)] for cluster in found]


def seat_stage(hall: Hall, step: Step, slip: Slip) -> Stage:
    """On a phone: writing an idea, one's own ideas, and of others' as many as the style of the step lets see."""
    own = ideas_of(step).filter(slip=slip)
    others: list[Line] = []
    if step.style == IdeaStyle.SUGGESTIONS:
        others = list(ideas_of(step).shown().exclude(slip=slip).order_by("?")[:A_FEW])
    elif step.style == IdeaStyle.OPEN:
        others = list(ideas_of(step).shown().exclude(slip=slip).order_by("-pk")[:50])
    return Stage(
        "workshops/guest/_ideas.html",
        {
            "own": own,
            "others": others,
            "nonce": uuid4(),
            "near": reverse("workshops:seat_near", args=[slip.code]) if step.style != IdeaStyle.ALONE else "",
        },
    )


def screen_stage(hall: Hall, step: Step) -> Stage:
    """On the screen: how many ideas there are, and the newest of those that are shown."""
    shown = ideas_of(step).shown()
    facts = {"count": shown.count(), "lines": list(shown.order_by("-pk")[:ON_SCREEN])}
    return Stage("workshops/screen/_ideas.html", facts)


def panel_stage(step: Step) -> Stage:
    """For the facilitator: what waits for a look, whose voices were heard, the way to looking."""
    rows = ideas_of(step)
    heard = balance_of(step)
    facts = {
        "waiting": rows.filter(state=LineState.WAITING).count(),
        "shown": rows.filter(state=LineState.SHOWN).count(),
        "balance": heard,
        "sectors": [(sector_words(share.name), share.percent) for share in heard.sectors],
    }
    return Stage("workshops/panel/_ideas.html", facts)
