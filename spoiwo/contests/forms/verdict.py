"""Forms of the verdict: a sitting with its attendance, a vote, an award, reasons, a correction."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.forms.fields import MomentField
from spoiwo.contests.labels import ATTENDANCE_LABELS, AWARD_LABELS
from spoiwo.contests.models import Correction, Edition, Member, Presence, Sitting
from spoiwo.contests.queries.results import Row, Table
from spoiwo.contests.rules.states import Attendance, AwardKind
from spoiwo.meetings.models import Meeting

GIVEN = (AwardKind.LAUREATE, AwardKind.DISTINCTION)
LONGEST = 10_000


class SittingForm(forms.ModelForm):
    """When, where and how the commission sat, who was there, what happened."""

    held_at = MomentField(label=pgettext_lazy("sitting", "held"))

    class Meta:
        model = Sitting
        fields = ["held_at", "form", "place", "meeting", "course", "remarks"]
        widgets = {"course": forms.Textarea(attrs={"rows": 6}), "remarks": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "course": _(
                "What was discussed, in which order. Awards and votes are put into the minutes by themselves."
            ),
            "meeting": _("Only where the sitting is in the calendar of meetings."),
        }

    def __init__(
        self, *args: Any, edition: Edition, members: Iterable[tuple[Member, Presence | None]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["meeting"].queryset = Meeting.objects.filter(
            partnership=edition.contest.partnership_id
        ).order_by("-starts_at")
        self.members = list(members)
        for member, noted in self.members:
            self.fields[f"attendance-{member.pk}"] = forms.ChoiceField(
                label=gettext("Attendance") + f": {member}",
                choices=list(ATTENDANCE_LABELS.items()),
                initial=noted.attendance if noted else Attendance.PRESENT,
            )

    def attendance(self) -> dict[Member, str]:
        """Member → attendance."""
        return {member: self.cleaned_data[f"attendance-{member.pk}"] for member, _noted in self.members}

    def facts(self) -> dict[str, Any]:
        """The sitting's own fields."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}


class PollForm(forms.Form):
    """A vote as it was counted: on a motion, or between entries."""

    question = forms.CharField(label=_("what was voted on"), max_length=300)
    is_secret = forms.BooleanField(label=_("the vote was secret"), required=False)
    between = forms.MultipleChoiceField(
        label=_("vote between these entries"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave all unticked for a motion that is for or against."),
    )
    yes = forms.IntegerField(label=_("for"), required=False, min_value=0)
    no = forms.IntegerField(label=_("against"), required=False, min_value=0)
    blank = forms.IntegerField(label=_("abstained or blank"), required=False, min_value=0)

    def __init__(self, *args: Any, rows: Iterable[Row], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows = list(rows)
        self.fields["between"].choices = [(str(row.entry), row.name) for row in self.rows]
        for row in self.rows:
            self.fields[f"for-{row.entry}"] = forms.IntegerField(label=row.name, required=False, min_value=0)

    def entries(self) -> list[int]:
        """Ids of the entries voted between; empty for a motion."""
        return [int(pk) for pk in self.cleaned_data["between"]]

    def counts(self) -> dict[str, int]:
        """Option → votes, as the action takes them."""
        data = self.cleaned_data
        votes = {str(pk): data[f"for-{pk}"] or 0 for pk in self.entries()}
        if not votes:
            votes = {"yes": data["yes"] or 0, "no": data["no"] or 0}
        return votes | {"blank": data["blank"] or 0}

    def clean_between(self) -> list[str]:
        chosen = self.cleaned_data["between"]
        if len(chosen) == 1:
            raise forms.ValidationError(gettext("Choose at least two entries, or none for a motion."))
        return chosen


class AwardForm(forms.Form):
    """An award to one entry of a category, chosen in the order of the ranking."""

    entry = forms.ChoiceField(label=_("entry"))
    kind = forms.ChoiceField(label=_("award"), choices=[(kind, AWARD_LABELS[kind]) for kind in GIVEN])
    name = forms.CharField(
        label=_("title or place"),
        max_length=200,
        help_text=_("As it stands on the diploma, e.g. „I miejsce”."),
    )
    is_ex_aequo = forms.BooleanField(label="ex aequo", required=False)
    reason = forms.CharField(
        label=_("why (without names: it is published with the seal)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, table: Table | None, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = table.rows if table else []
        said = gettext("%(place)d. %(name)s (%(score).2f)")
        self.fields["entry"].choices = [
            (str(row.entry), said % {"place": row.place, "name": row.name, "score": row.calibrated})
            for row in rows
        ]

    def award(self) -> dict[str, Any]:
        """What the action takes beside the entry."""
        return {name: value for name, value in self.cleaned_data.items() if name != "entry"}


class ReasonForm(forms.Form):
    """The reasons of the commission for its verdict on a category."""

    reason = forms.CharField(
        label=_("reasons of the commission"),
        required=False,
        max_length=LONGEST,
        help_text=_(
            "Needed where the awards are not what the order proposes. Without names: it is published."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    no_award = forms.BooleanField(label=_("no award is given in this category"), required=False)


class CorrectionForm(forms.ModelForm):
    """A correction of a sealed result."""

    class Meta:
        model = Correction
        fields = ["text", "reason"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3}), "reason": forms.Textarea(attrs={"rows": 3})}
