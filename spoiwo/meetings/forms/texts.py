"""Forms of wordings and reminders, and of the organiser's answers to questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.meetings.forms.campaigns import AddresseeFilters
from spoiwo.meetings.labels import MISTAKE_SENTENCES
from spoiwo.meetings.rules.wording import BrokenWording, Mistake, Part, compile_wording


class TextForm(forms.Form):
    """Subject and body with merge fields; an unknown field is named with its place and the nearest known one."""

    subject = forms.CharField(label=_("subject"), max_length=200)
    body = forms.CharField(
        label=_("text"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "true"}),
        help_text=_(
            "What stands in braces is filled in for each addressee. An empty line begins a new paragraph."
        ),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        try:
            compile_wording(data.get("subject", ""), data.get("body", ""))
        except BrokenWording as broken:
            for mistake in broken.mistakes:
                self.add_error(str(mistake.part), _sentence(mistake))
        return data


class ReminderForm(TextForm):
    """A reminder: its own words, and whether the letters wait to be looked through."""

    hold = forms.BooleanField(label=_("hold the letters back until I let them go"), required=False)


class ReminderFilters(AddresseeFilters):
    """Whom to remind: only those who are silent can be chosen."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["reply"]


class QuestionAnswerForm(forms.Form):
    """The organiser's answer to a guest."""

    text = forms.CharField(label=_("answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))


def _sentence(mistake: Mistake) -> str:
    sentence = str(MISTAKE_SENTENCES[mistake.kind]) % {"text": mistake.text}
    if mistake.part == Part.BODY:
        sentence = gettext("Line %(line)d: %(sentence)s") % {"line": mistake.line, "sentence": sentence}
    if mistake.nearest:
        sentence += " " + gettext("Did you mean {%(name)s}?") % {"name": mistake.nearest}
    return sentence
