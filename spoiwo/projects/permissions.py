"""What a person may do with concept cards; proved equal to the queries by this room's tests."""

from spoiwo.kit.actor import Actor, Role
from spoiwo.projects.rules import IN_PROGRAMME, CardState

INSIDERS = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR, Role.PARTNER, Role.REGIONAL_OFFICER})
EDITORS = frozenset({Role.COORDINATOR, Role.FACILITATOR})


def house_verbs(actor: Actor) -> set[str]:
    """Verbs that need no card: beginning one."""
    return {"start"} if actor.is_admin or actor.partnerships_as(*EDITORS) else set()


def card_verbs(actor: Actor, *, partnership_id: int, is_public: bool, state: str) -> set[str]:
    """Verbs over one card. `is_public`: it has a public page, which shows nobody's contacts."""
    can: set[str] = {"view"} if is_public and state in IN_PROGRAMME else set()
    if actor.is_admin or actor.has(partnership_id, *INSIDERS):
        can |= {"view", "view_contacts"}
    if actor.is_admin or actor.has(partnership_id, *EDITORS):
        can |= {"advance"}
        can |= {"edit"} if state != CardState.DROPPED else set()
        can |= {"write"} if state == CardState.DRAFT else set()
    if state in IN_PROGRAMME and (actor.is_admin or actor.has(partnership_id, Role.COORDINATOR)):
        can |= {"publish"}
    return can


def project_verbs(actor: Actor, *, partnership_id: int, is_public: bool) -> set[str]:
    """Verbs over one project; what is published shows nobody's contacts."""
    can: set[str] = {"view"} if is_public else set()
    if actor.is_admin or actor.has(partnership_id, *INSIDERS):
        can |= {"view"}
    if actor.is_admin or actor.has(partnership_id, *EDITORS):
        can |= {"edit"}
    return can | ({"publish"} if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR) else set())
