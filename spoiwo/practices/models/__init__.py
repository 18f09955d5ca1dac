"""The tables of the catalogue."""

from spoiwo.practices.models.adoptions import Adoption, Indicator, Measurement, PendingData
from spoiwo.practices.models.practices import (
    Module,
    Practice,
    PracticeFile,
    PracticeQuerySet,
    Review,
    Term,
)

__all__ = [
    "Adoption",
    "Indicator",
    "Measurement",
    "Module",
    "PendingData",
    "Practice",
    "PracticeFile",
    "PracticeQuerySet",
    "Review",
    "Term",
]
