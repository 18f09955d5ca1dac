"""The verbs of this room and their sentences."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done in this room; one word for address, permission, action and entry."""

    ARTICLE_STARTED = "newsroom.article_started"
    ARTICLE_EDITED = "newsroom.article_edited"
    ARTICLE_DECIDED = "newsroom.article_decided"
    ARTICLE_MOVED = "newsroom.article_moved"
    ARTICLE_REMOVED = "newsroom.article_removed"
    ADDRESS_CHANGED = "newsroom.address_changed"
    PICTURES_EDITED = "newsroom.pictures_edited"


SENTENCES = {
    Verb.ARTICLE_STARTED: _("began an article"),
    Verb.ARTICLE_EDITED: _("changed an article"),
    Verb.ARTICLE_DECIDED: _("approved an article or returned it"),
    Verb.ARTICLE_MOVED: _("handed an article in, took it back, withdrew it or put it back"),
    Verb.ARTICLE_REMOVED: _("removed a draft of an article"),
    Verb.ADDRESS_CHANGED: _("changed the address or the dates of an article"),
    Verb.PICTURES_EDITED: _("changed the pictures of an article"),
}
