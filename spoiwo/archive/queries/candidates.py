"""Records a proposal may mean, so that nothing is recorded twice."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model, Q

from spoiwo.archive.models import Source
from spoiwo.archive.rules.matching import parts
from spoiwo.archive.rules.states import FactKind
from spoiwo.contests.models import Award
from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import Meeting
from spoiwo.partnerships.models import Agreement
from spoiwo.polish import fold, terms
from spoiwo.projects.models import Project
from spoiwo.register.models import Person
from spoiwo.register.queries.organisation import find_organisation

MOST = 6
_NEAR = dt.timedelta(days=3)


def candidates(kind: str, values: Mapping[str, Any], source: Source, actor: Actor) -> list[Model]:
    """At most six records of the kind that may be meant, the likeliest first; a handful of queries."""
    return list(_FINDERS[FactKind(kind)](values, source, actor))[:MOST]


def day_of(date: Any) -> dt.date | None:
    """The day of an ISO date, None where a part of it is not known."""
    year, month, day = parts(str(date or ""))
    if not (year and month and day):
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _organisations(values: Mapping[str, Any], _source: Source, actor: Actor) -> Sequence[Model]:
    return find_organisation(str(values.get("name", "")), actor)


def _people(values: Mapping[str, Any], source: Source, actor: Actor) -> Sequence[Model]:
    words = fold(str(values.get("name", ""))).split()
    found = Person.objects.visible_to(actor).current().filter(book=source.partnership.book_id)
    for word in words[-2:]:
        found = found.filter(search_key__contains=word)
    return list(found.order_by("name_key")[:MOST]) if words else []


def _agreements(values: Mapping[str, Any], source: Source, actor: Actor) -> Sequence[Model]:
    rows = Agreement.objects.visible_to(actor).filter(partnership=source.partnership_id)
    day = day_of(values.get("date"))
    same_day = set(rows.filter(acts__done_on=day).values_list("pk", flat=True)) if day else set()
    return _alike(rows, values.get("subject") or "", sure=same_day)


def _meetings(values: Mapping[str, Any], source: Source, actor: Actor) -> Sequence[Model]:
    rows = Meeting.objects.visible_to(actor).filter(partnership=source.partnership_id)
    day, near = day_of(values.get("date")), Q(pk__in=[])
    if day:
        near = Q(starts_at__date__gte=day - _NEAR, starts_at__date__lte=day + _NEAR)
    sure = set(rows.filter(near).values_list("pk", flat=True))
    return _alike(rows, values.get("title") or values.get("subject") or "", sure=sure)


def _projects(values: Mapping[str, Any], source: Source, actor: Actor) -> Sequence[Model]:
    rows = Project.objects.visible_to(actor).filter(partnership=source.partnership_id)
    return _alike(rows, str(values.get("name", "")), sure=set())


def _awards(values: Mapping[str, Any], _source: Source, _actor: Actor) -> Sequence[Model]:
    words = [word for word in fold(str(values.get("laureate", ""))).split() if len(word) > 3][:4]
    found = Award.objects.announced().select_related("edition__contest")
    for word in words:
        found = found.filter(name_key__contains=word[:6])
    year = parts(str(values.get("date") or ""))[0] or str(values.get("edition") or "")
    if year.isdigit():
        found = found.filter(edition__year=int(year))
    return list(found.order_by("-edition__year", "pk")[:MOST]) if words else []


def _alike(rows: Any, name: str, *, sure: set[int]) -> list[Model]:
    """Records on the same day, and those whose title shares most words with `name`; of the newest three hundred."""
    wanted = {term for term in terms(name) if len(term) > 3}
    scored = []
    for record in rows.order_by("-pk")[:300]:
        common = wanted & {term for term in terms(str(record)) if len(term) > 3}
        share = len(common) / len(wanted) if wanted else 0
        if record.pk in sure or share >= 0.5:
            scored.append((-(record.pk in sure) - share, record.pk, record))
    return [record for _score, _pk, record in sorted(scored)]


_FINDERS = {
    FactKind.ORGANISATION: _organisations,
    FactKind.PERSON: _people,
    FactKind.AGREEMENT: _agreements,
    FactKind.MEETING: _meetings,
    FactKind.TRAINING: _meetings,
    FactKind.PROJECT: _projects,
    FactKind.AWARD: _awards,
}
