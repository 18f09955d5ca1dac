"""Forms of series: what it begins with, its meetings row by row, a round through the communes; templates."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.forms.formsets import BaseFormSet
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters
from spoiwo.meetings.forms.meetings import ClockField, moment
from spoiwo.meetings.models import CycleTemplate, Series
from spoiwo.meetings.queries.series import Plan, patterns_for, programme_like
from spoiwo.meetings.rules.days import WORKING_WEEK, Proposal
from spoiwo.meetings.rules.programme import moved
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit
from spoiwo.register.forms.fields import DayField

MOST = 60


class SeriesFilters(Filters):
    """Search in the list of series."""


class SeriesStartForm(forms.Form):
    """What the new series begins with, and its first day."""

    source = forms.ChoiceField(label=_("begin with"))
    first = DayField(
        label=_("first day"),
        help_text=_("The days of the other meetings are proposed from it; you can change each of them."),
    )

    def __init__(self, *args: Any, partnership: Partnership, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        templates, series = patterns_for(actor)
        ours = [one for one in series if one.partnership_id == partnership.pk]
        others = [one for one in series if one.partnership_id != partnership.pk]
        groups = [
            (gettext("Templates"), [(f"template-{one.pk}", one.name) for one in templates]),
            (
                gettext("Earlier series of this partnership"),
                [(f"series-{one.pk}", one.title) for one in ours],
            ),
            (
                gettext("Series of other partnerships"),
                [(f"series-{one.pk}", f"{one.title} ({one.partnership.short_name})") for one in others],
            ),
        ]
        self.fields["source"].choices = [(label, choices) for label, choices in groups if choices]


class SeriesForm(forms.ModelForm):
    """Title, purpose, and who sees it."""

    class Meta:
        model = Series
        fields = ["title", "summary", "is_public"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "is_public": _(
                "The series gets a public page; on it stand the meetings that are announced and public."
            )
        }


class RowForm(forms.Form):
    """One meeting of a series to come."""

    number = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    title = forms.CharField(label=_("title"), max_length=200)
    day = DayField(label=_("day"))
    begins = ClockField(label=_("begins at"))
    minutes = forms.IntegerField(label=_("lasts (minutes)"), min_value=10, max_value=900)
    commune = forms.TypedChoiceField(
        label=_("host commune"), required=False, coerce=int, empty_value=None, choices=()
    )
    venue = forms.CharField(label=_("venue"), max_length=200, required=False)
    address = forms.CharField(label=_("street, number and town"), max_length=200, required=False)
    capacity = forms.IntegerField(
        label=pgettext_lazy("of a meeting", "places"), min_value=1, max_value=100_000, required=False
    )

    def __init__(
        self, *args: Any, communes: Sequence[tuple[Any, str]] = (), notes: Sequence[str] = (), **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["commune"].choices = communes
        number = (self.prefix or "").rsplit("-", 1)[-1]
        self.note = notes[int(number)] if number.isdigit() and int(number) < len(notes) else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if {"day", "begins", "minutes"} <= data.keys():
            wall = dt.datetime.combine(data["day"], data["begins"]) + dt.timedelta(minutes=data["minutes"])
            try:
                data |= {
                    "starts_at": moment(data["day"], data["begins"]),
                    "ends_at": moment(wall.date(), wall.time()),
                }
            except ValidationError as problem:
                self.add_error("begins", problem)
            else:
                if data["ends_at"] <= data["starts_at"]:
                    self.add_error("minutes", gettext("A meeting cannot end before it begins."))
        return data


class KeptRows(BaseFormSet):
    """Rows of which each can be left out; at least one stays."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = gettext("leave this meeting out")

    def clean(self) -> None:
        if not self.kept():
            raise ValidationError(gettext("Keep at least one meeting."))

    def kept(self) -> list[Any]:
        """The filled forms that are not left out."""
        filled = [form for form in self.forms if form.has_changed() or not form.empty_permitted]
        return [form for form in filled if not self._should_delete_form(form)]


class RowSet(KeptRows):
    """All rows of a series to come."""

    def meetings(self, plans: Sequence[Plan]) -> list[dict[str, Any]]:
        """The kept rows as the actions take them, each with the programme of the plan it began with."""
        kept = [form.cleaned_data for form in self.kept()]
        units = Unit.objects.in_bulk([data["commune"] for data in kept])
        return [self._fields(data, plans, units) for data in kept]

    def _fields(self, data: dict[str, Any], plans: Sequence[Plan], units: dict[int, Unit]) -> dict[str, Any]:
        number = data.get("number")
        programme = plans[number].programme if number is not None and number < len(plans) else ()
        fields = {
            name: data[name] for name in ("title", "starts_at", "ends_at", "venue", "address", "capacity")
        }
        return fields | {
            "commune": units.get(data["commune"]),
            "programme": moved(programme, data["begins"]),
        }


