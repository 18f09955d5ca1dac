"""Forms of a campaign: what it is, whom it invites, what it says."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.listing import Filters
from spoiwo.meetings.labels import CAMPAIGN_LABELS, REPLY_LABELS
from spoiwo.meetings.models import Campaign, Meeting
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.partnerships.forms.whose import WhoseField
from spoiwo.partnerships.models import Partnership
from spoiwo.register.forms.fields import SeveralField
from spoiwo.register.labels import CHANNEL_LABELS, SECTOR_LABELS

EVENING = dt.time(23, 59, 59)


class CampaignFilters(Filters):
    """Search and state of the list of campaigns."""

    state = forms.ChoiceField(
        label=_("state"), required=False, choices=[("", _("all")), *CAMPAIGN_LABELS.items()]
    )

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        state = self.cleaned_data.get("state")
        return queryset.filter(state=state) if state else queryset


class AddresseeFilters(Filters):
    """Filters of the addressees of one campaign."""

    reply = forms.ChoiceField(
        label=_("answer"), required=False, choices=[("", _("all")), *REPLY_LABELS.items()]
    )
    sector = forms.ChoiceField(
        label=_("sector"), required=False, choices=[("", _("all")), *SECTOR_LABELS.items()]
    )
    channel = forms.ChoiceField(
        label=_("channel"), required=False, choices=[("", _("all")), *CHANNEL_LABELS.items()]
    )

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        chosen = {name: self.cleaned_data.get(name) for name in ("reply", "sector", "channel")}
        return queryset.filter(**{name: value for name, value in chosen.items() if value})


class CampaignForm(forms.ModelForm):
    """What a campaign is; the deadline is a day and means its end."""

    answer_by = forms.DateField(
        label=_("answers are taken until"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("The whole of that day counts. Guests can change their answers until then."),
    )
    meetings = SeveralField(
        label=_("meetings"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each addressee is invited once and chooses among them."),
    )

    class Meta:
        model = Campaign
        fields = [
            "title",
            "meetings",
            "answer_by",
            "sender_name",
            "reply_to",
            "phone",
            "signature",
            "allows_deputy",
            "asks_needs",
            "asks_image",
            "script",
        ]
        widgets = {
            "signature": forms.Textarea(attrs={"rows": 3}),
            "script": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "title": _("Guests read it; the name of the meeting or of the round of meetings."),
            "sender_name": _(
                "Stands in the mail program as the sender, for example: Powiatowy Urząd Pracy w Płocku."
            ),
            "script": _("What the caller says; it stands at the top of the call list."),
        }

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        soon = Q(ends_at__gte=timezone.now()) & ~Q(state=MeetingState.CANCELLED)
        kept = Q(campaigns=self.instance.pk) if self.instance.pk else Q(pk__in=[])
        self.fields["meetings"].queryset = (
            Meeting.objects.filter(soon | kept, partnership=partnership)
            .distinct()
            .order_by("starts_at", "pk")
        )
        self.fields["meetings"].label_from_instance = meeting_label
        if self.instance.pk:
            self.initial["answer_by"] = timezone.localtime(self.instance.answer_by).date()

    def clean_answer_by(self) -> dt.datetime:
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["answer_by"], EVENING))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        meetings, until = data.get("meetings"), data.get("answer_by")
        if meetings and until and until > max(meeting.ends_at for meeting in meetings):
            self.add_error("answer_by", gettext("Answers cannot be taken after the last meeting is over."))
        return data

    def values(self) -> dict[str, Any]:
        """The clean values as the actions take them."""
        return dict(self.cleaned_data) | {"meetings": list(self.cleaned_data["meetings"])}


class PartnershipChoice(forms.Form):
    """For which partnership something is begun; asked only of who keeps several."""

    partnership = WhoseField()

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["partnership"].offer(actor, {Role.COORDINATOR})  # type: ignore[attr-defined]


def meeting_label(meeting: Meeting) -> str:
    """“8.10.2024 10:00, Konferencja, Nowy Dwór Mazowiecki”."""
    starts = timezone.localtime(meeting.starts_at)
    return ", ".join(filter(None, (f"{starts:%d.%m.%Y %H:%M}", meeting.title, meeting.venue)))
