"""What the catalogue is narrowed by, facet by facet."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from spoiwo.kit.actor import Actor
from spoiwo.kit.listing import Filters
from spoiwo.practices.labels import EVIDENCE_LABELS, SCALE_LABELS, STATE_LABELS
from spoiwo.practices.models import Practice, Term
from spoiwo.practices.permissions import CHECKERS, EDITORS
from spoiwo.practices.queries import catalogue
from spoiwo.practices.queries.catalogue import ALONE, ENDED, RUNNING, Choice
from spoiwo.practices.rules.states import PracticeState

LIFE_LABELS = (
    (RUNNING, pgettext_lazy("practices", "still running")),
    (ENDED, pgettext_lazy("practices", "ended")),
)
_MOST = 2**31 - 1


def _term() -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=1, max_value=_MOST, widget=forms.HiddenInput)


def _choice(choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(required=False, choices=[("", ""), *choices], widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet as the page shows it: its name in the address, its heading, its values."""

    name: str
    heading: str
    choices: list[Choice]


class PracticeFilters(Filters):
    """The search box and the facets; without a state only the catalogue itself is listed.

    `place` is a TERYT code: a voivodeship from its facet, a county from the map.
    """

    theme = _term()
    group = _term()
    scale = _choice(SCALE_LABELS.items())
    evidence = _choice(EVIDENCE_LABELS.items())
    place = forms.RegexField(r"^\d{2}(\d{2})?$", required=False, widget=forms.HiddenInput)
    life = _choice(LIFE_LABELS)
    parts = _choice([(ALONE, "")])
    state = forms.ChoiceField(
        label=gettext_lazy("state"),
        required=False,
        choices=[
            ("", STATE_LABELS[PracticeState.PUBLISHED]),
            *list(STATE_LABELS.items())[:3],
            ("withdrawn", STATE_LABELS[PracticeState.WITHDRAWN]),
        ],
    )

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        if not (actor.is_admin or actor.partnerships_as(*EDITORS, *CHECKERS)):
            del self.fields["state"]

    def narrow(self, queryset: QuerySet, skip: str = "") -> QuerySet:
        """The practices that match; `skip` names a facet that is left out, so that its other values can be counted."""
        asked = self.cleaned_data
        queryset = super().narrow(queryset).filter(state=asked.get("state") or PracticeState.PUBLISHED)
        for name, narrow in NARROWED.items():
            if name != skip and (value := asked.get(name)):
                queryset = narrow(queryset, value)
        return queryset

    def facets(self, practices: QuerySet[Practice], address: Callable[..., str]) -> list[Facet]:
        """All facets that have something to choose, each value with the address that takes it on or off (`Listing.address`);
        ten queries whatever the number of practices."""
        asked = {name: str(self.cleaned_data.get(name) or "") for name in NARROWED}
        left = {name: self.narrow(practices, skip=name) for name in NARROWED}
        found = [
            Facet("theme", _("Theme"), catalogue.term_choices(left["theme"], Term.THEME, asked["theme"])),
            Facet(
                "group",
                pgettext("facet", "For whom"),
                catalogue.term_choices(left["group"], Term.GROUP, asked["group"]),
            ),
            Facet(
                "evidence",
                _("Evidence"),
                catalogue.column_choices(
                    left["evidence"], "evidence_grade", EVIDENCE_LABELS.items(), asked["evidence"]
                ),
            ),
            Facet(
                "scale",
                _("Scale"),
                catalogue.column_choices(left["scale"], "scale", SCALE_LABELS.items(), asked["scale"]),
            ),
            Facet("place", _("Voivodeship"), catalogue.voivodeship_choices(left["place"], asked["place"])),
            Facet(
                "life",
                _("Running"),
                catalogue.two_choices(left["life"], LIFE_LABELS, catalogue.running_or_ended, asked["life"]),
            ),
            Facet(
                "parts",
                _("Modules"),
                catalogue.two_choices(
                    left["parts"], ((ALONE, _("can be taken in parts")),), catalogue.in_parts, asked["parts"]
                ),
            ),
        ]
        return [_led(facet, address) for facet in found if facet.choices]


def _led(facet: Facet, address: Callable[..., str]) -> Facet:
    return replace(
        facet,
        choices=[
            replace(one, address=address(**{facet.name: None if one.is_chosen else one.value}))
            for one in facet.choices
        ],
    )


NARROWED: dict[str, Callable[[QuerySet, Any], QuerySet]] = {
    "theme": catalogue.bearing,
    "group": catalogue.bearing,
    "scale": lambda rows, value: rows.filter(scale=value),
    "evidence": lambda rows, value: rows.filter(evidence_grade=value),
    "place": lambda rows, value: rows.filter(place__code__startswith=value),
    "life": catalogue.running_or_ended,
    "parts": catalogue.in_parts,
}
