"""What goes over into a new entry from a concept card or from an earlier entry. Plain Python."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spoiwo.contests.rules.states import FieldKind

# The texts of a card in the order they go into the questions; the last question takes all that is left.
PARTS = (
    ("aim", "actions", "goals"),
    ("problem", "needs", "target_group"),
    ("partners_note", "resources"),
    ("judged_by", "risks"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by what it is recognised by."""

    key: str
    kind: str
    label: str


def from_card(
    questions: Sequence[Asked], card: Mapping[str, str], labels: Mapping[str, str]
) -> dict[str, str]:
    """Key → text: the texts of a card under the longer questions, each below its own heading from `labels`.

    The first takes aim, actions and goals, the next the problem, the partners, what it is judged by; where the form has
    fewer questions the last one takes the rest, so that nothing of the card is lost.
    """
    places = [one.key for one in questions if one.kind == FieldKind.TEXT]
    if not places:
        return {}
    texts: dict[str, list[str]] = {}
    for order, names in enumerate(PARTS):
        place = places[min(order, len(places) - 1)]
        for name in names:
            if text := card.get(name, "").strip():
                texts.setdefault(place, []).append(f"{labels.get(name, name)}:\n{text}")
    return {key: "\n\n".join(parts) for key, parts in texts.items()}


def from_entry(
    questions: Iterable[Asked], earlier: Iterable[Asked], texts: Mapping[str, str], *, same_contest: bool
) -> dict[str, str]:
    """Key → text of the earlier entry where the question is the same: by its words, within a contest else by its key.

    Declarations are never carried over: they are given anew.
    """
    old = [one for one in earlier if one.kind != FieldKind.CONSENT and texts.get(one.key)]
    by_label = {(_bare(one.label), one.kind): one.key for one in old}
    by_key = {(one.key, one.kind): one.key for one in old} if same_contest else {}
    result: dict[str, str] = {}
    for one in questions:
        found = by_label.get((_bare(one.label), one.kind)) or by_key.get((one.key, one.kind))
        if found:
            result[one.key] = texts[found]
    return result


def _bare(label: str) -> str:
    return " ".join(label.casefold().split()).rstrip("?:. ")
