"""Ideas of single people: written with a slip, looked at before they are shown, joined where they say the same."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.workshops.actions.halls import touch
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Line, Slip, Step
from spoiwo.workshops.rules.states import LineState, Naming, SheetField, StepKind
from spoiwo.workshops.rules.writing import tidied

LONGEST = 500
MOST = 30
"""Ideas of one person in one step; more of them than that is no idea but a flood."""


@transaction.atomic
def add_idea(step: Step, slip: Slip, *, key: UUID, text: str, name: str = "") -> Line:
    """One idea; the same key again gives the same idea. Raises `Refused` with what is wrong and at which field."""
    Slip.objects.select_for_update().get(pk=slip.pk)
    if known := Line.objects.filter(step=step, sheet=None, key=key).first():
        return known
    text = tidied(text)
    if step.kind != StepKind.IDEAS or not step.is_open:
        raise Refused(_("Ideas are not being collected now. What you wrote is still here."), "text")
    if not text:
        raise Refused(_("Write your idea first."), "text")
    if len(text) > LONGEST:
        raise Refused(_("An idea can have at most %(most)d characters.") % {"most": LONGEST}, "text")
    if step.naming == Naming.NAME and not name.strip():
        raise Refused(_("In this step ideas are signed. Write your name."), "name")
    if Line.objects.filter(step=step, slip=slip).count() >= MOST:
        raise Refused(_("You have written %(most)d ideas. Leave some room for the others.") % {"most": MOST})
    return Line.objects.create(
        step=step,
        slip=slip,
        table=slip.table if step.naming != Naming.ANONYMOUS else None,
        key=key,
        field=SheetField.IDEAS,
        text=text,
        author=_author(step, slip, name),
        state=LineState.WAITING if step.is_moderated else LineState.SHOWN,
    )


def _author(step: Step, slip: Slip, name: str) -> str:
    if step.naming == Naming.NAME:
        return tidied(name)[:150]
    if step.naming == Naming.GROUP and slip.table:
        return slip.table.name
    return ""


@transaction.atomic
def take_back(step: Step, slip: Slip, key: UUID) -> None:
    """The author strikes an idea out while the step is open; one already joined with others stays."""
    row = Line.objects.select_for_update().filter(step=step, slip=slip, key=key).first()
    if row and step.is_open and row.state in (LineState.WAITING, LineState.SHOWN):
        row.state = LineState.STRUCK
        row.save(update_fields=["state"])


@transaction.atomic
def moderate(step: Step, keys: Iterable[int], state: LineState, *, by: Actor) -> int:
    """Shows ideas or holds them back; how many changed."""
    rows = Line.objects.filter(step=step, sheet=None, pk__in=list(keys))
    rows = rows.filter(state__in=(LineState.WAITING, LineState.SHOWN, LineState.HELD_BACK)).exclude(
        state=state
    )
    count = rows.update(state=state)
    if count:
        scope = step.meeting.partnership_id
        audit.record(Verb.LINES_MODERATED, step, by=by, scope=scope, count=count, state=str(state))
        touch(step.meeting_id)
    return count


@transaction.atomic
def merge_lines(step: Step, keys: Iterable[int], *, by: Actor, text: str = "") -> Line:
    """Joins ideas into one that says `text`; the joined ones stay, with the way to what they became.

    The first in time goes on. Raises `Refused` for fewer than two, or for ideas of another step.
    """
    wanted = set(keys)
    rows = list(Line.objects.select_for_update().filter(step=step, sheet=None, pk__in=wanted).order_by("pk"))
    rows = [row for row in rows if row.state in (LineState.WAITING, LineState.SHOWN)]
    if len(rows) < 2:
        raise Refused(_("Choose at least two ideas to join."))
    text = tidied(text) or rows[0].text
    if len(text) > LONGEST:
        raise Refused(_("An idea can have at most %(most)d characters.") % {"most": LONGEST}, "text")
    first = rows[0]
    joint = Line.objects.create(step=step, **_joint(rows, text))
    for row in rows:
        row.state, row.merged_into = LineState.MERGED, joint
        row.save(update_fields=["state", "merged_into"])
        trail.link(row, joint, "joined", by=by)
    scope = step.meeting.partnership_id
    audit.record(Verb.LINES_MERGED, step, by=by, scope=scope, lines=[row.pk for row in rows], first=first.pk)
    touch(step.meeting_id)
    return joint


def _joint(rows: list[Line], text: str) -> dict[str, Any]:
    authors = dict.fromkeys(row.author for row in rows if row.author)
    return {
        "key": uuid4(),
        "field": SheetField.IDEAS,
        "text": text,
        "author": ", ".join(authors)[:150],
        "state": LineState.SHOWN,
    }
