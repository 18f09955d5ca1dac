"""Forms of the commission: an appointment, what may be changed later, why somebody stops."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.labels import MEMBER_LABELS
from spoiwo.contests.models import Edition, Member
from spoiwo.kit.actor import Actor
from spoiwo.register.forms.fields import OrganisationField

FIELDS = ("function", "organisation", "load", "categories")


class MemberForm(forms.ModelForm):
    """What a person is on the commission, whom the person works for and how much is read."""

    class Meta:
        model = Member
        fields = FIELDS
        help_texts = {
            "function": _("As it stands in the minutes: director of the county labour office in Opoczno."),
            "load": _("Empty: no limit. 0: reads nothing, as some chairs do."),
            "categories": _("None chosen: all."),
        }
        widgets = {"categories": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, actor: Actor, edition: Edition, **options: Any) -> None:
        super().__init__(*args, **options)
        own = self.instance.organisation
        self.fields["organisation"] = OrganisationField(
            actor,
            label=_("organisation in the register"),
            required=False,
            help_text=_("Conflicts of interest are searched by it. Begin with the name, NIP, REGON or KRS."),
        )
        self.initial["organisation"] = own.name if own else ""
        self.fields["categories"].queryset = edition.categories.all()

    def details(self) -> dict[str, Any]:
        """What the actions take."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class AppointmentForm(MemberForm):
    """The same with the person and the role."""

    email = forms.EmailField(label=_("e-mail address"), max_length=254)
    name = forms.CharField(
        label=_("name and surname"),
        max_length=150,
        required=False,
        help_text=_("Needed for a person without an account; a letter with an invitation is sent."),
    )
    kind = forms.ChoiceField(label=_("role"), choices=list(MEMBER_LABELS.items()), initial="juror")
    is_sure = forms.BooleanField(
        label=_("appoint this person all the same"), required=False, widget=forms.HiddenInput
    )

    field_order = ("email", "name", "kind", *FIELDS)

    def ask_again(self, roles: list[str]) -> None:
        """Shows the warning about two roles of one person, with a box to go on knowingly."""
        self.fields["is_sure"].widget = forms.CheckboxInput()
        warning = _(
            "This person works on the contest already as: %(roles)s. Whoever knows whose entries they are "
            "does not read blind. Appoint somebody else, or confirm below."
        )
        self.add_error("is_sure", warning % {"roles": ", ".join(roles)})


class StopForm(forms.Form):
    """Why somebody stops."""

    reason = forms.CharField(
        label=_("reason"), max_length=300, help_text=_("Stays on record; the minutes may name it.")
    )
