"""The tables of the register."""

from spoiwo.register.models.books import ContactBook
from spoiwo.register.models.imports import ImportBatch
from spoiwo.register.models.organisations import (
    Merge,
    NotDuplicate,
    Organisation,
    OrganisationName,
    Succession,
)
from spoiwo.register.models.people import Mandate, Person

__all__ = [
    "ContactBook",
    "ImportBatch",
    "Mandate",
    "Merge",
    "NotDuplicate",
    "Organisation",
    "OrganisationName",
    "Person",
    "Succession",
]
