"""Forms of a card: what it is and whose, its running texts, the look after two years."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.forms.whose import WhoseField
from spoiwo.practices.labels import TEXT_HINTS, TEXT_LABELS
from spoiwo.practices.models import Practice, Term
from spoiwo.practices.permissions import EDITORS
from spoiwo.practices.rules.states import LONGEST, TEXTS
from spoiwo.projects.forms.rows import BY_NAME, MoneyField, meant, told
from spoiwo.projects.models import Project
from spoiwo.register.forms.fields import PlaceField, SeveralField
from spoiwo.register.models import Organisation

FIELDS = (
    "title", "summary", "owner", "place", "scale", "since_year", "until_year", "cost", "cost_note", "contact",
    "contact_address",
)  # fmt: skip


def year_field(label: Any, **options: Any) -> forms.IntegerField:
    """A year one may have lived in."""
    return forms.IntegerField(label=label, required=False, min_value=1950, max_value=2100, **options)


class PracticeForm(forms.ModelForm):
    """Everything but the running texts; for a new card also whose it is."""

    partnership = WhoseField()
    summary = forms.CharField(
        label=_("in two sentences"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What is done and what comes of it; this stands in the list of the catalogue."),
    )
    place = PlaceField(label=_("where it works"))
    since_year = year_field(_("since (year)"))
    until_year = year_field(_("ended (year)"), help_text=_("Empty while it is still running."))
    cost = MoneyField(label=_("cost (PLN)"), required=False)
    themes = SeveralField(
        label=_("themes"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    groups = SeveralField(
        label=_("for whom"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    organisation: Organisation | None = None

    class Meta:
        model = Practice
        fields = FIELDS
        widgets = {"owner": forms.TextInput(attrs=BY_NAME)}
        help_texts = {
            "title": _("What is done, in words somebody would search for."),
            "owner": _("The organisation that does it; a name of the register is recognised."),
            "cost_note": _("For example: a year, one group of twelve, without rent."),
            "contact": _(
                "Who answers questions of those who want to take it over. Everybody sees it in the catalogue."
            ),
            "contact_address": _("At work, not private. Everybody sees it in the catalogue."),
        }

    field_order = (
        "partnership", "title", "summary", "owner", "place", "scale", "themes", "groups", *FIELDS[5:],
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        self.actor = actor
        super().__init__(*args, **options)
        for name, facet in (("themes", Term.THEME), ("groups", Term.GROUP)):
            self.fields[name].queryset = Term.objects.filter(facet=facet)
        if self.instance.pk:
            del self.fields["partnership"]
            body, chosen = self.instance.organisation, list(self.instance.terms.values_list("pk", flat=True))
            self.initial |= {"themes": chosen, "groups": chosen}
            if body and body.name == self.instance.owner:
                self.initial["owner"] = told(body)
        else:
            self.fields["partnership"].offer(actor, EDITORS)

    def clean_owner(self) -> str:
        name, self.organisation = meant(self.cleaned_data["owner"], self.actor)
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("since_year"), data.get("until_year")
        if first and last and last < first:
            self.add_error("until_year", gettext("A practice ends after it begins."))
        return data

    def written(self) -> dict[str, Any]:
        """What the actions take."""
        data = self.cleaned_data
        given = {name: data[name] for name in FIELDS}
        return given | {"organisation": self.organisation, "terms": (*data["themes"], *data["groups"])}


class TextsForm(forms.Form):
    """All running texts, with the revision their writer read."""

    def __init__(self, *args: Any, practice: Practice, **options: Any) -> None:
        self.practice = practice
        super().__init__(*args, **options)
        for name in TEXTS:
            self.fields[name] = forms.CharField(
                label=TEXT_LABELS[name],
                help_text=TEXT_HINTS[name],
                initial=getattr(practice, name),
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 6}),
            )
        self.fields["revision"] = forms.IntegerField(
            min_value=0, initial=practice.revision, widget=forms.HiddenInput
        )

    def texts(self) -> dict[str, str]:
        """What was written, by the names of `TEXTS`."""
        return {name: self.cleaned_data[name] for name in TEXTS}

    def catch_up(self, standing: Practice) -> list[tuple[str, str]]:
        """Takes note of what stands now, so that saving again is meant so; gives the texts that differ from those typed."""
        self.data = self.data.copy()
        self.data["revision"] = str(standing.revision)
        texts = [(name, getattr(standing, name)) for name in TEXTS]
        typed = self.cleaned_data
        return [(str(TEXT_LABELS[name]), text) for name, text in texts if text != typed.get(name, "")]


class ReviewDateForm(forms.Form):
    """The look after two years: still true, ended, or replaced by another practice of the catalogue."""

    until_year = year_field(_("ended (year)"), help_text=_("Empty while it is still running."))
    superseded_by = forms.ModelChoiceField(
        label=_("replaced by"), queryset=None, required=False, empty_label=_("none")
    )

    def __init__(self, *args: Any, practice: Practice, **options: Any) -> None:
        initial = {"until_year": practice.until_year, "superseded_by": practice.superseded_by_id}
        super().__init__(*args, initial=initial, **options)
        others = Practice.objects.published().exclude(pk=practice.pk).order_by("name_key")
        self.fields["superseded_by"].queryset = others


def from_project(project: Project) -> dict[str, Any]:
    """What a card begins with that comes of a project."""
    return {
        "title": project.title[:200],
        "partnership": project.partnership_id,
        "summary": project.summary[:600],
        "owner": told(project.lead_organisation) if project.lead_organisation else project.lead,
        "since_year": project.starts_on.year if project.starts_on else None,
        "until_year": project.ends_on.year if project.ends_on else None,
        "cost": project.value,
    }
