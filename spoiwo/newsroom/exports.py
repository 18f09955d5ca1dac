"""Lists of articles as tables, and the image of an article that other sites show beside a link to it."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spoiwo.documents.drawing import cropped, drawing
from spoiwo.documents.table import Column, Table
from spoiwo.kit.dates import written_day
from spoiwo.newsroom.models import Article, Picture

LANGUAGE = "pl"
PHOTO_WIDTH, HEIGHT = 420, 630  # as share.typ has them
PHOTO = "/photo.jpg"


def article_table(articles: QuerySet[Article]) -> Table:
    """The articles as they are filtered; one query."""
    columns = [
        Column("title", _("Title")),
        Column("state", _("State")),
        Column("partnership", _("Partnership")),
        Column("day", _("Day"), kind="date"),
        Column("place", pgettext("of an article", "place")),
        Column("author", _("Author")),
        Column("lead", pgettext("of an article", "lead")),
        Column("address", _("Address")),
    ]
    rows = (
        (
            one.title,
            one.get_state_display(),
            one.partnership.name,
            one.shown_on,
            one.place.full_name if one.place else "",
            one.author,
            one.lead,
            one.get_absolute_url(),
        )
        for one in articles
    )
    return Table(_("News"), columns, rows)


def share_picture(article: Article) -> bytes:
    """A PNG of 1200 × 630 px: whose the article is, its title, its day, our mark; at the right its first picture if it has one.

    Raises `DocumentFailed` where a picture is no picture. 0.1 to 0.4 s.
    """
    first = article.pictures.select_related("file").first()
    with override(LANGUAGE):
        data = {
            "partnership": article.partnership.name,
            "title": article.title,
            "day": written_day(article.shown_on),
            "photo": PHOTO if first else "",
        }
    photos = {PHOTO: _cut(first)} if first else {}
    return drawing("newsroom/documents/share.typ", data, language=LANGUAGE, pictures=photos)


def _cut(picture: Picture) -> bytes:
    with picture.file.content.open("rb") as content:
        return cropped(content.read(), PHOTO_WIDTH, HEIGHT)
