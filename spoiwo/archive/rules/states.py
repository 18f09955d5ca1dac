"""States of sources and of what is proposed from them, and why a file could not be read."""

from enum import StrEnum


class Origin(StrEnum):
    """How files came in."""

    UPLOAD = "upload"
    FOLDER = "folder"
    MAIL = "mail"


class SourceState(StrEnum):
    """Where a source stands: from the queue of the reader to the queue of a person."""

    WAITING = "waiting"
    READ = "read"
    UNREADABLE = "unreadable"
    DONE = "done"
    SET_ASIDE = "set_aside"


class Problem(StrEnum):
    """Why a file could not be read or is not taken in again."""

    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    NOT_A_DOCUMENT = "not_a_document"
    TOO_LONG = "too_long"
    TOO_BIG = "too_big"
    BOMB = "bomb"
    PICTURES_ONLY = "pictures_only"
    TOOK_TOO_LONG = "took_too_long"
    SAME_FILE = "same_file"
    SAME_TEXT = "same_text"


class ProposalState(StrEnum):
    """What a person decided on a proposal; nothing enters a room before."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    JOINED = "joined"
    NOTED = "noted"
    REJECTED = "rejected"


class FactKind(StrEnum):
    """Kinds of facts, as the engine `reading` names them, in the order a person decides on them."""

    ORGANISATION = "organisation"
    PERSON = "person"
    AGREEMENT = "agreement"
    MEETING = "meeting"
    TRAINING = "training"
    PROJECT = "project"
    AWARD = "award"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"


# Facts that become a record of some room; the others stay with their source, confirmed by a person.
RECORDS = (
    FactKind.ORGANISATION,
    FactKind.PERSON,
    FactKind.AGREEMENT,
    FactKind.MEETING,
    FactKind.TRAINING,
    FactKind.PROJECT,
    FactKind.AWARD,
)
NOTES = (FactKind.PLACE, FactKind.DATE, FactKind.NUMBER)
DECIDED = (ProposalState.ACCEPTED, ProposalState.JOINED, ProposalState.NOTED, ProposalState.REJECTED)
LISTS = frozenset(
    {"party", "representative", "organiser", "speaker", "audience", "partner", "result", "patron"}
)
