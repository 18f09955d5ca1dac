"""Who may find a document, as words: a document bears some, a reader bears some, and one in common is enough."""

from collections.abc import Iterable

from spoiwo.kit.actor import Actor, Role

EVERYBODY = "all"
KNOWN = "known"
STAFF = "staff"


def holders(partnership_id: int, roles: Iterable[Role]) -> frozenset[str]:
    """People who hold one of `roles` in that partnership."""
    return frozenset(f"p{partnership_id}{_plain(role)}" for role in roles)


def keepers(book_id: int) -> frozenset[str]:
    """People who may read that contact book."""
    return frozenset({f"b{book_id}"})


def person(user_id: int) -> frozenset[str]:
    """That one signed-in person."""
    return frozenset({f"u{user_id}"})


def words_of(actor: Actor) -> frozenset[str] | None:
    """What this reader may find; None for an administrator, who may find everything."""
    if actor.is_admin:
        return None
    words = {EVERYBODY}
    if actor.is_known:
        words |= {KNOWN, f"u{actor.user_id}"}
    if actor.is_staff:
        words.add(STAFF)
    for partnership_id, roles in actor.roles.items():
        words |= holders(partnership_id, roles)
    return frozenset(words | {f"b{book_id}" for book_id in actor.read_books})


def _plain(role: Role) -> str:
    return role.value.replace("_", "")  # the index breaks words at anything but letters and digits
