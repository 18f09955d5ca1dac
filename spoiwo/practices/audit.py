"""The verbs of this room and their sentences."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done in this room; one word for address, permission, action and entry."""

    PRACTICE_STARTED = "practices.practice_started"
    PRACTICE_EDITED = "practices.practice_edited"
    PRACTICE_MOVED = "practices.practice_moved"
    PRACTICE_CHECKED = "practices.practice_checked"
    PRACTICE_REVIEWED = "practices.practice_reviewed"
    EXPERT_NAMED = "practices.expert_named"
    MODULES_EDITED = "practices.modules_edited"
    FILE_ADDED = "practices.file_added"
    FILE_REMOVED = "practices.file_removed"
    ADOPTION_RECORDED = "practices.adoption_recorded"
    ADOPTION_EDITED = "practices.adoption_edited"
    ADOPTION_REMOVED = "practices.adoption_removed"
    TERMS_EDITED = "practices.terms_edited"
    INDICATORS_LOADED = "practices.indicators_loaded"


SENTENCES = {
    Verb.PRACTICE_STARTED: _("began the card of a good practice"),
    Verb.PRACTICE_EDITED: _("changed the card of a good practice"),
    Verb.PRACTICE_MOVED: _("changed the state of a good practice"),
    Verb.PRACTICE_CHECKED: _("ended a step of the validation of a good practice"),
    Verb.PRACTICE_REVIEWED: _("looked at a good practice anew"),
    Verb.EXPERT_NAMED: _("named the expert for a good practice"),
    Verb.MODULES_EDITED: _("changed the modules of a good practice"),
    Verb.FILE_ADDED: _("added a file to a good practice"),
    Verb.FILE_REMOVED: _("removed a file from a good practice"),
    Verb.ADOPTION_RECORDED: _("recorded the adoption of a good practice"),
    Verb.ADOPTION_EDITED: _("changed the record of an adoption"),
    Verb.ADOPTION_REMOVED: _("removed the record of an adoption"),
    Verb.TERMS_EDITED: _("changed the themes of the catalogue"),
    Verb.INDICATORS_LOADED: _("loaded data about counties"),
}
