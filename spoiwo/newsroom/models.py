"""Articles with their pictures, notes of those who approve, and addresses they had before."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import Meeting
from spoiwo.newsroom.labels import DECISION_LABELS, STATE_LABELS
from spoiwo.newsroom.permissions import WRITERS
from spoiwo.newsroom.rules.states import ArticleState
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit


class ArticleQuerySet(models.QuerySet["Article"]):
    """Adjectives for articles."""

    def out(self, at: datetime | None = None) -> Self:
        """Those everybody may read: approved, and their moment has come."""
        return self.filter(state=ArticleState.APPROVED, publish_at__lte=at or timezone.now())

    def scheduled(self) -> Self:
        """Approved, and their moment is still to come."""
        return self.filter(state=ArticleState.APPROVED, publish_at__gt=timezone.now())

    def visible_to(self, actor: Actor) -> Self:
        """Those that are out for everybody, others for those who write for the partnership."""
        if actor.is_admin:
            return self
        is_out = Q(state=ArticleState.APPROVED, publish_at__lte=timezone.now())
        return self.filter(is_out | Q(partnership__in=actor.partnerships_as(*WRITERS)))


class Article(models.Model):
    """A piece of news. `first_published_on` may lie decades back: what was written in 2005 stays of 2005.

    `body` is HTML of the few kinds the editor allows and is cleaned whenever it is written. `publish_at` is when it
    comes out once it is approved, and stays when it is withdrawn and put back. `closing` is the meeting whose closing
    report it was begun from. `shown_on` is the day it is ordered by.
    """

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="articles", verbose_name=_("partnership")
    )
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("address"), max_length=90, unique=True)
    lead = models.TextField(pgettext_lazy("of an article", "lead"), blank=True)
    body = models.TextField(pgettext_lazy("of an article", "text"), blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=list(STATE_LABELS.items()), default=ArticleState.DRAFT
    )
    publish_at = models.DateTimeField(_("comes out"), null=True, blank=True)
    first_published_on = models.DateField(_("first published on"), null=True, blank=True)
    shown_on = models.DateField(editable=False, db_index=True)
    source_note = models.CharField(_("where it was published first"), max_length=300, blank=True)
    author = models.CharField(_("author"), max_length=150, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("written by")
    )
    place = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("of an article", "place"),
    )
    closing = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="articles")
    share_image = models.ForeignKey(StoredFile, models.SET_NULL, null=True, editable=False, related_name="+")
    revision = models.PositiveIntegerField(default=1, editable=False)
    name_key = models.CharField(max_length=500, editable=False)
    search_key = models.CharField(max_length=900, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["state", "publish_at"], name="articles_by_moment")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ArticleState.APPROVED) | Q(publish_at__isnull=False),
                name="approved_articles_have_a_moment",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("newsroom:article", args=[self.slug])

    @property
    def is_out(self) -> bool:
        """Whether everybody may read it now."""
        return self.state == ArticleState.APPROVED and bool(
            self.publish_at and self.publish_at <= timezone.now()
        )

    @property
    def is_scheduled(self) -> bool:
        """Whether it is approved and its moment is still to come."""
        return self.state == ArticleState.APPROVED and not self.is_out


class Picture(models.Model):
    """A picture of an article's gallery; without words for those who cannot see it, the article is not handed in.

    `width` and `height` are those of the large file, in pixels.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="pictures")
    order = models.PositiveSmallIntegerField(default=1)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    small = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    alt = models.CharField(_("what the picture shows"), max_length=300, blank=True)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    author = models.CharField(_("photographer"), max_length=150, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("picture of an article")
        verbose_name_plural = _("pictures of articles")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.alt or self.file.name


class Approval(models.Model):
    """What whoever approves said of a revision; rows are only ever added."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="approvals")
    decision = models.CharField(_("decision"), max_length=8, choices=list(DECISION_LABELS.items()))
    note = models.TextField(_("note to the author"), blank=True)
    revision = models.PositiveIntegerField()
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("approval of an article")
        verbose_name_plural = _("approvals of articles")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.get_decision_display()


class FormerAddress(models.Model):
    """An address the article had, here (`slug`) or on an older site (`path`); whoever comes by it is led on."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="former_addresses")
    slug = models.SlugField(_("address"), max_length=90, blank=True)
    path = models.CharField(_("path on the older site"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("former address of an article")
        verbose_name_plural = _("former addresses of articles")
        constraints = [
            models.UniqueConstraint(
                fields=["slug"], condition=~Q(slug=""), name="a_former_slug_leads_to_one_article"
            ),
            models.UniqueConstraint(
                fields=["path"], condition=~Q(path=""), name="a_former_path_leads_to_one_article"
            ),
        ]

    def __str__(self) -> str:
        return self.slug or self.path
