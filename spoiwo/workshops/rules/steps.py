"""What a step of each kind asks for, what it can continue, and the order of steps."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from spoiwo.workshops.rules.ballots import Method
from spoiwo.workshops.rules.states import Grouping, IdeaStyle, Naming, SheetForm, StepKind

Item = TypeVar("Item")
UNUSED: Mapping[str, Any] = {
    "form": "",
    "grouping": "",
    "themes": (),
    "style": IdeaStyle.ALONE,
    "naming": Naming.ANONYMOUS,
    "is_moderated": True,
    "method": "",
    "budget": 10,
    "seats": 4,
}
"""What a step says of everything that its kind has no use for."""

USES: Mapping[str, tuple[str, ...]] = {
    StepKind.SHEETS: ("form", "grouping", "themes"),
    StepKind.IDEAS: ("style", "naming", "is_moderated"),
    StepKind.VOTE: ("method", "budget", "seats"),
}
"""What a step of that kind asks for besides title, time and task."""

NEEDS: Mapping[str, tuple[str, ...]] = {
    StepKind.SHEETS: ("form", "grouping"),
    StepKind.IDEAS: ("style", "naming"),
    StepKind.VOTE: ("method", "seats"),
}
"""What a step of that kind cannot do without."""

TAKES: Mapping[str, frozenset[StepKind]] = {
    StepKind.SHEETS: frozenset({StepKind.SHEETS, StepKind.IDEAS, StepKind.CARDS}),
    StepKind.IDEAS: frozenset({StepKind.SHEETS, StepKind.IDEAS}),
    StepKind.SCREENING: frozenset({StepKind.SHEETS}),
    StepKind.VOTE: frozenset({StepKind.SHEETS, StepKind.SCREENING}),
    StepKind.CARDS: frozenset({StepKind.VOTE, StepKind.CARDS}),
}
"""What a step of that kind can continue; a talk or recap continues anything that leaves something."""


def settled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a step; what its kind has no use for, and what was left open, is as in every step."""
    used = USES.get(fields["kind"], ())
    given = {name: value for name, value in fields.items() if name not in UNUSED}
    given |= {
        name: value if fields.get(name) is None or name not in used else fields[name]
        for name, value in UNUSED.items()
    }
    return given | {"themes": list(given["themes"])}


def missing(fields: Mapping[str, Any]) -> list[str]:
    """Names of the fields that a step of this kind needs and has not."""
    wanted = list(NEEDS.get(fields["kind"], ()))
    if fields["kind"] == StepKind.SHEETS and fields.get("grouping") == Grouping.THEME:
        wanted.append("themes")
    if fields["kind"] == StepKind.VOTE and fields.get("method") == Method.POINTS:
        wanted.append("budget")
    return [name for name in wanted if not fields.get(name)]


def can_continue(kind: str, source_kind: str, source_form: str = "") -> bool:
    """Whether a step of `kind` has use for what a step of `source_kind` leaves; a vote wants proposals, not other sheets."""
    if source_kind == StepKind.TALK:
        return False
    if kind in (StepKind.SCREENING, StepKind.VOTE) and source_kind == StepKind.SHEETS:
        return source_form == SheetForm.PROPOSAL
    return kind == StepKind.TALK or source_kind in TAKES[kind]


def moved(items: Sequence[Item], item: Item, places: int) -> list[Item]:
    """The same items with one of them that many places further; at an end it stays."""
    rest = [one for one in items if one != item]
    place = min(max(items.index(item) + places, 0), len(rest))
    return [*rest[:place], item, *rest[place:]]
