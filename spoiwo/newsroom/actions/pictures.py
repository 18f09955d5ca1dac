"""Pictures of an article: taken in, described, put in order, removed, copied from a meeting."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.files import store
from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.importers.photos import read_photo
from spoiwo.meetings.models import Photo
from spoiwo.newsroom.audit import Verb
from spoiwo.newsroom.models import Article, Picture
from spoiwo.newsroom.rules.pictures import MOST, PictureWords, in_order
from spoiwo.newsroom.tasks import draw_share_image

KINDS = ("image/jpeg", "image/png")


def add_picture(
    article: Article, file: Any, *, by: Actor, alt: str = "", caption: str = "", author: str = ""
) -> Picture:
    """Keeps the picture in two sizes, at the end, without what the camera wrote into it; the upload is not kept.

    Raises `Refused` for what is no sound JPEG or PNG, is too large or too small, or would be one too many. Half a second
    for twelve million pixels, spent before anything is locked.
    """
    _place_in(article)
    if store.kind_of(file) not in KINDS:
        raise Refused(_("This is no photograph: only JPEG and PNG pictures are taken here."), "files")
    store.check(file, kinds=KINDS)
    read = read_photo(file)
    with _changing(article, by) as held:
        return Picture.objects.create(
            article=held,
            order=_place_in(held),
            file=_kept(read.large, held, by),
            small=_kept(read.small, held, by),
            alt=alt.strip(),
            caption=caption.strip(),
            author=author.strip(),
            width=read.width,
            height=read.height,
        )


def save_pictures(article: Article, rows: Iterable[PictureWords], *, by: Actor) -> None:
    """The words of the pictures and their order. A row whose picture has gone meanwhile is passed over, a picture without
    a row keeps what it has."""
    with _changing(article, by) as held:
        known = {picture.pk: picture for picture in held.pictures.all()}
        written = {row.pk: row for row in rows if row.pk in known}
        places = {pk: row.place for pk, row in written.items()}
        for place, pk in enumerate(in_order(known, places), 1):
            picture, row = known[pk], written.get(pk)
            picture.order = place
            if row is not None:
                picture.alt, picture.caption, picture.author = (
                    row.alt.strip(),
                    row.caption.strip(),
                    row.author.strip(),
                )
        Picture.objects.bulk_update(known.values(), ["alt", "caption", "author", "order"])


def remove_picture(picture: Picture, *, by: Actor) -> None:
    """Removes the picture with its files for good; nothing happens where somebody has done so already."""
    with _changing(picture.article, by) as held:
        _discard(held.pictures.filter(pk=picture.pk))


def copy_photos(article: Article, photos: Iterable[Photo], *, by: Actor) -> list[Picture]:
    """Copies of those photographs of a meeting that are published, behind the article's own, as many as there is room for.

    The bytes are copied too, so that neither side loses anything when the other removes its picture.
    """
    public = [photo for photo in photos if photo.published_at is not None]
    with _changing(article, by) as held:
        first = _end(held)
        return [
            Picture.objects.create(
                article=held,
                order=place,
                file=_copied(photo.file, held, by),
                small=_copied(photo.small, held, by),
                **{name: getattr(photo, name) for name in ("alt", "caption", "author", "width", "height")},
            )
            for place, photo in enumerate(public[: MOST - held.pictures.count()], first)
        ]


@contextmanager
def _changing(article: Article, by: Actor) -> Iterator[Article]:
    """One transaction in which the article is held. Where its pictures are others afterwards the revision is raised and the
    change written down; where another one is the first, the image for sharing is drawn anew."""
    with transaction.atomic():
        held = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        before = _state(held)
        yield held
        after = _state(held)
        if after != before:
            held.revision += 1
            held.save(update_fields=["revision", "changed_at"])
            audit.record(Verb.PICTURES_EDITED, held, by=by, scope=held.partnership_id, pictures=len(after))
        if after[:1] != before[:1]:
            draw_share_image.enqueue(held.pk)
    article.revision = held.revision


def _state(article: Article) -> list[tuple[Any, ...]]:
    return list(article.pictures.values_list("pk", "alt", "caption", "author"))


def _place_in(article: Article) -> int:
    """The place of one more picture, behind all others; raises `Refused` where there is none."""
    if article.pictures.count() >= MOST:
        raise Refused(_("An article has at most %(most)d pictures.") % {"most": MOST}, "files")
    return _end(article)


def _end(article: Article) -> int:
    last = article.pictures.last()
    return last.order + 1 if last else 1


def _discard(pictures: Iterable[Picture]) -> None:
    for picture in list(pictures):
        files = list(StoredFile.objects.filter(pk__in=[picture.file_id, picture.small_id]))
        picture.delete()
        for stored in files:
            store.discard(stored)


def _kept(content: bytes, article: Article, by: Actor) -> StoredFile:
    # The name the camera or a person gave the file may tell of somebody.
    return store.keep(ContentFile(content, name=f"zdjecie-{article.pk}.jpg"), by=by)


def _copied(stored: StoredFile, article: Article, by: Actor) -> StoredFile:
    with stored.content.open("rb") as content:
        return _kept(content.read(), article, by)