RowForms = formset_factory(
    RowForm, formset=RowSet, extra=0, can_delete=True, max_num=MOST + 1, absolute_max=MOST + 1
)


def row_values(plans: Iterable[Plan], days: Iterable[Proposal]) -> list[dict[str, Any]]:
    """What the rows are first filled with."""
    return [
        {
            "number": number,
            "title": plan.title,
            "day": proposal.day,
            "begins": plan.starts,
            "minutes": plan.minutes,
            "commune": plan.commune_id,
            "venue": plan.venue,
            "address": plan.address,
            "capacity": plan.capacity,
        }
        for number, (plan, proposal) in enumerate(zip(plans, days, strict=True))
    ]


def commune_choices(communes: Iterable[Unit]) -> list[tuple[Any, str]]:
    """The area's communes to choose from, in Polish order."""
    return [("", pgettext_lazy("commune", "not chosen yet")), *((one.pk, one.full_name) for one in communes)]


class RoundForm(forms.Form):
    """One meeting in every commune: from which day on, on which days of the week, how long."""

    title = forms.CharField(
        label=_("title of each meeting"),
        max_length=150,
        help_text=_("The name of the commune is added to it."),
    )
    first = DayField(label=_("first day"))
    weekdays = forms.TypedMultipleChoiceField(
        label=_("days of the week"),
        coerce=int,
        choices=[(number, WEEKDAYS[number]) for number in range(7)],
        widget=forms.CheckboxSelectMultiple,
        initial=list(WORKING_WEEK),
        help_text=_("One meeting on each of them; public holidays and long weekends are passed over."),
    )
    begins = ClockField(label=_("begins at"), initial=dt.time(10))
    minutes = forms.IntegerField(label=_("lasts (minutes)"), min_value=10, max_value=900, initial=150)
    capacity = forms.IntegerField(
        label=pgettext_lazy("of a meeting", "places"), min_value=1, max_value=100_000, required=False
    )
    like = forms.ModelChoiceField(
        label=_("programme as at"), queryset=None, required=False, empty_label=_("no programme yet")
    )
    communes = forms.TypedMultipleChoiceField(
        label=_("communes"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those that have a meeting of this series already are not ticked."),
    )

    def __init__(self, *args: Any, series: Series, communes: Sequence[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.units = communes
        written = series.meetings.exclude(programme=None).distinct().order_by("starts_at", "pk")
        self.fields["like"].queryset, self.fields["like"].initial = written, written.first()
        self.fields["communes"].choices = [(one.pk, one.full_name) for one in communes]

    def clean_communes(self) -> list[int]:
        chosen = self.cleaned_data["communes"]
        if len(chosen) > MOST:
            raise ValidationError(
                ngettext(
                    "At most %(count)d meeting is planned at once. Untick some communes and come back for them.",
                    "At most %(count)d meetings are planned at once. Untick some communes and come back for them.",
                    MOST,
                )
                % {"count": MOST}
            )
        return chosen

    def plans(self) -> list[Plan]:
        """A plan for each chosen commune, in the order they are listed."""
        data = self.cleaned_data
        programme = programme_like(data["like"]) if data["like"] else ()
        return [
            Plan(
                title=f"{data['title']} – {unit.name}",
                days_after=0,
                starts=data["begins"],
                minutes=data["minutes"],
                capacity=data["capacity"],
                programme=programme,
                commune_id=unit.pk,
            )
            for unit in self.units
            if unit.pk in data["communes"]
        ]


class TemplateForm(forms.ModelForm):
    """Name and purpose of a template."""

    class Meta:
        model = CycleTemplate
        fields = ["name", "summary"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}


class TemplateRowForm(forms.Form):
    """One meeting of a template."""

    title = forms.CharField(label=_("title"), max_length=200)
    days_after = forms.IntegerField(label=_("days after the first meeting"), min_value=0, max_value=2000)
    starts = ClockField(label=_("begins at"))
    minutes = forms.IntegerField(label=_("lasts (minutes)"), min_value=10, max_value=900)
    capacity = forms.IntegerField(
        label=pgettext_lazy("of a meeting", "places"), min_value=1, max_value=100_000, required=False
    )
    programme = forms.CharField(
        label=_("programme"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One point a line: minutes, then the title, for example “15 Przerwa kawowa”."),
    )


class TemplateRowSet(KeptRows):
    """The meetings of a template in their order; the empty row at the end is not one of them."""

    def meetings(self) -> list[dict[str, Any]]:
        """The kept rows as the actions take them."""
        names = list(self.form.base_fields)
        return [{name: form.cleaned_data[name] for name in names} for form in self.kept()]


TemplateRowForms = formset_factory(
    TemplateRowForm, formset=TemplateRowSet, extra=1, can_delete=True, max_num=40
)
