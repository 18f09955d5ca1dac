"""Forms of processing rules and of consents on paper."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.listing import Filters
from spoiwo.meetings.models import ProcessingRule
from spoiwo.partnerships.models import Partnership

CLAUSE_FIELDS = ("administrator", "kontakt_iod", "partnerstwo")


class RuleForm(forms.ModelForm):
    """One rule: kept either by years or by days; rules for all partnerships are the administrator's."""

    class Meta:
        model = ProcessingRule
        fields = [
            "partnership", "subject", "purpose", "basis", "keep_years", "keep_days", "clause", "since", "until",
        ]  # fmt: skip
        widgets = {
            "clause": forms.Textarea(attrs={"rows": 9}),
            "since": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "until": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }
        help_texts = {
            "keep_years": _("Full years, counted from 1 January after the meeting. Fill in years or days."),
            "keep_days": _("Days after the meeting, for data that serve nothing once it is over."),
            "clause": _(
                "What guests read. {administrator}, {kontakt_iod} and {partnerstwo} are filled from the partnership's data."
            ),
            "since": _("The rule counts for meetings from this day on."),
            "until": _("The last day. Where the law changes, end this rule and add another."),
        }

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        kept = Partnership.objects.all()
        if not actor.is_admin:
            kept = kept.filter(pk__in=actor.partnerships_as(Role.COORDINATOR))
        field = self.fields["partnership"]
        field.queryset, field.required = kept.order_by("name_key"), not actor.is_admin
        field.empty_label = _("all partnerships") if actor.is_admin else None

    def clean_clause(self) -> str:
        clause = self.cleaned_data["clause"].strip()
        unknown = set(re.findall(r"\{([^{}]*)\}", clause)) - set(CLAUSE_FIELDS)
        if unknown:
            raise forms.ValidationError(
                _("There is no field “%(name)s”."), params={"name": "{" + min(unknown) + "}"}
            )
        return clause

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        years, days = data.get("keep_years"), data.get("keep_days")
        if not {"keep_years", "keep_days"} & self.errors.keys() and (years is None) == (days is None):
            self.add_error("keep_years", _("Say either how many years or how many days the data are kept."))
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The rule would end before it begins."))
        return data


class ConsentFilters(Filters):
    """Search by name, and what people said."""

    say = forms.ChoiceField(
        label=_("photographs"),
        required=False,
        choices=[
            ("", _("all")),
            ("allowing", _("agreed")),
            ("silent", _("said nothing")),
            ("withdrawn", _("withdrew the consent")),
        ],
    )
