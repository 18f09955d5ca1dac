"""What a person may do with practices; proved equal to the queries by this room's tests."""

from spoiwo.kit.actor import Actor, Role
from spoiwo.practices.rules.states import UNDER_REVIEW, PracticeState

INSIDERS = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR, Role.PARTNER, Role.REGIONAL_OFFICER})
EDITORS = frozenset({Role.COORDINATOR, Role.FACILITATOR})
CHECKERS = frozenset({Role.REGIONAL_OFFICER})


def house_verbs(actor: Actor) -> set[str]:
    """Verbs that need no practice: beginning one, checking, keeping themes and the data counties are compared by."""
    can = {"start"} if actor.is_admin or actor.partnerships_as(*EDITORS) else set()
    can |= {"check"} if actor.is_admin or actor.partnerships_as(*CHECKERS) else set()
    return can | ({"load_data", "edit_terms"} if actor.is_admin else set())


def practice_verbs(actor: Actor, *, partnership_id: int, state: str, expert_id: int | None) -> set[str]:
    """Verbs over one practice. Nobody checks or judges what their own partnership wrote, an administrator apart."""
    is_published = state == PracticeState.PUBLISHED
    is_author = actor.has(partnership_id, *EDITORS)
    can: set[str] = {"view"} if is_published else set()
    if actor.is_admin or actor.has(partnership_id, *INSIDERS):
        can |= {"view", "view_reviews"}
    if (actor.is_admin or is_author) and state != PracticeState.WITHDRAWN:
        can |= {"edit"} if state in (PracticeState.DRAFT, PracticeState.PUBLISHED) else set()
    if actor.is_admin or is_author:
        can |= {"advance"}
    if state in UNDER_REVIEW and (actor.is_admin or (actor.partnerships_as(*CHECKERS) and not is_author)):
        can |= {"view", "view_reviews", "check" if state == PracticeState.FORMAL else "name_expert"}
    if actor.is_known and actor.user_id == expert_id and not is_author:
        can |= {"view", "view_reviews", "judge"} if state == PracticeState.EXPERT else set()
    if actor.is_admin and state == PracticeState.EXPERT:
        can |= {"judge"}
    if is_published and (actor.is_admin or actor.partnerships_as(*EDITORS)):
        can |= {"adopt"}
    return can


def adoption_verbs(actor: Actor, *, taker_id: int | None, giver_id: int) -> set[str]:
    """Verbs over one adoption: its taker writes it; the giver may take out what was reported without an account."""
    if actor.is_admin or (taker_id is not None and actor.has(taker_id, *EDITORS)):
        return {"edit", "remove"}
    return {"remove"} if taker_id is None and actor.has(giver_id, *EDITORS) else set()
