"""Forms of the parts of a card and of the catalogue: modules, files, terms, data about counties."""

import hashlib
from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from spoiwo.practices.importers.indicators import SIZE_LIMIT, parse
from spoiwo.practices.labels import FAULT_SENTENCES
from spoiwo.practices.models import Module, Term
from spoiwo.practices.queries.comparison import county_choices, known_counties
from spoiwo.practices.rules.data import Fault, Problem, Reading
from spoiwo.practices.rules.written import Part, Word
from spoiwo.projects.forms.rows import RowSet

MOST_ROWS = 40
SHOWN_PROBLEMS = 20


class ModuleForm(forms.ModelForm):
    """A module; one whose title was emptied goes."""

    row = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Module
        fields = ["title", "text", "needs", "is_alone"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("title") and (data.get("text") or data.get("needs")) and not self.errors:
            self.add_error("title", gettext("Give the module a title, or empty its texts."))
        return data

    def part(self) -> Part:
        """What the action takes."""
        data = self.cleaned_data
        return Part(data["title"], data["text"], data["needs"], data["is_alone"], data["row"])


ModuleForms = formset_factory(ModuleForm, formset=RowSet, extra=2, max_num=MOST_ROWS, validate_max=True)


class FileForm(forms.Form):
    """A file with what it is."""

    file = forms.FileField(
        label=_("file"),
        help_text=_("PDF, PNG, JPEG or TIFF. Everybody can load it down once the practice is published."),
    )
    title = forms.CharField(
        label=_("what it is"), max_length=200, help_text=_("For example: the form parents sign.")
    )


class TermForm(forms.ModelForm):
    """A term; one whose name was emptied goes, if no practice bears it."""

    row = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Term
        fields = ["facet", "name"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].required = False
        self.fields["facet"].widget.attrs |= {"class": "form-select", "aria-label": _("facet")}
        self.fields["name"].widget.attrs |= {"class": "form-control", "aria-label": _("name")}

    def validate_unique(self) -> None:
        """The action tells of words written twice."""

    def validate_constraints(self) -> None:
        """As above."""

    def word(self) -> Word:
        """What the action takes."""
        data = self.cleaned_data
        return Word(data["facet"], " ".join(data["name"].split()), data["row"])


TermForms = formset_factory(TermForm, formset=RowSet, extra=3, max_num=120, validate_max=True)


class DataForm(forms.Form):
    """A CSV file of indicators; `reading` and `sha256` are there where it is right."""

    reading: Reading
    sha256: str

    file = forms.FileField(
        label=_("CSV file"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv"}),
        help_text=_(
            "First line: code, name, unit, source, teryt, year, value. Semicolons, commas or tabs; decimal comma or dot; "
            "UTF-8 or Windows-1250."
        ),
    )

    def clean_file(self) -> Any:
        """Every fault of the file with its line, the first twenty at most."""
        file = self.cleaned_data["file"]
        if file.size > SIZE_LIMIT:
            raise forms.ValidationError(sentence(Problem(Fault.TOO_LARGE)))
        content = file.read()
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.reading = parse(content, known_counties())
        if self.reading.problems:
            raise forms.ValidationError(_sentences(self.reading))
        return file


class CountyForm(forms.Form):
    """The county the practice's is set beside."""

    county = forms.ChoiceField(label=_("your county"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["county"].choices = [("", gettext("choose")), *county_choices()]

    def flat(self) -> list[tuple[str, str]]:
        """Codes and names of all counties that may be chosen."""
        groups = [group for _name, group in self.fields["county"].choices if isinstance(group, list)]
        return [county for group in groups for county in group]


def sentence(problem: Problem) -> str:
    """The fault in words, with the line it stands in."""
    said = str(FAULT_SENTENCES[problem.fault]) % {"value": problem.value}
    if not problem.line:
        return said
    return gettext("Line %(line)d: %(said)s") % {"line": problem.line, "said": said}


def _sentences(reading: Reading) -> list[str]:
    shown = [sentence(problem) for problem in reading.problems[:SHOWN_PROBLEMS]]
    if more := reading.problem_count - len(shown):
        shown.append(
            ngettext("There is %(counter)s more fault.", "There are %(counter)s more faults.", more)
            % {"counter": more}
        )
    return shown
