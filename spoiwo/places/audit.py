"""The verbs of this room and the sentences they read as."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done here, as the audit trail names it."""

    EDITION_PROPOSED = "places.edition_proposed"
    EDITION_DROPPED = "places.edition_dropped"
    EDITION_LOADED = "places.edition_loaded"


SENTENCES = {
    Verb.EDITION_PROPOSED: _("read a newer register of places, to be confirmed"),
    Verb.EDITION_DROPPED: _("put aside a register of places that had been read"),
    Verb.EDITION_LOADED: _("loaded the register of places"),
}
