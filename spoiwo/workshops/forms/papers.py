"""What a report of a workshop is to hold."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.workshops.models import Step
from spoiwo.workshops.queries.report import Scope


class ReportForm(forms.Form):
    """People in counts or by name, photographs or not, which steps; names are offered only to those who may read them."""

    names = forms.BooleanField(
        label=_("People by name"),
        required=False,
        help_text=_("Without it the report says how many came from each sector and institution."),
    )
    photos = forms.BooleanField(label=_("With photographs of paper sheets"), required=False)
    steps = forms.TypedMultipleChoiceField(
        label=_("Only these steps"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none to have all of them."),
    )

    def __init__(self, *args: object, steps: Iterable[Step], with_names: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["steps"].choices = [(step.pk, step.title) for step in steps]
        if not with_names:
            del self.fields["names"]

    def scope(self) -> Scope:
        """What was asked for; the usual report where something asked for cannot be understood."""
        if not self.is_valid():
            return Scope()
        data = self.cleaned_data
        return Scope(data.get("names", False), data["photos"], frozenset(data["steps"]))
