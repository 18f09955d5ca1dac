"""Forms of screening: criteria row by row, and one person's marks of one proposal."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from spoiwo.workshops.models import Criterion

NAMES = ("name", "question", "low", "high", "weight", "is_veto", "threshold", "is_lower_better")
CANNOT = "none"


class CriterionForm(forms.ModelForm):
    """One criterion; a row without a name is left out."""

    name = forms.CharField(label=_("criterion"), max_length=120, required=False)
    low = forms.IntegerField(label=_("lowest mark"), initial=1, min_value=0, max_value=10)
    high = forms.IntegerField(label=_("highest mark"), initial=5, min_value=1, max_value=10)
    weight = forms.IntegerField(
        label=_("weight"), initial=1, min_value=0, max_value=10, help_text=_("0: shown, but not counted.")
    )

    class Meta:
        model = Criterion
        fields = NAMES
        help_texts = {
            "threshold": _(
                "A proposal that stays below it is pointed out; for a veto criterion each single mark counts."
            )
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        low, high, threshold = data.get("low"), data.get("high"), data.get("threshold")
        if low is not None and high is not None and low >= high:
            self.add_error("high", _("The highest mark must be above the lowest."))
        elif threshold is not None and low is not None and high is not None and not low <= threshold <= high:
            self.add_error("threshold", _("The threshold must lie on the scale."))
        return data


class _CriterionForms(BaseFormSet):
    def rows(self) -> list[dict[str, Any]]:
        """The criteria that have a name, in their order."""
        return [
            {name: form.cleaned_data[name] for name in NAMES}
            for form in self.forms
            if form.cleaned_data.get("name")
        ]


CriterionForms = formset_factory(CriterionForm, formset=_CriterionForms, extra=2, max_num=10, absolute_max=12)


def marks_of(posted: Any, criteria: Iterable[Criterion]) -> dict[int, int | None]:
    """Criterion → mark, None for “cannot judge”; a criterion that was not answered is left out. ValueError for no number."""
    marks: dict[int, int | None] = {}
    for one in criteria:
        said = posted.get(f"mark-{one.pk}", "")
        if said == CANNOT:
            marks[one.pk] = None
        elif said:
            marks[one.pk] = int(said[:6])
    return marks
