"""Series of meetings, the meetings with their programmes, and the templates they begin with."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import STAFF, Actor, Role
from spoiwo.meetings.labels import MEETING_LABELS
from spoiwo.meetings.permissions import INSIDERS
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit


class CycleTemplateQuerySet(models.QuerySet["CycleTemplate"]):
    """Adjectives for templates."""

    def visible_to(self, actor: Actor) -> Self:
        """The shipped ones, and those of all partnerships: a template holds no personal data and is there to be copied."""
        return self if actor.is_staff else self.none()


class CycleTemplate(models.Model):
    """A pattern of meetings that an office edits and begins series with; without a partnership it is for everybody.

    `shipped_as` is the name under which the program brought it, so that it is known again however it is renamed.
    """

    partnership = models.ForeignKey(
        Partnership, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("partnership")
    )
    name = models.CharField(_("name"), max_length=150)
    summary = models.TextField(_("what it is for"), blank=True)
    shipped_as = models.CharField(max_length=150, blank=True, editable=False)

    objects = CycleTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("template of a series")
        verbose_name_plural = _("templates of series")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("meetings:template", args=[self.pk])


class TemplateMeeting(models.Model):
    """One meeting of a template, so many days after the first; `programme` holds lines “minutes title”."""

    template = models.ForeignKey(CycleTemplate, models.CASCADE, related_name="meetings")
    order = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(_("title"), max_length=200)
    days_after = models.PositiveSmallIntegerField(_("days after the first meeting"), default=0)
    starts = models.TimeField(_("begins at"), default="10:00")
    minutes = models.PositiveSmallIntegerField(_("lasts (minutes)"), default=240)
    capacity = models.PositiveIntegerField(pgettext_lazy("of a meeting", "places"), null=True, blank=True)
    programme = models.TextField(_("programme"), blank=True)

    class Meta:
        verbose_name = _("meeting of a template")
        verbose_name_plural = _("meetings of a template")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title


class SeriesQuerySet(models.QuerySet["Series"]):
    """Adjectives for series."""

    def visible_to(self, actor: Actor) -> Self:
        """Published ones for everybody, others for insiders of the partnership."""
        if actor.is_admin:
            return self
        return self.filter(Q(is_public=True) | Q(partnership__in=actor.partnerships_as(*INSIDERS)))


class Series(models.Model):
    """Meetings that belong together: a cycle of workshops, a round of promotional meetings in every commune."""

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="series", verbose_name=_("partnership")
    )
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("what it is for"), blank=True)
    is_public = models.BooleanField(_("shown to everybody"), default=False)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    name_key = models.CharField(max_length=500, editable=False)
    search_key = models.CharField(max_length=500, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series of meetings")
        verbose_name_plural = _("series of meetings")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:series", args=[self.pk])


class FundingMarkQuerySet(models.QuerySet["FundingMark"]):
    """Adjectives for funding marks."""

    def visible_to(self, actor: Actor) -> Self:
        """The common ones for all staff, a partnership's own for the staff of that partnership."""
        if actor.is_admin:
            return self
        common = Q(partnership=None) if actor.is_staff else Q(pk__in=[])
        return self.filter(common | Q(partnership__in=actor.partnerships_as(*STAFF)))


class FundingMark(models.Model):
    """A funder's sign and sentence, put on every paper of the meetings it pays for and on no other."""

    partnership = models.ForeignKey(
        Partnership, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("partnership")
    )
    name = models.CharField(_("name"), max_length=150)
    sentence = models.CharField(_("sentence on papers"), max_length=300, blank=True)
    picture = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    alt = models.CharField(_("what the logo shows"), max_length=200, blank=True)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = FundingMarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("funding mark")
        verbose_name_plural = _("funding marks")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("meetings:mark", args=[self.pk])

    def is_in_force(self, day: date) -> bool:
        """Whether papers of that day may bear it."""
        return (self.since is None or self.since <= day) and (self.until is None or self.until >= day)


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Adjectives for meetings."""

    def visible_to(self, actor: Actor) -> Self:
        """Published ones once announced for everybody, all others for insiders of the partnership."""
        if actor.is_admin:
            return self
        published = Q(is_public=True) & ~Q(state=MeetingState.PLANNED)
        return self.filter(published | Q(partnership__in=actor.partnerships_as(*INSIDERS)))

    def kept_by(self, actor: Actor) -> Self:
        """Those the actor prepares."""
        return (
            self if actor.is_admin else self.filter(partnership__in=actor.partnerships_as(Role.COORDINATOR))
        )

    def on(self, day: date) -> Self:
        """Meetings that begin on that day."""
        return self.filter(starts_at__date=day)


class Meeting(models.Model):
    """One meeting: when, where, for whom, and what was decided.

    `revision` counts the changes a guest's calendar must hear of; `changed_at` is what feeds are compared by, so every
    action that saves a meeting names it among its fields.
    """

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="meetings", verbose_name=_("partnership")
    )
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name=_("series")
    )
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("what it is about"), blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=list(MEETING_LABELS.items()), default=MeetingState.PLANNED
    )
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    has_hours = models.BooleanField(default=True, editable=False)  # False: an old paper tells the day alone
    commune = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("host commune")
    )
    host = models.CharField(_("host"), max_length=200, blank=True)
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    address = models.CharField(_("street, number and town"), max_length=200, blank=True)
    directions = models.TextField(_("how to get there"), blank=True)
    capacity = models.PositiveIntegerField(pgettext_lazy("of a meeting", "places"), null=True, blank=True)
    access = models.JSONField(_("accessibility of the venue"), default=list, blank=True)
    access_note = models.TextField(_("more about accessibility"), blank=True)
    online_link = models.URLField(_("link for those who join from afar"), blank=True)
    funding = models.ManyToManyField(
        FundingMark, blank=True, related_name="meetings", verbose_name=_("funding marks")
    )
    is_public = models.BooleanField(_("shown to everybody"), default=False)
    wall_code = models.CharField(max_length=12, blank=True, editable=False)
    head_count = models.PositiveIntegerField(_("heads counted in the hall"), null=True, blank=True)
    decisions = models.TextField(_("what was decided"), blank=True)
    closed_at = models.DateTimeField(null=True, editable=False)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    name_key = models.CharField(max_length=500, editable=False)
    search_key = models.CharField(max_length=900, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["wall_code"], condition=~Q(wall_code=""), name="one_meeting_per_code_on_the_wall"
            ),
        ]
        indexes = [models.Index(fields=["partnership", "starts_at"], name="meetings_by_day")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting", args=[self.pk])


class ProgrammeItem(models.Model):
    """One point of a programme with its speaker."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="programme")
    order = models.PositiveSmallIntegerField(default=1)
    starts = models.TimeField(_("begins at"))
    minutes = models.PositiveSmallIntegerField(_("lasts (minutes)"), default=15)
    title = models.CharField(_("title"), max_length=250)
    speaker = models.CharField(_("speaker"), max_length=150, blank=True)
    speaker_function = models.CharField(
        _("function and institution of the speaker"), max_length=250, blank=True
    )

    class Meta:
        verbose_name = _("point of the programme")
        verbose_name_plural = _("points of the programme")
        ordering = ["starts", "order", "pk"]

    def __str__(self) -> str:
        return self.title


class CalendarKey(models.Model):
    """The secret part of a person's own calendar address."""

    user_id = models.BigIntegerField(unique=True)
    secret = models.CharField(max_length=43, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"calendar of {self.user_id}"
