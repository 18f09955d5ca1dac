"""Forms and filters of people and their functions."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters
from spoiwo.polish import fold
from spoiwo.register.forms.books import BookField
from spoiwo.register.forms.fields import CheckedField, DayField, OrganisationField, with_blank
from spoiwo.register.forms.organisations import ANY
from spoiwo.register.labels import CASE_LABELS, CHANNEL_LABELS, KIND_LABELS, problem_text
from spoiwo.register.models import Mandate, Person
from spoiwo.register.queries.person import people
from spoiwo.register.rules.address import OBLIQUE, suggested_cases
from spoiwo.register.rules.values import Problem


class PersonFilters(Filters):
    """Search over names, addresses and the organisations people work for."""

    kind = forms.ChoiceField(
        label=_("Organisation's kind"), required=False, choices=with_blank(KIND_LABELS.items(), ANY)
    )
    channel = forms.ChoiceField(
        label=_("Preferred channel"), required=False, choices=with_blank(CHANNEL_LABELS.items(), ANY)
    )
    function = forms.CharField(label=_("Function"), required=False, max_length=100)

    def narrow(self, queryset: QuerySet) -> QuerySet:
        """A word may stand in the person's name or address, or in the name of an organisation of theirs."""
        condition = Q()
        for word in fold(self.cleaned_data.get("q", "")).split()[:8]:
            theirs = Mandate.objects.filter(organisation__search_key__contains=word).values("person")
            condition &= Q(search_key__contains=word) | Q(pk__in=theirs)
        queryset = queryset.filter(condition)
        chosen = self.cleaned_data
        if kind := chosen.get("kind"):
            queryset = queryset.filter(
                pk__in=Mandate.objects.filter(organisation__kind=kind).values("person")
            )
        if channel := chosen.get("channel"):
            queryset = queryset.filter(channel=channel)
        if function := chosen.get("function"):
            queryset = queryset.filter(
                pk__in=Mandate.objects.filter(function__icontains=function).values("person")
            )
        return queryset


