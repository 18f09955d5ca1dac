"""What a person may do with contests; proved equal to the queries by the house tests."""

from collections.abc import Collection

from spoiwo.contests.rules.states import JURY, OFFICE, EditionState, MemberKind, is_past
from spoiwo.kit.actor import Actor, Role

KEEPERS = frozenset({Role.COORDINATOR, Role.CONTEST_SECRETARY})
INSIDERS = KEEPERS | {Role.DIRECTOR, Role.REGIONAL_OFFICER}


def house_verbs(actor: Actor) -> set[str]:
    """Verbs that need no record: founding a contest."""
    return {"found"} if actor.is_admin or actor.partnerships_as(*KEEPERS) else set()


def contest_verbs(actor: Actor, *, partnership_id: int) -> set[str]:
    """Verbs over a contest as such: its name, and beginning an edition."""
    return {"view", "edit"} if actor.is_admin or actor.has(partnership_id, *KEEPERS) else {"view"}


def edition_verbs(
    actor: Actor,
    *,
    partnership_id: int,
    state: str,
    kinds: Collection[str] = frozenset(),
    is_blind: bool = True,
) -> set[str]:
    """Verbs over one edition. `kinds`: what the actor is in it (`MemberKind`).

    `manage` is the secretary's desk; `check` the formal check; `read_entries` names and texts of entries as they came;
    `judge` scoring what was assigned; `see_result` the ranking; `deliberate` the sitting and the verdict. Over single
    entries all of these give way to the person's own conflicts of interest (`Entry.objects.visible_to`), and whoever judges
    a blind edition does nothing of the office's until the result is sealed: the desk would tell whose entry is whose.
    """
    is_keeper = actor.is_admin or actor.has(partnership_id, *KEEPERS) or MemberKind.SECRETARY in kinds
    can: set[str] = (
        {"view"} if is_past(state, EditionState.OPEN) or state == EditionState.CALLED_OFF else set()
    )
    if is_keeper or kinds or actor.has(partnership_id, *INSIDERS):
        can |= {"view"}
    if is_keeper:
        can |= {"manage", "read_entries", "check"}
    if not OFFICE.isdisjoint(kinds):
        can |= {"read_entries", "check"}
    if not JURY.isdisjoint(kinds):
        can |= {"judge"}
    if is_blind and not JURY.isdisjoint(kinds) and not is_past(state, EditionState.SEALED):
        is_keeper, can = False, can - {"manage", "read_entries", "check"}
    if is_past(state, EditionState.DELIBERATION):
        can |= _of_the_commission(kinds, is_keeper=is_keeper)
    return can


def _of_the_commission(kinds: Collection[str], *, is_keeper: bool) -> set[str]:
    can: set[str] = set()
    if is_keeper or not JURY.isdisjoint(kinds):
        can |= {"see_result"}
    if is_keeper or MemberKind.CHAIR in kinds:
        can |= {"deliberate"}
    return can
