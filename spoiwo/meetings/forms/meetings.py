"""Forms of a meeting: its data, its programme, a copy, calling off; funding marks; the filters of the list."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.forms.formsets import BaseFormSet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.listing import Filters
from spoiwo.meetings.labels import ACCESS_LABELS
from spoiwo.meetings.models import FundingMark, Meeting, Series
from spoiwo.meetings.queries.meetings import marks_for
from spoiwo.meetings.rules.hours import NO_DAYS, UNTOLD
from spoiwo.meetings.rules.programme import Row
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import fold
from spoiwo.register.forms.fields import DayField, PlaceField


class ClockInput(forms.TimeInput):
    """The browser's own clock; hours and minutes."""

    input_type = "time"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%H:%M", **options)


class ClockField(forms.TimeField):
    """An hour typed as 10:00 or 10.00."""

    widget = ClockInput
    default_error_messages = {"invalid": _("Write an hour that exists, e.g. 10:00.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%H:%M", "%H.%M", "%H:%M:%S"], **options)


def moment(day: dt.date, time: dt.time) -> dt.datetime:
    """That hour of that day in the office's zone; raises ValidationError for one that the change of clocks leaves out."""
    wall = dt.datetime.combine(day, time)
    at = timezone.make_aware(wall)
    if timezone.localtime(at.astimezone(dt.UTC)).replace(tzinfo=None) != wall:
        raise ValidationError(gettext("This hour does not exist on that day: the clocks go forward."))
    return at


def span(form: forms.Form, data: dict[str, Any], lasts: dt.timedelta = NO_DAYS) -> dict[str, dt.datetime]:
    """Begin and end out of the fields day, begins, ends; what is wrong stands at its field. `lasts`: days to the last one."""
    try:
        starts = moment(data["day"], data["begins"])
    except ValidationError as problem:
        form.add_error("begins", problem)
        return {}
    try:
        ends = moment(data["day"] + lasts, data["ends"])
    except ValidationError as problem:
        form.add_error("ends", problem)
        return {}
    if ends <= starts:
        form.add_error("ends", gettext("A meeting cannot end before it begins."))
    return {"starts_at": starts, "ends_at": ends}


class MeetingFilters(Filters):
    """When, whose and where; without a choice the meetings to come."""

    when = forms.ChoiceField(
        label=_("when"),
        required=False,
        choices=[
            ("", pgettext_lazy("meetings", "to come")),
            ("past", pgettext_lazy("meetings", "past")),
            ("all", pgettext_lazy("meetings", "all")),
        ],
    )
    partnership = forms.ModelChoiceField(
        label=_("partnership"), queryset=None, required=False, to_field_name="slug", empty_label=_("all")
    )
    commune = forms.CharField(label=_("commune"), required=False, max_length=80)

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        meetings = Meeting.objects.visible_to(actor)
        self.fields["partnership"].queryset = Partnership.objects.filter(
            pk__in=meetings.values("partnership")
        ).order_by("name_key")
        self.fields["partnership"].label_from_instance = lambda one: one.short_name

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        when, data = self.cleaned_data.get("when"), self.cleaned_data
        # From the beginning of the day: a page that is kept for readers stays true until midnight.
        morning = timezone.make_aware(dt.datetime.combine(timezone.localdate(), dt.time.min))
        if when == "past":
            queryset = queryset.filter(ends_at__lt=morning)
        elif when != "all":
            queryset = queryset.filter(ends_at__gte=morning)
        if data.get("partnership"):
            queryset = queryset.filter(partnership=data["partnership"])
        for word in fold(data.get("commune", "")).split()[:5]:
            queryset = queryset.filter(commune__search_key__contains=word)
        return queryset


