"""How every page of the room finds its practice: hidden gives 404, a forbidden verb 403."""

from django.shortcuts import get_object_or_404

from spoiwo.kit.request import Request, require
from spoiwo.practices.models import Adoption, Practice
from spoiwo.practices.permissions import adoption_verbs, practice_verbs
from spoiwo.practices.queries.cards import facts_of, practice_rows


def fetch_practice(request: Request, practice_pk: int, verb: str = "view") -> tuple[Practice, set[str]]:
    """The practice with what the actor may do there."""
    found = get_object_or_404(practice_rows(request.actor), pk=practice_pk)
    can = practice_verbs(request.actor, **facts_of(found))
    require(can, verb)
    return found, can


def fetch_adoption(
    request: Request, practice_pk: int, adoption_pk: int, verb: str
) -> tuple[Practice, Adoption]:
    """An adoption of that practice."""
    practice, _can = fetch_practice(request, practice_pk)
    found = get_object_or_404(practice.adoptions.select_related("organisation", "place"), pk=adoption_pk)
    found.practice = practice
    require(
        adoption_verbs(request.actor, taker_id=found.partnership_id, giver_id=practice.partnership_id), verb
    )
    return practice, found
