"""Forms of the hall: what lets people take part, slips, notes, what a participant says of themselves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.register.labels import SECTOR_LABELS
from spoiwo.workshops.labels import ENTRY_LABELS
from spoiwo.workshops.rules.states import Entry


class EntryForm(forms.Form):
    """What lets people take part."""

    entry = forms.ChoiceField(
        label=_("What lets people take part"),
        choices=list(ENTRY_LABELS.items()),
        help_text=_("Either way each person has one voice. It cannot be changed once somebody takes part."),
    )

    def clean_entry(self) -> Entry:
        """The kind of entry."""
        return Entry(self.cleaned_data["entry"])


class SlipsForm(forms.Form):
    """How many slips to make."""

    count = forms.IntegerField(
        label=_("How many slips"),
        min_value=1,
        max_value=1000,
        help_text=_("One for each person, and some to spare."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


class VoidForm(forms.Form):
    """The code of a lost slip."""

    code = forms.CharField(label=_("Code of the lost slip"), max_length=60)


class NotesForm(forms.Form):
    """What is noted in the plenary."""

    notes = forms.CharField(
        label=_("Notes from the plenary"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=20_000,
        help_text=_("They go into the report of the workshop."),
    )


class AboutForm(forms.Form):
    """What a participant says of themselves, so that it is seen whose voices have been heard."""

    sector = forms.ChoiceField(label=_("Where do you come from?"), choices=list(SECTOR_LABELS.items()))
