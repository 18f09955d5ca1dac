"""Makers of projects and of good practices, like those of `tests.make`."""

import datetime as dt
from typing import Any

from django.utils import timezone

from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit
from spoiwo.polish import collation_key, fold
from spoiwo.practices.models import Practice
from spoiwo.practices.rules.states import PracticeState
from spoiwo.projects.models import Project
from tests.make import make_unit


def make_project(partnership: Partnership, title: str = "Szlak rowerowy", **fields: Any) -> Project:
    """A project under way that only insiders see."""
    keys = {"name_key": collation_key(title), "search_key": fold(title)}
    return Project.objects.create(partnership=partnership, title=title, **keys | fields)


def make_practice(partnership: Partnership, title: str = "Mobilny doradca", **fields: Any) -> Practice:
    """A complete card in the catalogue; another state must be asked for. Only a published one has its grades."""
    state = fields.setdefault("state", PracticeState.PUBLISHED)
    complete: dict[str, Any] = {
        "summary": "Doradca zawodowy dojeżdża do szkół branżowych.",
        "problem": "Uczniowie nie mają dostępu do doradcy.",
        "actions": "Ustalić terminy ze szkołami.\nRaz w tygodniu dyżur w każdej szkole.",
        "evidence": "W roku szkolnym 2028/2029 z dyżurów skorzystało 214 uczniów.",
        "transfer": "Zgoda dyrekcji szkół i dojazd doradcy.",
        "owner": "Powiatowy Urząd Pracy w Płocku",
        "contact": "Maria Wójcik",
        "contact_address": "m.wojcik@example.org",
    }
    if state in (PracticeState.PUBLISHED, PracticeState.WITHDRAWN):
        now = timezone.now()
        complete |= {"evidence_grade": "counted", "appeal": 4, "checked_revision": 1, "published_at": now}
        complete |= {"review_on": now.date() + dt.timedelta(days=730)}
    if "place" not in fields:
        complete["place"] = Unit.objects.filter(code="1419").first() or make_unit("1419", "płocki")
    complete |= fields
    words = f"{title} {complete['owner']} {complete['summary']}"
    return Practice.objects.create(
        partnership=partnership,
        title=title,
        name_key=collation_key(title),
        search_key=fold(words),
        **complete,
    )
