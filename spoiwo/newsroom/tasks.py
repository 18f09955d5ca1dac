"""Slow work of this room, done by the worker."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django_tasks import task

from spoiwo.files import store
from spoiwo.kit.actor import SYSTEM
from spoiwo.newsroom.exports import share_picture
from spoiwo.newsroom.models import Article


@task()
def draw_share_image(article_pk: int) -> bool:
    """Draws the image for sharing anew; says whether it became another one. May run twice; an article that has gone
    meanwhile is passed over."""
    article = Article.objects.select_related("partnership").filter(pk=article_pk).first()
    if article is None:
        return False
    content = share_picture(article)
    with transaction.atomic():
        rows = Article.objects.select_for_update(of=("self",)).select_related("share_image")
        held = rows.filter(pk=article_pk).first()
        if held is None:
            return False
        former = held.share_image
        if former is not None and former.sha256 == hashlib.sha256(content).hexdigest():
            return False
        drawn = store.keep(ContentFile(content, name=f"{held.slug}.png"), by=SYSTEM)
        # Drawing changes nothing that was written: neither the revision nor the moment of the last change.
        Article.objects.filter(pk=held.pk).update(share_image=drawn)
        if former is not None:
            store.discard(former)
    return True
