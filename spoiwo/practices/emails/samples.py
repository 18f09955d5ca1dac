"""Every letter of this room, filled with an invented practice, for /ui/letters/."""

import datetime as dt
from collections.abc import Callable

from spoiwo.accounts.models import User
from spoiwo.mail.post import Draft
from spoiwo.places.models import Unit
from spoiwo.practices.emails import decision, to
from spoiwo.practices.models import Adoption, Practice, Review
from spoiwo.practices.rules.states import Decision, Evidence, Step

FEEDBACK = (
    "Proszę dopisać, skąd pochodzą liczby uczestników, i wskazać, czego potrzebuje powiat bez centrum usług."
)


def _author() -> User:
    return User(pk=0, email="m.wojcik@example.org", name="Maria Wójcik")


def _practice() -> Practice:
    return Practice(
        pk=0,
        title="Mobilny doradca w szkołach branżowych",
        partnership_id=0,
        evidence_grade=Evidence.COMPARED,
        appeal=4,
        review_on=dt.date(2028, 6, 1),
    )


def _decided(step: Step, outcome: Decision, feedback: str = FEEDBACK) -> Draft:
    review = Review(practice=_practice(), step=step, decision=outcome, feedback=feedback)
    return decision(review, _author())


def _named() -> Draft:
    return to(_author(), _practice(), "expert_named", "practices:reviews", by_name="Roman Kamiński")


def _adopted() -> Draft:
    adoption = Adoption(
        taker="Powiatowy Urząd Pracy w Opocznie",
        place=Unit(code="1007", name="opoczyński", kind="county"),
        adopted_on=dt.date(2026, 9, 1),
        changed="Zamiast busa doradca dojeżdża koleją, a spotkania odbywają się raz w miesiącu.",
    )
    practice = _practice()
    return to(
        _author(), practice, "adopted", "practices:adoptions", adoption=adoption, by_name="Celina Dąbrowska"
    )


SAMPLES: dict[str, Callable[[], Draft]] = {
    "adopted": _adopted,
    "consent_withdrawn": lambda: to(_author(), _practice(), "consent_withdrawn", "practices:practice"),
    "expert_named": _named,
    "passed": lambda: _decided(Step.FORMAL, Decision.PASSED, ""),
    "published": lambda: _decided(Step.EXPERT, Decision.PASSED),
    "returned": lambda: _decided(Step.FORMAL, Decision.RETURNED),
}
