"""Forms of what comes after a meeting: closing, certificates, the survey, photographs."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.kit.listing import Filters
from spoiwo.meetings.labels import QUESTION_LABELS
from spoiwo.meetings.models import Meeting, Photo, Survey, SurveyQuestion
from spoiwo.meetings.rules.codes import read_code
from spoiwo.meetings.rules.states import QuestionKind
from spoiwo.meetings.rules.surveys import MARKS

LONGEST_ANSWER = 2000
MOST_QUESTIONS = 15
PHOTO_ROWS = 4


class ClosingForm(forms.ModelForm):
    """What is written down when a meeting is closed."""

    class Meta:
        model = Meeting
        fields = ["head_count", "decisions"]
        widgets = {"decisions": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "head_count": _("Count people in the hall once; the number is compared with the list."),
            "decisions": _(
                "They stand in the report and, where the meeting is public, on its page. Name no guests."
            ),
        }


class CertificateFilters(Filters):
    """Search by the person, and the state."""

    search_field = "attendee__search_key"
    state = forms.ChoiceField(
        label=_("state"),
        required=False,
        choices=[
            ("", _("all")),
            ("valid", pgettext_lazy("certificate", "in force")),
            ("revoked", pgettext_lazy("certificate", "revoked")),
        ],
    )

    def narrow(self, queryset):
        queryset = super().narrow(queryset)
        state = self.cleaned_data.get("state")
        return queryset.filter(revoked_at__isnull=state == "valid") if state else queryset


class CertificateCodeForm(forms.Form):
    """The code typed from a certificate."""

    code = forms.CharField(
        label=_("code of the certificate"),
        max_length=200,
        help_text=_("It stands at the foot of the certificate. Small letters and spaces do not matter."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        code = read_code(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(
                _("This code has a mistake in it. Compare it with the paper, sign by sign.")
            )
        return code


class SurveyCodeForm(CertificateCodeForm):
    """The code typed from the paper on the wall."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].label = _("code of the survey")
        self.fields["code"].help_text = _("It stands on the paper on the wall, below the address.")


class RevocationForm(forms.Form):
    """Why a certificate is revoked."""

    reason = forms.CharField(
        label=_("reason"),
        max_length=200,
        help_text=_("Only the office reads it, for example: mistake in the name."),
    )


class SurveyForm(forms.ModelForm):
    """What stands over the questions, and until when they are open."""

    class Meta:
        model = Survey
        fields = ["intro", "closes_on"]
        widgets = {
            "intro": forms.Textarea(attrs={"rows": 4}),
            "closes_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }
        help_texts = {"closes_on": _("The whole of that day counts.")}


class SurveyQuestionForm(forms.Form):
    """One question; an emptied one goes."""

    text = forms.CharField(label=_("question"), max_length=300, required=False)
    kind = forms.ChoiceField(
        label=_("answered by"), choices=list(QUESTION_LABELS.items()), initial=QuestionKind.SCALE
    )


SurveyQuestionForms = forms.formset_factory(
    SurveyQuestionForm, extra=2, max_num=MOST_QUESTIONS, absolute_max=2 * MOST_QUESTIONS
)


def questions_of(forms_: Iterable[SurveyQuestionForm]) -> list[tuple[QuestionKind, str]]:
    """The filled rows of the editor, in order."""
    rows = [form.cleaned_data for form in forms_ if form.cleaned_data.get("text", "").strip()]
    return [(QuestionKind(row["kind"]), row["text"].strip()) for row in rows]


class SheetForm(forms.Form):
    """One sheet of a survey; the nonce, made with the page, keeps a second press from counting."""

    nonce = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, questions: Iterable[SurveyQuestion], **options: Any) -> None:
        super().__init__(*args, initial={"nonce": uuid.uuid4()}, **options)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[_name(question)] = _sheet_field(question)

    def rows(self) -> list[tuple[SurveyQuestion, Any]]:
        """Each question with its field, for the template."""
        return [(question, self[_name(question)]) for question in self.questions]

    def answers(self) -> dict[int, int | str]:
        """The clean answers by question; what was left out is not there."""
        found = {question.pk: self.cleaned_data[_name(question)] for question in self.questions}
        return {pk: value for pk, value in found.items() if value}


class PhotoForm(forms.ModelForm):
    """The words of a photograph."""

    class Meta:
        model = Photo
        fields = ["alt", "caption", "author"]
        help_texts = {
            "alt": _(
                "Tell those who cannot see it what matters in the picture. Name people only if they agreed."
            ),
        }


class PhotoRowForm(forms.Form):
    """One photograph to be taken in; a row where nothing was filled is passed over."""

    file = forms.FileField(
        label=_("photograph (JPEG or PNG)"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        error_messages={"required": _("Choose the photograph these words belong to.")},
    )
    alt = forms.CharField(
        label=_("what the photograph shows"),
        max_length=300,
        help_text=_("For those who cannot see it, for example: seven people around a table look at a map."),
        error_messages={
            "required": _("Write what the photograph shows; without these words it is not taken.")
        },
    )
    caption = forms.CharField(label=_("caption"), max_length=300, required=False)
    author = forms.CharField(label=_("photographer"), max_length=150, required=False)


PhotoRowForms = forms.formset_factory(PhotoRowForm, extra=PHOTO_ROWS, max_num=20, absolute_max=20)


def _name(question: SurveyQuestion) -> str:
    return f"question-{question.pk}"


def _sheet_field(question: SurveyQuestion) -> forms.Field:
    if question.kind == QuestionKind.SCALE:
        return forms.TypedChoiceField(
            label=question.text,
            required=False,
            coerce=int,
            empty_value=None,
            choices=[(mark, str(mark)) for mark in MARKS],
            widget=forms.RadioSelect,
        )
    return forms.CharField(
        label=question.text,
        required=False,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
