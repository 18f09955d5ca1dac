"""The verbs of this room and their sentences."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done in this room; one word for address, permission, action and entry."""

    CARD_STARTED = "projects.card_started"
    CARD_WRITTEN = "projects.card_written"
    CARD_EDITED = "projects.card_edited"
    CARD_MOVED = "projects.card_moved"
    CARD_PUBLISHED = "projects.card_published"
    PARTNERS_EDITED = "projects.partners_edited"
    BUDGET_EDITED = "projects.budget_edited"
    PROJECT_RECORDED = "projects.project_recorded"
    PROJECT_EDITED = "projects.project_edited"
    PROJECT_PUBLISHED = "projects.project_published"


SENTENCES = {
    Verb.CARD_STARTED: _("began a concept card"),
    Verb.CARD_WRITTEN: _("wrote in a concept card"),
    Verb.CARD_EDITED: _("changed a concept card"),
    Verb.CARD_MOVED: _("changed the state of a concept card"),
    Verb.CARD_PUBLISHED: _("showed a concept card to everybody or hid it"),
    Verb.PARTNERS_EDITED: _("changed the partners in a concept card"),
    Verb.BUDGET_EDITED: _("changed the budget of a concept card"),
    Verb.PROJECT_RECORDED: _("recorded a project"),
    Verb.PROJECT_EDITED: _("changed a project"),
    Verb.PROJECT_PUBLISHED: _("showed a project to everybody or hid it"),
}
