"""What a person may do with old papers; proved equal to the queries by this room's tests."""

from spoiwo.kit.actor import Actor, Role

READERS = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR})
KEEPERS = frozenset({Role.COORDINATOR})


def house_verbs(actor: Actor) -> set[str]:
    """Verbs that need no source: the queue, and bringing papers in."""
    can = {"see_queue"} if actor.is_admin or actor.partnerships_as(*READERS) else set()
    return can | ({"upload"} if actor.is_admin or actor.partnerships_as(*KEEPERS) else set())


def source_verbs(actor: Actor, *, partnership_id: int) -> set[str]:
    """Verbs over one source and what is proposed from it: papers name people, so only those who work with people read them."""
    can: set[str] = set()
    if actor.is_admin or actor.has(partnership_id, *READERS):
        can |= {"view"}
    if actor.is_admin or actor.has(partnership_id, *KEEPERS):
        can |= {"decide", "remove"}
    return can
