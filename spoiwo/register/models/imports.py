"""Files of organisations and people on their way in."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.register.labels import IMPORT_LABELS
from spoiwo.register.models.books import ContactBook
from spoiwo.register.rules.importing import ImportState


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    """Adjectives for imports."""

    def visible_to(self, actor: Actor) -> Self:
        """Imports into the books the actor keeps: the file holds personal data."""
        return self if actor.is_admin else self.filter(book__in=actor.kept_books)


class ImportBatch(models.Model):
    """One file of organisations and people; nothing is written until it is confirmed, its content goes when done."""

    book = models.ForeignKey(
        ContactBook, models.PROTECT, related_name="imports", verbose_name=_("contact book")
    )
    file_name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    state = models.CharField(
        _("state"), max_length=12, choices=list(IMPORT_LABELS.items()), default=ImportState.UPLOADED
    )
    encoding = models.CharField(_("encoding"), max_length=20, blank=True)
    delimiter = models.CharField(_("separator"), max_length=1, blank=True)
    mapping = models.JSONField(default=list)
    overwrites = models.BooleanField(_("the file overwrites what is there"), default=False)
    report = models.JSONField(default=dict)
    row_count = models.PositiveIntegerField(default=0)
    done_count = models.PositiveIntegerField(default=0)
    started_by_id = models.BigIntegerField(null=True)
    started_by_name = models.CharField(max_length=150, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    beat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("register:import", args=[self.pk])
