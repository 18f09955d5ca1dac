"""Forms of steps, in templates and in workshops alike, and of copying them."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from spoiwo.kit import phrases
from spoiwo.workshops.forms.themes import read_themes
from spoiwo.workshops.labels import (
    FORM_LABELS,
    GROUPING_LABELS,
    METHOD_LABELS,
    NAMING_LABELS,
    STEP_LABELS,
    STYLE_LABELS,
)
from spoiwo.workshops.rules.states import StepKind
from spoiwo.workshops.rules.steps import NEEDS, missing, settled

MOST_THEMES = 40
Choices = Iterable[tuple[str, Any]]


def _choices(labels: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    return [("", _("choose")), *labels.items()]


class StepForm(forms.Form):
    """A step; `sources` are the earlier steps it can continue, as (value, words) or in groups of these.

    Which fields count depends on the kind (`rules/steps.py`): the others are not asked for and not kept.
    """

    title = forms.CharField(label=_("title"), max_length=200)
    kind = forms.ChoiceField(label=_("kind of step"), choices=list(STEP_LABELS.items()))
    minutes = forms.IntegerField(label=_("lasts (minutes)"), min_value=1, max_value=900, initial=30)
    instruction = forms.CharField(
        label=_("task, as the facilitator reads it aloud"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("It also stands on the screen, on phones and at the tables."),
    )
    takes_from = forms.ChoiceField(
        label=_("continues"),
        required=False,
        help_text=_("What came out of that step lies before people while they work in this one."),
    )
    form = forms.ChoiceField(label=_("form of the sheet"), required=False, choices=_choices(FORM_LABELS))
    grouping = forms.ChoiceField(
        label=_("how groups are made"), required=False, choices=_choices(GROUPING_LABELS)
    )
    themes = forms.CharField(
        label=_("themes of the groups"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One theme a line, one table for each."),
    )
    style = forms.ChoiceField(
        label=_("whose ideas people see while writing"), required=False, choices=list(STYLE_LABELS.items())
    )
    naming = forms.ChoiceField(
        label=_("what an idea says of its author"), required=False, choices=list(NAMING_LABELS.items())
    )
    is_moderated = forms.BooleanField(label=_("ideas are looked at before they are shown"), required=False)
    method = forms.ChoiceField(label=_("method of voting"), required=False, choices=_choices(METHOD_LABELS))
    budget = forms.IntegerField(
        label=_("points each person gives"),
        required=False,
        min_value=1,
        max_value=1000,
        help_text=_("Only where people give points."),
    )
    seats = forms.IntegerField(
        label=_("how many are to be chosen"), required=False, min_value=1, max_value=500
    )

    GROUPS = (
        ("", None, ("title", "kind", "minutes", "instruction", "takes_from")),
        (StepKind.SHEETS, _("Group sheets"), ("form", "grouping", "themes")),
        (StepKind.IDEAS, _("Ideas of single people"), ("style", "naming", "is_moderated")),
        (StepKind.VOTE, _("Vote"), ("method", "budget", "seats")),
    )

    def __init__(self, *args: Any, sources: Choices = (), initial: Mapping[str, Any], **options: Any) -> None:
        first = dict(initial)
        if "themes" in first:
            first["themes"] = "\n".join(first["themes"])
        super().__init__(*args, initial=first, **options)
        self.fields["takes_from"].choices = [("", pgettext("what a step continues", "nothing")), *sources]
        self._mark_needed()

    def groups(self) -> list[tuple[str, Any, list[forms.BoundField]]]:
        """Fields under their headings, each with the kind they belong to; the first are everybody's."""
        return [(kind, heading, [self[name] for name in names]) for kind, heading, names in self.GROUPS]

    def full_clean(self) -> None:
        """Asks for what the chosen kind needs; on the page the fields of the other kinds are no more optional than these."""
        wanted = NEEDS.get(self.data.get("kind", ""), ())
        for name in chain.from_iterable(NEEDS.values()):
            self.fields[name].required = name in wanted
        super().full_clean()
        self._mark_needed()

    def _mark_needed(self) -> None:
        for name in chain.from_iterable(NEEDS.values()):
            self.fields[name].required = True

    def clean_themes(self) -> list[str]:
        """The themes, each once, in their order."""
        return read_themes(self.cleaned_data["themes"], MOST_THEMES)

    def clean(self) -> dict[str, Any]:
        """The fields of the model; what the kind has no use for is as if it had never been filled."""
        data = super().clean() or {}
        if "kind" not in data:
            return data
        for name in missing(data):
            if name not in self.errors:
                self.add_error(name, phrases.REQUIRED)
        return data

    def values(self) -> dict[str, Any]:
        """What is to be kept, for the actions; `takes_from` as it was chosen."""
        return settled(self.cleaned_data)


class SourceForm(forms.Form):
    """Whose steps are copied: `choices` are groups of (value, words)."""

    source = forms.ChoiceField(label=_("Copy the steps of"))

    def __init__(self, *args: Any, choices: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["source"].choices = [("", _("choose")), *choices]
