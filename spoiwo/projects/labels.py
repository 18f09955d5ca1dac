"""Words for the texts and states of a card, sentences for what is missing or refused."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.projects.rules import Bar, CardState, Lack, ProjectState

STATE_LABELS = {
    CardState.DRAFT: pgettext_lazy("state of a concept card", "being worked out"),
    CardState.AGREED: pgettext_lazy("state of a concept card", "agreed"),
    CardState.PRESENTED: pgettext_lazy("state of a concept card", "presented"),
    CardState.DROPPED: pgettext_lazy("state of a concept card", "dropped"),
}

PROJECT_LABELS = {
    ProjectState.PLANNED: pgettext_lazy("state of a project", "planned"),
    ProjectState.RUNNING: pgettext_lazy("state of a project", "under way"),
    ProjectState.COMPLETED: pgettext_lazy("state of a project", "completed"),
    ProjectState.GIVEN_UP: pgettext_lazy("state of a project", "given up"),
}

TEXT_LABELS = {
    "aim": pgettext_lazy("concept card", "aim"),
    "problem": pgettext_lazy("concept card", "problem"),
    "needs": pgettext_lazy("concept card", "needs"),
    "resources": pgettext_lazy("concept card", "own resources"),
    "goals": pgettext_lazy("concept card", "goals"),
    "actions": pgettext_lazy("concept card", "actions"),
    "target_group": pgettext_lazy("concept card", "target group"),
    "partners_note": pgettext_lazy("concept card", "co-operation of the partners"),
    "risks": pgettext_lazy("concept card", "risks"),
    "judged_by": pgettext_lazy("concept card", "how the results will be judged"),
}

TEXT_HINTS = {
    "aim": _("One or two sentences: what will be better, for whom and where."),
    "problem": _(
        "What is wrong today, and how one knows it: figures, observations, voices from the workshops."
    ),
    "needs": _("What the people and institutions concerned need."),
    "resources": _("What is there already: people, buildings, equipment, experience, money."),
    "goals": _("One goal a line, each of a kind that one can tell whether it was reached."),
    "actions": _("One action a line, in the order in which they will be done."),
    "target_group": _("For whom, and how many people or firms."),
    "partners_note": _("Who takes part beside the partners on the list, and how they work together."),
    "risks": _("One risk a line: what can go wrong and what will be done then."),
    "judged_by": _("What will be counted or asked, when and by whom."),
}

LACK_SENTENCES = {
    Lack.AIM: _("Write the aim."),
    Lack.ACTIONS: _("Write the actions."),
    Lack.LEADER: _("Name the leader."),
    Lack.DEPUTY: _("Name the leader's deputy."),
    Lack.SAME_PERSON: _("The deputy must be somebody else than the leader."),
    Lack.NEXT_STEP: _("Write the next step."),
    Lack.DAY: _("Set the day of the next step."),
}

BAR_SENTENCES = {
    Bar.NOT_NEXT: _("This step is not possible now."),
    Bar.INCOMPLETE: _("The card is not complete yet."),
    Bar.AGREED: _("This card has been agreed. Take it back into work to change its texts."),
    Bar.DROPPED: _("This card has been dropped. Take it up again to change it."),
}
