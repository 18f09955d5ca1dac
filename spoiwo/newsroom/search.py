"""Articles as documents of the search; a scheduled one is read anew when its moment comes."""

from collections.abc import Collection, Iterator

from spoiwo.newsroom.models import Article
from spoiwo.newsroom.permissions import WRITERS
from spoiwo.newsroom.rules.bodies import plain
from spoiwo.search import EVERYBODY, Document, holders


def article_documents(pks: Collection[int]) -> Iterator[Document]:
    """Articles by id; two queries. Everybody finds what is out, those who write for the partnership the rest."""
    rows = (
        Article.objects.filter(pk__in=pks).select_related("partnership", "place").prefetch_related("pictures")
    )
    for one in rows:
        said = [one.lead, plain(one.body), one.author, one.source_note]
        said += [f"{picture.alt}\n{picture.caption}" for picture in one.pictures.all()]
        yield Document(
            object_id=one.pk,
            title=one.title,
            body="\n\n".join(text for text in said if text.strip()),
            url=one.get_absolute_url(),
            audience={EVERYBODY} if one.is_out else holders(one.partnership_id, WRITERS),
            day=one.shown_on,
            places=[one.place.code] if one.place else [],
            scope=one.partnership_id,
            note=one.partnership.short_name,
            renew_at=one.publish_at if one.is_scheduled else None,
        )
