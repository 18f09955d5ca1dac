"""States of a practice and of its adoptions, the steps of its validation, grades of evidence."""

from enum import StrEnum


class PracticeState(StrEnum):
    """Where a practice stands between its author's desk and the catalogue."""

    DRAFT = "draft"
    FORMAL = "formal"
    EXPERT = "expert"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """The two steps of validation: is the card complete and allowed, and does the practice hold what it says."""

    FORMAL = "formal"
    EXPERT = "expert"


class Decision(StrEnum):
    """What a step of validation ends with; a returned card goes back to its author with written feedback."""

    PASSED = "passed"
    RETURNED = "returned"


class Evidence(StrEnum):
    """How well the result is proved, whatever one likes about the practice (after the Bond and Nesta ladders, in our words)."""

    TOLD = "told"
    COUNTED = "counted"
    COMPARED = "compared"
    CONTROLLED = "controlled"
    REPEATED = "repeated"


class Scale(StrEnum):
    """Where a practice works."""

    COMMUNE = "commune"
    COUNTY = "county"
    REGION = "region"


class AdoptionState(StrEnum):
    """How far an adoption has come."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    GIVEN_UP = "given_up"


# The parts of a card in the order a reader meets them.
TEXTS = ("problem", "actions", "resources", "evidence", "obstacles", "transfer")
NEEDED = ("problem", "actions", "evidence", "transfer")
NEXT = {
    PracticeState.DRAFT: {PracticeState.FORMAL},
    PracticeState.FORMAL: {PracticeState.EXPERT, PracticeState.DRAFT},
    PracticeState.EXPERT: {PracticeState.PUBLISHED, PracticeState.DRAFT},
    PracticeState.PUBLISHED: {PracticeState.WITHDRAWN},
    PracticeState.WITHDRAWN: {PracticeState.PUBLISHED, PracticeState.DRAFT},
}
UNDER_REVIEW = (PracticeState.FORMAL, PracticeState.EXPERT)
EVIDENCE_ORDER = tuple(Evidence)
REVIEW_AFTER_DAYS = 730  # a published practice is looked at anew after two years
# Steps an author takes alone; the others belong to whoever checks and judges.
AUTHORS_STEPS = {
    PracticeState.DRAFT: {PracticeState.FORMAL},
    PracticeState.FORMAL: {PracticeState.DRAFT},
    PracticeState.EXPERT: {PracticeState.DRAFT},
    PracticeState.PUBLISHED: {PracticeState.WITHDRAWN},
    PracticeState.WITHDRAWN: {PracticeState.PUBLISHED, PracticeState.DRAFT},
}
LONGEST = 20_000  # characters in one text
