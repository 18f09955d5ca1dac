"""States of an article and who may bring it from one to the next."""

from enum import StrEnum


class ArticleState(StrEnum):
    """Where an article stands; `APPROVED` with a moment in the future is scheduled."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Decision(StrEnum):
    """What whoever approves says."""

    APPROVED = "approved"
    RETURNED = "returned"


class Bar(StrEnum):
    """Why a step cannot be taken."""

    NOT_NEXT = "not_next"
    NO_TITLE = "no_title"
    NO_TEXT = "no_text"
    NO_ALT = "no_alt"
    OWN = "own"
    NO_REASON = "no_reason"
    NOT_READ = "not_read"


# What the people who write do by pressing a button; the rest is decided on a page of its own.
STEPS = {
    ArticleState.DRAFT: (ArticleState.SUBMITTED,),
    ArticleState.SUBMITTED: (ArticleState.DRAFT,),
    ArticleState.APPROVED: (ArticleState.WITHDRAWN,),
    ArticleState.WITHDRAWN: (ArticleState.APPROVED, ArticleState.DRAFT),
}


def bar_to_submit(*, title: str, is_empty: bool, pictures_without_words: int) -> Bar | None:
    """Why the article cannot be handed in: without a title, a text, or words for those who cannot see a picture."""
    if not title.strip():
        return Bar.NO_TITLE
    if is_empty:
        return Bar.NO_TEXT
    return Bar.NO_ALT if pictures_without_words else None


def bar_to_decide(
    *, is_author: bool, others_may: bool, decision: Decision, note: str, has_changed: bool
) -> Bar | None:
    """Why this person cannot end the approval so: a second pair of eyes is asked for wherever there is one, what was
    written since is read first, and whoever returns an article says why."""
    if is_author and others_may:
        return Bar.OWN
    if decision == Decision.RETURNED:
        return None if note.strip() else Bar.NO_REASON
    return Bar.NOT_READ if has_changed else None
