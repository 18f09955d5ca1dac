"""Forms of an import: the file, and what its columns hold."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.register.forms.books import BookField
from spoiwo.register.importers.columns import MANDATE_TARGETS, ORGANISATION_TARGETS, PERSON_TARGETS
from spoiwo.register.labels import TARGET_LABELS, problem_text
from spoiwo.register.models import ImportBatch

TARGET_CHOICES = [
    ("", _("leave out")),
    (_("organisation"), [(target, TARGET_LABELS[target]) for target in ORGANISATION_TARGETS]),
    (_("person"), [(target, TARGET_LABELS[target]) for target in PERSON_TARGETS]),
    (_("function"), [(target, TARGET_LABELS[target]) for target in MANDATE_TARGETS]),
]
ENCODINGS = [
    ("utf-8", "UTF-8"),
    ("cp1250", "Windows-1250"),
    ("iso8859-2", "ISO-8859-2"),
    ("utf-16", "UTF-16"),
]
DELIMITERS = [(";", _("semicolon")), (",", _("comma")), ("\t", _("tab"))]


class FileForm(forms.Form):
    """A table to read in."""

    file = forms.FileField(
        label=_("File"), allow_empty_file=True,
        help_text=_("CSV or XLSX with the names of the columns in the first row: one row for each organisation or person."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )  # fmt: skip
    book = BookField()

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["book"].offer(actor)  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(problem_text("too_large", settings.UPLOAD_LIMIT // 1024 // 1024))
        return file


class MappingForm(forms.Form):
    """What each column holds and how matched records are treated; unknown answers leave a column out."""

    overwrites = forms.ChoiceField(
        label=_("Organisations and people that are in the register already"), widget=forms.RadioSelect, required=False,
        choices=[("", _("fill in only what is empty there")), ("1", _("let the file overwrite what is there"))],
    )  # fmt: skip
    encoding = forms.ChoiceField(
        label=_("Character encoding"),
        choices=ENCODINGS,
        required=False,
        help_text=_("Change it where Polish letters look wrong."),
    )
    delimiter = forms.ChoiceField(label=_("Separator of columns"), choices=DELIMITERS, required=False)

    def __init__(self, *args: Any, batch: ImportBatch, **options: Any) -> None:
        mapped = {f"column_{place}": target for place, target in enumerate(batch.mapping)}
        options["initial"] = mapped | {
            "overwrites": "1" if batch.overwrites else "", "encoding": batch.encoding, "delimiter": batch.delimiter,
        }  # fmt: skip
        super().__init__(*args, **options)
        self.header = batch.report.get("header", [])
        self.examples = batch.report.get("examples", [])
        for place, label in enumerate(self.header):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=label or f"{place + 1}",
                choices=TARGET_CHOICES,
                required=False,
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    def columns(self) -> list[tuple[forms.BoundField, list[str]]]:
        """Each column's field with some cells of it."""
        examples = [*self.examples, *[[]] * len(self.header)]
        return [(self[f"column_{place}"], examples[place]) for place in range(len(self.header))]

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        mapping = [data[f"column_{place}"] for place in range(len(self.header))]
        return {
            "mapping": mapping, "overwrites": data["overwrites"] == "1",
            "encoding": data["encoding"], "delimiter": data["delimiter"],
        }  # fmt: skip
