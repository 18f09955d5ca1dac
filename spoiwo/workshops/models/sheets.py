"""Sheets of groups, the lines and ideas that people write, photographs of paper sheets."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.workshops.labels import FIELD_LABELS, LINE_LABELS
from spoiwo.workshops.models.halls import Slip, Table
from spoiwo.workshops.models.steps import Step
from spoiwo.workshops.permissions import INSIDERS
from spoiwo.workshops.rules.states import LineState


class SheetQuerySet(models.QuerySet["Sheet"]):
    """Adjectives for sheets."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the partnership's insiders."""
        if actor.is_admin:
            return self
        return self.filter(Q(step__meeting__partnership__in=actor.partnerships_as(*INSIDERS)))


class Sheet(models.Model):
    """What one table writes in one step; `revision` grows with every change, so that devices fetch only what is new.

    `theme` is what the table worked on then, kept once the table has another theme; until then the table's counts.
    """

    step = models.ForeignKey(Step, models.CASCADE, related_name="sheets")
    table = models.ForeignKey(Table, models.CASCADE, related_name="sheets")
    revision = models.PositiveIntegerField(default=0)
    is_done = models.BooleanField(_("the group has finished"), default=False)
    theme = models.CharField(_("theme"), max_length=200, blank=True)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("sheet of a group")
        verbose_name_plural = _("sheets of groups")
        ordering = ["table__number", "pk"]
        constraints = [models.UniqueConstraint(fields=["step", "table"], name="one_sheet_per_table_and_step")]

    def __str__(self) -> str:
        return f"{self.table}: {self.step}"

    def get_absolute_url(self) -> str:
        return reverse("workshops:sheet", args=[self.step.meeting_id, self.pk])

    @property
    def about(self) -> str:
        """The theme that the group worked on."""
        return self.theme or self.table.theme


class LineQuerySet(models.QuerySet["Line"]):
    """Adjectives for lines."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the partnership's insiders; what waits for a look only for those who lead."""
        if actor.is_admin:
            return self
        return self.filter(Q(step__meeting__partnership__in=actor.partnerships_as(*INSIDERS)))

    def shown(self) -> Self:
        """Those that reach the projector, the report and the next step."""
        return self.filter(state=LineState.SHOWN)


class Line(models.Model):
    """A line on a group's sheet, or one person's idea where `sheet` is empty.

    `key` is made on the device that wrote it, so that the same line sent twice is one line; `version` grows with every
    change, so that two who change it at once keep both texts (`rules/writing.py`).
    """

    step = models.ForeignKey(Step, models.CASCADE, related_name="lines")
    sheet = models.ForeignKey(Sheet, models.CASCADE, null=True, related_name="lines")
    slip = models.ForeignKey(Slip, models.SET_NULL, null=True, related_name="lines")
    table = models.ForeignKey(Table, models.SET_NULL, null=True, related_name="+")
    key = models.UUIDField()
    field = models.CharField(max_length=12, choices=list(FIELD_LABELS.items()))
    text = models.CharField(max_length=500)
    author = models.CharField(_("author"), max_length=150, blank=True)
    version = models.PositiveIntegerField(default=1)
    revision = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=list(LINE_LABELS.items()), default=LineState.SHOWN)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line or idea")
        verbose_name_plural = _("lines and ideas")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "key"], name="one_line_per_key_on_a_sheet"),
            models.UniqueConstraint(
                fields=["step", "key"], condition=Q(sheet=None), name="one_idea_per_key_in_a_step"
            ),
        ]
        indexes = [models.Index(fields=["sheet", "revision"], name="lines_by_revision")]

    def __str__(self) -> str:
        return self.text[:200]

    def get_absolute_url(self) -> str:
        return reverse("workshops:step", args=[self.step.meeting_id, self.step_id]) + f"#line-{self.pk}"


class Landed(models.Model):
    """A write that has landed: its mark, so that the same write sent again finds where (`rules/writing.py`)."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="landed")
    mark = models.CharField(max_length=32)
    line = models.ForeignKey(Line, models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("write on a sheet")
        verbose_name_plural = _("writes on sheets")
        constraints = [models.UniqueConstraint(fields=["sheet", "mark"], name="a_write_lands_once")]

    def __str__(self) -> str:
        return self.mark


class SheetPhoto(models.Model):
    """A photograph of a sheet on paper, to be typed in later."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    is_typed = models.BooleanField(_("typed in"), default=False)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("photograph of a sheet")
        verbose_name_plural = _("photographs of sheets")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file.name
