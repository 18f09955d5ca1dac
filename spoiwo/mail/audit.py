"""The verbs of the outbox."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What a person can do with a letter, or with a whole batch of them."""

    LETTER_HELD = "mail.letter_held"
    LETTER_RELEASED = "mail.letter_released"
    LETTER_SETTLED = "mail.letter_settled"
    LETTER_EDITED = "mail.letter_edited"
    LETTER_CARRIED = "mail.letter_carried"
    LETTER_RETURNED = "mail.letter_returned"
    MARK_CLEARED = "mail.mark_cleared"


SENTENCES = {
    Verb.LETTER_HELD: _("held a letter back"),
    Verb.LETTER_RELEASED: _("let a letter go"),
    Verb.LETTER_SETTLED: _("settled a letter that was in doubt"),
    Verb.LETTER_EDITED: _("changed a letter before it went"),
    Verb.LETTER_CARRIED: _("noted that a letter was posted, delivered or read out"),
    Verb.LETTER_RETURNED: _("noted that a letter came back"),
    Verb.MARK_CLEARED: _("took the mark off an e-mail address"),
}
