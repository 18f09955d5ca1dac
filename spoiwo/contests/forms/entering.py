"""Forms before an entry is written: the beginning, the same from a card or an earlier entry, who else writes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.models import Category, Edition, Entry
from spoiwo.contests.rules.states import FieldKind
from spoiwo.contests.rules.writing import Head, Person, tidied
from spoiwo.kit import phrases
from spoiwo.register.forms.fields import PlaceField, with_blank
from spoiwo.register.labels import KIND_LABELS

OWN, OTHER = "own", "other"


class WordsField(forms.CharField):
    """One line of words; what nobody sees (NUL among it) is left out."""

    def to_python(self, value: Any) -> str:
        return tidied(FieldKind.LINE, super().to_python(value) or "")


class PersonForm(forms.Form):
    """Somebody who writes."""

    name = WordsField(label=_("name and surname"), max_length=150)
    email = forms.EmailField(label=_("e-mail address"), max_length=254)

    def person(self) -> Person:
        """Who was written down."""
        data = self.cleaned_data
        return Person(data["name"], data["email"], data.get("phone", ""))


class HeadForm(forms.Form):
    """Title and body; of what kinds there may be says the category."""

    title = WordsField(
        label=_("title of the practice"),
        max_length=200,
        help_text=_("Without the name of your organisation, if you can: jurors read the title."),
    )
    organisation_name = WordsField(
        label=_("name of the organisation"),
        max_length=300,
        help_text=_("In full, as it is to stand on a diploma."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    organisation_kind = forms.ChoiceField(label=_("kind of organisation"))
    place = PlaceField(label=_("commune or county"), required=True)

    def __init__(self, *args: Any, kinds: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(kind, label) for kind, label in KIND_LABELS.items() if not kinds or kind in kinds]
        self.fields["organisation_kind"].choices = with_blank(choices, _("choose …"))

    def head(self) -> Head:
        """What was written down."""
        data = self.cleaned_data
        return Head(data["title"], data["organisation_name"], data["organisation_kind"], data["place"])


class CategoryField(forms.ModelChoiceField):
    """A category, with who may enter it."""

    widget = forms.RadioSelect

    def __init__(self, **options: Any) -> None:
        super().__init__(label=_("category"), empty_label=None, **options)

    def label_from_instance(self, one: Category) -> str:
        kinds = ", ".join(str(KIND_LABELS[kind]) for kind in one.kinds if kind in KIND_LABELS)
        words = {"name": one.name, "kinds": kinds or gettext("any organisation")}
        return gettext("%(name)s – for: %(kinds)s") % words


class EnterForm(PersonForm, HeadForm):
    """All that an entry begins with."""

    category = CategoryField(queryset=Category.objects.none())
    whose = forms.ChoiceField(
        label=_("whom do you enter"),
        choices=[(OWN, _("the organisation I work for")), (OTHER, _("another organisation: I nominate it"))],
        initial=OWN,
        widget=forms.RadioSelect,
    )
    nominated_name = WordsField(
        label=_("contact person of the nominated organisation"), max_length=150, required=False
    )
    nominated_email = forms.EmailField(
        label=_("e-mail address of the nominated organisation"),
        max_length=254,
        required=False,
        help_text=_("Only when you nominate: we ask there whether it agrees."),
    )
    phone = WordsField(
        label=_("telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    field_order = (
        "category",
        "title",
        "organisation_name",
        "organisation_kind",
        "place",
        "whose",
        "nominated_name",
        "nominated_email",
        "name",
        "email",
        "phone",
    )

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        categories = list(edition.categories.all())
        limits = [set(one.kinds) for one in categories]
        kinds = sorted(set().union(*limits)) if limits and all(limits) else ()
        super().__init__(*args, kinds=kinds, **options)
        self.fields["category"].queryset = edition.categories.all()
        if len(categories) == 1:
            self.fields["category"].initial = categories[0].pk
        self.fields["email"].help_text = _("The address under which you write the entry is sent there.")
        for name, use in (("name", "name"), ("email", "email")):
            self.fields[name].widget.attrs["autocomplete"] = use

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        category, kind = data.get("category"), data.get("organisation_kind")
        if category and kind and category.kinds and kind not in category.kinds:
            said = _("The rules do not let organisations of this kind enter this category.")
            self.add_error("organisation_kind", said)
        if data.get("whose") == OTHER:
            self._check_nominated(data)
        return data

    def nominated(self) -> Person | None:
        """The nominated body's contact; None where somebody enters the own organisation."""
        data = self.cleaned_data
        if data["whose"] != OTHER:
            return None
        return Person(data["nominated_name"], data["nominated_email"])

    def _check_nominated(self, data: dict[str, Any]) -> None:
        for name in ("nominated_name", "nominated_email"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, phrases.REQUIRED)
        if data.get("nominated_email", "").casefold() == data.get("email", "").casefold() != "":
            self.add_error(
                "nominated_email",
                _("Give the organisation’s own address, not yours: it has to agree itself."),
            )


class AgainForm(forms.Form):
    """Into which category an earlier entry is copied."""

    category = CategoryField(queryset=Category.objects.none())

    def __init__(self, *args: Any, editions: Sequence[Edition], **options: Any) -> None:
        super().__init__(*args, **options)
        rows = Category.objects.filter(edition__in=editions).select_related("edition__contest")
        self.fields["category"].queryset = rows.order_by("edition", "order")
        self.fields["category"].label_from_instance = lambda one: f"{one.edition.name}: {one.name}"


class EditionForm(forms.Form):
    """Which of the open editions a concept card is entered for."""

    edition = forms.ModelChoiceField(
        label=pgettext_lazy("contest", "edition"), queryset=None, empty_label=None, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, editions: Sequence[Edition], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["edition"].queryset = Edition.objects.filter(pk__in=[one.pk for one in editions])


def head_of(entry: Entry) -> dict[str, Any]:
    """What a form of the head begins with."""
    return {
        "title": entry.title,
        "organisation_name": entry.organisation_name,
        "organisation_kind": entry.organisation_kind,
        "place": entry.place,
    }
