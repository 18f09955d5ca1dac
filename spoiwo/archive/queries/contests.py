"""Contests that a source may mean."""

from django.db.models import QuerySet

from spoiwo.contests.models import Contest
from spoiwo.polish import fold

_MARKS = str.maketrans("", "", "„”\"'«»")


def contest_called(name: str, kept: QuerySet[Contest]) -> Contest | None:
    """The one of `kept` that bears this name, whatever its quotation marks and letters; None where none or several do."""
    wanted = fold(name.translate(_MARKS))
    found = [one for one in kept if fold(one.name.translate(_MARKS)) == wanted] if wanted else []
    return found[0] if len(found) == 1 else None