class MeetingForm(forms.ModelForm):
    """Everything that is said of a meeting; the day is looked at while it is chosen where JavaScript is."""

    day = DayField(label=_("day"))
    begins = ClockField(label=_("begins at"))
    ends = ClockField(label=_("ends at"))
    commune = PlaceField(label=_("host commune"))
    access = forms.MultipleChoiceField(
        label=_("accessibility of the venue"),
        required=False,
        choices=list(ACCESS_LABELS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Guests read it before they decide. Tick only what you have seen yourself."),
    )

    online_link = forms.URLField(
        label=_("link for those who join from afar"),
        required=False,
        assume_scheme="https",
        help_text=_("Only those who were invited and insiders see it."),
    )

    class Meta:
        model = Meeting
        fields = [
            "title", "series", "day", "begins", "ends", "commune", "host", "venue", "address", "directions",
            "capacity", "access", "access_note", "online_link", "funding", "summary", "is_public",
        ]  # fmt: skip
        widgets = {
            "directions": forms.Textarea(attrs={"rows": 3}),
            "access_note": forms.Textarea(attrs={"rows": 3}),
            "summary": forms.Textarea(attrs={"rows": 5}),
            "funding": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "host": _("Who receives the guests, for example: Wójt Gminy Leoncin."),
            "capacity": _("Without a number nobody is put on a waiting list."),
            "funding": _("Their signs and sentences stand on every paper of this meeting."),
            "is_public": _("From the day it is announced; names of guests are never shown."),
        }

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        meeting = self.instance
        self.fields["series"].queryset = partnership.series.order_by("-created_at")
        self.fields["series"].empty_label = _("stands alone")
        self.fields["funding"].queryset = marks_for(partnership)
        if not self.fields["funding"].queryset.exists():
            del self.fields["funding"]
        self.fields["day"].widget.attrs |= {
            "data-hx-get": reverse("meetings:day_notes", args=[partnership.slug]),
            "data-hx-vals": f'{{"meeting": "{meeting.pk or ""}"}}',
            "data-hx-trigger": "change, load",
            "data-hx-target": "#day-notes",
        }
        self.lasts = NO_DAYS
        if meeting.pk:
            starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
            self.lasts = ends.date() - starts.date()
            self.initial |= {"day": starts.date()}
            if meeting.has_hours:
                self.initial |= {"begins": starts.time(), "ends": ends.time()}
            else:
                self.fields["begins"].required = self.fields["ends"].required = False
                self.fields["begins"].help_text = gettext(
                    "Nobody told the hours; leave both empty if they are not known."
                )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if {"day", "begins", "ends"} <= data.keys():
            told = {name: data[name] for name in ("begins", "ends") if data[name]}
            if len(told) == 1:
                self.add_error(
                    "ends" if "begins" in told else "begins", gettext("Write both hours, or neither.")
                )
            else:
                data |= span(self, data | (told or UNTOLD), self.lasts) | {"has_hours": bool(told)}
        return data

    def values(self) -> dict[str, Any]:
        """The clean values as the actions take them."""
        data = {
            name: value for name, value in self.cleaned_data.items() if name not in ("day", "begins", "ends")
        }
        return data | {"funding": list(data.get("funding", ()))}


class MeetingCopyForm(forms.Form):
    """The day and the title of the copy."""

    title = forms.CharField(label=_("title"), max_length=200)
    day = DayField(label=_("day"))
    begins = ClockField(label=_("begins at"))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if {"day", "begins"} <= data.keys():
            try:
                data["starts_at"] = moment(data["day"], data["begins"])
            except ValidationError as problem:
                self.add_error("begins", problem)
        return data


class CallingOffForm(forms.Form):
    """Why the meeting is called off, in the words of the letter."""

    reason = forms.CharField(
        label=_("reason"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It stands in the letter as you write it."),
    )


class PointForm(forms.Form):
    """One row of the programme; a row without a title is left out."""

    starts = ClockField(label=_("time"), required=False)
    minutes = forms.IntegerField(label=_("minutes"), required=False, min_value=1, max_value=999)
    title = forms.CharField(label=_("title"), required=False, max_length=250)
    speaker = forms.CharField(label=_("speaker"), required=False, max_length=150)
    speaker_function = forms.CharField(
        label=_("function and institution of the speaker"), required=False, max_length=250
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for bound in self:
            number = self.prefix.rsplit("-", 1)[-1] if self.prefix else ""
            label = f"{bound.label} {int(number) + 1}" if number.isdigit() else bound.label
            bound.field.widget.attrs |= {"aria-label": label, "class": "form-control"}

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("title") and (data.get("speaker") or data.get("minutes") or data.get("starts")):
            self.add_error("title", gettext("What happens then? Write the title, or empty the whole row."))
        return data


class ProgrammeSet(BaseFormSet):
    """The rows of the programme."""

    def rows(self) -> list[Row]:
        """The filled rows as the rules know them."""
        return [Row(**form.cleaned_data) for form in self.forms if form.cleaned_data.get("title")]


ProgrammeForms = formset_factory(PointForm, formset=ProgrammeSet, extra=3, max_num=120)


class MarkForm(forms.ModelForm):
    """A funder's sign and sentence; a picture needs words for those who cannot see it."""

    logo = forms.FileField(
        label=_("logo"), required=False, help_text=_("PNG or JPEG, at least 400 pixels high for clean print.")
    )
    since = DayField(label=_("from"), required=False)
    until = DayField(label=_("until"), required=False)

    class Meta:
        model = FundingMark
        fields = ["name", "partnership", "sentence", "logo", "alt", "since", "until"]
        help_texts = {
            "sentence": _(
                "For example: Projekt współfinansowany ze środków Europejskiego Funduszu Społecznego Plus."
            ),
            "alt": _("For example: Logo Funduszy Europejskich dla Mazowsza."),
        }

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["partnership"]
        field.queryset = Partnership.objects.order_by("name_key")
        field.empty_label = _("all partnerships")
        if not actor.is_admin:
            field.queryset = field.queryset.filter(pk__in=actor.partnerships_as(Role.COORDINATOR))
            field.required, field.empty_label = True, None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if (data.get("logo") or self.instance.picture_id) and not data.get("alt"):
            self.add_error("alt", gettext("Write what the logo shows, for those who cannot see it."))
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("It cannot end before it begins."))
        return data


def series_choice(partnership: Partnership, number: str) -> Series | None:
    """The partnership's series with that id in an address, if any."""
    return partnership.series.filter(pk=number).first() if number.isdigit() else None
