"""Tables that are filled in row by row: partners and costs, money as offices write it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.forms import formset_factory
from django.forms.formsets import BaseFormSet
from django.utils.formats import number_format
from django.utils.translation import gettext, pgettext_lazy

from spoiwo.kit.actor import Actor
from spoiwo.polish import fold
from spoiwo.projects.models import CardCost, CardPartner, ProjectPartner
from spoiwo.register.models import Organisation
from spoiwo.register.queries.organisation import find_organisation

MOST_ROWS = 60


class RowForm(forms.ModelForm):
    """A row of a table: an empty one says nothing, the label stands in the table's head."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        self.actor = actor
        super().__init__(*args, **options)
        number = self.prefix.rpartition("-")[2]
        for bound in self:
            row = {"label": bound.label.capitalize(), "number": int(number) + 1 if number.isdigit() else 0}
            said = gettext("%(label)s, row %(number)d") % row
            bound.field.widget.attrs |= {"aria-label": said, "class": "form-control"}


BY_NAME = {"list": "organisations", "autocomplete": "off"}


class PartnerForm(RowForm):
    """A partner by name; the register's record is found by it where there is exactly one of that name."""

    organisation: Organisation | None = None

    class Meta:
        model = CardPartner
        fields = ["name", "brings"]
        widgets = {"name": forms.TextInput(attrs=BY_NAME)}

    def clean_name(self) -> str:
        name, self.organisation = meant(self.cleaned_data["name"], self.actor)
        return name


class ProjectPartnerForm(PartnerForm):
    """A partner of a project with the part it takes."""

    class Meta:
        model = ProjectPartner
        fields = ["name", "part"]
        widgets = {"name": forms.TextInput(attrs=BY_NAME)}


class MoneyField(forms.DecimalField):
    """Złoty typed as offices write them: 12 000,50, 12000.50, 12 000 zł."""

    widget = forms.TextInput

    def __init__(self, *, max_digits: int = 12, **options: Any) -> None:
        super().__init__(min_value=0, max_digits=max_digits, decimal_places=2, **options)

    def prepare_value(self, value: Any) -> Any:
        return number_format(value, 2, force_grouping=True) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        text = "".join(str(value or "").removesuffix("zł").split())
        last = max(text.rfind(","), text.rfind("."))
        whole = text if last < 0 else text[:last].replace(",", "").replace(".", "")
        return super().to_python(whole if last < 0 else f"{whole}.{text[last + 1 :]}")


class CostForm(RowForm):
    """A cost with where its money may come from."""

    amount = MoneyField(label=pgettext_lazy("budget", "amount (zł)"))

    class Meta:
        model = CardCost
        fields = ["what", "amount", "source"]


class RowSet(BaseFormSet):
    """The rows of a table; a row whose fields were all emptied is left out."""

    def filled(self) -> list[Any]:
        """The forms of the rows that say something; ask once the set is valid."""
        return [form for form in self.forms if form.cleaned_data]

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.empty_permitted = True


PartnerForms = formset_factory(PartnerForm, formset=RowSet, extra=3, max_num=MOST_ROWS, validate_max=True)
CostForms = formset_factory(CostForm, formset=RowSet, extra=3, max_num=MOST_ROWS, validate_max=True)
ProjectPartnerForms = formset_factory(
    ProjectPartnerForm, formset=RowSet, extra=3, max_num=MOST_ROWS, validate_max=True
)


def meant(text: str, actor: Actor) -> tuple[str, Organisation | None]:
    """The name that was typed or chosen, and the register's record where there is exactly one of that name."""
    name, _separator, number = text.partition(" · ")
    found = find_organisation(number or name, actor) if name else []
    same = [one for one in found if number or fold(name) in (fold(one.name), fold(one.short_name))]
    return name, same[0] if len(same) == 1 else None


def told(body: Organisation) -> str:
    """An organisation as its field is filled with it: the number tells it from others of the same name."""
    return f"{body.name} · {body.nip}" if body.nip else body.name
