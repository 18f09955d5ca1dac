"""The words for the room's kinds, states and roles."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.kit.actor import Role
from spoiwo.partnerships.rules import (
    ActKind,
    AgreementKind,
    Authority,
    DateRule,
    Effect,
    Form,
    OrganKind,
    PartyRole,
    Problem,
    Standing,
    State,
)

ROLE_LABELS = {
    Role.COORDINATOR: _("coordinator"),
    Role.DIRECTOR: _("director"),
    Role.FACILITATOR: _("facilitator"),
    Role.PARTNER: _("partner's representative"),
    Role.REGIONAL_OFFICER: _("regional officer"),
    Role.CONTEST_SECRETARY: _("contest secretary"),
    Role.JUROR: _("juror"),
    Role.ENTRANT: _("entrant"),
    Role.LEARNER: _("learner"),
}

AGREEMENT_LABELS = {
    AgreementKind.AGREEMENT: pgettext_lazy("kind of document", "agreement"),
    AgreementKind.LETTER_OF_INTENT: _("letter of intent"),
    AgreementKind.ACCESSION: _("accession declaration"),
    AgreementKind.AMENDMENT: _("amendment (annex)"),
    AgreementKind.PROJECT_CONTRACT: _("joint-project contract"),
}

STATE_LABELS = {
    State.DRAFT: pgettext_lazy("state of an agreement", "draft"),
    State.CONSULTED: pgettext_lazy("state of an agreement", "being consulted"),
    State.AGREED: pgettext_lazy("state of an agreement", "text agreed"),
    State.SIGNED_BY_SOME: pgettext_lazy("state of an agreement", "signed by some"),
    State.IN_FORCE: pgettext_lazy("state of an agreement", "in force"),
    State.AMENDED: pgettext_lazy("state of an agreement", "in force, amended"),
    State.ENDED: pgettext_lazy("state of an agreement", "ended"),
}

ACT_LABELS = {
    ActKind.SIGNED: pgettext_lazy("act", "signed"),
    ActKind.ACCEDED: pgettext_lazy("act", "acceded"),
    ActKind.WITHDREW: pgettext_lazy("act", "withdrew"),
    ActKind.EXCLUDED: pgettext_lazy("act", "was excluded"),
    ActKind.SUCCEEDED: pgettext_lazy("act", "was succeeded by another body"),
    ActKind.SUSPENDED: pgettext_lazy("act", "was suspended"),
    ActKind.RESUMED: pgettext_lazy("act", "resumed"),
    ActKind.DECLARED: pgettext_lazy("act", "made a declaration or reservation"),
    ActKind.VOIDED: pgettext_lazy("act", "earlier entry struck out"),
}

FORM_LABELS = {
    Form.PAPER: _("on paper"),
    Form.QUALIFIED: _("qualified electronic signature"),
    Form.TRUSTED: _("trusted profile"),
}

AUTHORITY_LABELS = {
    Authority.OFFICE: _("by virtue of office"),
    Authority.RESOLUTION: _("resolution"),
    Authority.POWER_OF_ATTORNEY: _("power of attorney"),
    Authority.STATUTE: _("statute or register entry"),
}

DATE_RULE_LABELS = {
    DateRule.SIGNATURE: _("the day of signature"),
    DateRule.RESOLUTION: _("the day of the authorising resolution"),
    DateRule.RECEIPT: _("the day the signed document reached the coordinator"),
    DateRule.CONSENT: _("the day of consent to the accession"),
}

EFFECT_LABELS = {
    Effect.LAST_SIGNATURE: _("when the last of the founding parties has signed"),
    Effect.FIRST_SIGNATURE: _("for each party on the day its own act counts"),
    Effect.FIXED_DAY: _("on the day written in the text"),
}

STANDING_LABELS = {
    Standing.EXPECTED: _("signature still missing"),
    Standing.PARTY: pgettext_lazy("standing", "party"),
    Standing.SUSPENDED: pgettext_lazy("standing", "suspended"),
    Standing.WITHDRAWN: pgettext_lazy("standing", "withdrew"),
    Standing.EXCLUDED: pgettext_lazy("standing", "excluded"),
    Standing.SUCCEEDED: pgettext_lazy("standing", "succeeded by another body"),
}

PARTY_ROLE_LABELS = {
    PartyRole.CONVENER: pgettext_lazy("role of a party", "convener"),
    PartyRole.PARTNER: pgettext_lazy("role of a party", "partner"),
    PartyRole.SUPPORTER: pgettext_lazy("role of a party", "supporter"),
}

ORGAN_LABELS = {
    OrganKind.COUNCIL: _("partnership council"),
    OrganKind.TEAM: _("partnership team"),
    OrganKind.TASK_GROUP: _("task group"),
    OrganKind.OFFICE: _("coordinating office"),
}

PROBLEM_SENTENCES = {
    Problem.BEFORE_AGREEMENT: _("This day is before the agreement was opened for signature."),
    Problem.IN_FUTURE: _("This day is still to come. Record the act once it was done."),
    Problem.NOT_A_PARTY: _("This body was not a party on that day, so this act cannot be recorded for it."),
    Problem.ALREADY_A_PARTY: _("This body was a party on that day already."),
    Problem.NOT_SUSPENDED: _("This party was not suspended on that day."),
    Problem.ALREADY_SUSPENDED: _("This party was suspended on that day already."),
    Problem.NO_SUCCESSOR: _("Name the body that came in the place of this party."),
    Problem.SUCCESSOR_IS_PARTY: _("The successor was a party on that day already, in its own right."),
    Problem.DATE_MISSING: _("By the rule of this agreement this is the day that counts. Fill it in."),
    Problem.BREAKS_LATER_ACT: _(
        "A later act of this body would make no sense after this one. Correct that act first."
    ),
    Problem.NOT_AGREED: _("The text has not been agreed yet, so nothing can be signed."),
    Problem.NOTHING_TO_CORRECT: _("The act to be corrected was not found, or it was corrected already."),
}
