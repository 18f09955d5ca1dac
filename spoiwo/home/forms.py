"""The search of the whole house: what for, and what it is narrowed to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Partnership
from spoiwo.register.forms.fields import DayField, PlaceField
from spoiwo.search.asking import Filters
from spoiwo.search.registry import kinds


class SearchForm(forms.Form):
    """A question with its filters. A filter with nonsense in it says so and does not narrow."""

    is_filter = True
    q = forms.CharField(
        label=_("What are you looking for?"),
        required=False,
        max_length=300,
        help_text=_(
            "In any form of the word. “Words in quotation marks” stand together, a -word is left out."
        ),
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "list": "search-suggestions",
                "autocomplete": "off",
                "enterkeyhint": "search",
            }
        ),
    )
    kind = forms.ChoiceField(label=_("what"), required=False)
    place = PlaceField(
        label=_("where"), help_text=_("With everything below it: mazowieckie, powiat płocki, 1419.")
    )
    partnership = forms.ModelChoiceField(
        label=_("partnership"), queryset=None, required=False, to_field_name="slug", empty_label=_("all")
    )
    since = DayField(label=_("since"), required=False)
    until = DayField(label=_("until"), required=False)

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        self.fields["kind"].choices = [("", _("everything")), *((kind.name, kind.label) for kind in kinds())]
        seen = Partnership.objects.visible_to(actor).order_by("name_key")
        self.fields["partnership"].queryset = seen
        self.fields["partnership"].label_from_instance = lambda one: one.short_name
        self.is_valid()

    @property
    def question(self) -> str:
        """What is looked for."""
        return self.cleaned_data.get("q", "")

    @property
    def filters(self) -> Filters:
        """What it is narrowed to."""
        given = self.cleaned_data
        place, partnership = given.get("place"), given.get("partnership")
        return Filters(
            kind=given.get("kind") or "",
            place=place.code if place else "",
            scope=partnership.pk if partnership else None,
            since=given.get("since"),
            until=given.get("until"),
        )

    @property
    def is_asked(self) -> bool:
        """Whether anything was filled in at all."""
        return any(self.cleaned_data.values())

    @property
    def is_narrowed(self) -> bool:
        """Whether more than the question was filled in."""
        return any(value for name, value in self.cleaned_data.items() if name != "q") or bool(self.errors)
