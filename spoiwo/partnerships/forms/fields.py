"""Fields that many forms share: a day, an organisation told by a piece of text."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.partnerships.queries.choices import organisation_by_text


class DayInput(forms.DateInput):
    """The browser's own calendar; the value is always written as it wants it."""

    input_type = "date"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%Y-%m-%d", **options)


class DayField(forms.DateField):
    """A day typed as 2024-09-18 or 18.09.2024."""

    widget = DayInput
    input_formats = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"]
    default_error_messages = {"invalid": _("Write a day that exists, e.g. 18.09.2024.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=self.input_formats, **options)


class OrganisationField(forms.CharField):
    """An organisation told by its name, number or both; helped by suggestions, understood without them."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Begin with the name, NIP or KRS and choose from the list."))
        options["widget"] = forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"})
        super().__init__(max_length=400, **options)

    def clean(self, value: str) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = organisation_by_text(text)
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(
                gettext("There is no such organisation in the register. Add it there first.")
            )
        names = "; ".join(str(one) for one in found[:4])
        raise ValidationError(
            gettext("Several organisations fit: %(names)s. Write the NIP or more of the name.")
            % {"names": names}
        )
