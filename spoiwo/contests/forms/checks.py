"""Forms of the formal check: one person's answers, the decision, the decision on an appeal."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.labels import ANSWER_LABELS, OUTCOME_LABELS
from spoiwo.contests.models import CheckPoint, FormField
from spoiwo.contests.rules.formal import Said
from spoiwo.contests.rules.states import Answer


class CheckForm(forms.Form):
    """An answer, a note and the fields concerned for each point of the check."""

    def __init__(
        self,
        *args: Any,
        points: Sequence[CheckPoint],
        fields: Sequence[FormField],
        said: dict[int, Said],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.points = points
        for point in points:
            before = said.get(point.pk)
            self.fields[f"answer-{point.pk}"] = forms.ChoiceField(
                label=point.question,
                required=False,
                initial=before.answer if before else None,
                choices=[one for one in ANSWER_LABELS.items() if _is_possible(one[0], point)],
                widget=forms.RadioSelect,
            )
            self.fields[f"note-{point.pk}"] = forms.CharField(
                label=_("what is wrong (the entrant reads it)"),
                required=False,
                max_length=1000,
                initial=before.note if before else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            if point.is_correctable:
                self.fields[f"fields-{point.pk}"] = forms.MultipleChoiceField(
                    label=_("fields to be corrected"),
                    required=False,
                    initial=list(before.fields) if before else [],
                    choices=[(field.key, field.label) for field in fields],
                    widget=forms.CheckboxSelectMultiple,
                )

    def said(self) -> dict[int, Said]:
        """Point's id → answer, without the points that were not answered."""
        data = self.cleaned_data
        return {
            point.pk: Said(
                data[f"answer-{point.pk}"],
                data[f"note-{point.pk}"],
                tuple(data.get(f"fields-{point.pk}", ()))
                if data[f"answer-{point.pk}"] == Answer.TO_CORRECT
                else (),
            )
            for point in self.points
            if data.get(f"answer-{point.pk}")
        }

    def rows(self) -> list[tuple[CheckPoint, list[forms.BoundField]]]:
        """Each point with its bound fields."""
        return [
            (
                point,
                [
                    self[f"{name}-{point.pk}"]
                    for name in ("answer", "note", "fields")
                    if f"{name}-{point.pk}" in self.fields
                ],
            )
            for point in self.points
        ]


class DecisionForm(forms.Form):
    """What is decided, what is unlocked, and why it departs from what was found."""

    outcome = forms.ChoiceField(
        label=_("decision"), choices=list(OUTCOME_LABELS.items()), widget=forms.RadioSelect
    )
    fields_ = forms.MultipleChoiceField(
        label=_("fields open for correction"), required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(
        label=_("a further remark to the entrant"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    departs = forms.CharField(
        label=_("why the decision departs from what was found"),
        required=False,
        max_length=2000,
        help_text=_("Only where the two did not agree, or you decide otherwise. It stays in the records."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, fields: Sequence[FormField], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["fields_"].choices = [(field.key, field.label) for field in fields]


class AppealDecisionForm(forms.Form):
    """Whether an appeal is granted, and why."""

    granted = forms.ChoiceField(
        label=_("the appeal is"),
        choices=[("yes", _("granted: the entry is admitted")), ("no", _("dismissed"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("reasons (the entrant reads them)"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )


def _is_possible(answer: str, point: CheckPoint) -> bool:
    return point.is_correctable or answer != Answer.TO_CORRECT
