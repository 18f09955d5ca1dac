"""What a person may do with a partnership and its agreements; proved equal to the queries by the house tests."""

from spoiwo.kit.actor import STAFF, Actor, Role

INSIDERS = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR, Role.PARTNER, Role.REGIONAL_OFFICER})


def house_verbs(actor: Actor) -> set[str]:
    """Verbs that need no partnership: founding one is an administrator's or a coordinator's act."""
    if actor.is_admin or actor.partnerships_as(Role.COORDINATOR):
        return {"found"}
    return set()


def partnership_verbs(actor: Actor, *, partnership_id: int, is_public: bool) -> set[str]:
    """Verbs over one partnership."""
    can: set[str] = set()
    if is_public:
        can |= {"view"}
    if actor.roles.get(partnership_id) or actor.is_admin:
        can |= {"view"}
    if actor.is_admin or actor.has(partnership_id, *INSIDERS):
        can |= {"view_inside"}
    if actor.is_admin or actor.has(partnership_id, *STAFF):
        can |= {"view_people"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR, Role.DIRECTOR):
        can |= {"view_history", "view_letters"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR):
        can |= {"edit", "publish", "grant_roles", "add_agreement", "export", "hold_letters"}
    return can


def agreement_verbs(
    actor: Actor, *, partnership_id: int, is_public: bool, is_opened: bool, is_text_frozen: bool = True
) -> set[str]:
    """Verbs over one agreement. `is_opened`: the agreed text was laid out for signature."""
    can: set[str] = set()
    if (is_public and is_opened) or actor.roles.get(partnership_id) or actor.is_admin:
        can |= {"view", "download"}
    if actor.is_admin or actor.has(partnership_id, *INSIDERS):
        can |= {"view_inside"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR, Role.DIRECTOR):
        can |= {"view_files"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR):
        can |= {"edit", "add_party", "advance"}
        can |= {"record_act"} if is_opened else set()
        can |= {"amend"} if is_text_frozen else {"edit_text"}
    return can
