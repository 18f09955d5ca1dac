"""Forms of those who are invited: a part of the registers, a file, one addressee."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.meetings.forms.campaigns import meeting_label
from spoiwo.meetings.models import Campaign, Invitation, Meeting
from spoiwo.meetings.queries.audience import Segment
from spoiwo.register.forms.fields import SeveralField
from spoiwo.register.labels import KIND_LABELS, SECTOR_LABELS, problem_text
from spoiwo.register.queries.places import places


class FileForm(forms.Form):
    """A list of addressees."""

    file = forms.FileField(
        label=_("file"),
        help_text=_(
            "CSV or XLSX with the names of columns in the first row: institution, given name, surname, function, e-mail, telephone, commune, address."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )


class SegmentForm(forms.Form):
    """Which part of the registers is to be invited."""

    sectors = forms.MultipleChoiceField(
        label=_("sectors"),
        required=False,
        choices=list(SECTOR_LABELS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    kinds = forms.MultipleChoiceField(
        label=_("kinds of institution"),
        required=False,
        choices=list(KIND_LABELS.items()),
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )
    places = forms.CharField(
        label=_("communes and counties"),
        required=False,
        max_length=1000,
        help_text=_("One a line, for example “powiat płocki” or “gmina Gąbin”; empty means everywhere."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    function = forms.CharField(
        label=_("function contains"), required=False, max_length=80, help_text=_("For example: dyrektor.")
    )
    came_to = SeveralField(
        label=_("was at an earlier meeting"),
        queryset=None,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 5}),
    )
    stayed_away = forms.BooleanField(label=_("… was expected there and did not come"), required=False)
    with_offices = forms.BooleanField(
        label=_("institutions without a known person too"), required=False, initial=True
    )

    def __init__(self, *args: Any, campaign: Campaign, **options: Any) -> None:
        super().__init__(*args, **options)
        earlier = Meeting.objects.filter(partnership=campaign.partnership_id).exclude(campaigns=campaign)
        self.fields["came_to"].queryset = earlier.order_by("-starts_at")
        self.fields["came_to"].label_from_instance = meeting_label

    def clean_places(self) -> list[str]:
        index, codes = places(), []
        for line in self.cleaned_data["places"].splitlines():
            if text := line.strip():
                found = index.find(text)
                if found.problem:
                    self.add_error("places", f"{text}: {problem_text(found.problem, found.detail)}")
                else:
                    codes.append(found.value)
        return codes

    def segment(self) -> Segment:
        """What was chosen, as the query takes it."""
        data = self.cleaned_data
        return Segment(
            kinds=data["kinds"],
            sectors=data["sectors"],
            places=data["places"],
            function=data["function"],
            came_to=[meeting.pk for meeting in data["came_to"]],
            stayed_away=data["stayed_away"],
            with_offices=data["with_offices"],
        )


class AddresseeForm(forms.ModelForm):
    """One addressee's data in this campaign."""

    email = forms.EmailField(label=_("e-mail address"), required=False)

    class Meta:
        model = Invitation
        fields = [
            "given_name",
            "family_name",
            "function",
            "organisation_name",
            "salutation",
            "sector",
            "channel",
            "email",
            "phone",
            "post",
            "e_delivery",
        ]
        widgets = {"post": forms.Textarea(attrs={"rows": 4})}

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not any(data.get(name) for name in ("given_name", "family_name", "organisation_name")):
            self.add_error("family_name", gettext("Write a name or an institution."))
        field = {"letter": "post"}.get(data.get("channel", ""), data.get("channel", ""))
        if field in self.fields and not data.get(field) and field not in self.errors:
            self.add_error(field, gettext("The chosen channel needs this address."))
        return data
