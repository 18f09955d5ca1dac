"""Forms of the redaction assistant: what stays, what goes besides, a rectangle on a page."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.forms.fields import LinesField
from spoiwo.documents.blinding import Rectangle

LEAST = 0.2  # per cent of the page: a click that drew nothing


class CopyForm(forms.Form):
    """The ticks beside the finds, and more words to hide."""

    keep = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    more = LinesField(
        label=_("hide these words too"),
        help_text=_("One name or phrase in a line, as in the nominative; every case of it is found."),
    )

    def __init__(self, *args: Any, keys: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["keep"].choices = [(key, key) for key in keys]


class BoxForm(forms.Form):
    """A rectangle, as per cents of the page counted from its upper left corner."""

    page = forms.IntegerField(label=_("page"), min_value=1, max_value=1000, initial=1)
    x0 = forms.FloatField(label=_("from the left (%)"), min_value=0, max_value=100)
    y0 = forms.FloatField(label=_("from the top (%)"), min_value=0, max_value=100)
    x1 = forms.FloatField(label=_("to, from the left (%)"), min_value=0, max_value=100)
    y1 = forms.FloatField(label=_("to, from the top (%)"), min_value=0, max_value=100)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for first, last in (("x0", "x1"), ("y0", "y1")):
            if first in data and last in data and data[last] - data[first] < LEAST:
                self.add_error(last, _("The rectangle ends before it begins."))
        return data

    def rectangle(self) -> Rectangle:
        """The same in shares of the page."""
        data = self.cleaned_data
        return Rectangle(data["page"], *(round(data[side] / 100, 4) for side in ("x0", "y0", "x1", "y1")))
