"""Forms of votes: preparing one with its options, deciding about a tie, what stands on a ballot."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from secrets import randbelow
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.kit import phrases
from spoiwo.workshops.labels import DECISION_LABELS, METHOD_LABELS
from spoiwo.workshops.models import Option, Proposal, Step, Vote
from spoiwo.workshops.queries.votes import Draft
from spoiwo.workshops.rules.ballots import RANKINGS, Method
from spoiwo.workshops.rules.places import Way
from spoiwo.workshops.rules.seeds import new_seed
from spoiwo.workshops.rules.states import DecisionKind

OWN_ROWS = 5
FITTING: dict[str, frozenset[str]] = {
    "budget": frozenset({Method.POINTS}),
    "most_per_option": frozenset({Method.POINTS}),
    "most_options": frozenset({Method.POINTS, Method.APPROVAL, Method.SHARES, *RANKINGS}),
    "low": frozenset({Method.SCORE}),
    "high": frozenset({Method.SCORE}),
    "shared_budget": frozenset({Method.SHARES}),
    "seats": frozenset(set(Method) - {Method.MOTION, Method.SHARES}),
}
"""Which terms belong to which methods; the others are not asked for and keep their usual value."""


def tidy(text: str) -> str:
    """A title on one line, so that what looks alike is alike; without NUL, which no database keeps."""
    return unicodedata.normalize("NFC", " ".join(text.replace("\x00", "").split()))


def _number(label: Any, most: int, *, least: int = 1, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, required=False, help_text=help_text
    )


class CostField(forms.DecimalField):
    """An amount in złoty, also as people write it: “12 500,50”."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_digits=12, decimal_places=2, min_value=0, required=False, **options)
        self.widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Decimal | None:
        """The amount without spaces, with a decimal point."""
        if isinstance(value, str):
            value = "".join(value.split()).replace(",", ".")
        return super().to_python(value)


class VoteForm(forms.Form):
    """The terms of a vote. What does not belong to the method keeps its usual value."""

    title = forms.CharField(label=_("question or title"), max_length=200)
    method = forms.ChoiceField(label=_("method of voting"), choices=list(METHOD_LABELS.items()))
    budget = _number(_("points each person gives"), 1000)
    most_per_option = _number(_("most points for one"), 1000)
    most_options = _number(
        _("most options on a ballot"), 200, help_text=_("Without a number: as many as one likes.")
    )
    low = _number(_("lowest mark"), 100, least=-100)
    high = _number(_("highest mark"), 100, least=-100)
    shared_budget = CostField(label=_("budget to be shared (zł)"))
    seats = _number(_("how many are to be chosen"), 200)
    quorum_percent = _number(
        _("quorum (% of those entitled)"),
        100,
        help_text=_("Without a number the vote decides whoever takes part."),
    )
    entitled = _number(
        _("entitled to vote"),
        100_000,
        help_text=_("Without a number: those who are present when the vote is opened, else all valid slips."),
    )
    seed = forms.CharField(
        label=_("seed of a possible lot"),
        max_length=60,
        required=False,
        help_text=_(
            "If a tie has to be settled by lot, it is drawn with this text. It is shown before the vote, so that nobody can "
            "choose it later to suit the result. Let somebody in the hall change it if you like."
        ),
    )

    GENERAL = ("title", "method")
    TERMS = ("budget", "most_per_option", "most_options", "low", "high", "shared_budget", "seats")
    RULES = ("quorum_percent", "entitled", "seed")

    def rows(self) -> list[tuple[str, forms.BoundField]]:
        """The terms, each with the methods it belongs to."""
        return [(" ".join(sorted(FITTING[name])), self[name]) for name in self.TERMS]

    def clean_title(self) -> str:
        """On one line."""
        return tidy(self.cleaned_data["title"])

    def clean_seed(self) -> str:
        """On one line; a new one where it was left empty."""
        return tidy(self.cleaned_data["seed"]) or new_seed(randbelow)

    def clean(self) -> dict[str, Any]:
        """Usual values where nothing fits or nothing was given."""
        data = super().clean() or {}
        method = data.get("method", "")
        usual = {"budget": 10, "low": 0, "high": 5, "seats": 1}
        for name, methods in FITTING.items():
            if method not in methods:
                self._errors.pop(name, None) if self._errors else None
                data[name] = usual.get(name)
            elif data.get(name) is None and name not in self.errors:
                data[name] = usual.get(name)
        self._weigh(data, method)
        return data

    def _weigh(self, data: dict[str, Any], method: str) -> None:
        if (
            method == Method.SHARES
            and data.get("shared_budget") is None
            and "shared_budget" not in self.errors
        ):
            self.add_error("shared_budget", phrases.REQUIRED)
        if not self.errors and data["low"] >= data["high"]:
            self.add_error("high", _("The highest mark must be above the lowest."))
        if not self.errors and (data["most_per_option"] or 0) > data["budget"]:
            self.add_error("most_per_option", _("Nobody has so many points to give."))


