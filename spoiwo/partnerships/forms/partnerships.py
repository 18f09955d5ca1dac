"""Forms of a partnership, its organs, roles and letters."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Role
from spoiwo.kit.listing import Filters
from spoiwo.mail.post import LETTER_CHANNELS, LETTER_STATES, batch_letters
from spoiwo.partnerships.forms.fields import DayField, OrganisationField
from spoiwo.partnerships.labels import (
    ROLE_LABELS,
)
from spoiwo.partnerships.models import Organ, Partnership, Seat
from spoiwo.partnerships.queries.choices import units_by_text


class PartnershipFilters(Filters):
    """Filters of the list of partnerships."""


class LetterFilters(Filters):
    """Search by subject or addressee, by channel and by what became of the letter.

    One batch is shown where a link leads to it; there is no list of all batches to choose from.
    """

    channel = forms.ChoiceField(label=_("channel"), required=False)
    state = forms.ChoiceField(label=_("state"), required=False)
    batch = forms.ChoiceField(label=_("letters written together"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["channel"].choices = [("", _("all")), *LETTER_CHANNELS]
        self.fields["state"].choices = [("", _("all")), *LETTER_STATES]
        if batch := self.data.get("batch", ""):
            self.fields["batch"].choices = [("", _("all")), (batch, batch)]
        else:
            del self.fields["batch"]

    def narrow(self, queryset):
        for word in self.cleaned_data.get("q", "").split()[:5]:
            fits = Q(subject__icontains=word) | Q(to__icontains=word) | Q(to_name__icontains=word)
            queryset = queryset.filter(fits)
        for name in ("channel", "state"):
            if value := self.cleaned_data.get(name):
                queryset = queryset.filter(**{name: value})
        return queryset & batch_letters(batch) if (batch := self.cleaned_data.get("batch")) else queryset


class LetterForm(forms.Form):
    """The words and the address of a letter that has not gone yet."""

    to = forms.CharField(label=_("address or number"), max_length=254, required=False)
    subject = forms.CharField(label=_("subject"), max_length=300)
    text = forms.CharField(label=_("text"), widget=forms.Textarea(attrs={"rows": 16}))


class HistoryFilters(Filters):
    """Search by person or record, between two days."""

    since = DayField(label=_("from"), required=False)
    until = DayField(label=_("until"), required=False)

    def narrow(self, queryset):
        for word in self.cleaned_data.get("q", "").split()[:5]:
            queryset = queryset.filter(Q(actor_name__icontains=word) | Q(label__icontains=word))
        if since := self.cleaned_data.get("since"):
            queryset = queryset.filter(at__date__gte=since)
        if until := self.cleaned_data.get("until"):
            queryset = queryset.filter(at__date__lte=until)
        return queryset


class PartnershipForm(forms.ModelForm):
    """A partnership's data; the area is typed, one place a line."""

    area_text = forms.CharField(
        label=_("area"),
        help_text=_(
            "One place a line: a county, several counties or a voivodeship, e.g. “powiat nowodworski” or a TERYT code."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    coordinator = OrganisationField(label=_("coordinator"), required=False)
    controller = OrganisationField(label=_("controller of personal data"), required=False)
    founded_on = DayField(label=_("founded on"), required=False)
    ended_on = DayField(label=_("ended on"), required=False)

    class Meta:
        model = Partnership
        fields = [
            "name",
            "short_name",
            "summary",
            "area_text",
            "founded_on",
            "ended_on",
            "coordinator",
            "controller",
            "controller_contact",
            "contact_email",
        ]
        widgets = {"summary": forms.Textarea(attrs={"rows": 5})}

    field_order = Meta.fields

    def __init__(self, *args: Any, **options: Any) -> None:
        partnership = options.get("instance")
        if partnership is not None and partnership.pk:
            options["initial"] = {
                "area_text": "\n".join(f"{unit.full_name} ({unit.code})" for unit in partnership.area.all()),
                "coordinator": str(partnership.coordinator or ""),
                "controller": str(partnership.controller or ""),
                **options.get("initial", {}),
            }
        super().__init__(*args, **options)

    def clean_area_text(self) -> str:
        lines = [line for line in self.cleaned_data["area_text"].splitlines() if line.strip()]
        self.area = []
        for line in lines:
            found = units_by_text(line)
            if len(found) != 1:
                message = (
                    gettext("“%(line)s” is not in the register of places.") % {"line": line.strip()}
                    if not found
                    else gettext("“%(line)s” fits several places: %(names)s. Add the TERYT code.")
                    % {
                        "line": line.strip(),
                        "names": "; ".join(f"{u.full_name} ({u.code})" for u in found[:4]),
                    }
                )
                raise ValidationError(message)
            self.area += found
        return self.cleaned_data["area_text"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        since, until = values.get("founded_on"), values.get("ended_on")
        if since and until and until < since:
            self.add_error("ended_on", gettext("A partnership cannot end before it was founded."))
        return values

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        fields = {name: value for name, value in self.cleaned_data.items() if name != "area_text"}
        return {**fields, "area": self.area}


class GoalsForm(forms.Form):
    """All goals at once, one a line."""

    goals = forms.CharField(
        label=_("goals"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("One goal a line, in the order they should be read."),
    )

    def clean_goals(self) -> list[str]:
        lines = [line.strip(" •-–\t") for line in self.cleaned_data["goals"].splitlines()]
        lines = [line for line in lines if line]
        if too_long := next((line for line in lines if len(line) > 500), None):
            raise ValidationError(
                gettext("A goal has at most 500 characters; this one is longer: “%(start)s…”.")
                % {"start": too_long[:60]}
            )
        return lines


class OrganForm(forms.ModelForm):
    """A body of the partnership."""

    since = DayField(label=_("from"), required=False)
    until = DayField(label=_("until"), required=False)

    class Meta:
        model = Organ
        fields = ["kind", "name", "duties", "voting_rule", "since", "until"]
        widgets = {
            "duties": forms.Textarea(attrs={"rows": 4}),
            "voting_rule": forms.Textarea(attrs={"rows": 3}),
        }


class SeatForm(forms.ModelForm):
    """A seat in an organ."""

    organisation = OrganisationField(label=_("organisation"))
    since = DayField(label=_("from"), required=False)

    class Meta:
        model = Seat
        fields = ["organisation", "function", "since"]


class RoleForm(forms.Form):
    """Whom to invite into which role; the person need not have an account yet."""

    email = forms.EmailField(label=_("e-mail address"))
    name = forms.CharField(
        label=_("name and surname"),
        max_length=150,
        required=False,
        help_text=_("Needed only for a person who has no account yet."),
    )
    role = forms.ChoiceField(label=_("role"), choices=[(role, ROLE_LABELS[role]) for role in Role])
