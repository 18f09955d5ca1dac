"""What other rooms may ask the register."""

from spoiwo.register.queries.organisation import (
    Bearer,
    bearers_of_name,
    find_organisation,
    kept_record,
    organisation_choices,
    organisations,
    successors,
)
from spoiwo.register.queries.person import mandates_on, people

__all__ = [
    "Bearer",
    "bearers_of_name",
    "find_organisation",
    "kept_record",
    "mandates_on",
    "organisation_choices",
    "organisations",
    "people",
    "successors",
]
