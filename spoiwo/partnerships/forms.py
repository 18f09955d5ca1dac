"""From POST to clean values; choices come from queries."""

import secrets
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.files import store
from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.dates import today
from spoiwo.kit.listing import Filters
from spoiwo.kit.request import Refused
from spoiwo.partnerships import rules
from spoiwo.partnerships.labels import (
    ACT_LABELS,
    AUTHORITY_LABELS,
    FORM_LABELS,
    PARTY_ROLE_LABELS,
    ROLE_LABELS,
)
from spoiwo.partnerships.models import Agreement, Organ, Partnership, Party, Seat
from spoiwo.partnerships.queries.choices import mandate_choices, organisation_by_text, units_by_text
from spoiwo.partnerships.rules import ActKind, Authority, DateRule, Form, PartyRole
from spoiwo.register.models import Mandate


class DayInput(forms.DateInput):
    """The browser's own calendar; the value is always written as it wants it."""

    input_type = "date"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%Y-%m-%d", **options)


class DayField(forms.DateField):
    """A day typed as 2024-09-18 or 18.09.2024."""

    widget = DayInput
    input_formats = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"]
    default_error_messages = {"invalid": _("Write a day that exists, e.g. 18.09.2024.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=self.input_formats, **options)


class OrganisationField(forms.CharField):
    """An organisation told by its name, number or both; helped by suggestions, understood without them."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Begin with the name, NIP or KRS and choose from the list."))
        options["widget"] = forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"})
        super().__init__(max_length=400, **options)

    def clean(self, value: str) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = organisation_by_text(text)
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(
                gettext("There is no such organisation in the register. Add it there first.")
            )
        names = "; ".join(str(one) for one in found[:4])
        raise ValidationError(
            gettext("Several organisations fit: %(names)s. Write the NIP or more of the name.")
            % {"names": names}
        )


class PartnershipFilters(Filters):
    """Filters of the list of partnerships."""


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


class AgreementForm(forms.ModelForm):
    """An agreement's data; the days are set by the steps of its life."""

    fixed_day = DayField(label=_("day of coming into force"), required=False)
    term_until = DayField(
        label=_("in force until"), required=False, help_text=_("Leave it empty for an indefinite term.")
    )

    class Meta:
        model = Agreement
        fields = ["kind", "title", "signed_at", "date_rule", "effect", "fixed_day", "term_until", "case_mark"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("effect") == "fixed_day" and not values.get("fixed_day"):
            self.add_error("fixed_day", gettext("Fill in the day on which the agreement comes into force."))
        return values


class StepForm(forms.Form):
    """A dated step in an agreement's life."""

    on = DayField(label=_("day"), initial=today)
    note = forms.CharField(label=_("note"), max_length=300, required=False)


class PartyForm(forms.Form):
    """A body to be asked for its signature."""

    organisation = OrganisationField(label=_("organisation"))
    role = forms.ChoiceField(
        label=_("role"), choices=list(PARTY_ROLE_LABELS.items()), initial=PartyRole.PARTNER
    )
    is_founding = forms.BooleanField(
        label=_("founding party"),
        required=False,
        initial=True,
        help_text=_("Founding parties sign the agreement itself; later ones accede by a declaration."),
    )


class ActForm(forms.Form):
    """An act as it stands on paper."""

    kind = forms.ChoiceField(label=_("what was done"), choices=list(ACT_LABELS.items()))
    done_on = DayField(label=_("day of the act"), initial=today)
    resolved_on = DayField(label=_("day of the resolution"), required=False)
    received_on = DayField(label=_("day the document was received"), required=False)
    consented_on = DayField(label=_("day of consent"), required=False)
    mandate = forms.ModelChoiceField(
        label=_("person who acted"),
        queryset=Mandate.objects.none(),
        required=False,
        empty_label=_("– not named –"),
        help_text=_("Only people with a mandate in this organisation are listed."),
    )
    signatory = forms.CharField(
        label=_("function as written in the document"),
        max_length=200,
        required=False,
        help_text=_("Filled in from the mandate where left empty."),
    )
    authority = forms.ChoiceField(
        label=_("basis of authority"), choices=list(AUTHORITY_LABELS.items()), required=False
    )
    authority_note = forms.CharField(label=_("number and date of the basis"), max_length=200, required=False)
    form = forms.ChoiceField(label=_("form"), choices=list(FORM_LABELS.items()), required=False)
    successor = OrganisationField(label=_("successor"), required=False)
    text = forms.CharField(
        label=_("text of the declaration or remark"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    file = forms.FileField(
        label=_("signed document or its scan"),
        required=False,
        help_text=_("PDF, PNG, JPEG or TIFF. Electronic signatures in a PDF are examined."),
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=32, min_length=32)

    def __init__(self, *args: Any, party: Party, actor: Actor, kinds: list[ActKind], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(kind, ACT_LABELS[kind]) for kind in kinds]
        # What a party does next is a person's word; only a first signature is offered ready-made.
        is_first = kinds[0] in rules.ENTERS
        self.fields["kind"].choices = choices if is_first else [("", _("– choose –")), *choices]
        self._leave_out(party, kinds)
        self.fields["mandate"].queryset = mandate_choices(party.organisation, actor)
        self.fields["token"].initial = secrets.token_hex(16)

    def _leave_out(self, party: Party, kinds: list[ActKind]) -> None:
        """Only the days the agreement's own rule asks for, only the fields the possible acts can use."""
        wanted = {DateRule(party.agreement.date_rule), DateRule.SIGNATURE}
        for rule, name in rules.DATE_FIELDS.items():
            if rule not in wanted:
                del self.fields[name]
        if ActKind.SUCCEEDED not in kinds:
            del self.fields["successor"]

    def clean_file(self) -> Any:
        file = self.cleaned_data.get("file")
        if file:
            try:
                store.check(file)
            except Refused as refused:
                raise ValidationError(refused.reason) from None
        return file

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        values["kind"] = ActKind(values["kind"]) if values.get("kind") else None
        values["authority"] = Authority(values.get("authority") or Authority.OFFICE)
        values["form"] = Form(values.get("form") or Form.PAPER)
        if (
            values["kind"] == ActKind.SUCCEEDED
            and not values.get("successor")
            and "successor" not in self.errors
        ):
            self.add_error("successor", gettext("Name the body that came in the place of this party."))
        return values


class DayForm(forms.Form):
    """The day a list is asked for."""

    at = DayField(label=_("as at"), required=False)


class RepresentativeForm(forms.Form):
    """Who represents a party."""

    representative = forms.ModelChoiceField(
        label=_("represented by"),
        queryset=Mandate.objects.none(),
        required=False,
        empty_label=_("– not named –"),
    )

    def __init__(self, *args: Any, party: Party, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["representative"].queryset = mandate_choices(party.organisation, actor)
        self.fields["representative"].initial = party.representative_id
