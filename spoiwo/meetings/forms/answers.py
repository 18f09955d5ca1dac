"""Forms of invited people and of the clerk who answers for them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.request import Refused
from spoiwo.meetings.labels import ACCESS_LABELS, VIA_LABELS
from spoiwo.meetings.models import Invitation, Meeting
from spoiwo.meetings.rules.answering import Deputy
from spoiwo.meetings.rules.codes import read_code
from spoiwo.meetings.rules.states import BY_CLERK, Reply, Via


class CodeForm(forms.Form):
    """The code typed from a paper letter."""

    code = forms.CharField(
        label=_("code of the invitation"),
        max_length=60,
        help_text=_(
            "It stands in the letter, for example 7K2M-9QXA-4TBW1. Small letters and spaces do not matter."
        ),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        code = read_code(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(
                _("This code has a mistake in it. Compare it with the letter, sign by sign.")
            )
        if not Invitation.objects.filter(code=code, erased_at=None).exists():
            raise forms.ValidationError(
                _("There is no invitation with this code any more. Call the organiser.")
            )
        return code


class DeputyForm(forms.Form):
    """Who comes instead, and to which meeting."""

    meeting = forms.TypedChoiceField(label=_("which meeting"), coerce=int)
    given_name = forms.CharField(label=_("given name"), max_length=80)
    family_name = forms.CharField(label=_("surname"), max_length=120)
    function = forms.CharField(label=_("function"), max_length=150, required=False)
    email = forms.EmailField(
        label=_("e-mail address"),
        required=False,
        help_text=_("The confirmation goes there; without it, to you."),
    )

    def __init__(self, *args: Any, meetings: list[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["meeting"].choices = meetings
        if len(meetings) == 1:
            self.fields["meeting"].initial = meetings[0][0]

    def deputy(self) -> Deputy:
        """What was filled in, as the action takes it."""
        return Deputy(
            **{name: self.cleaned_data[name] for name in ("given_name", "family_name", "function", "email")}
        )


class NeedsForm(forms.Form):
    """What the guest needs in order to take part."""

    access = forms.MultipleChoiceField(
        label=_("I need"),
        required=False,
        choices=list(ACCESS_LABELS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    interpreter = forms.CharField(
        label=_("interpreter of another language"),
        max_length=100,
        required=False,
        help_text=_("For example: Ukrainian."),
    )
    diet = forms.CharField(
        label=_("diet"),
        max_length=200,
        required=False,
        help_text=_("For example: vegetarian, without gluten."),
    )
    other = forms.CharField(
        label=_("something else"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class QuestionForm(forms.Form):
    """A question to the organiser."""

    text = forms.CharField(
        label=_("your question"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )


class ClerkAnswerForm(forms.Form):
    """An answer that came by telephone, at the desk, by e-mail or by letter."""

    via = forms.ChoiceField(
        label=_("how it came"), choices=[(via, VIA_LABELS[via]) for via in BY_CLERK], initial=Via.PHONE
    )
    choice = forms.CharField(max_length=20)
    given_name = forms.CharField(label=_("deputy's given name"), max_length=80, required=False)
    family_name = forms.CharField(label=_("deputy's surname"), max_length=120, required=False)
    function = forms.CharField(label=_("deputy's function"), max_length=150, required=False)
    note = forms.CharField(label=_("note"), max_length=300, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def answer(self, meetings: dict[int, Meeting]) -> dict[str, Any]:
        """What was chosen as the action takes it; raises `Refused` for a choice that is none."""
        reply, meeting = read_choice(self.cleaned_data["choice"], meetings)
        data = self.cleaned_data
        deputy = Deputy(data["given_name"], data["family_name"], data["function"])
        return {
            "reply": reply,
            "meeting": meeting,
            "deputy": deputy if reply == Reply.DEPUTY else None,
            "via": Via(data["via"]),
            "note": data["note"],
            "seen": data["seen"],
        }


def read_choice(choice: str, meetings: dict[int, Meeting]) -> tuple[Reply, Meeting | None]:
    """“yes-12”, “deputy-12” or “no” as an answer; raises `Refused` where it is none of these."""
    word, _dash, number = choice.partition("-")
    if word not in (Reply.YES, Reply.NO, Reply.DEPUTY):
        raise Refused(_("Choose an answer."), "choice")
    return Reply(word), meetings.get(int(number)) if number.isdigit() else None
