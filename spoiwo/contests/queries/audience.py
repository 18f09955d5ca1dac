"""The audience's vote as pages and the count read it."""

from django.db.models import Count, QuerySet

from spoiwo.contests.models import Edition, Entry, Voice
from spoiwo.contests.rules.states import EditionState, EntryState, is_past


def candidates(edition: Edition) -> QuerySet[Entry]:
    """What the audience chooses from: every judged entry, by title within its category."""
    rows = Entry.objects.filter(edition=edition, state=EntryState.ADMITTED, is_sample=False)
    return rows.select_related("category").order_by("category__order", "title", "pk")


def shows_entries(edition: Edition) -> bool:
    """Whether the audience may see who entered: of a blind edition once it is sealed, or jurors would read it off."""
    if edition.state == EditionState.CALLED_OFF:
        return False
    return is_past(edition.state, EditionState.SEALED if edition.is_blind else EditionState.DELIBERATION)


def voices_of(edition: Edition) -> dict[int, dict[int, int]]:
    """Category's id → entry's id → confirmed voices; one query."""
    rows = Voice.objects.filter(entry__in=candidates(edition), confirmed_at__isnull=False)
    found: dict[int, dict[int, int]] = {}
    for category, entry, count in rows.values_list("category", "entry").annotate(Count("pk")):
        found.setdefault(category, {})[entry] = count
    return found
