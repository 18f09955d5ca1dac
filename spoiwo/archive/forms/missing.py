"""Words of a source that tell of a record nobody proposed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.archive.labels import KIND_LABELS
from spoiwo.archive.rules.missing import LONGEST
from spoiwo.archive.rules.states import RECORDS, FactKind


class MissingForm(forms.Form):
    """What it is, and the words it rests on."""

    kind = forms.ChoiceField(label=_("what it is"), choices=[(kind, KIND_LABELS[kind]) for kind in RECORDS])
    words = forms.CharField(
        label=_("words of the text"),
        max_length=LONGEST,
        help_text=_("Select them in the text above, or copy them here."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, initial={"kind": FactKind.MEETING}, **options)
