"""The regulations of the newsroom: states of an article, who may approve, what an address looks like."""

import re
from enum import StrEnum

from spoiwo.polish import fold


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


NEXT = {
    ArticleState.DRAFT: {ArticleState.SUBMITTED},
    ArticleState.SUBMITTED: {ArticleState.APPROVED, ArticleState.DRAFT},
    ArticleState.APPROVED: {ArticleState.WITHDRAWN, ArticleState.DRAFT},
    ArticleState.WITHDRAWN: {ArticleState.APPROVED, ArticleState.DRAFT},
}


def bar_to_submit(*, title: str, body: str, pictures_without_words: int) -> Bar | None:
    """Why the article cannot be handed in: without a title, a text, or words for those who cannot see a picture."""
    if not title.strip():
        return Bar.NO_TITLE
    if not re.sub(r"<[^>]*>|&nbsp;", "", body).strip():
        return Bar.NO_TEXT
    return Bar.NO_ALT if pictures_without_words else None


def bar_to_decide(*, is_author: bool, others_may: bool, decision: Decision, note: str) -> Bar | None:
    """Why this person cannot end the approval so: a second pair of eyes is asked for wherever there is one."""
    if is_author and others_may:
        return Bar.OWN
    return Bar.NO_REASON if decision == Decision.RETURNED and not note.strip() else None


def slug_of(title: str) -> str:
    """The end of an article's address: folded letters and digits joined by hyphens, at most 80 characters."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(title)))[:80].strip("-") or "wiadomosc"
