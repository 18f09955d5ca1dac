"""Forms of the assignment: the plan that is wished for, one pair by hand, the old entries of the practice round."""

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.models import BlindCopy, Edition, Entry, Member
from spoiwo.contests.queries.assignment import old_copies
from spoiwo.contests.queries.planning import Wish
from spoiwo.contests.rules.states import JURY
from spoiwo.kit.actor import Actor


class PlanForm(forms.Form):
    """How entries are dealt out."""

    per_entry = forms.IntegerField(label=_("readings of each entry"), min_value=1, max_value=50)
    anchors = forms.IntegerField(
        label=_("entries that everybody reads"),
        min_value=0,
        max_value=20,
        required=False,
        help_text=_("Anchors: they join jurors who have no other entry in common. Usually 0."),
    )
    seed = forms.IntegerField(
        label=_("number of the draw"),
        min_value=1,
        max_value=999_999,
        help_text=_("Drawn by chance and kept on record: the same number deals out the same entries again."),
    )
    is_anew = forms.BooleanField(
        label=_("deal out again what nobody has begun to read"),
        required=False,
        help_text=_("Otherwise every entry stays with who has it, and only missing readers are found."),
    )

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        drawn = {"per_entry": edition.per_entry, "anchors": 0, "seed": secrets.randbelow(999_999) + 1}
        super().__init__(*args, initial=drawn, **options)

    def wish(self) -> Wish:
        """What the plan is asked for."""
        data = self.cleaned_data
        return Wish(data["seed"], data["per_entry"], data["anchors"] or 0, data["is_anew"])


class PairForm(forms.Form):
    """A juror reads an entry besides."""

    entry = forms.ModelChoiceField(label=_("entry"), queryset=None)
    member = forms.ModelChoiceField(label=_("juror"), queryset=None)

    def __init__(self, *args: Any, edition: Edition, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        entries = Entry.objects.visible_to(actor).filter(edition=edition).admitted()
        self.fields["entry"].queryset = entries.order_by("number")
        self.fields["entry"].label_from_instance = lambda one: f"{one.number}. {one.title}"
        members = Member.objects.filter(edition=edition, kind__in=JURY, stopped_at=None)
        self.fields["member"].queryset = members.select_related("user")


class SamplesForm(forms.Form):
    """Up to two old entries."""

    copies = forms.MultipleChoiceField(label=_("old entries"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, edition: Edition, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.copies = {str(one.pk): one for one in old_copies(edition, actor)}
        self.fields["copies"].choices = [(pk, _sample_label(one)) for pk, one in self.copies.items()]

    def clean_copies(self) -> list[BlindCopy]:
        return [self.copies[pk] for pk in self.cleaned_data["copies"]]


def _sample_label(copy: BlindCopy) -> str:
    entry = copy.submission.entry
    return f"{entry.edition.year}, {entry.category.name}: {entry.title} ({entry.organisation_name})"
