"""Words for the kinds and states of this room, sentences for what is missing and what is refused."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.practices.rules.cards import Bar, Lack
from spoiwo.practices.rules.comparing import Difference
from spoiwo.practices.rules.data import Fault
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
    Evidence.TOLD: pgettext_lazy("grade of evidence", "told"),
    Evidence.COUNTED: pgettext_lazy("grade of evidence", "counted"),
    Evidence.COMPARED: pgettext_lazy("grade of evidence", "compared before and after"),
    Evidence.CONTROLLED: pgettext_lazy("grade of evidence", "compared with others"),
    Evidence.REPEATED: pgettext_lazy("grade of evidence", "repeated"),
}
EVIDENCE_MEANINGS = {
    Evidence.TOLD: _("Those who did it describe the result."),
    Evidence.COUNTED: _("Figures were collected as it went on."),
    Evidence.COMPARED: _("Figures from before and after are set side by side."),
    Evidence.CONTROLLED: _("The result is set beside that of people or places that did without it."),
    Evidence.REPEATED: _("The same result was reached and shown in several places."),
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
    "problem": pgettext_lazy("part of a practice", "the problem"),
    "actions": pgettext_lazy("part of a practice", "what was done"),
    "resources": pgettext_lazy("part of a practice", "people, money, means"),
    "evidence": pgettext_lazy("part of a practice", "results and how they are proved"),
    "obstacles": pgettext_lazy("part of a practice", "obstacles and how they were overcome"),
    "transfer": pgettext_lazy("part of a practice", "what another place needs to take it over"),
}
TEXT_HINTS = {
    "problem": _("What was wrong, for whom, and how one knew it."),
    "actions": _("Step by step, so that somebody else could begin tomorrow. One step a line."),
    "resources": _("Who worked on it and for how long, what it cost, rooms and equipment, permits."),
    "evidence": _(
        "Figures with their source and day; what was counted before and after; what is only an impression."
    ),
    "obstacles": _("What went wrong or nearly did, and what helped. It is this that others look for most."),
    "transfer": _("Conditions without which it does not work, and what may safely be changed."),
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
DIFFERENCE_SENTENCES = {
    Difference.SAME: _("about the same"),
    Difference.HIGHER: _("higher by %(number)s %%"),
    Difference.LOWER: _("lower by %(number)s %%"),
    Difference.TWICE: _("about twice as high"),
    Difference.TIMES: _("about %(number)s times as high"),
    Difference.HALF: _("about half as high"),
    Difference.PART: _("only %(number)s %% of it"),
    Difference.ABOVE: pgettext_lazy("one value beside another", "higher"),
    Difference.BELOW: pgettext_lazy("one value beside another", "lower"),
}
FAULT_SENTENCES = {
    Fault.EMPTY: _("The file is empty."),
    Fault.TOO_LARGE: _("The file is larger than 10 MB. Split it."),
    Fault.NOT_TEXT: _(
        "This is not a CSV file in UTF-8 or Windows-1250. Save the table as CSV and send that."
    ),
    Fault.COLUMN_MISSING: _("These columns are missing in the first line: %(value)s."),
    Fault.WRONG_LENGTH: _("The row has too few cells."),
    Fault.NO_CODE: _("The code of the indicator is missing or longer than 40 characters."),
    Fault.NO_NAME: _("The name of the indicator is missing or too long."),
    Fault.TOO_LONG: _("The unit of measure or the source is too long: %(value)s."),
    Fault.DIFFERENT: _("The indicator %(value)s has another name, unit or source in an earlier row."),
    Fault.WRONG_COUNTY: _("“%(value)s” is no TERYT code of a county."),
    Fault.WRONG_YEAR: _("“%(value)s” is no year between 1990 and 2100."),
    Fault.WRONG_VALUE: _("“%(value)s” is no number."),
    Fault.REPEATED: _("Indicator, county and year stand in an earlier row already: %(value)s."),
}
