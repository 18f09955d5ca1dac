"""An award that a source tells of, among the laureates of a contest."""

from collections.abc import Mapping
from typing import Any

from spoiwo.archive.models import Source
from spoiwo.archive.queries.contests import contest_called
from spoiwo.contests.actions.editions import found_contest
from spoiwo.contests.actions.history import record_laureate
from spoiwo.contests.models import Award, Contest
from spoiwo.kit.actor import Actor

_FIELDS = ("kind", "name", "organisation_name", "organisation", "place", "practice", "times", "category")


def make_award(source: Source, values: Mapping[str, Any], *, by: Actor) -> Award:
    """A laureate of an edition of long ago; the contest is founded in the partnership's name where it is not kept yet."""
    name = values.get("contest_name") or ""
    contest = values.get("contest") or contest_called(
        name, Contest.objects.filter(partnership=source.partnership)
    )
    if contest is None:
        contest = found_contest(
            source.partnership, by=by, name=name, organiser_name=values.get("organiser", "")
        )
    fields = {name: values[name] for name in _FIELDS if values.get(name) not in (None, "")}
    return record_laureate(
        contest,
        values["year"],
        by=by,
        edition_name=values.get("edition_name", ""),
        source=str(source)[:300],
        **fields,
    )
