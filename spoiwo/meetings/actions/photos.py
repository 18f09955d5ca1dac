"""Photographs: taken in with their words, published after a look at the consents, removed."""

import datetime as dt
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.files import store
from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.importers.photos import read_photo
from spoiwo.meetings.models import Meeting, Photo

KINDS = ("image/jpeg", "image/png")


def add_photo(
    meeting: Meeting, file: Any, *, alt: str, caption: str = "", author: str = "", by: Actor
) -> Photo:
    """Keeps the photograph in two sizes without what the camera wrote into it; the upload itself is not kept.

    Refused without words for those who cannot see it, and where the file is no sound JPEG or PNG.
    """
    if not alt.strip():
        raise Refused(_("Write what the photograph shows; without these words it is not taken."), "alt")
    if store.kind_of(file) not in KINDS:
        raise Refused(_("This is no photograph: only JPEG and PNG pictures are taken here."), "file")
    try:
        store.check(file, kinds=KINDS)
        picture = read_photo(file)
    except Refused as problem:
        raise Refused(problem.reason, "file") from None
    with transaction.atomic():
        photo = Photo.objects.create(
            meeting=meeting,
            file=_kept(picture.large, meeting, by),
            small=_kept(picture.small, meeting, by),
            alt=alt.strip(),
            caption=caption.strip(),
            author=author.strip(),
            width=picture.width,
            height=picture.height,
        )
        audit.record(Verb.PHOTO_ADDED, meeting, by=by, scope=meeting.partnership_id, photo=photo.pk)
    return photo


@transaction.atomic
def describe_photo(photo: Photo, *, alt: str, caption: str, author: str, by: Actor) -> Photo:
    """Changes the words of a photograph."""
    photo.alt, photo.caption, photo.author = alt.strip(), caption.strip(), author.strip()
    photo.save(update_fields=["alt", "caption", "author"])
    facts = {"photo": photo.pk, "words": True}
    audit.record(Verb.PHOTO_ADDED, photo.meeting, by=by, scope=photo.meeting.partnership_id, **facts)
    return photo


@transaction.atomic
def publish_photos(meeting: Meeting, *, by: Actor, at: dt.datetime) -> int:
    """Publishes all photographs of the meeting, after somebody has looked at the consents; how many.

    Those that are public already get the new moment: it says when the consents were last looked at.
    """
    count = meeting.photos.update(published_at=at)
    if count:
        facts = {"count": count, "published": True}
        audit.record(Verb.PHOTO_PUBLISHED, meeting, by=by, scope=meeting.partnership_id, **facts)
    return count


@transaction.atomic
def withdraw_photos(meeting: Meeting, *, by: Actor, only: Photo | None = None) -> int:
    """Takes all photographs, or one, from the public; how many were there."""
    rows = meeting.photos.exclude(published_at=None)
    count = (rows if only is None else rows.filter(pk=only.pk)).update(published_at=None)
    if count:
        facts = {"count": count, "published": False}
        audit.record(Verb.PHOTO_PUBLISHED, meeting, by=by, scope=meeting.partnership_id, **facts)
    return count


@transaction.atomic
def remove_photo(photo: Photo, *, by: Actor) -> None:
    """Removes the photograph with its files for good."""
    meeting, pk = photo.meeting, photo.pk
    files = list(StoredFile.objects.filter(pk__in=[photo.file_id, photo.small_id]))
    photo.delete()
    for stored in files:
        store.discard(stored)
    audit.record(Verb.PHOTO_REMOVED, meeting, by=by, scope=meeting.partnership_id, photo=pk)


def _kept(content: bytes, meeting: Meeting, by: Actor) -> StoredFile:
    # The name the camera or a person gave the file may tell of somebody.
    return store.keep(ContentFile(content, name=f"zdjecie-{meeting.pk}.jpg"), by=by)
