"""Fields of the register: checked numbers and addresses, days, places and organisations told by text."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.places.models import Unit
from spoiwo.register.labels import problem_text
from spoiwo.register.models import Organisation
from spoiwo.register.queries.organisation import find_organisation
from spoiwo.register.queries.places import places
from spoiwo.register.rules.values import CHECKS, LENGTHS, read_day

_CODE = re.compile(r"\((\d{7}|\d{4}|\d{2})\)\s*$")


class CheckedField(forms.CharField):
    """A value with a rule of its own (`rules.values.CHECKS`): stored compact, refused with what is wrong."""

    def __init__(self, check: str, **options: Any) -> None:
        self.check = CHECKS[check]
        options.setdefault("required", False)
        super().__init__(max_length=LENGTHS.get(check, 60), **options)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        checked = self.check(text)
        if checked.problem:
            raise ValidationError(problem_text(checked.problem, checked.detail), code=str(checked.problem))
        return checked.value


class SeveralField(forms.ModelMultipleChoiceField):
    """Several records by their ids; one that no database can hold is no choice, and no crash."""

    def clean(self, value: Any) -> Any:
        if any(len(str(pk)) > 18 for pk in value or ()):
            raise ValidationError(self.error_messages["invalid_list"], code="invalid_list")
        return super().clean(value)


class DayField(forms.DateField):
    """A day; the browser's own picker, and typed Polish forms where there is none."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        day = read_day(str(value))
        if day is None:
            raise ValidationError(problem_text("day"), code="day")
        return day


class PlaceField(forms.CharField):
    """A commune, county or voivodeship told by its name or TERYT code; works without JavaScript."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault(
            "help_text", _("A name or a TERYT code: Leoncin, gmina Ciechanów, powiat płocki, 1414032.")
        )
        super().__init__(max_length=120, **options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Unit.objects.filter(pk=value).first()
        return f"{value.name} ({value.code})" if isinstance(value, Unit) else value

    def clean(self, value: Any) -> Unit | None:
        text = super().clean(value)
        if not text:
            return None
        index = places()
        code = _CODE.search(text)
        checked = index.find(code[1] if code else text)
        if checked.problem:
            raise ValidationError(problem_text(checked.problem, checked.detail), code=str(checked.problem))
        return Unit.objects.get(pk=index.by_code[checked.value].pk)


class OrganisationField(forms.CharField):
    """An organisation of the register told by its name or a number, with suggestions where JavaScript is."""

    def __init__(self, actor: Actor, **options: Any) -> None:
        self.actor = actor
        options.setdefault("help_text", _("Begin with the name, NIP, REGON or KRS and choose from the list."))
        options["widget"] = forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"})
        super().__init__(max_length=400, **options)

    def clean(self, value: Any) -> Organisation | None:
        text = super().clean(value)
        if not text:
            return None
        name, _separator, number = text.partition(" · ")
        found = find_organisation(number or name, self.actor) or find_organisation(name, self.actor)
        if not found:
            raise ValidationError(
                gettext("There is no such organisation in the register. Add it there first.")
            )
        if len(found) > 1:
            names = "; ".join(f"{one.name} ({one.nip or one.town or one.pk})" for one in found[:5])
            raise ValidationError(
                gettext("Several organisations fit: %(names)s. Write the NIP or more of the name.")
                % {"names": names}
            )
        return found[0]


def with_blank(choices: Any, label: Any) -> list[tuple[str, Any]]:
    """Choices with an empty one in front."""
    return [("", label), *choices]
