"""Who may do what with accounts."""

from spoiwo.kit.actor import Actor


def account_verbs(actor: Actor) -> set[str]:
    """Administrators keep the accounts; everybody keeps their own through the account pages."""
    return {"list", "invite", "edit", "close"} if actor.is_admin else set()
