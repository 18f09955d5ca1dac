"""Forms of contests and editions: the contest, a new edition, its settings, a longer deadline, patronage."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.forms.fields import MomentField
from spoiwo.contests.models import Contest, Edition, Patronage
from spoiwo.contests.permissions import KEEPERS
from spoiwo.contests.queries.rulebook import FROZEN_SETTINGS
from spoiwo.files import store
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.models import Meeting
from spoiwo.partnerships.forms.whose import WhoseField
from spoiwo.register.forms.fields import DayField, OrganisationField


class ContestForm(forms.ModelForm):
    """A contest; for whom is asked only of who keeps the contests of several partnerships."""

    partnership = WhoseField(label=_("kept by the partnership"))

    class Meta:
        model = Contest
        fields = ["partnership", "name", "organiser", "organiser_name", "aim", "title_after", "title_name"]
        help_texts = {
            "organiser_name": _("Only where the organiser is not in the register."),
            "title_after": _(
                "From which award on the organisation receives a title besides: 4 for “Primus inter pares”. "
                "Leave empty where the rules know no such title."
            ),
        }
        labels = {"organiser_name": _("name of the organiser")}

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organiser"] = OrganisationField(
            actor, label=_("organiser in the register"), required=False
        )
        if self.instance.pk:
            del self.fields["partnership"]
            return
        self.fields["partnership"].offer(actor, KEEPERS)


class EditionNewForm(forms.Form):
    """The year, and which edition is copied."""

    year = forms.IntegerField(label=_("year"), min_value=1990, max_value=2100)
    name = forms.CharField(
        label=_("name of the edition"),
        max_length=200,
        help_text=_("As it stands on pages, letters and diplomas."),
    )
    source = forms.ModelChoiceField(
        label=_("copy rules, forms and criteria of"),
        queryset=None,
        required=False,
        empty_label=_("none, begin anew"),
    )

    def __init__(self, *args: Any, contest: Contest, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["source"].queryset = contest.editions.all()


class EditionForm(forms.ModelForm):
    """The settings of an edition; what has frozen is shown and cannot be changed."""

    opens_at = MomentField(label=_("entries are taken from"), required=False)
    closes_at = MomentField(label=_("entries are taken until"), required=False)
    scoring_until = MomentField(label=_("score cards are due"), required=False)
    announced_at = MomentField(
        label=_("embargo until"),
        required=False,
        help_text=_("Nothing of the result shows before. Left empty, it is the end of the gala."),
    )
    audience_from = MomentField(label=_("the audience votes from"), required=False)
    audience_until = MomentField(
        label=_("the audience votes until"),
        required=False,
        help_text=_("Leave both empty where the audience gives no award."),
    )
    rules = forms.FileField(
        label=_("rules of the contest as PDF"), required=False, help_text=_("Signed, if they were signed.")
    )

    class Meta:
        model = Edition
        fields = [
            "name",
            "year",
            "summary",
            "rules_text",
            "clause",
            "opens_at",
            "closes_at",
            "grace_minutes",
            "correction_days",
            "appeal_days",
            "scoring_until",
            "announced_at",
            "gala",
            "scale_max",
            "scale_step",
            "tie_rule",
            "is_blind",
            "per_entry",
            "quorum_percent",
            "votes_in_secret",
            "audience_from",
            "audience_until",
        ]
        help_texts = {
            "grace_minutes": _("Whoever has begun may still submit so long after the deadline; it is noted."),
            "correction_days": _("Working days in Poland, counted from the day after the call."),
            "per_entry": _(
                "How many jurors read each entry. Three is usual; the plan shows how precise that is."
            ),
            "clause": _("Stands below the entry form and in the letters to entrants."),
        }
        widgets = {"rules_text": forms.Textarea(attrs={"rows": 14})}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        contest = self.instance.contest
        self.fields["gala"].queryset = Meeting.objects.filter(partnership=contest.partnership_id).order_by(
            "-starts_at"
        )
        if self.instance.is_frozen:
            for name in (*FROZEN_SETTINGS, "rules"):
                if name in self.fields:
                    self.fields[name].disabled = True

    def clean_rules(self) -> Any:
        return _checked_pdf(self.cleaned_data.get("rules"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        _in_order(self, "opens_at", "closes_at", gettext("The deadline must lie after the beginning."))
        _in_order(self, "audience_from", "audience_until", gettext("The vote must end after it begins."))
        return data

    def settings(self) -> dict[str, Any]:
        """What the action takes: every field but the file and those that are frozen."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "rules" and not self.fields[name].disabled
        }


class ExtensionForm(forms.Form):
    """A later deadline, with the reason that goes on record."""

    closes_at = MomentField(label=_("new deadline"))
    reason = forms.CharField(
        label=_("reason"),
        max_length=300,
        help_text=_("Stands on the page of the contest beside the new deadline."),
    )

    def clean_closes_at(self) -> Any:
        at = self.cleaned_data["closes_at"]
        if at <= timezone.now():
            raise ValidationError(gettext("This moment has passed already."))
        return at


class PatronageForm(forms.ModelForm):
    """A request for patronage and what became of it."""

    sent_on = DayField(label=_("sent on"), required=False)
    answered_on = DayField(label=_("answered on"), required=False)

    class Meta:
        model = Patronage
        fields = ["patron", "days_before", "state", "sent_on", "answered_on", "note"]
        help_texts = {"days_before": _("How long before the event the patron’s own rules want the request.")}


def _checked_pdf(file: Any) -> Any:
    if file:
        try:
            store.check(file, kinds=("application/pdf",))
        except Refused as problem:
            raise ValidationError(problem.reason) from None
    return file


def _in_order(form: forms.BaseForm, first: str, second: str, said: str) -> None:
    begins, ends = form.cleaned_data.get(first), form.cleaned_data.get(second)
    if begins and ends and ends <= begins:
        form.add_error(second, said)
