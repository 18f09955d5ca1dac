"""The verbs of this room and the sentences they read as."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done here, as the audit trail names it."""

    PARTNERSHIP_FOUNDED = "partnerships.partnership_founded"
    PARTNERSHIP_EDITED = "partnerships.partnership_edited"
    PARTNERSHIP_PUBLISHED = "partnerships.partnership_published"
    PARTNERSHIP_HIDDEN = "partnerships.partnership_hidden"
    GOALS_SET = "partnerships.goals_set"
    ORGAN_ADDED = "partnerships.organ_added"
    ORGAN_EDITED = "partnerships.organ_edited"
    SEAT_GIVEN = "partnerships.seat_given"
    SEAT_ENDED = "partnerships.seat_ended"
    ROLE_GRANTED = "partnerships.role_granted"
    ROLE_ENDED = "partnerships.role_ended"
    AGREEMENT_ADDED = "partnerships.agreement_added"
    AGREEMENT_EDITED = "partnerships.agreement_edited"
    TEXT_EDITED = "partnerships.text_edited"
    AGREEMENT_CONSULTED = "partnerships.agreement_consulted"
    AGREEMENT_AGREED = "partnerships.agreement_agreed"
    AGREEMENT_ENDED = "partnerships.agreement_ended"
    AMENDMENT_BEGUN = "partnerships.amendment_begun"
    AMENDMENT_AGREED = "partnerships.amendment_agreed"
    PARTY_ADDED = "partnerships.party_added"
    PARTY_REMOVED = "partnerships.party_removed"
    REPRESENTATIVE_NAMED = "partnerships.representative_named"
    ACT_RECORDED = "partnerships.act_recorded"
    ACT_CORRECTED = "partnerships.act_corrected"
    PARTIES_JOINED = "partnerships.parties_joined"
    SKELETON_EDITED = "partnerships.skeleton_edited"


SENTENCES = {
    Verb.PARTNERSHIP_FOUNDED: _("founded the partnership"),
    Verb.PARTNERSHIP_EDITED: _("changed the data of the partnership"),
    Verb.PARTNERSHIP_PUBLISHED: _("opened the public page"),
    Verb.PARTNERSHIP_HIDDEN: _("closed the public page"),
    Verb.GOALS_SET: _("set the goals"),
    Verb.ORGAN_ADDED: _("added an organ"),
    Verb.ORGAN_EDITED: _("changed an organ"),
    Verb.SEAT_GIVEN: _("gave a seat in an organ"),
    Verb.SEAT_ENDED: _("ended a seat in an organ"),
    Verb.ROLE_GRANTED: _("gave a role"),
    Verb.ROLE_ENDED: _("ended a role"),
    Verb.AGREEMENT_ADDED: _("began an agreement"),
    Verb.AGREEMENT_EDITED: _("changed the data of the agreement"),
    Verb.TEXT_EDITED: _("changed the text of the agreement"),
    Verb.AGREEMENT_CONSULTED: _("sent the text for consultation"),
    Verb.AGREEMENT_AGREED: _("recorded that the text was agreed and opened it for signature"),
    Verb.AGREEMENT_ENDED: _("recorded the end of the agreement"),
    Verb.AMENDMENT_BEGUN: _("began a new version of the text"),
    Verb.AMENDMENT_AGREED: _("recorded a new version of the text"),
    Verb.PARTY_ADDED: _("added a party"),
    Verb.PARTY_REMOVED: _("removed a body that had not signed"),
    Verb.REPRESENTATIVE_NAMED: _("named the representative of a party"),
    Verb.ACT_RECORDED: _("recorded an act"),
    Verb.ACT_CORRECTED: _("corrected an act by a further one"),
    Verb.PARTIES_JOINED: _("followed the joining of two records of one organisation"),
    Verb.SKELETON_EDITED: _("changed the skeleton of agreements"),
}
