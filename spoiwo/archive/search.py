"""Sources as documents of the search: their cleaned text, for those who may read them."""

from collections.abc import Collection, Iterator

from spoiwo.archive.labels import STATE_LABELS
from spoiwo.archive.models import Source
from spoiwo.archive.permissions import READERS
from spoiwo.archive.rules.states import SourceState
from spoiwo.search import Document, holders


def source_documents(pks: Collection[int]) -> Iterator[Document]:
    """Sources by id; two queries."""
    for source in Source.objects.filter(pk__in=pks).prefetch_related("places"):
        yield Document(
            object_id=source.pk,
            title=source.title or source.name,
            body=source.text,
            url=source.get_absolute_url(),
            audience=holders(source.partnership_id, READERS),
            day=source.first_published_on or source.published_on or source.added_at.date(),
            places=[unit.code for unit in source.places.all()],
            scope=source.partnership_id,
            note=str(STATE_LABELS[SourceState(source.state)]),
        )
