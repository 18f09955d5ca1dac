"""Example practices: two laureates of the contest as cards of the catalogue, one of them taken over elsewhere."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from spoiwo.accounts.models import User
from spoiwo.contests.models import Award
from spoiwo.home.demo_contests import OFFICE
from spoiwo.kit.actor import SYSTEM
from spoiwo.mail.post import outbox
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit
from spoiwo.practices.actions.adoptions import record_adoption
from spoiwo.practices.actions.parts import save_modules
from spoiwo.practices.actions.practices import move_practice, start_practice, write_texts
from spoiwo.practices.actions.validation import check_practice, judge_practice
from spoiwo.practices.models import Indicator, Measurement, Practice, Term
from spoiwo.practices.rules.states import TEXTS, AdoptionState, Evidence, PracticeState
from spoiwo.practices.rules.written import Opinion, Part

TEXT = Path(__file__).resolve().parent / "data" / "practices.pl.toml"
_YEARS = (2019, 2020)
_HEAD = ("title", "owner", "scale", "since_year", "summary", "contact")


def load_practices() -> None:
    """Makes both cards unless the office has one of them. Nobody is written to: the letters are thrown away."""
    office = Partnership.objects.filter(slug=OFFICE).first()
    if office and not office.practices.filter(award__edition__year__in=_YEARS).exists():
        with TEXT.open("rb") as file, override(LANGUAGE):
            text = tomllib.load(file)
            for told in text["practice"]:
                _load(office, told)
            _load_indicators(text["indicator"])


def _load_indicators(told: Mapping[str, Any]) -> None:
    """Invented figures of four counties, so that a comparison can be tried."""
    for order, (code, one) in enumerate(told.items(), 1):
        indicator, _made = Indicator.objects.get_or_create(
            code=code,
            defaults={"name": one["name"], "unit": one["unit"], "source": "przykład", "order": order},
        )
        for county, value in one["values"].items():
            Measurement.objects.get_or_create(
                indicator=indicator, county_code=county, year=2025, defaults={"value": Decimal(str(value))}
            )


@transaction.atomic
def _load(office: Partnership, told: Mapping[str, Any]) -> None:
    latest = outbox(None).first()
    award = Award.objects.filter(edition__year=told["award"], organisation_name=told["owner"]).first()
    practice = start_practice(
        office,
        by=SYSTEM,
        terms=tuple(Term.objects.filter(name__in=told["terms"])),
        origin=award,
        award=award,
        place=Unit.objects.valid().filter(code=told["place"]).first(),
        **{name: told[name] for name in _HEAD},
    )
    texts = {name: told[name] for name in TEXTS}
    practice = write_texts(practice, texts, read_revision=practice.revision, by=SYSTEM)
    save_modules(
        practice,
        [Part(title=title, text=text, is_alone=alone) for title, text, alone in told["modules"]],
        by=SYSTEM,
    )
    practice.refresh_from_db()
    move_practice(practice, PracticeState.FORMAL, by=SYSTEM)
    expert = User.objects.filter(is_admin=True).first()
    check_practice(practice, is_passed=True, feedback="", expert=expert, by=SYSTEM)
    opinion = Opinion(
        feedback=told["feedback"], evidence_grade=Evidence(told["grade"]), appeal=told["appeal"]
    )
    judge_practice(practice, opinion, is_passed=True, by=SYSTEM, today=timezone.localdate())
    for one in told.get("adoption", ()):
        _adopt(practice, one)
    outbox(None).filter(pk__gt=latest.pk if latest else 0).delete()


def _adopt(practice: Practice, told: Mapping[str, Any]) -> None:
    practice.refresh_from_db()
    record_adoption(
        practice,
        by=SYSTEM,
        partnership=Partnership.objects.filter(slug=told["partnership"]).first(),
        place=Unit.objects.valid().get(code=told["place"]),
        state=AdoptionState(told["state"]),
        **{name: told[name] for name in ("taker", "adopted_on", "changed", "cost", "result")},
    )
