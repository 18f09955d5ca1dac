"""Into whose contact book something is written: asked only of those who keep several."""

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.kit.links import links_for
from spoiwo.register.models import ContactBook
from spoiwo.register.queries.organisation import books_kept_by


class BookField(forms.ModelChoiceField):
    """A choice among the books the actor keeps; nothing is offered before `offer` was called."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Contact book"))
        super().__init__(queryset=None, **options)

    def offer(self, actor: Actor) -> None:
        """Offers them. Who keeps one is not asked; where there is none yet, it is said where books come from."""
        self.queryset = books_kept_by(actor)
        few = list(self.queryset[:2])
        if len(few) == 1:
            self.initial, self.required, self.widget = few[0], False, forms.HiddenInput()
        elif not few:
            sentence = gettext("There is no contact book yet; each partnership has one of its own.")
            links = ((link.url, link.label) for link in links_for(ContactBook(), actor))
            self.help_text = format_html(
                "{} {}", sentence, format_html_join(" ", '<a href="{}">{}</a>', links)
            )

    def clean(self, value: Any) -> ContactBook | None:
        """What was chosen, or the only one there is."""
        return super().clean(value) or self.initial
