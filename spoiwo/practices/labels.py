"""Words for the kinds and states of this room, sentences for what is missing and what is refused."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.practices.rules.cards import Bar, Lack
from spoiwo.practices.rules.states import AdoptionState, Decision, Evidence, PracticeState, Scale, Step

STATE_LABELS = {
    PracticeState.DRAFT: pgettext_lazy("state of a practice", "being written"),
    PracticeState.FORMAL: pgettext_lazy("state of a practice", "formal check"),
    PracticeState.EXPERT: pgettext_lazy("state of a practice", "expert's opinion"),
    PracticeState.PUBLISHED: pgettext_lazy("state of a practice", "in the catalogue"),
    PracticeState.WITHDRAWN: pgettext_lazy("state of a practice", "withdrawn"),
}
STEP_LABELS = {
    Step.FORMAL: pgettext_lazy("step of validation", "formal check"),
    Step.EXPERT: pgettext_lazy("step of validation", "expert's opinion"),
}
DECISION_LABELS = {
    Decision.PASSED: pgettext_lazy("end of a step of validation", "passed"),
    Decision.RETURNED: pgettext_lazy("end of a step of validation", "returned to the author"),
}
EVIDENCE_LABELS = {
    Evidence.TOLD: _("told: those who did it describe the result"),
    Evidence.COUNTED: _("counted: figures were collected as it went on"),
    Evidence.COMPARED: _("compared: figures before and after"),
    Evidence.CONTROLLED: _("compared with others who did without it"),
    Evidence.REPEATED: _("repeated: the same result in several places"),
}
SCALE_LABELS = {
    Scale.COMMUNE: pgettext_lazy("scale of a practice", "commune"),
    Scale.COUNTY: pgettext_lazy("scale of a practice", "county"),
    Scale.REGION: pgettext_lazy("scale of a practice", "voivodeship or wider"),
}
ADOPTION_LABELS = {
    AdoptionState.PLANNED: pgettext_lazy("state of an adoption", "planned"),
    AdoptionState.RUNNING: pgettext_lazy("state of an adoption", "under way"),
    AdoptionState.DONE: pgettext_lazy("state of an adoption", "carried out"),
    AdoptionState.GIVEN_UP: pgettext_lazy("state of an adoption", "given up"),
}
TEXT_LABELS = {
    "problem": _("the problem"),
    "actions": _("what was done"),
    "resources": _("people, money, means"),
    "evidence": _("results and how they are proved"),
    "obstacles": _("obstacles and how they were overcome"),
    "transfer": _("what another place needs to take it over"),
}
LACK_SENTENCES = {
    Lack.PROBLEM: _("Say which problem the practice answers."),
    Lack.ACTIONS: _("Describe what was done."),
    Lack.EVIDENCE: _("Say what came of it and how that is known."),
    Lack.TRANSFER: _("Say what another place needs to take it over."),
    Lack.OWNER: _("Name the organisation whose practice it is."),
    Lack.PLACE: _("Say where it works."),
    Lack.CONTACT: _("Name somebody who answers questions."),
}
BAR_SENTENCES = {
    Bar.NOT_NEXT: _(
        "This step does not follow from the present state; somebody may have taken it meanwhile."
    ),
    Bar.INCOMPLETE: _("The card is not complete yet."),
    Bar.NO_FEEDBACK: _("Write to the author what has to be changed."),
    Bar.OWN: _("Nobody checks what their own partnership wrote."),
    Bar.NO_GRADE: _("Grade the evidence before the practice goes into the catalogue."),
}