def first_terms(step: Step, vote: Vote | None) -> dict[str, Any]:
    """What the form begins with: the vote as it is, or what its step suggests."""
    if vote:
        now = {name: getattr(vote, name) for name in VoteForm.base_fields}
        return now | {"shared_budget": _shown(vote.shared_budget)}
    return {
        "title": step.title,
        "method": step.method or Method.POINTS,
        "budget": step.budget,
        "seats": step.seats,
        "low": 0,
        "high": 5,
        "seed": new_seed(randbelow),
    }


@dataclass(slots=True)
class OptionRow:
    """A line of the form: a proposal to be ticked, or an option of one's own to be written."""

    name: str
    title: str = ""
    proposal: Proposal | None = None
    is_on: bool = False
    cost: str = ""
    error: Any = ""


def option_rows(
    proposals: Iterable[Proposal], options: Sequence[Option] | None, preselected: set[int]
) -> list[OptionRow]:
    """The lines as they are first shown: proposals in their order, then one's own options, then empty lines."""
    of = {option.proposal_id: option for option in options or () if option.proposal_id}
    rows = [
        OptionRow(
            f"p{one.pk}",
            of[one.pk].title if one.pk in of else one.title,
            one,
            one.pk in of if options is not None else one.pk in preselected,
            _shown(of[one.pk].cost if one.pk in of else one.cost),
        )
        for one in proposals
    ]
    known = {row.proposal.pk for row in rows if row.proposal}
    own = [option for option in options or () if option.proposal_id not in known]
    rows += [OptionRow(f"o{n}", one.title, None, True, _shown(one.cost)) for n, one in enumerate(own)]
    return rows + [OptionRow(f"o{n}") for n in range(len(own), len(own) + OWN_ROWS)]


def read_rows(rows: Sequence[OptionRow], posted: Mapping[str, Any]) -> list[Draft]:
    """Puts what was sent into the rows, with errors at their place; the options that were asked for."""
    drafts = []
    for row in rows:
        row.cost = str(posted.get(f"{row.name}-cost", ""))[:40]
        row.error = ""
        if row.proposal is None:
            row.title = tidy(str(posted.get(row.name, "")))
            row.is_on = bool(row.title)
        else:
            row.is_on = row.name in posted
        try:
            cost = CostField().clean(row.cost)
        except forms.ValidationError as problem:
            row.error, cost = problem.messages[0], None
        if len(row.title) > 200:
            row.error = _("A title can have at most 200 characters.")
        if row.is_on:
            drafts.append(Draft(tidy(row.title), row.proposal, cost))
    return drafts


def _shown(cost: Decimal | None) -> str:
    return "" if cost is None else f"{cost.normalize():f}".replace(".", ",")


class TieForm(forms.Form):
    """A decision about options that are tied; `tied` are (key, title) of those a merger can join."""

    way = forms.ChoiceField(
        label=_("decision"),
        choices=[
            (kind.value, DECISION_LABELS[kind]) for kind in DecisionKind if kind != DecisionKind.CASTING
        ],
        widget=forms.RadioSelect,
    )
    options = forms.TypedMultipleChoiceField(
        label=_("which are joined"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    title = forms.CharField(label=_("title of the joint proposal"), max_length=200, required=False)
    merges_proposals = forms.BooleanField(
        label=_("join the proposals themselves too, with all their texts"), required=False
    )
    reason = forms.CharField(
        label=_("reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stays on record with your name and the date."),
    )
    is_correction = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, tied: Sequence[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["options"].choices = tied

    def clean_way(self) -> Way:
        """The decision, as the rules call it."""
        return Way(self.cleaned_data["way"])


class CastingForm(forms.Form):
    """How whoever presides voted, when a motion has as many votes for as against."""

    mark = forms.ChoiceField(
        label=_("vote of the chair"),
        choices=[("yes", _("for")), ("no", _("against"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example the paragraph of the rules that gives the chair this vote."),
    )


PREFIX = "mark-"
# What a clerk types for a mark on paper: za, przeciw, wstrzymuję się; a cross or a tick.
_LETTERS = {"z": "1", "p": "0", "w": "2", "x": "1", "t": "1"}


def raw_marks(posted: Mapping[str, Any]) -> dict[str, str]:
    """Marks as they were sent, by the text of the option's key."""
    return {
        name.removeprefix(PREFIX): str(value)[:40]
        for name, value in posted.items()
        if name.startswith(PREFIX)
    }


def typed_marks(posted: Mapping[str, Any]) -> dict[str, str]:
    """The same from a clerk's keyboard, where letters stand for votes."""
    return {key: _LETTERS.get(text.strip().lower(), text) for key, text in raw_marks(posted).items()}


def nonce_of(posted: Mapping[str, Any]) -> str:
    """The ballot's own mark; one without gets one now, and then a repetition cannot be told from a second ballot."""
    return str(posted.get("nonce") or "").replace("\x00", "")[:36] or str(uuid4())
