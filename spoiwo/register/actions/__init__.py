"""Everything that changes the register on a person's behalf."""

from spoiwo.register.actions.imports import (
    confirm_import,
    discard_import,
    map_import,
    restart_import,
    start_import,
)
from spoiwo.register.actions.merging import merge_organisations, tell_apart, unmerge_organisations
from spoiwo.register.actions.organisations import (
    confirm_organisation,
    create_organisation,
    edit_organisation,
    keep_organisation,
    move_places,
    record_succession,
    rename_organisation,
)
from spoiwo.register.actions.people import create_person, edit_mandate, edit_person, end_mandate, give_mandate

__all__ = [
    "confirm_import",
    "confirm_organisation",
    "create_organisation",
    "create_person",
    "discard_import",
    "edit_mandate",
    "edit_organisation",
    "edit_person",
    "end_mandate",
    "give_mandate",
    "keep_organisation",
    "map_import",
    "merge_organisations",
    "move_places",
    "record_succession",
    "rename_organisation",
    "restart_import",
    "start_import",
    "tell_apart",
    "unmerge_organisations",
]
