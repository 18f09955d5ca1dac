"""Forms of the rulebook: categories, questions, criteria, points of the formal check."""

from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.forms.fields import LinesField
from spoiwo.contests.models import Category, CheckPoint, Criterion, Edition, FormField
from spoiwo.contests.rules.states import FieldKind
from spoiwo.register.labels import KIND_LABELS

LONGEST_TEXT = 20_000  # characters
LARGEST_FILE = 50  # megabytes


class CategoryForm(forms.ModelForm):
    """A category: what is looked for, who may enter, how much is awarded."""

    kinds = forms.MultipleChoiceField(
        label=_("who may enter"),
        required=False,
        choices=list(KIND_LABELS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave all unticked where anybody may."),
    )

    class Meta:
        model = Category
        fields = ["name", "hint", "kinds", "laureates", "threshold"]
        help_texts = {
            "laureates": _("Leave empty where the commission gives as many or as few as it finds."),
            "threshold": _("Below it no entry is proposed for an award; 0 means none."),
        }


class FieldForm(forms.ModelForm):
    """A question of an entry form."""

    choices = LinesField(label=_("choices, one on each line"), help_text=_("Only for a choice of one."))

    class Meta:
        model = FormField
        fields = ["kind", "label", "hint", "limit", "choices", "is_required", "is_identity", "is_public"]
        help_texts = {
            "limit": _("For a text the most characters, for an attachment the most megabytes."),
            "label": _("A whole question or instruction: What did you do, for whom, with whom?"),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind, limit = data.get("kind"), data.get("limit")
        if kind == FieldKind.CHOICE and len(data.get("choices") or []) < 2:
            self.add_error("choices", gettext("Write at least two choices."))
        if kind == FieldKind.FILE and limit and limit > LARGEST_FILE:
            said = gettext("At most %(most)d MB are taken.") % {"most": LARGEST_FILE}
            self.add_error("limit", said)
        return data


class CriterionForm(forms.ModelForm):
    """One criterion; a row without a name is left out."""

    name = forms.CharField(label=_("criterion"), max_length=200, required=False)

    class Meta:
        model = Criterion
        fields = ["name", "hint", "category", "weight", "threshold"]
        widgets = {"hint": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "hint": _("What 0, the middle and the highest score mean. Jurors read it while scoring.")
        }

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["category"].queryset = edition.categories.all()
        self.fields["category"].empty_label = gettext("in all categories")
        self.highest = edition.scale_max

    def clean_threshold(self) -> Any:
        threshold = self.cleaned_data["threshold"]
        if threshold is not None and not 0 <= threshold <= self.highest:
            raise forms.ValidationError(
                gettext("The threshold must lie on the scale from 0 to %(most)d.") % {"most": self.highest}
            )
        return threshold


class PointForm(forms.ModelForm):
    """One point of the formal check; a row without a question is left out."""

    question = forms.CharField(label=_("what is checked"), max_length=300, required=False)
    paragraph = forms.CharField(
        label=_("paragraph of the rules"), max_length=40, required=False, help_text=_("e.g. § 5 ust. 2 pkt 1")
    )

    class Meta:
        model = CheckPoint
        fields = ["question", "paragraph", "is_correctable"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("question") and not data.get("paragraph"):
            self.add_error("paragraph", gettext("Say which paragraph of the rules demands this."))
        return data


class _Rows(BaseFormSet):
    needed = "name"

    def rows(self) -> list[dict[str, Any]]:
        """The rows that say something, in their order."""
        return [
            {name: form.cleaned_data[name] for name in form._meta.fields}
            for form in self.forms
            if form.cleaned_data.get(self.needed)
        ]


class _PointRows(_Rows):
    needed = "question"


CriterionForms = formset_factory(CriterionForm, formset=_Rows, extra=2, max_num=20, absolute_max=24)
PointForms = formset_factory(PointForm, formset=_PointRows, extra=3, max_num=40, absolute_max=48)
