"""Forms of conflicts: the list of entrants with the declaration, the office's entry, the settling, the filters."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.contests.labels import SOURCE_LABELS, STRENGTH_LABELS, TIE_LABELS
from spoiwo.contests.models import Conflict, Edition, Entry, Member
from spoiwo.contests.queries.conflicts import Entrant
from spoiwo.contests.rules.conflicts import STATED
from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters


class ConfirmationForm(forms.Form):
    """A choice and details for each entrant, then the declaration with the name as signature."""

    has_read = forms.BooleanField(
        label=_("I have gone through the whole list and make this declaration"),
        error_messages={"required": _("Tick this once you have gone through the list.")},
    )
    name = forms.CharField(label=_("name and surname, as your signature"), max_length=150)

    def __init__(self, *args: Any, entrants: Sequence[Entrant], **options: Any) -> None:
        super().__init__(*args, **options)
        self.entrants = entrants
        choices = [("", pgettext_lazy("connection with an entrant", "none"))]
        choices += [(str(tie), TIE_LABELS[tie]) for tie in STATED]
        for one in entrants:
            if one.stated is None:
                self.fields[f"tie-{one.token}"] = forms.ChoiceField(
                    label=_("connection with %(name)s") % {"name": one.name}, choices=choices, required=False
                )
                self.fields[f"note-{one.token}"] = forms.CharField(
                    label=_("details of the connection with %(name)s") % {"name": one.name},
                    max_length=300,
                    required=False,
                )

    def rows(self) -> list[tuple[Entrant, forms.BoundField | None, forms.BoundField | None]]:
        """Each entrant with its two fields; without them where something was stated before."""
        return [
            (one, None, None) if one.stated else (one, self[f"tie-{one.token}"], self[f"note-{one.token}"])
            for one in self.entrants
        ]

    def said(self) -> dict[str, tuple[str, str]]:
        """Token → (tie, details) of what was stated now."""
        data = self.cleaned_data
        return {
            one.token: (data[f"tie-{one.token}"], data[f"note-{one.token}"])
            for one in self.entrants
            if data.get(f"tie-{one.token}")
        }


class ConflictForm(forms.Form):
    """A conflict entered by the office."""

    member = forms.ModelChoiceField(label=_("person"), queryset=None)
    entry = forms.ModelChoiceField(label=_("entry"), queryset=None)
    tie = forms.ChoiceField(label=_("connection"), choices=list(TIE_LABELS.items()))
    strength = forms.ChoiceField(
        label=_("consequence"), choices=list(STRENGTH_LABELS.items()), widget=forms.RadioSelect
    )
    note = forms.CharField(label=_("details"), max_length=300, required=False)

    def __init__(self, *args: Any, edition: Edition, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        entries = Entry.objects.visible_to(actor).filter(edition=edition).received()
        self.fields["entry"].queryset = entries.order_by("number")
        self.fields["entry"].label_from_instance = _entry_label
        members = Member.objects.filter(edition=edition, stopped_at=None).select_related("user")
        self.fields["member"].queryset = members
        self.fields["member"].label_from_instance = lambda one: f"{one.user} ({one.get_kind_display()})"


class SettlingForm(forms.Form):
    """What becomes of a conflict, with the reason."""

    outcome = forms.ChoiceField(label=_("decision"), required=False, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("reason"), max_length=300, help_text=_("Stays on record."))

    def __init__(self, *args: Any, conflict: Conflict, **options: Any) -> None:
        options.setdefault("initial", {"outcome": "" if conflict.is_dismissed else conflict.strength})
        super().__init__(*args, **options)
        dismissed = ("", _("dismissed: there is no conflict"))
        self.fields["outcome"].choices = [*STRENGTH_LABELS.items(), dismissed]


class ConflictFilters(Filters):
    """By words of the entry, by person, source, consequence, and whether somebody has settled it."""

    search_field = "entry__search_key"
    member = forms.ModelChoiceField(label=_("person"), queryset=None, required=False, empty_label=_("all"))
    source = forms.ChoiceField(
        label=_("stated by"), required=False, choices=[("", _("all")), *SOURCE_LABELS.items()]
    )
    strength = forms.ChoiceField(
        label=_("consequence"),
        required=False,
        choices=[("", _("all")), *STRENGTH_LABELS.items(), ("dismissed", _("dismissed"))],
    )

    def __init__(self, data: Any, *, edition: Edition) -> None:
        super().__init__(data)
        self.fields["member"].queryset = Member.objects.filter(edition=edition).select_related("user")

    def narrow(self, queryset: QuerySet) -> QuerySet:
        queryset = super().narrow(queryset)
        found = self.cleaned_data
        if found.get("member"):
            queryset = queryset.filter(member__user=found["member"].user_id)
        if found.get("source"):
            queryset = queryset.filter(source=found["source"])
        if found.get("strength") == "dismissed":
            return queryset.filter(is_dismissed=True)
        if found.get("strength"):
            queryset = queryset.filter(strength=found["strength"], is_dismissed=False)
        return queryset


def _entry_label(entry: Entry) -> str:
    return f"{entry.number}. {entry.organisation_name}: {entry.title}"
