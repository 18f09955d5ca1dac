"""Who may do what in the register: pure functions from an actor and facts to verbs."""

from spoiwo.kit.actor import Actor


def register_verbs(actor: Actor) -> set[str]:
    """What the actor may do with the register as a whole."""
    verbs = set()
    if actor.is_staff:
        verbs.add("list")
    if actor.is_admin or actor.read_books:
        verbs.add("list_people")
    if actor.is_admin or actor.kept_books:
        verbs |= {"add", "import", "find_duplicates"}
    return verbs


def organisation_verbs(actor: Actor, *, book_id: int | None) -> set[str]:
    """What the actor may do with an organisation kept in that book; None means that nobody keeps it.

    Organisations are common knowledge, so all staff see them; only their keeper changes them. What nobody keeps only
    an administrator changes, until a coordinator takes it into a book (“keep”).
    """
    if not actor.is_staff:
        return set()
    verbs = {"view"}
    if actor.is_admin or book_id in actor.read_books:
        verbs.add("history")
    if actor.is_admin or book_id in actor.kept_books:
        verbs |= {"edit", "merge", "confirm"}
    if book_id is None and actor.kept_books:
        verbs.add("keep")
    return verbs


def person_verbs(actor: Actor, *, book_id: int) -> set[str]:
    """What the actor may do with a person of that book; people of other books do not exist for them."""
    if actor.is_admin or book_id in actor.kept_books:
        return {"view", "edit", "history"}
    return {"view", "history"} if book_id in actor.read_books else set()


def mandate_verbs(actor: Actor, *, person_book_id: int | None, organisation_book_id: int | None) -> set[str]:
    """What the actor may do with a mandate: the person's keeper decides, without a person the organisation's."""
    if person_book_id is not None:
        return person_verbs(actor, book_id=person_book_id) - {"history"}
    return organisation_verbs(actor, book_id=organisation_book_id) & {"view", "edit"}


def import_verbs(actor: Actor, *, book_id: int) -> set[str]:
    """What the actor may do with an import into that book."""
    return {"view", "confirm", "discard"} if actor.is_admin or book_id in actor.kept_books else set()
