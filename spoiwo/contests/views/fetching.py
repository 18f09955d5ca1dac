"""How the views of this room find their records: hidden gives 404, a forbidden verb 403."""

from django.shortcuts import get_object_or_404

from spoiwo.contests.models import Contest, Edition, Entry, Reading, Writer
from spoiwo.contests.permissions import contest_verbs
from spoiwo.contests.queries.people import verbs_over
from spoiwo.kit.request import Request, require


def fetch_contest(request: Request, slug: str, verb: str = "view") -> tuple[Contest, set[str]]:
    """A contest by its address, with what the actor may do with it."""
    contest = get_object_or_404(Contest.objects.select_related("partnership", "organiser"), slug=slug)
    can = contest_verbs(request.actor, partnership_id=contest.partnership_id)
    require(can, verb)
    return contest, can


def fetch_edition(request: Request, edition_pk: int, verb: str) -> tuple[Edition, set[str]]:
    """An edition that the actor works on, with what the actor may do with it."""
    rows = Edition.objects.visible_to(request.actor).select_related("contest__partnership", "gala")
    edition = get_object_or_404(rows, pk=edition_pk)
    can = verbs_over(edition, request.actor)
    require(can, verb)
    return edition, can


def fetch_entry(
    request: Request, edition_pk: int, entry_pk: int, verb: str = "read_entries"
) -> tuple[Entry, set[str]]:
    """A received entry as the office sees it; one that the actor is barred from does not exist for the actor."""
    edition, can = fetch_edition(request, edition_pk, verb)
    rows = Entry.objects.visible_to(request.actor).select_related("category", "organisation", "place")
    entry = get_object_or_404(rows, pk=entry_pk, edition=edition)
    entry.edition = edition
    return entry, can


def fetch_reading(request: Request, reading_pk: int) -> Reading:
    """A juror's own reading that may be opened now; never with the entry's words, which only the blind copy has."""
    rows = Reading.objects.open_to(request.actor).select_related("member", "entry__edition__contest")
    return get_object_or_404(rows.defer("entry__title", "entry__organisation_name"), pk=reading_pk)


def number_of(text: str) -> int:
    """The id that a form or an address sent; 0, which no record has, for anything that is no id of ours, however long."""
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def writer_of(secret: str) -> Writer:
    """What the holder of a writer's secret may open; 404 for any other and once the office closed it."""
    rows = Writer.objects.select_related("entry__edition__contest", "entry__category")
    return get_object_or_404(rows, secret=secret, closed_at=None)
