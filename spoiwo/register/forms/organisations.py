"""Forms and filters of organisations."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.kit.listing import Filters
from spoiwo.register.forms.fields import CheckedField, DayField, OrganisationField, PlaceField, with_blank
from spoiwo.register.labels import KIND_LABELS, SECTOR_LABELS, SUCCESSION_LABELS, problem_text
from spoiwo.register.models import Organisation
from spoiwo.register.queries.organisation import books_kept_by, holders_of_number, look_alikes
from spoiwo.register.queries.places import places, voivodeships
from spoiwo.register.rules import Kind, sector_of
from spoiwo.register.rules.freshness import year_before
from spoiwo.register.rules.names import guess_kind
from spoiwo.register.rules.values import Problem

ANY = pgettext_lazy("any choice of a filter", "all")


class OrganisationFilters(Filters):
    """Search over names of all times and numbers, and what a coordinator narrows by."""

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=with_blank(KIND_LABELS.items(), ANY))
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=with_blank(SECTOR_LABELS.items(), ANY)
    )
    voivodeship = forms.ChoiceField(label=_("Voivodeship"), required=False)
    place = forms.CharField(label=_("County or commune"), required=False, max_length=120)
    kept = forms.ChoiceField(
        label=_("Kept"), required=False,
        choices=[("", ANY), ("mine", _("in my book")), ("nobody", _("by nobody"))],
    )  # fmt: skip
    stale = forms.BooleanField(label=_("Not confirmed for a year"), required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor
        self.fields["voivodeship"].choices = with_blank(voivodeships(), ANY)  # type: ignore[attr-defined]

    def clean_q(self) -> str:
        """A number typed with spaces or dashes is looked for without them."""
        text = self.cleaned_data["q"]
        digits = text.replace("-", "").replace(" ", "")
        return digits if digits.isdigit() and len(digits) > 6 else text

    def clean_place(self) -> tuple[str, ...]:
        """The codes of all places meant; a name that several bear means all of them."""
        text = self.cleaned_data["place"]
        codes = places().codes(text) if text else ()
        if text and not codes:
            raise ValidationError(problem_text(Problem.PLACE_UNKNOWN))
        return codes

    def narrow(self, queryset: QuerySet) -> QuerySet:
        """Rows that match everything chosen."""
        queryset = super().narrow(queryset)
        chosen = self.cleaned_data
        for name in ("kind", "sector"):
            if value := chosen.get(name):
                queryset = queryset.filter(**{name: value})
        if code := chosen.get("voivodeship"):
            queryset = queryset.filter(place__code__startswith=code)
        if codes := chosen.get("place"):
            queryset = queryset.filter(*[_within(codes)])
        if chosen.get("stale"):
            queryset = queryset.filter(
                Q(confirmed_on=None) | Q(confirmed_on__lt=year_before(today())), ended_on=None
            )
        if kept := chosen.get("kept"):
            queryset = (
                queryset.filter(book__in=self.actor.kept_books)
                if kept == "mine"
                else queryset.filter(book=None)
            )
        return queryset


def _within(codes: tuple[str, ...]) -> Q:
    condition = Q()
    for code in codes:
        condition |= Q(place__code__startswith=code)
    return condition


class OrganisationForm(forms.Form):
    """An organisation's data. Numbers are checked and compared with the register while nothing typed is lost."""

    name = forms.CharField(
        label=_("Full name"),
        max_length=300,
        help_text=_("As in the register or statute, e.g. Gmina Leoncin."),
    )
    short_name = forms.CharField(label=_("Short name"), max_length=100, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=with_blank(KIND_LABELS.items(), pgettext_lazy("kind of organisation", "told by the name")),
        help_text=_("Leave it to the name where it begins with “Fundacja”, “Szkoła” and the like."),
    )  # fmt: skip
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=with_blank(SECTOR_LABELS.items(), _("told by the kind")),
        help_text=_("Reports show how sectors are balanced."),
    )  # fmt: skip
    place = PlaceField(label=_("Commune or county"))
    nip = CheckedField("nip", label="NIP", help_text=_("Ten digits; spaces and dashes do no harm."))
    regon = CheckedField("regon", label="REGON", help_text=_("Nine or fourteen digits."))
    krs = CheckedField("krs", label="KRS", help_text=_("Ten digits with the zeros in front."))
    street = forms.CharField(label=_("Street and number"), max_length=150, required=False)
    postcode = CheckedField("postcode", label=_("Postcode"), help_text=_("For example 05-155."))
    town = forms.CharField(label=_("Town"), max_length=100, required=False)
    email = CheckedField("email", label=_("E-mail address"))
    phone = CheckedField("phone", label=_("Telephone"))
    website = CheckedField("website", label=_("Website"))
    e_delivery = CheckedField(
        "e_delivery", label=_("E-delivery address"), help_text=_("For example AE:PL-12345-67890-ABCDE-12.")
    )
    founded_on = DayField(label=_("Founded on"), required=False)
    ended_on = DayField(label=_("Ended on"), required=False)
    note = forms.CharField(
        label=pgettext_lazy("a remark", "Note"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, organisation: Organisation | None = None, **options: Any) -> None:
        if organisation is not None:
            names = [name for name in self.base_fields if hasattr(organisation, name)]
            options["initial"] = {name: getattr(organisation, name) for name in names} | options.get(
                "initial", {}
            )
        super().__init__(*args, **options)
        self.organisation = organisation

    def clean_nip(self) -> str:
        return self._free("nip")

    def clean_krs(self) -> str:
        return self._free("krs")

    def clean(self) -> dict[str, Any]:
        """Fills in what the name tells of the kind, and the kind of the sector."""
        data = super().clean() or {}
        if not data.get("kind"):
            data["kind"] = guess_kind(data.get("name", "")) or Kind.OTHER
        if not data.get("sector"):
            data["sector"] = sector_of(Kind(data["kind"]))
        founded, ended = data.get("founded_on"), data.get("ended_on")
        if founded and ended and ended < founded:
            self.add_error("ended_on", problem_text(Problem.ENDS_BEFORE_START))
        return data

    def _free(self, field: str) -> str:
        number = self.cleaned_data[field]
        besides = self.organisation.pk if self.organisation else None
        holder = holders_of_number(field, number, besides=besides).first() if number else None
        if holder:
            raise ValidationError(_named(gettext("This number belongs to %(link)s."), holder), code="taken")
        return number


def _named(sentence: str, organisation: Organisation) -> str:
    link = format_html('<a href="{}">{}</a>', organisation.get_absolute_url(), organisation.name)
    return format_html(sentence.replace("%(link)s", "{}"), link)


class NewOrganisationForm(OrganisationForm):
    """The same for a new organisation: in whose book it is kept, and a question when it may be there already."""

    book = forms.ModelChoiceField(label=_("Kept in the book"), queryset=None, required=False)
    is_another = forms.BooleanField(label=_("This is another organisation; add it."), required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        books = books_kept_by(actor)
        self.fields["book"].queryset = books  # type: ignore[attr-defined]
        self.only_book = None
        if actor.is_admin:
            self.fields["book"].empty_label = _("nobody: a common record")  # type: ignore[attr-defined]
        elif len(books) == 1:
            self.only_book = books[0]
            del self.fields["book"]
        else:
            self.fields["book"].required = True
        if not self.is_bound:
            self.fields["is_another"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """Asks once whether an organisation of that name nearby is not the one being added."""
        data = super().clean()
        data.setdefault("book", self.only_book)
        alike = look_alikes(data.get("name", ""), data.get("place")) if not data.get("is_another") else []
        if alike:
            self.add_error(
                "is_another", _named(gettext("The register has %(link)s. Is it the same one?"), alike[0])
            )
        elif not data.get("is_another"):
            self.fields["is_another"].widget = forms.HiddenInput()
        return data

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "is_another"}


class RenameForm(forms.Form):
    """A new name from a day."""

    name = forms.CharField(label=_("New full name"), max_length=300)
    short_name = forms.CharField(label=_("New short name"), max_length=100, required=False)
    on = DayField(label=_("From"), help_text=_("The first day of the new name."))

    def clean_on(self) -> Any:
        return _not_to_come(self.cleaned_data["on"])


class SuccessionForm(forms.Form):
    """Which other organisation came of this one, or this one of it."""

    direction = forms.ChoiceField(
        label=_("What happened"), widget=forms.RadioSelect, initial="after",
        choices=[("after", _("The other organisation came after this one")), ("before", _("The other organisation was there before this one"))],
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("How"), choices=list(SUCCESSION_LABELS.items()))
    on = DayField(label=_("On"), help_text=_("The first day of the new organisation or of its tasks."))
    basis = forms.CharField(
        label=_("Basis"),
        max_length=300,
        required=False,
        help_text=_("For example: resolution XII/87/2019 of the county council."),
    )
    ends = forms.BooleanField(label=_("The earlier organisation ceased to exist then"), required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["other"] = OrganisationField(actor, label=_("The other organisation"))
        self.order_fields(["direction", "other"])

    def clean_on(self) -> Any:
        return _not_to_come(self.cleaned_data["on"])


class OtherForm(forms.Form):
    """Which record is to be joined with this one."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["other"] = OrganisationField(actor, label=_("The other record"))


class BookForm(forms.Form):
    """Into which of the actor's books."""

    book = forms.ModelChoiceField(label=_("Contact book"), queryset=None)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["book"].queryset = books_kept_by(actor)  # type: ignore[attr-defined]


def _not_to_come(day: Any) -> Any:
    if day > today():
        raise ValidationError(gettext("This day is still to come."))
    return day
