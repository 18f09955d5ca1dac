"""The steps of a workshop, and the steps a template of a cycle hands on."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import CycleTemplate, Meeting
from spoiwo.workshops.labels import (
    FORM_LABELS,
    GROUPING_LABELS,
    METHOD_LABELS,
    NAMING_LABELS,
    STEP_LABELS,
    STEP_STATE_LABELS,
    STYLE_LABELS,
)
from spoiwo.workshops.permissions import INSIDERS, LEADERS
from spoiwo.workshops.rules.states import FIELDS_OF, IdeaStyle, Naming, SheetField, StepKind, StepState


class StepPlan(models.Model):
    """What a step asks of people; the same in a template and in a workshop. `themes` is a list of names, one a table."""

    order = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(_("kind of step"), max_length=10, choices=list(STEP_LABELS.items()))
    title = models.CharField(_("title"), max_length=200)
    minutes = models.PositiveSmallIntegerField(_("lasts (minutes)"), default=30)
    instruction = models.TextField(_("task, as the facilitator reads it aloud"), blank=True)
    form = models.CharField(
        _("form of the sheet"), max_length=10, choices=list(FORM_LABELS.items()), blank=True
    )
    themes = models.JSONField(_("themes of the groups"), default=list, blank=True)
    grouping = models.CharField(
        _("how groups are made"), max_length=10, choices=list(GROUPING_LABELS.items()), blank=True
    )
    style = models.CharField(
        _("whose ideas people see while writing"),
        max_length=12,
        choices=list(STYLE_LABELS.items()),
        default=IdeaStyle.ALONE,
    )
    naming = models.CharField(
        _("what an idea says of its author"),
        max_length=10,
        choices=list(NAMING_LABELS.items()),
        default=Naming.ANONYMOUS,
    )
    is_moderated = models.BooleanField(_("ideas are looked at before they are shown"), default=True)
    method = models.CharField(
        _("method of voting"), max_length=10, choices=list(METHOD_LABELS.items()), blank=True
    )
    budget = models.PositiveSmallIntegerField(_("points each person gives"), default=10)
    seats = models.PositiveSmallIntegerField(_("how many are to be chosen"), default=4)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def fields(self) -> tuple[SheetField, ...]:
        """The headings that lines of this step stand under."""
        return FIELDS_OF.get(self.form, ()) if self.kind == StepKind.SHEETS else (SheetField.IDEAS,)


class TemplateStep(StepPlan):
    """A step of a template; it names its meeting by order, because editing a template writes its meetings anew.

    `takes_from` names the step whose output it continues as “meeting.step”, both by their order.
    """

    template = models.ForeignKey(CycleTemplate, models.CASCADE, related_name="steps")
    meeting_order = models.PositiveSmallIntegerField(default=1)
    takes_from = models.CharField(_("continues"), max_length=9, blank=True)

    class Meta:
        verbose_name = _("step of a template")
        verbose_name_plural = _("steps of a template")
        ordering = ["meeting_order", "order", "pk"]

    @property
    def reference(self) -> str:
        """How other steps of the template name this one."""
        return f"{self.meeting_order}.{self.order}"


class StepQuerySet(models.QuerySet["Step"]):
    """Adjectives for steps."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the partnership's insiders; what the public may know is published vote by vote."""
        return self if actor.is_admin else self.filter(_within(actor, INSIDERS))

    def led_by(self, actor: Actor) -> Self:
        """Those the actor prepares and runs."""
        return self if actor.is_admin else self.filter(_within(actor, LEADERS))


def _within(actor: Actor, roles: frozenset) -> Q:
    return Q(meeting__partnership__in=actor.partnerships_as(*roles))


class Step(StepPlan):
    """One typed step of one workshop; what came out of `takes_from` lies before people while they work.

    `voices` keeps, once the step is closed, how many voices came from each office and sector, because ideas without a
    name are then cut off from whoever wrote them.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="steps")
    takes_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="continued_by",
        verbose_name=_("continues"),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=list(STEP_STATE_LABELS.items()), default=StepState.PREPARED
    )
    opened_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    notes = models.TextField(_("notes from the plenary"), blank=True)
    voices = models.JSONField(default=dict, editable=False)

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of a workshop")
        verbose_name_plural = _("steps of a workshop")
        ordering = ["order", "pk"]

    def get_absolute_url(self) -> str:
        return reverse("workshops:step", args=[self.meeting_id, self.pk])

    @property
    def is_open(self) -> bool:
        """Whether people write now."""
        return self.state == StepState.OPEN
