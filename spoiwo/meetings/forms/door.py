"""Forms of the door: people without an invitation, stations, papers, groups, self check-in."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.kit.listing import Filters
from spoiwo.meetings.labels import PRESENCE_LABELS
from spoiwo.meetings.rules.states import CAME, Presence
from spoiwo.register.labels import SECTOR_LABELS

BY_HAND = (Presence.PRESENT, Presence.LEFT, Presence.EXCUSED, Presence.ABSENT, Presence.EXPECTED)
COLUMNS = {
    "organisation": _("institution"),
    "function": _("function"),
    "commune": _("commune"),
    "email": _("e-mail address"),
    "phone": _("telephone"),
    "group": _("group"),
    "received": _("materials received"),
    "code": _("QR code of the ticket"),
    "signature": _("signature"),
}


class AttendeeFilters(Filters):
    """Filters of the people of one meeting."""

    presence = forms.ChoiceField(
        label=_("presence"),
        required=False,
        choices=[("", _("all")), ("came", _("all who came")), *PRESENCE_LABELS.items()],
    )
    sector = forms.ChoiceField(
        label=_("sector"), required=False, choices=[("", _("all")), *SECTOR_LABELS.items()]
    )

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        presence, sector = self.cleaned_data.get("presence"), self.cleaned_data.get("sector")
        if presence:
            queryset = queryset.filter(presence__in=CAME if presence == "came" else [presence])
        return queryset.filter(sector=sector) if sector else queryset


class WalkInForm(forms.Form):
    """Somebody who is not on the list."""

    given_name = forms.CharField(label=_("given name"), max_length=80, required=False)
    family_name = forms.CharField(label=_("surname"), max_length=120)
    organisation_name = forms.CharField(label=_("institution"), max_length=300, required=False)
    function = forms.CharField(label=_("function"), max_length=150, required=False)
    sector = forms.ChoiceField(label=_("sector"), choices=list(SECTOR_LABELS.items()), initial="other")
    is_here = forms.BooleanField(label=_("is here already"), required=False, initial=True)


class PresenceForm(forms.Form):
    """What is said of somebody's presence, with a note."""

    presence = forms.ChoiceField(
        label=_("presence"), choices=[(value, PRESENCE_LABELS[value]) for value in BY_HAND]
    )
    note = forms.CharField(label=_("note"), max_length=200, required=False)


class StationForm(forms.Form):
    """A new station."""

    name = forms.CharField(
        label=_("name of the station"), max_length=60, help_text=_("For example: main entrance, letters A–K.")
    )


class SignedListForm(forms.Form):
    """A scan of the list signed on paper."""

    file = forms.FileField(
        label=pgettext_lazy("upload", "scan of the signed list"),
        help_text=_("PDF, PNG, JPEG or TIFF."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.tif,.tiff"}),
    )
    note = forms.CharField(label=_("note"), max_length=200, required=False)


class ListForm(forms.Form):
    """What the attendance list shows."""

    columns = forms.MultipleChoiceField(
        label=_("columns beside number and name"),
        choices=list(COLUMNS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=["organisation", "function", "signature"],
    )
    empty = forms.IntegerField(label=_("empty rows at the end"), min_value=0, max_value=60, initial=5)


class GroupsForm(forms.Form):
    """A division into groups."""

    count = forms.IntegerField(label=_("how many groups"), min_value=1, max_value=50, initial=5)
    only_present = forms.BooleanField(label=_("only those who are here"), required=False)
    seed = forms.IntegerField(
        label=_("number of the draw"),
        min_value=0,
        max_value=99_999,
        initial=1,
        help_text=_("The same number gives the same groups; another one, another division."),
    )


class SelfCheckForm(forms.Form):
    """Who is standing at the wall."""

    given_name = forms.CharField(
        label=_("given name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    family_name = forms.CharField(
        label=_("surname"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    organisation_name = forms.CharField(
        label=_("institution"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    nonce = forms.CharField(max_length=36, min_length=8, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["nonce"].initial = str(uuid.uuid4())
