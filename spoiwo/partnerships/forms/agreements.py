"""Forms of an agreement, its parties and acts."""

import secrets
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.files import store
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused
from spoiwo.partnerships import rules
from spoiwo.partnerships.forms.fields import DayField, OrganisationField
from spoiwo.partnerships.labels import (
    ACT_LABELS,
    AUTHORITY_LABELS,
    FORM_LABELS,
    PARTY_ROLE_LABELS,
)
from spoiwo.partnerships.models import Agreement, Partnership, Party
from spoiwo.partnerships.queries.choices import mandate_choices
from spoiwo.partnerships.rules import ActKind, Authority, DateRule, Form, PartyRole
from spoiwo.register.models import Mandate


class AgreementForm(forms.ModelForm):
    """An agreement's data; the days are set by the steps of its life."""

    fixed_day = DayField(label=_("day of coming into force"), required=False)
    term_until = DayField(
        label=_("in force until"), required=False, help_text=_("Leave it empty for an indefinite term.")
    )

    class Meta:
        model = Agreement
        fields = [
            "kind",
            "title",
            "parent",
            "signed_at",
            "date_rule",
            "effect",
            "fixed_day",
            "term_until",
            "case_mark",
            "archive_class",
            "archive_category",
        ]

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        others = partnership.agreements.exclude(pk=self.instance.pk or 0)
        self.fields["parent"].queryset = others
        if not others.exists():
            del self.fields["parent"]

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
