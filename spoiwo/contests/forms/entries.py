"""Forms of entries at the office: filters, the tie to the register."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.labels import ENTRY_LABELS
from spoiwo.contests.models import Edition
from spoiwo.contests.rules.states import EntryState
from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters
from spoiwo.register.forms.fields import OrganisationField


class EntryFilters(Filters):
    """Category and state; without a choice all received ones, those withdrawn too."""

    category = forms.ModelChoiceField(
        label=_("category"), queryset=None, required=False, empty_label=_("all")
    )
    state = forms.ChoiceField(
        label=_("state"),
        required=False,
        choices=[
            ("", _("all")),
            *((key, words) for key, words in ENTRY_LABELS.items() if key != EntryState.DRAFT),
        ],
    )

    def __init__(self, data: Any, *, edition: Edition) -> None:
        super().__init__(data)
        self.fields["category"].queryset = edition.categories.all()

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        category, state = self.cleaned_data.get("category"), self.cleaned_data.get("state")
        if category:
            queryset = queryset.filter(category=category)
        return queryset.filter(state=state) if state else queryset


class TieForm(forms.Form):
    """Which organisation of the register the entrant is; empty unties."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"] = OrganisationField(
            actor, label=_("organisation of the register"), required=False
        )
