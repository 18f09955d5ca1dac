"""Blind copies: what jurors read instead of an entry."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.models.entries import Submission
from spoiwo.contests.models.jury import Reading
from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor


class BlindCopyQuerySet(models.QuerySet["BlindCopy"]):
    """Adjectives for blind copies."""

    def approved(self) -> Self:
        """Those that were looked through, of what was submitted last: a later submission leaves them behind."""
        later = Submission.objects.filter(
            entry=OuterRef("submission__entry"), number__gt=OuterRef("submission__number")
        )
        return self.filter(~Exists(later), approved_at__isnull=False, asked_at=None)

    def open_to(self, actor: Actor) -> Self:
        """Approved ones of the entries a juror may read now."""
        readings = Reading.objects.open_to(actor)
        return self.approved().filter(submission__entry__in=readings.values("entry"))


class BlindCopy(models.Model):
    """A submission without what tells whose it is. Only an approved one is ever shown to a juror.

    `texts` are by the fields' keys, without the fields that tell the identity; `hidden` lists what was covered:
    {"field", "kind", "text", "source", "key", "count"}. `keep` (keys) and `more` (words) are the clerk's word on what stays
    and what goes besides. `asked_at` is when it was asked for, and None once it is made: until then nobody reads it.
    """

    submission = models.OneToOneField(Submission, models.CASCADE, related_name="blind")
    title = models.CharField(max_length=300)
    texts = models.JSONField(default=dict)
    hidden = models.JSONField(default=list)
    keep = models.JSONField(default=list)
    more = models.JSONField(default=list)
    asked_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by_name = models.CharField(max_length=150, blank=True)

    objects = BlindCopyQuerySet.as_manager()

    class Meta:
        verbose_name = _("blind copy of an entry")
        verbose_name_plural = _("blind copies of entries")

    def __str__(self) -> str:
        return self.title


class BlindFile(models.Model):
    """The blind copy of an attachment: pictures of its pages and the text that may be read, or why there is none.

    `boxes` are rectangles a clerk drew: [page, x0, y0, x1, y1] in fractions of the page. Form feeds part the pages of
    `text`; `hidden` is as in the copy; `warnings` are [page, concern, amount].
    """

    PAGE_END = "\f"

    copy = models.ForeignKey(BlindCopy, models.CASCADE, related_name="files")
    field_key = models.CharField(max_length=12)
    order = models.PositiveSmallIntegerField(default=1)
    original = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    stored = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    text = models.TextField(blank=True)
    hidden = models.JSONField(default=list)
    boxes = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    failed = models.CharField(max_length=30, blank=True)
    is_left_out = models.BooleanField(_("not shown to jurors"), default=False)

    class Meta:
        verbose_name = _("blind copy of an attachment")
        verbose_name_plural = _("blind copies of attachments")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.field_key}-{self.order}"

    @property
    def pages(self) -> list[str]:
        """The words of each page that may be read."""
        return self.text.split(self.PAGE_END)
