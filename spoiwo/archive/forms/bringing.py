"""Bringing papers in, and the filters of the queue."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.archive.labels import STATE_LABELS
from spoiwo.archive.models import Source
from spoiwo.archive.permissions import KEEPERS
from spoiwo.archive.rules.states import SourceState
from spoiwo.files.fields import ManyFiles, ManyFilesField
from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters
from spoiwo.partnerships.forms.whose import WhoseField
from spoiwo.partnerships.models import Partnership


class BringForm(forms.Form):
    """For whom, and which files or folder."""

    partnership = WhoseField()
    files = ManyFilesField(
        label=_("files"),
        required=False,
        help_text=_(
            "PDF, DOCX, HTML, RTF, TXT, saved e-mails (EML) with what is attached, scans as PNG, JPEG or TIFF."
        ),
        widget=ManyFiles(attrs={"multiple": True}),
    )
    folder = ManyFilesField(
        label=_("or a whole folder"),
        required=False,
        widget=ManyFiles(attrs={"multiple": True, "data-folder": True}),
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["partnership"].offer(actor, KEEPERS)  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Any]:
        """The files of both fields."""
        return [*self.cleaned_data["files"], *self.cleaned_data["folder"]]


class SourceFilters(Filters):
    """State and partnership; without a choice what waits for a person."""

    state = forms.ChoiceField(
        label=_("state"),
        required=False,
        choices=[("", _("to be decided on, or not read")), ("all", _("all")), *STATE_LABELS.items()],
    )
    partnership = forms.ModelChoiceField(
        label=_("partnership"), queryset=None, required=False, to_field_name="slug", empty_label=_("all")
    )

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        seen = Source.objects.visible_to(actor).values("partnership")
        self.fields["partnership"].queryset = Partnership.objects.filter(pk__in=seen).order_by("name_key")
        self.fields["partnership"].label_from_instance = lambda one: one.short_name

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        state, partnership = self.cleaned_data.get("state"), self.cleaned_data.get("partnership")
        if partnership:
            queryset = queryset.filter(partnership=partnership)
        if state == "all":
            return queryset
        open_ones = (SourceState.WAITING, SourceState.READ, SourceState.UNREADABLE)
        return queryset.filter(state=state) if state else queryset.filter(state__in=open_ones)


class RejectForm(forms.Form):
    """Why a proposal is rejected; may be left empty."""

    reason = forms.CharField(label=_("reason"), required=False, max_length=300)
