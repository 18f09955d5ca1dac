"""The form of diplomas: which, on what paper, who signs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.contests.models import Edition


class DiplomaForm(forms.Form):
    """Which diplomas are printed, and what stands at their foot."""

    paper = forms.ChoiceField(label=_("paper"), choices=[("a3", "A3"), ("a4", "A4")])
    award = forms.ModelChoiceField(
        label=_("diploma of"), queryset=None, required=False, empty_label=_("all laureates")
    )
    town = forms.CharField(label=pgettext_lazy("of a document", "place"), max_length=80, required=False)
    signer = forms.CharField(label=_("who signs"), max_length=120, required=False)
    function = forms.CharField(label=_("function of who signs"), max_length=150, required=False)

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["award"].queryset = edition.awards.all()
