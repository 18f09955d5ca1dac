"""What a person may do with places: everybody reads them, administrators load the register."""

from spoiwo.kit.actor import Actor


def places_verbs(actor: Actor) -> set[str]:
    """Verbs over the whole register."""
    return {"view", "load"} if actor.is_admin else {"view"}
