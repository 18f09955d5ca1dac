"""The verbs of accounts."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done to an account."""

    USER_INVITED = "accounts.user_invited"
    USER_EDITED = "accounts.user_edited"
    USER_CLOSED = "accounts.user_closed"
    USER_REOPENED = "accounts.user_reopened"
    SESSIONS_ENDED = "accounts.sessions_ended"


SENTENCES = {
    Verb.USER_INVITED: _("invited a person"),
    Verb.USER_EDITED: _("changed an account"),
    Verb.USER_CLOSED: _("closed an account"),
    Verb.USER_REOPENED: _("opened an account again"),
    Verb.SESSIONS_ENDED: _("ended the sessions of an account"),
}
