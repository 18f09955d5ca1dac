"""A form for each kind of record: what the reader found, looked through by a person."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.archive.labels import FIELD_LABELS
from spoiwo.archive.models import Proposal
from spoiwo.archive.queries.contests import contest_called
from spoiwo.archive.queries.proposing import body_of, day_of_paper, last_day_of, parties_said, said
from spoiwo.archive.rules.initial import (
    AGREEMENT_KINDS,
    contest_and_year,
    first_day,
    full_day,
    lines_of,
    split_name,
    title_of,
)
from spoiwo.archive.rules.states import FactKind
from spoiwo.contests.labels import AWARD_LABELS
from spoiwo.contests.models import Contest
from spoiwo.contests.permissions import KEEPERS
from spoiwo.contests.rules.states import AwardKind
from spoiwo.kit.actor import Actor
from spoiwo.partnerships.labels import AGREEMENT_LABELS
from spoiwo.polish import fold
from spoiwo.projects.labels import PROJECT_LABELS
from spoiwo.projects.rules import ProjectState
from spoiwo.register.forms.fields import DayField, OrganisationField, PlaceField
from spoiwo.register.labels import KIND_LABELS
from spoiwo.register.queries.organisation import find_organisation
from spoiwo.register.rules.names import guess_kind
from spoiwo.register.rules.taxonomy import Kind

LONG = forms.Textarea(attrs={"rows": 3})


class RecordForm(forms.Form):
    """Base: knows the proposal and who looks it through; a subclass says what stands in it first."""

    def __init__(self, *args: Any, proposal: Proposal, actor: Actor, **options: Any) -> None:
        self.proposal, self.actor, self.told = proposal, actor, said(proposal)
        super().__init__(*args, initial=self.first(), **options)

    def first(self) -> Mapping[str, Any]:
        """What stands in the fields before a person changes them."""
        return {}

    @property
    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return dict(self.cleaned_data)

    def as_typed(self) -> dict[str, str]:
        """The values first shown, as if somebody had sent them unchanged: what one press accepts."""
        values = {name: self.get_initial_for_field(field, name) for name, field in self.fields.items()}
        return {name: "" if value is None else str(value) for name, value in values.items()}

    def title(self, form: str) -> str:
        """A title made of what the source tells, with the words before it that govern it."""
        spans = {one["name"]: one["start"] for one in self.proposal.fields}
        start = spans.get("subject", spans.get("topic", 0))
        return title_of(self.told, form, self.proposal.source.text[max(0, start - 90) : start])

    def place(self) -> str:
        """The place the source names, with its code; nothing where the reader did not know which one is meant."""
        name = str(self.told.get("place", ""))
        unit = next((one for one in self.proposal.source.places.all() if one.name == name), None)
        return f"{unit.name} ({unit.code})" if unit else ""


class OrganisationForm(RecordForm):
    """An organisation for the register."""

    name = forms.CharField(label=_("full name"), max_length=300)
    kind = forms.ChoiceField(label=_("kind"), choices=list(KIND_LABELS.items()))
    place = PlaceField(label=_("commune or county"))

    def first(self) -> Mapping[str, Any]:
        name = str(self.told.get("name", ""))
        return {"name": name, "kind": guess_kind(name) or Kind.OTHER, "place": self.place()}


class PersonForm(RecordForm):
    """A person for the partnership's contact book, with the function the source tells of."""

    given_name = forms.CharField(label=_("given name"), max_length=80)
    family_name = forms.CharField(label=_("surname"), max_length=120)
    function = forms.CharField(label=_("function"), max_length=150, required=False)
    since = DayField(label=pgettext_lazy("function", "held since"), required=False)
    until = DayField(
        label=pgettext_lazy("function", "held until"),
        required=False,
        help_text=_(
            "An old paper says only that the function was held on its day; leave both empty for one held today."
        ),
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        self.fields["organisation"] = OrganisationField(actor, label=_("organisation"), required=False)
        self.fields["organisation_name"] = forms.CharField(
            label=_("or its name, if the register does not know it"),
            max_length=300,
            required=False,
            help_text=_("It is added to the register."),
        )
        self.order_fields(["given_name", "family_name", "function", "organisation", "organisation_name"])

    def first(self) -> Mapping[str, Any]:
        given, family = split_name(str(self.told.get("name", "")))
        body = body_of(self.proposal)
        found = find_organisation(body, self.actor) if body else []
        return {
            "given_name": given,
            "family_name": family,
            "function": self.told.get("function", ""),
            "organisation": (found[0].name if len(found) == 1 else body) if found else "",
            "organisation_name": "" if found else body[:300],
            "until": day_of_paper(self.proposal.source),
        }

    def as_typed(self) -> dict[str, str]:
        """The same without a function of which nobody says where it is held; the page tells what was left out."""
        typed = super().as_typed()
        is_somewhere = typed["organisation"] or typed["organisation_name"]
        return typed if is_somewhere else {**typed, "function": "", "until": ""}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("since") and data.get("until") and data["since"] > data["until"]:
            self.add_error("until", _("The last day lies before the first."))
        name = data.get("organisation_name") or ""
        if name and not data.get("organisation"):  # it may stand in the register by now
            found = [one for one in find_organisation(name, self.actor) if fold(one.name) == fold(name)]
            data["organisation"] = found[0] if len(found) == 1 else None
        if data.get("function") and not (name or data.get("organisation") or "organisation" in self.errors):
            self.add_error(
                "organisation",
                _("Say in which organisation this function is held, or leave the function empty."),
            )
        return data


class AgreementForm(RecordForm):
    """An agreement of the partnership; its parties stand in rows of their own."""

    kind = forms.ChoiceField(label=_("kind"), choices=list(AGREEMENT_LABELS.items()))
    title = forms.CharField(label=_("title"), max_length=300)
    signed_on = DayField(
        label=_("signed on"),
        required=False,
        help_text=_(
            "With a day, every party is recorded as having signed on it; without one the agreement stays a draft."
        ),
    )
    signed_at = forms.CharField(label=_("place of signing"), max_length=120, required=False)

    def first(self) -> Mapping[str, Any]:
        form = str(self.told.get("form", "porozumienie"))
        return {
            "kind": AGREEMENT_KINDS.get(form, "agreement"),
            "title": self.title(form)[:300],
            "signed_on": full_day(self.told.get("date")),
            "signed_at": self.told.get("place", ""),
        }


class PartyForm(forms.Form):
    """One party as the source names it, and who spoke for it."""

    name = forms.CharField(label=_("party"), max_length=300, required=False)
    signatory = forms.CharField(label=_("represented by"), max_length=200, required=False)


PartyRows = formset_factory(PartyForm, extra=2, max_num=60, absolute_max=80)


class MeetingForm(RecordForm):
    """A meeting or a training of the partnership."""

    title = forms.CharField(label=_("title"), max_length=200)
    held_on = DayField(label=_("day"))
    until_day = DayField(label=_("last day"), required=False)
    commune = PlaceField(label=_("host commune"))
    venue = forms.CharField(label=_("venue"), max_length=200, required=False)
    host = forms.CharField(label=_("organiser"), max_length=200, required=False)
    head_count = forms.IntegerField(label=_("how many came"), min_value=0, max_value=100_000, required=False)
    summary = forms.CharField(label=_("what it was about"), widget=LONG, required=False)

    def first(self) -> Mapping[str, Any]:
        told = self.told
        form = "szkolenie" if self.proposal.kind == FactKind.TRAINING else str(told.get("form", "spotkanie"))
        return {
            "title": self.title(form)[:200],
            "held_on": full_day(told.get("date")) or "",
            "until_day": full_day(last_day_of(self.proposal)),
            "commune": self.place(),
            "venue": told.get("venue") or ("" if self.place() else told.get("place", "")),
            "host": lines_of(told, "organiser").replace("\n", ", ")[:200],
            "head_count": told.get("came") or told.get("participants"),
            "summary": self._summary(),
        }

    def _is_for(self, name: str) -> bool:
        """Whether the source says “dla rolników”: the words stand in their case only behind it."""
        start = min((one["start"] for one in self.proposal.fields if one["name"] == name), default=0)
        return self.proposal.source.text[:start].rstrip().casefold().endswith(" dla")

    def _summary(self) -> str:
        lines = [str(self.told.get("topic", ""))] if self.told.get("title") else []  # else the title says it
        for name in ("audience", "speaker"):
            # In one row, as the source has them: they stand in the cases they have there.
            several = lines_of(self.told, name).replace("\n", ", ")
            label = "Dla" if self._is_for(name) else f"{capfirst(str(FIELD_LABELS[name]))}:"
            lines.append(f"{label} {several}" if several else "")
        return "\n".join(line for line in lines if line)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("held_on") and data.get("until_day") and data["until_day"] < data["held_on"]:
            self.add_error("until_day", _("The last day lies before the first."))
        return data


def _in_programme(told: Mapping[str, Any]) -> str:
    programme = told.get("programme")
    return gettext("Project in the programme %(name)s") % {"name": programme} if programme else ""


class ProjectForm(RecordForm):
    """A project of the partnership."""

    title = forms.CharField(label=_("title"), max_length=250)
    state = forms.ChoiceField(
        label=_("state"), choices=list(PROJECT_LABELS.items()), initial=ProjectState.COMPLETED
    )
    programme = forms.CharField(label=_("programme"), max_length=200, required=False)
    measure = forms.CharField(label=_("priority, action or measure"), max_length=200, required=False)
    lead = forms.CharField(label=_("lead"), max_length=300, required=False)
    partners = forms.CharField(label=_("partners, one on a line"), widget=LONG, required=False)
    target_group = forms.CharField(label=_("for whom"), widget=LONG, required=False)
    results = forms.CharField(label=_("results"), widget=LONG, required=False)
    value = forms.DecimalField(
        label=_("value (PLN)"), max_digits=14, decimal_places=2, min_value=0, required=False, localize=True
    )
    starts_on = DayField(label=_("begins"), required=False)
    ends_on = DayField(label=_("ends"), required=False)

    def first(self) -> Mapping[str, Any]:
        told = self.told
        return {
            "title": str(told.get("name") or _in_programme(told))[:250],
            "state": ProjectState.COMPLETED,
            "programme": told.get("programme", ""),
            "measure": told.get("measure", ""),
            "lead": told.get("lead", ""),
            "partners": lines_of(told, "partner"),
            "target_group": told.get("target_group", ""),
            "results": lines_of(told, "result"),
            "value": told.get("value"),
            "starts_on": first_day(told.get("date")),
            "ends_on": full_day(told.get("end_date")),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("starts_on") and data.get("ends_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", _("The last day lies before the first."))
        return data

    @property
    def values(self) -> dict[str, Any]:
        lines = self.cleaned_data["partners"].splitlines()
        return {**self.cleaned_data, "partners": [line.strip()[:300] for line in lines if line.strip()]}


class AwardForm(RecordForm):
    """A laureate of a contest; a contest that nobody keeps yet is founded as history of the partnership."""

    contest = forms.ModelChoiceField(
        label=_("contest"), queryset=None, required=False, empty_label=_("another one, named below")
    )
    contest_name = forms.CharField(label=_("name of the contest"), max_length=200, required=False)
    year = forms.IntegerField(label=_("year"), min_value=1990, max_value=2100)
    kind = forms.ChoiceField(label=_("award"), choices=list(AWARD_LABELS.items()), initial=AwardKind.LAUREATE)
    name = forms.CharField(label=_("title or place"), max_length=200)
    organisation_name = forms.CharField(label=_("laureate"), max_length=300)
    place = PlaceField(label=_("commune or county"))
    practice = forms.CharField(label=_("practice"), max_length=300, required=False)
    times = forms.IntegerField(
        label=_("which award of this contest"), min_value=1, max_value=99, required=False
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        kept = Contest.objects.order_by("name_key")
        self.kept = kept if actor.is_admin else kept.filter(partnership__in=actor.partnerships_as(*KEEPERS))
        super().__init__(*args, actor=actor, **options)
        self.fields["contest"].queryset = self.kept
        if not self.initial["year"] and (day := day_of_paper(self.proposal.source)):
            self.fields["year"].help_text = gettext(
                "The source is of %(year)s and does not say the year of the award."
            ) % {"year": day.year}

    def first(self) -> Mapping[str, Any]:
        told = self.told
        laureate = str(told.get("laureate", ""))
        found = find_organisation(laureate, self.actor) if laureate else []
        name, year = contest_and_year(told)
        kept = contest_called(name, self.kept)
        return {
            "contest": kept.pk if kept else None,
            "contest_name": "" if kept else name[:200],
            "year": year,
            "kind": AwardKind.LAUREATE,
            "name": str(told.get("title") or told.get("prize") or "")[:200],
            "organisation_name": laureate,
            "place": found[0].place if found and found[0].place else self.place(),
            "practice": told.get("practice", ""),
            "times": told.get("rank"),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("contest") and not (data.get("contest_name") or "").strip():
            self.add_error("contest_name", _("Choose the contest or write its name."))
        return data


FORMS: Mapping[FactKind, type[RecordForm]] = {
    FactKind.ORGANISATION: OrganisationForm,
    FactKind.PERSON: PersonForm,
    FactKind.AGREEMENT: AgreementForm,
    FactKind.MEETING: MeetingForm,
    FactKind.TRAINING: MeetingForm,
    FactKind.PROJECT: ProjectForm,
    FactKind.AWARD: AwardForm,
}


def party_rows(proposal: Proposal, data: Any = None) -> Any:
    """The parties of a proposed agreement, a row each and two empty ones."""
    # Sent rows are compared with nothing: one that was left as it was is meant, too.
    return PartyRows(data, prefix="party", initial=None if data else parties_said(proposal))


def parties_from(rows: Any, actor: Actor) -> list[dict[str, Any]]:
    """What the action takes of the rows: a name, the record of the register where exactly one is meant, who signed."""
    given = [row for row in rows.cleaned_data if row and row.get("name")]
    parties = []
    for row in given:
        found = find_organisation(row["name"], actor)
        same = [one for one in found if one.name.casefold() == row["name"].casefold()]
        parties.append(
            {**row, "organisation": (same or found or [None])[0] if len(same or found) == 1 else None}
        )
    return parties
