"""What a person may do with workshops; proved equal to the queries by the house tests."""

from spoiwo.kit.actor import Actor, Role

INSIDERS = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR, Role.PARTNER, Role.REGIONAL_OFFICER})
PEOPLE_READERS = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR})
LEADERS = frozenset({Role.COORDINATOR, Role.FACILITATOR})


def house_verbs(actor: Actor) -> set[str]:
    """Verbs that need no record: the list of cycles."""
    return {"view"} if actor.is_admin or actor.partnerships_as(*INSIDERS) else set()


def workshop_verbs(actor: Actor, *, partnership_id: int) -> set[str]:
    """Verbs over the steps, tables, sheets, proposals and votes of one meeting.

    Whoever leads prepares, runs and writes; directors read names and print; partners and the region read what came out.
    """
    can: set[str] = set()
    if actor.is_admin or actor.has(partnership_id, *INSIDERS):
        can |= {"view", "print"}
    if actor.is_admin or actor.has(partnership_id, *PEOPLE_READERS):
        can |= {"view_people"}
    if actor.is_admin or actor.has(partnership_id, *LEADERS):
        can |= {"edit", "lead", "moderate", "enter_ballots", "decide"}
    return can


def vote_verbs(actor: Actor, *, partnership_id: int, is_published: bool) -> set[str]:
    """Verbs over one vote: a published one is everybody's to read and to count again."""
    can = workshop_verbs(actor, partnership_id=partnership_id)
    return can | {"view", "view_result"} if is_published else can


def template_verbs(actor: Actor, *, partnership_id: int | None) -> set[str]:
    """Verbs over the steps of a template; the shipped ones belong to no partnership and are the administrator's."""
    if not actor.is_staff:
        return set()
    can = {"view"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR):
        can |= {"edit"}
    return can
