"""What a commission may decide: quorum, a counted vote, and what is missing before a result can be sealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class SealLack(StrEnum):
    """What is missing before the seal."""

    RANKING = "ranking"
    SITTING = "sitting"
    OPEN_SITTING = "open_sitting"
    QUORUM = "quorum"
    VERDICT = "verdict"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """A category before the seal: what the order proposes, what was awarded, and whether the commission said why."""

    proposed: Sequence[int]
    awarded: Sequence[int]
    no_award: bool
    has_reason: bool


def lacks_to_seal(
    *,
    ranking_is_true: bool,
    sittings: int,
    open_sittings: int,
    has_quorum: bool,
    categories: Sequence[CategoryFacts],
) -> list[SealLack]:
    """What keeps a result from being sealed, in the order in which it is done."""
    missing = {
        SealLack.RANKING: not ranking_is_true,
        SealLack.SITTING: not sittings,
        SealLack.OPEN_SITTING: bool(open_sittings),
        SealLack.QUORUM: bool(sittings) and not has_quorum,
        SealLack.VERDICT: any(not one.awarded and not one.no_award for one in categories),
        SealLack.REASON: any(needs_reason(one) and not one.has_reason for one in categories),
    }
    return [lack for lack, is_missing in missing.items() if is_missing]


def needs_reason(one: CategoryFacts) -> bool:
    """Whether the verdict departs from the order: other entries, more or fewer of them, or none although some are proposed."""
    return bool(one.proposed) and set(one.proposed) != set(one.awarded)


def refusal_of_counts(counts: Mapping[str, int], voters: int) -> str:
    """Why counts of a vote cannot be right: `negative`, `too_many`, `none`; empty where they can.

    `voters`: how many were present and allowed to vote. Blank slips are counted, so fewer slips than voters are possible.
    """
    if any(count < 0 for count in counts.values()):
        return "negative"
    total = sum(counts.values())
    if not total:
        return "none"
    return "too_many" if total > voters else ""
