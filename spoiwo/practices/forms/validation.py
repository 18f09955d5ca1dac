"""Forms of whoever checks a card formally, and of the expert."""

from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext_lazy, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.accounts.models import User
from spoiwo.practices.labels import EVIDENCE_LABELS, EVIDENCE_MEANINGS
from spoiwo.practices.rules.states import Decision
from spoiwo.practices.rules.written import Opinion

LONGEST_FEEDBACK = 10_000


class ExpertField(forms.EmailField):
    """Somebody with an account, told by the e-mail address."""

    def clean(self, value: Any) -> User | None:
        address = super().clean(value)
        if not address:
            return None
        found = User.objects.filter(email__iexact=address, is_active=True).first()
        if found is None:
            raise forms.ValidationError(
                gettext("Nobody has an account under this address. Invite the person first.")
            )
        return found


class DecisionForm(forms.Form):
    """Passed or returned, with words to the author."""

    decision = forms.ChoiceField(label=_("decision"), widget=forms.RadioSelect)
    feedback = forms.CharField(
        label=_("feedback to the author"),
        required=False,
        max_length=LONGEST_FEEDBACK,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What is good, what is missing. Whoever returns a card says what has to be changed."),
    )

    @property
    def is_passed(self) -> bool:
        """Whether the card goes on."""
        return self.cleaned_data["decision"] == Decision.PASSED


class CheckForm(DecisionForm):
    """The formal check: is the card complete, may it be published, who judges it."""

    expert = ExpertField(
        label=_("expert’s e-mail address"),
        required=False,
        help_text=_(
            "Anybody with an account who does not write for the same partnership; needed where the card passes."
        ),
    )

    field_order = ("decision", "expert", "feedback")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decision"].choices = [
            (Decision.PASSED, pgettext_lazy("formal check", "It passes: on to the expert")),
            (Decision.RETURNED, pgettext_lazy("formal check", "Back to the author")),
        ]


class ExpertForm(forms.Form):
    """Another expert in place of one who cannot."""

    expert = ExpertField(label=_("expert’s e-mail address"))


class OpinionForm(DecisionForm):
    """The expert's opinion: the grade of the evidence apart from the appeal."""

    evidence_grade = forms.ChoiceField(
        label=_("grade of the evidence"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_(
            "How well is it shown that the result comes of the practice? What you like about it does not count here."
        ),
    )
    appeal = forms.TypedChoiceField(
        label=pgettext_lazy("of a practice", "appeal"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        help_text=_("How much would you like to see it elsewhere, whatever the evidence?"),
    )

    field_order = ("evidence_grade", "appeal", "decision", "feedback")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decision"].choices = [
            (Decision.PASSED, pgettext_lazy("expert's opinion", "Into the catalogue")),
            (Decision.RETURNED, pgettext_lazy("expert's opinion", "Back to the author")),
        ]
        self.fields["evidence_grade"].choices = [
            (grade, _told(label, EVIDENCE_MEANINGS[grade])) for grade, label in EVIDENCE_LABELS.items()
        ]
        points = ngettext_lazy("%(count)d point of 5", "%(count)d points of 5", "count")
        self.fields["appeal"].choices = [(number, points % {"count": number}) for number in range(1, 6)]

    def opinion(self) -> Opinion:
        """What the action takes."""
        data = self.cleaned_data
        return Opinion(data["evidence_grade"], data["appeal"], data["feedback"])


def _told(label: Any, meaning: Any) -> str:
    return f"{str(label).capitalize()}: {meaning}"
