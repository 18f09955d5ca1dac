"""Kinds and states of editions, entries, checks, readings and verdicts, and which state may follow which."""

from enum import StrEnum


class EditionState(StrEnum):
    """Where an edition stands. Its rules are frozen from `OPEN` on, its result from `SEALED` on."""

    DRAFT = "draft"
    OPEN = "open"
    CHECKING = "checking"
    SCORING = "scoring"
    DELIBERATION = "deliberation"
    SEALED = "sealed"
    PUBLISHED = "published"
    CALLED_OFF = "called_off"


EDITION_NEXT = {
    EditionState.DRAFT: {EditionState.OPEN},
    EditionState.OPEN: {EditionState.CHECKING, EditionState.CALLED_OFF},
    EditionState.CHECKING: {EditionState.OPEN, EditionState.SCORING, EditionState.CALLED_OFF},
    EditionState.SCORING: {EditionState.CHECKING, EditionState.DELIBERATION, EditionState.CALLED_OFF},
    EditionState.DELIBERATION: {EditionState.SCORING, EditionState.SEALED, EditionState.CALLED_OFF},
    EditionState.SEALED: {EditionState.PUBLISHED},
    EditionState.PUBLISHED: set(),
    EditionState.CALLED_OFF: set(),
}
IN_ORDER = (
    EditionState.DRAFT, EditionState.OPEN, EditionState.CHECKING, EditionState.SCORING,
    EditionState.DELIBERATION, EditionState.SEALED, EditionState.PUBLISHED,
)  # fmt: skip
SETTLED = (EditionState.SEALED, EditionState.PUBLISHED)


class FieldKind(StrEnum):
    """What a field of an entry form takes."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"
    CONSENT = "consent"
    FILE = "file"


class TieRule(StrEnum):
    """What the rules say of equal results at the border of the awards."""

    EX_AEQUO = "ex_aequo"
    CRITERION = "criterion"
    VOTE = "vote"
    CHAIR = "chair"


class EntryState(StrEnum):
    """Where an entry stands; it is judged only once it is admitted."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CORRECTIONS = "corrections"
    ADMITTED = "admitted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


RECEIVED = (EntryState.SUBMITTED, EntryState.CORRECTIONS, EntryState.ADMITTED, EntryState.REJECTED)


class WriterKind(StrEnum):
    """Who writes an entry: its author, a colleague, or somebody else who nominates."""

    AUTHOR = "author"
    COLLEAGUE = "colleague"
    NOMINATOR = "nominator"


class Answer(StrEnum):
    """What a checker says of one point of the formal check."""

    MET = "met"
    TO_CORRECT = "to_correct"
    NOT_MET = "not_met"


class Outcome(StrEnum):
    """What the formal check ends in."""

    ADMITTED = "admitted"
    CORRECTIONS = "corrections"
    REJECTED = "rejected"


class Appeal(StrEnum):
    """What became of an appeal."""

    NONE = ""
    WAITING = "waiting"
    GRANTED = "granted"
    DISMISSED = "dismissed"


class MemberKind(StrEnum):
    """Who works on an edition."""

    SECRETARY = "secretary"
    CHECKER = "checker"
    CHAIR = "chair"
    JUROR = "juror"


JURY: frozenset[str] = frozenset({MemberKind.CHAIR, MemberKind.JUROR})
OFFICE: frozenset[str] = frozenset({MemberKind.SECRETARY, MemberKind.CHECKER})


class Strength(StrEnum):
    """How far a conflict of interest shuts a person out."""

    BAR = "bar"
    NO_VOTE = "no_vote"
    NOTE = "note"


class Source(StrEnum):
    """Who says that there is a conflict."""

    ENTRANT = "entrant"
    MEMBER = "member"
    RECORDS = "records"
    SECRETARY = "secretary"


class Tie(StrEnum):
    """What connects a person who judges with an entrant."""

    SAME_ORGANISATION = "same_organisation"
    SAME_COUNTY = "same_county"
    AGREEMENT = "agreement"
    MANDATE = "mandate"
    PROJECT = "project"
    FAMILY = "family"
    WORK = "work"
    OTHER = "other"


class ReadingState(StrEnum):
    """Where one juror's reading of one entry stands."""

    ASSIGNED = "assigned"
    BEGUN = "begun"
    SUBMITTED = "submitted"
    RECUSED = "recused"


class Form(StrEnum):
    """How the commission sits."""

    ROOM = "room"
    ONLINE = "online"
    MIXED = "mixed"
    CIRCULATION = "circulation"


class Attendance(StrEnum):
    """Whether a member took part in the sitting."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class AwardKind(StrEnum):
    """What an entry receives."""

    LAUREATE = "laureate"
    DISTINCTION = "distinction"
    TITLE = "title"
    AUDIENCE = "audience"


class PatronageState(StrEnum):
    """Where a request for honorary patronage stands."""

    PLANNED = "planned"
    SENT = "sent"
    GRANTED = "granted"
    REFUSED = "refused"


def may_become(state: str, wanted: str) -> bool:
    """Whether an edition in `state` can be moved to `wanted`."""
    return wanted in EDITION_NEXT[EditionState(state)]


def is_past(state: str, mark: EditionState) -> bool:
    """Whether an edition in `state` has reached `mark`; one that was called off has reached nothing."""
    return state in IN_ORDER and IN_ORDER.index(EditionState(state)) >= IN_ORDER.index(mark)
