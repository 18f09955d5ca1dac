"""What a person may do in the newsroom; proved equal to the queries by this room's tests."""

from spoiwo.kit.actor import Actor, Role
from spoiwo.newsroom.rules.states import ArticleState

WRITERS = frozenset({Role.COORDINATOR, Role.FACILITATOR, Role.DIRECTOR})
APPROVERS = frozenset({Role.COORDINATOR, Role.DIRECTOR})


def house_verbs(actor: Actor) -> set[str]:
    """Verbs that need no article: beginning one, seeing what is not published."""
    return {"start", "see_desk"} if actor.is_admin or actor.partnerships_as(*WRITERS) else set()


def article_verbs(actor: Actor, *, partnership_id: int, state: str, is_out: bool) -> set[str]:
    """Verbs over one article. `is_out`: it is approved and its moment has come.

    What is approved is changed only by those who may approve: nothing unseen comes before the public.
    """
    can: set[str] = {"view"} if is_out else set()
    if actor.is_admin or actor.has(partnership_id, *WRITERS):
        can |= {"view", "see_notes"}
        if state != ArticleState.APPROVED:
            can |= {"edit", "submit"}
        if state == ArticleState.DRAFT:
            can |= {"remove"}
    if actor.is_admin or actor.has(partnership_id, *APPROVERS):
        can |= {"edit", "withdraw"}
        can |= {"approve"} if state == ArticleState.SUBMITTED else set()
    return can
