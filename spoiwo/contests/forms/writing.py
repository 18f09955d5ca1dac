"""Forms of an entry that is being written: the questions of its category, one answer, a file, the last steps."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.labels import TIE_LABELS
from spoiwo.contests.models import FormField, Member
from spoiwo.contests.queries.writing import question_of
from spoiwo.contests.rules.states import FieldKind, Tie
from spoiwo.contests.rules.writing import LONGEST, limit_of, tidied
from spoiwo.register.forms.fields import with_blank


class AnswerField(forms.CharField):
    """An answer as it is typed: kept even if it is not sound yet, without what nobody sees."""

    def __init__(self, kind: str = FieldKind.TEXT, **options: Any) -> None:
        self.kind = kind
        options = {"required": False, "strip": False, "max_length": LONGEST} | options
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        return tidied(self.kind, super().to_python(value) or "")


class Asked(AnswerField):
    """The answer to a question: `required` is only said at its place, and what is unfinished is saved all the same."""

    def validate(self, value: Any) -> None:
        """Nothing is refused here; what keeps an entry from being submitted is `rules.writing.flaw_of`."""


class Ticked(forms.BooleanField):
    """A declaration, which may be given later."""

    def validate(self, value: Any) -> None:
        """An entry without it is saved, but not submitted."""


class AnswersForm(forms.Form):
    """The questions, each with the answer its writer began from; a declaration has none, since a tick is not merged."""

    def __init__(
        self, *args: Any, fields: Iterable[FormField], texts: dict[str, str], **options: Any
    ) -> None:
        super().__init__(*args, use_required_attribute=False, **options)
        self.asked = [one for one in fields if one.kind != FieldKind.FILE]
        self.texts = texts
        for one in self.asked:
            stands = texts.get(one.key, "")
            self.fields[one.key] = answer_field(one, stands)
            if one.kind != FieldKind.CONSENT:
                hidden = forms.HiddenInput(attrs={"id": f"base_{one.key}"})
                self.fields[f"base_{one.key}"] = AnswerField(initial=stands, widget=hidden)

    def written(self) -> dict[str, tuple[str, str]]:
        """Key → (base, text); of what was not posted only declarations, since an empty tick posts nothing."""
        data, result = self.cleaned_data, {}
        for one in self.asked:
            if one.kind == FieldKind.CONSENT:
                result[one.key] = (self.texts.get(one.key, ""), "1" if data[one.key] else "")
            elif one.key in self.data:
                result[one.key] = (data[f"base_{one.key}"], data[one.key])
        return result


class TextForm(forms.Form):
    """One answer that is saved while it is written."""

    field = forms.SlugField(max_length=12)
    base = AnswerField()
    text = AnswerField()


class FileForm(forms.Form):
    """A file to a question."""

    file = forms.FileField(label=_("file"), allow_empty_file=True)


class WithdrawalForm(forms.Form):
    """Why an entry is withdrawn, and a tick so that nobody does it by mistake."""

    reason = AnswerField(label=_("why it is withdrawn"), kind=FieldKind.LINE, max_length=300, required=True)
    sure = forms.BooleanField(label=_("yes, withdraw the entry from the contest"))


class ConflictForm(forms.Form):
    """What connects the entrant with somebody of the commission."""

    member = forms.ChoiceField(label=_("member of the commission"))
    tie = forms.ChoiceField(
        label=_("what connects you"), choices=with_blank(TIE_LABELS.items(), _("choose …"))
    )
    note = AnswerField(label=_("in a few words"), kind=FieldKind.LINE, max_length=300)

    def __init__(self, *args: Any, members: Sequence[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        self.members = {str(one.pk): one for one in members}
        rows = [(pk, _named(one)) for pk, one in self.members.items()]
        self.fields["member"].choices = with_blank(rows, _("choose …"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("tie") == Tie.OTHER and not data.get("note"):
            self.add_error("note", _("Say what connects you."))
        return data

    def chosen(self) -> Member:
        """The member that was chosen."""
        return self.members[self.cleaned_data["member"]]


class AppealForm(forms.Form):
    """The appeal against a rejection."""

    text = AnswerField(
        label=_("why the entry should be admitted"),
        required=True,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


def answer_field(field: FormField, stands: str) -> forms.Field:
    """The control of a question."""
    if field.kind == FieldKind.CONSENT:
        return Ticked(
            label=field.label, help_text=field.hint, initial=bool(stands), required=field.is_required
        )
    widget: forms.Widget = forms.TextInput()
    if field.kind == FieldKind.TEXT:
        widget = forms.Textarea(attrs={"rows": 8})
    elif field.kind == FieldKind.NUMBER:
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
    elif field.kind == FieldKind.DAY:
        widget = forms.TextInput(attrs={"type": "date"})
    elif field.kind == FieldKind.CHOICE:
        widget = forms.Select(choices=with_blank([(one, one) for one in field.choices], _("choose …")))
    if limit := limit_of(question_of(field)):
        widget.attrs["data-limit"] = str(limit)
    return Asked(
        field.kind,
        label=field.label,
        help_text=field.hint,
        initial=stands,
        widget=widget,
        max_length=None,
        required=field.is_required,
    )


def _named(member: Member) -> str:
    words = [str(member.user), member.function, member.organisation.name if member.organisation else ""]
    return ", ".join(word for word in words if word)
