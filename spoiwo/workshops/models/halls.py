"""A workshop while it runs: the hall with its current step, the tables, the slips that let people take part."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import Attendee, Meeting
from spoiwo.projects.models import ConceptCard
from spoiwo.register.labels import SECTOR_LABELS
from spoiwo.workshops.labels import ENTRY_LABELS, SCREEN_LABELS
from spoiwo.workshops.models.steps import Step
from spoiwo.workshops.permissions import INSIDERS
from spoiwo.workshops.rules.states import Entry, Screen


class Hall(models.Model):
    """What everybody in the hall follows. `revision` grows with each change they must see, and is all that phones ask for.

    `table` and `field` are the group and the heading of its sheet that stand on the screen while the group presents them.

    Whoever holds `screen_secret` sees the projector's page; `pulse` is the address that phones ask again and again.
    """

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="hall")
    step = models.ForeignKey(Step, models.SET_NULL, null=True, related_name="+")
    screen = models.CharField(max_length=10, choices=list(SCREEN_LABELS.items()), default=Screen.JOIN)
    entry = models.CharField(
        _("what lets people take part"),
        max_length=10,
        choices=list(ENTRY_LABELS.items()),
        default=Entry.SLIPS,
    )
    table = models.ForeignKey("Table", models.SET_NULL, null=True, related_name="+")
    field = models.CharField(max_length=12, blank=True)
    screen_secret = models.CharField(max_length=43, unique=True)
    pulse = models.CharField(max_length=16, unique=True)
    revision = models.PositiveIntegerField(default=1)
    moved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("hall of a workshop")
        verbose_name_plural = _("halls of workshops")

    def __str__(self) -> str:
        return str(self.meeting)

    def get_absolute_url(self) -> str:
        return reverse("workshops:hall", args=[self.meeting_id])


class TableQuerySet(models.QuerySet["Table"]):
    """Adjectives for tables."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the partnership's insiders."""
        if actor.is_admin:
            return self
        return self.filter(Q(meeting__partnership__in=actor.partnerships_as(*INSIDERS)))


class Table(models.Model):
    """A group at its table. Its people are the attendees whose `group` is this name; the secret opens its page."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="tables")
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    name = models.CharField(_("name"), max_length=60)
    theme = models.CharField(_("theme"), max_length=200, blank=True)
    leader = models.CharField(_("who speaks for the group"), max_length=150, blank=True)
    places = models.PositiveSmallIntegerField(pgettext_lazy("at a table", "places"), null=True, blank=True)
    secret = models.CharField(max_length=43, unique=True)
    card = models.ForeignKey(
        ConceptCard, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("concept card")
    )

    objects = TableQuerySet.as_manager()

    class Meta:
        verbose_name = _("table")
        verbose_name_plural = _("tables")
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "name"], name="one_table_per_name"),
            models.UniqueConstraint(fields=["meeting", "number"], name="one_table_per_number"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("workshops:table", args=[self.meeting_id, self.pk])

    @property
    def hall(self) -> Hall | None:
        """The hall it stands in, once that has been opened."""
        return getattr(self.meeting, "hall", None)


class Slip(models.Model):
    """One voice in the hall: a code on paper, or of the ticket of `attendee`. Whoever holds it writes and votes once.

    A slip handed out in the hall belongs to nobody in particular, so what is written with it has no author.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="slips")
    code = models.CharField(max_length=9, unique=True)
    attendee = models.OneToOneField(Attendee, models.CASCADE, null=True, related_name="slip")
    table = models.ForeignKey(Table, models.SET_NULL, null=True, related_name="slips")
    sector = models.CharField(_("sector"), max_length=20, choices=list(SECTOR_LABELS.items()), blank=True)
    name = models.CharField(_("given name and surname"), max_length=150, blank=True)
    first_used_at = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("slip with a code")
        verbose_name_plural = _("slips with a code")
        ordering = ["pk"]

    def __str__(self) -> str:
        return gettext("slip no. %(number)d") % {"number": self.pk or 0}