class PersonForm(forms.Form):
    """A person: names, how to address and reach them, and all cases of the name, suggested but never imposed."""

    given_name = forms.CharField(label=_("Given name"), max_length=80, required=False)
    family_name = forms.CharField(label=_("Surname"), max_length=120, required=False)
    gender = forms.ChoiceField(
        label=_("Form of address"), required=False, choices=with_blank(Person.GENDERS, pgettext_lazy("form of address", "told by the name")),
    )  # fmt: skip
    email = CheckedField("email", label=_("E-mail address"))
    phone = CheckedField("phone", label=_("Telephone"))
    channel = forms.ChoiceField(label=_("Preferred channel"), choices=list(CHANNEL_LABELS.items()))
    note = forms.CharField(
        label=pgettext_lazy("a remark", "Note"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only what is needed to work together; the person may ask to see it."),
    )  # fmt: skip

    def __init__(self, *args: Any, person: Person | None = None, **options: Any) -> None:
        if person is not None:
            fields = {name: getattr(person, name) for name in self.base_fields}
            options["initial"] = fields | {f"case_{case}": person.forms.get(case, "") for case in OBLIQUE}
        super().__init__(*args, **options)
        for case in OBLIQUE:
            self.fields[f"case_{case}"] = forms.CharField(
                label=CASE_LABELS[case], max_length=220, required=False
            )

    def clean(self) -> dict[str, Any]:
        """A person has at least one name."""
        data = super().clean() or {}
        if not data.get("given_name") and not data.get("family_name") and "given_name" not in self.errors:
            self.add_error("family_name", gettext("Write at least a surname or a given name."))
        return data

    def suggested(self) -> dict[str, str]:
        """What was typed, with the cases of the typed name filled in: a bound form is made of it anew."""
        data = {name: str(self.data.get(self.add_prefix(name), "")) for name in self.fields}
        forms_, _sure = suggested_cases(data["given_name"], data["family_name"], data["gender"])
        return data | {f"case_{case}": getattr(forms_, case) for case in OBLIQUE}

    def case_fields(self) -> list[forms.BoundField]:
        """The fields of cases, apart from the rest."""
        return [self[f"case_{case}"] for case in OBLIQUE]

    def plain_fields(self) -> list[forms.BoundField]:
        """The other visible fields."""
        return [bound for bound in self.visible_fields() if not bound.name.startswith("case_")]

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        plain = {name: value for name, value in self.cleaned_data.items() if not name.startswith("case_")}
        return plain | {"cases": {case: self.cleaned_data.get(f"case_{case}", "") for case in OBLIQUE}}


class NewPersonForm(PersonForm):
    """The same for a new person: in which book, and the first function if there is one."""

    book = BookField()
    function = forms.CharField(label=_("Function"), max_length=150, required=False)
    since = DayField(label=_("Function held from"), required=False)

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["book"].offer(actor)  # type: ignore[attr-defined]
        self.fields["organisation"] = OrganisationField(actor, label=_("Organisation"), required=False)
        self.order_fields(["given_name", "family_name", "gender", "organisation", "function", "since"])

    def clean(self) -> dict[str, Any]:
        """A function is held somewhere."""
        data = super().clean()
        if data.get("function") and not data.get("organisation") and "organisation" not in self.errors:
            self.add_error("organisation", gettext("Say in which organisation this function is held."))
        return data

    def values(self) -> dict[str, Any]:
        """What the action takes for the person."""
        taken = {"organisation", "function", "since"}
        return {name: value for name, value in super().values().items() if name not in taken}


class MandateForm(forms.Form):
    """A function in an organisation: by whom, what, from when to when, reached how."""

    function = forms.CharField(
        label=_("Function"),
        max_length=150,
        help_text=_("As it is written in letters: dyrektor, wójt, prezes zarządu."),
    )
    since = DayField(label=_("From"), required=False)
    until = DayField(
        label=_("Until"),
        required=False,
        help_text=_("The last day; leave it empty while the function is held."),
    )
    salutation = forms.CharField(
        label=_("Opening of a letter"), max_length=150, required=False,
        help_text=_("Leave it empty and the fitting one is used, or write your own: Szanowna Pani Dyrektor."),
    )  # fmt: skip
    email = CheckedField("email", label=_("E-mail address at work"))
    phone = CheckedField("phone", label=_("Telephone at work"))

    def __init__(self, *args: Any, mandate: Mandate | None = None, **options: Any) -> None:
        if mandate is not None:
            options["initial"] = {
                name: getattr(mandate, name) for name in self.base_fields if hasattr(mandate, name)
            }
        super().__init__(*args, **options)

    def clean(self) -> dict[str, Any]:
        """A function does not end before it begins."""
        data = super().clean() or {}
        if data.get("since") and data.get("until") and data["until"] < data["since"]:
            self.add_error("until", problem_text(Problem.ENDS_BEFORE_START))
        return data


class OrganisationMandateForm(MandateForm):
    """A function in a known organisation, held by one of the actor's people or by somebody unnamed."""

    person = forms.CharField(
        label=_("Person"), max_length=220, required=False,
        help_text=_("Name and surname of a person in your book; leave it empty where only the function is known."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor
        self.order_fields(["person"])

    def clean_person(self) -> Person | None:
        text = self.cleaned_data["person"]
        if not text:
            return None
        condition = Q()
        for word in fold(text).split()[:6]:
            condition &= Q(search_key__contains=word)
        found = list(people(self.actor).filter(condition)[:5])
        if len(found) != 1:
            none = gettext("There is no such person in your book. Add the person first.")
            several = gettext("Several people fit. Write the e-mail address instead.")
            raise ValidationError(several if found else none)
        return found[0]


class PersonMandateForm(MandateForm):
    """A function of a known person in an organisation to be told."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"] = OrganisationField(actor, label=_("Organisation"))
        self.order_fields(["organisation"])


class EndForm(forms.Form):
    """The last day of a function."""

    on = DayField(label=_("Last day"))
