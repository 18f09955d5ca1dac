"""The verbs of this room and their sentences."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done in this room; one word for address, permission, action and entry."""

    SOURCES_BROUGHT = "archive.sources_brought"
    SOURCE_READ_AGAIN = "archive.source_read_again"
    SOURCE_MOVED = "archive.source_moved"
    SOURCE_REMOVED = "archive.source_removed"
    PROPOSAL_ADDED = "archive.proposal_added"
    PROPOSAL_ACCEPTED = "archive.proposal_accepted"
    PROPOSAL_JOINED = "archive.proposal_joined"
    PROPOSAL_REJECTED = "archive.proposal_rejected"
    PROPOSAL_REOPENED = "archive.proposal_reopened"
    NOTES_CONFIRMED = "archive.notes_confirmed"


SENTENCES = {
    Verb.SOURCES_BROUGHT: _("brought old papers into the archive"),
    Verb.SOURCE_READ_AGAIN: _("had a source read anew"),
    Verb.SOURCE_MOVED: _("ended the work on a source, took it up again or set it aside"),
    Verb.SOURCE_REMOVED: _("removed a source nothing was accepted from"),
    Verb.PROPOSAL_ADDED: _("marked a record in a source that the reader had missed"),
    Verb.PROPOSAL_ACCEPTED: _("accepted a record proposed from a source"),
    Verb.PROPOSAL_JOINED: _("joined what a source says with a record"),
    Verb.PROPOSAL_REJECTED: _("rejected what was proposed from a source"),
    Verb.PROPOSAL_REOPENED: _("took a rejection back"),
    Verb.NOTES_CONFIRMED: _("confirmed places, dates and numbers of a source"),
}
