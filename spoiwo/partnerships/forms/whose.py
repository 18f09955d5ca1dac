"""Whose a new record is: asked only of those who work for several partnerships."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor, Role
from spoiwo.partnerships.models import Partnership


def kept_partnerships(actor: Actor, roles: Collection[Role]) -> QuerySet[Partnership]:
    """Those the actor works for in one of these roles, by name; all for an administrator."""
    rows = Partnership.objects.order_by("name_key")
    return rows if actor.is_admin else rows.filter(pk__in=actor.partnerships_as(*roles))


class WhoseField(forms.ModelChoiceField):
    """A choice among the partnerships the actor works for; nothing is offered before `offer` was called."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("partnership"))
        super().__init__(queryset=None, empty_label=None, **options)

    def offer(self, actor: Actor, roles: Collection[Role]) -> None:
        """Offers them. Who has one is not asked; where the house has none yet, the way to found it is shown."""
        self.queryset = kept_partnerships(actor, roles)
        few = list(self.queryset[:2])
        if len(few) == 1:
            self.initial, self.required, self.widget = few[0], False, forms.HiddenInput()
        elif not few:
            self.help_text = format_html(
                '{} <a href="{}">{}</a>',
                gettext("There is no partnership yet; everything here belongs to one."),
                reverse("partnerships:partnership_new"),
                gettext("Found the first partnership"),
            )

    def clean(self, value: Any) -> Partnership | None:
        """What was chosen, or the only one there is."""
        return super().clean(value) or self.initial
