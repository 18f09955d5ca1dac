"""The register's verbs in the audit trail."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """One thing that can be done here."""

    ORGANISATION_CREATED = "register.organisation_created"
    ORGANISATION_EDITED = "register.organisation_edited"
    ORGANISATION_RENAMED = "register.organisation_renamed"
    ORGANISATION_CONFIRMED = "register.organisation_confirmed"
    ORGANISATION_KEPT = "register.organisation_kept"
    SUCCESSION_RECORDED = "register.succession_recorded"
    ORGANISATIONS_MERGED = "register.organisations_merged"
    ORGANISATION_ABSORBED = "register.organisation_absorbed"
    MERGE_UNDONE = "register.merge_undone"
    PAIR_TOLD_APART = "register.pair_told_apart"
    PERSON_CREATED = "register.person_created"
    PERSON_EDITED = "register.person_edited"
    MANDATE_GIVEN = "register.mandate_given"
    MANDATE_EDITED = "register.mandate_edited"
    MANDATE_ENDED = "register.mandate_ended"
    IMPORT_STARTED = "register.import_started"
    IMPORT_CONFIRMED = "register.import_confirmed"
    IMPORT_FINISHED = "register.import_finished"
    IMPORT_DISCARDED = "register.import_discarded"
    CHANGED_BY_IMPORT = "register.changed_by_import"


SENTENCES = {
    Verb.ORGANISATION_CREATED: _("added the organisation"),
    Verb.ORGANISATION_EDITED: _("changed the organisation's data"),
    Verb.ORGANISATION_RENAMED: _("recorded a new name of the organisation"),
    Verb.ORGANISATION_CONFIRMED: _("confirmed that the organisation's data are up to date"),
    Verb.ORGANISATION_KEPT: _("took the organisation into a contact book"),
    Verb.SUCCESSION_RECORDED: _("recorded a succession of organisations"),
    Verb.ORGANISATIONS_MERGED: _("joined another record with this organisation"),
    Verb.ORGANISATION_ABSORBED: _("joined this record with another organisation"),
    Verb.MERGE_UNDONE: _("undid the joining of two records"),
    Verb.PAIR_TOLD_APART: _("said that two similar records are two organisations"),
    Verb.PERSON_CREATED: _("added the person"),
    Verb.PERSON_EDITED: _("changed the person's data"),
    Verb.MANDATE_GIVEN: _("recorded a function in the organisation"),
    Verb.MANDATE_EDITED: _("changed a function in the organisation"),
    Verb.MANDATE_ENDED: _("recorded the end of a function in the organisation"),
    Verb.IMPORT_STARTED: _("uploaded a file with organisations and people"),
    Verb.IMPORT_CONFIRMED: _("confirmed an import"),
    Verb.IMPORT_FINISHED: _("finished an import"),
    Verb.IMPORT_DISCARDED: _("discarded an import"),
    Verb.CHANGED_BY_IMPORT: _("changed the organisation's data by an import"),
}
