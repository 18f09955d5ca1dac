"""The words of the register."""

from spoiwo.register.labels.problems import FILE_PROBLEMS, PROBLEMS, problem_text
from spoiwo.register.labels.taxonomy import (
    CASE_LABELS,
    CHANNEL_LABELS,
    IMPORT_LABELS,
    KIND_LABELS,
    REASON_LABELS,
    SECTOR_LABELS,
    SUCCESSION_LABELS,
    TARGET_LABELS,
)

__all__ = [
    "CASE_LABELS",
    "CHANNEL_LABELS",
    "FILE_PROBLEMS",
    "IMPORT_LABELS",
    "KIND_LABELS",
    "PROBLEMS",
    "REASON_LABELS",
    "SECTOR_LABELS",
    "SUCCESSION_LABELS",
    "TARGET_LABELS",
    "problem_text",
]
