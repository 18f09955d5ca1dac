"""The form of the audience's vote."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.models import Entry


class VoiceForm(forms.Form):
    """One entry, and the address that confirms the voice."""

    entry = forms.ChoiceField(label=_("your vote"), widget=forms.RadioSelect)
    email = forms.EmailField(
        label=_("your e-mail address"),
        max_length=254,
        help_text=_("Only to send you the link that makes your vote count. The address itself is not kept."),
    )

    def __init__(self, *args: Any, entries: Iterable[Entry], **options: Any) -> None:
        super().__init__(*args, **options)
        said = [(str(one.pk), f"{one.title} – {one.organisation_name}") for one in entries]
        self.fields["entry"].choices = said
