"""Forms of concept cards."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters
from spoiwo.partnerships.models import Partnership
from spoiwo.projects.labels import STATE_LABELS
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.rules import CardState


class CardFilters(Filters):
    """Whose cards and in which state; without a choice all that were not dropped."""

    partnership = forms.ModelChoiceField(
        label=_("partnership"), queryset=None, required=False, to_field_name="slug", empty_label=_("all")
    )
    state = forms.ChoiceField(
        label=_("state"), required=False, choices=[("", _("all but the dropped ones")), *STATE_LABELS.items()]
    )

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        cards = ConceptCard.objects.visible_to(actor)
        self.fields["partnership"].queryset = Partnership.objects.filter(
            pk__in=cards.values("partnership")
        ).order_by("name_key")
        self.fields["partnership"].label_from_instance = lambda one: one.short_name

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        partnership, state = self.cleaned_data.get("partnership"), self.cleaned_data.get("state")
        if partnership:
            queryset = queryset.filter(partnership=partnership)
        return queryset.filter(state=state) if state else queryset.exclude(state=CardState.DROPPED)
