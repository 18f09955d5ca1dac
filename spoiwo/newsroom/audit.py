"""The verbs of this room and their sentences."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done in this room; one word for address, permission, action and entry."""

    ARTICLE_STARTED = "newsroom.article_started"
    ARTICLE_EDITED = "newsroom.article_edited"
    ARTICLE_SUBMITTED = "newsroom.article_submitted"
    ARTICLE_DECIDED = "newsroom.article_decided"
    ARTICLE_WITHDRAWN = "newsroom.article_withdrawn"
    PICTURES_EDITED = "newsroom.pictures_edited"


SENTENCES = {
    Verb.ARTICLE_STARTED: _("began an article"),
    Verb.ARTICLE_EDITED: _("changed an article"),
    Verb.ARTICLE_SUBMITTED: _("handed an article in for approval"),
    Verb.ARTICLE_DECIDED: _("approved an article or returned it"),
    Verb.ARTICLE_WITHDRAWN: _("withdrew an article or put it back"),
    Verb.PICTURES_EDITED: _("changed the pictures of an article"),
}
