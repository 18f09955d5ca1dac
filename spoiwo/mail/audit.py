"""The verbs of the outbox."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What a person can do with a letter."""

    LETTER_HELD = "mail.letter_held"
    LETTER_RELEASED = "mail.letter_released"
    LETTER_SETTLED = "mail.letter_settled"


SENTENCES = {
    Verb.LETTER_HELD: _("held a letter back"),
    Verb.LETTER_RELEASED: _("let a letter go"),
    Verb.LETTER_SETTLED: _("settled a letter that was in doubt"),
}
