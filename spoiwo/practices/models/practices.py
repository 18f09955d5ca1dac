"""Good practices with their modules, files and the two steps of their validation."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.contests.models import Award
from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit
from spoiwo.practices.labels import (
    DECISION_LABELS,
    EVIDENCE_LABELS,
    SCALE_LABELS,
    STATE_LABELS,
    STEP_LABELS,
    TEXT_LABELS,
)
from spoiwo.practices.permissions import CHECKERS, EDITORS, INSIDERS
from spoiwo.practices.rules.states import UNDER_REVIEW, PracticeState, Scale
from spoiwo.register.models import Organisation


class Term(models.Model):
    """A word of the catalogue's facets, kept by administrators: a theme, or a group of people a practice is for."""

    THEME, GROUP = "theme", "group"
    FACETS = ((THEME, pgettext_lazy("facet", "theme")), (GROUP, pgettext_lazy("facet", "for whom")))

    facet = models.CharField(_("facet"), max_length=6, choices=FACETS, default=THEME)
    name = models.CharField(_("name"), max_length=100)
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    class Meta:
        verbose_name = _("term of the catalogue")
        verbose_name_plural = _("terms of the catalogue")
        ordering = ["-facet", "order", "name"]
        constraints = [
            models.UniqueConstraint(fields=["facet", "name"], name="each_term_of_the_catalogue_once")
        ]

    def __str__(self) -> str:
        return self.name


class PracticeQuerySet(models.QuerySet["Practice"]):
    """Adjectives for practices."""

    def visible_to(self, actor: Actor) -> Self:
        """Published ones for everybody, others for insiders, for whoever checks, and for the named expert in turn."""
        if actor.is_admin:
            return self
        condition = Q(state=PracticeState.PUBLISHED)
        condition |= Q(partnership__in=actor.partnerships_as(*INSIDERS))
        own = actor.partnerships_as(*EDITORS)
        if actor.partnerships_as(*CHECKERS):
            condition |= Q(state__in=UNDER_REVIEW) & ~Q(partnership__in=own)
        if actor.is_known:
            condition |= Q(state=PracticeState.EXPERT, expert=actor.user_id) & ~Q(partnership__in=own)
        return self.filter(condition)

    def published(self) -> Self:
        """Those of the catalogue."""
        return self.filter(state=PracticeState.PUBLISHED)


def _text(name: str) -> models.TextField:
    return models.TextField(TEXT_LABELS[name], blank=True)


class Practice(models.Model):
    """The card of a good practice: what was done, with what, how well it is proved, what it takes to do it elsewhere.

    The grade of the evidence and the appeal are given by an expert and are apart: what is liked is not thereby proved.
    `author` is whoever sent it to the check last, and gets the letters. `award` is the laurel whose holder agreed to a card.
    `revision` counts changes of the texts; `checked_revision` is the one that was validated, so that a page can say when
    a card has changed since.
    """

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="practices", verbose_name=_("partnership")
    )
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("in two sentences"), blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=list(STATE_LABELS.items()), default=PracticeState.DRAFT
    )
    problem = _text("problem")
    actions = _text("actions")
    resources = _text("resources")
    evidence = _text("evidence")
    obstacles = _text("obstacles")
    transfer = _text("transfer")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    owner = models.CharField(_("whose practice it is"), max_length=300, blank=True)
    place = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("where it works")
    )
    scale = models.CharField(
        _("scale"), max_length=8, choices=list(SCALE_LABELS.items()), default=Scale.COUNTY
    )
    terms = models.ManyToManyField(Term, blank=True, related_name="practices", verbose_name=_("themes"))
    since_year = models.PositiveSmallIntegerField(_("since (year)"), null=True, blank=True)
    until_year = models.PositiveSmallIntegerField(_("ended (year)"), null=True, blank=True)
    cost = models.DecimalField(_("cost (PLN)"), max_digits=12, decimal_places=2, null=True, blank=True)
    cost_note = models.CharField(_("what the cost covers"), max_length=200, blank=True)
    contact = models.CharField(_("who answers questions"), max_length=200, blank=True)
    contact_address = models.CharField(_("e-mail or telephone at work"), max_length=200, blank=True)
    evidence_grade = models.CharField(
        _("grade of the evidence"), max_length=12, choices=list(EVIDENCE_LABELS.items()), blank=True
    )
    appeal = models.PositiveSmallIntegerField(_("appeal (1–5)"), null=True, blank=True)
    expert = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("expert"),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    award = models.OneToOneField(
        Award, models.SET_NULL, null=True, blank=True, related_name="practice_card", editable=False
    )
    review_on = models.DateField(_("to be looked at anew"), null=True, blank=True)
    superseded_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="supersedes",
        verbose_name=_("replaced by"),
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    checked_revision = models.PositiveIntegerField(null=True, editable=False)
    published_at = models.DateTimeField(_("in the catalogue since"), null=True, editable=False)
    name_key = models.CharField(max_length=500, editable=False)
    search_key = models.CharField(max_length=900, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")
        constraints = [
            models.CheckConstraint(
                condition=Q(appeal=None) | Q(appeal__gte=1, appeal__lte=5), name="appeal_is_one_to_five"
            ),
            models.CheckConstraint(
                condition=Q(since_year=None) | Q(until_year=None) | Q(until_year__gte=F("since_year")),
                name="practice_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("practices:practice", args=[self.pk])


class Module(models.Model):
    """A part of a practice; `is_alone` says that it can be taken over without the rest."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="modules")
    order = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("what it consists of"), blank=True)
    needs = models.CharField(_("what it takes"), max_length=300, blank=True)
    is_alone = models.BooleanField(_("can be taken alone"), default=True)

    class Meta:
        verbose_name = _("module of a practice")
        verbose_name_plural = _("modules of practices")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title


class PracticeFile(models.Model):
    """A file that belongs to a practice: a form, a programme, a report."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    title = models.CharField(_("what it is"), max_length=200)

    class Meta:
        verbose_name = _("file of a practice")
        verbose_name_plural = _("files of practices")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class Review(models.Model):
    """How one step of the validation ended, with what was written to the author; rows are only ever added."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="reviews")
    step = models.CharField(_("step"), max_length=8, choices=list(STEP_LABELS.items()))
    decision = models.CharField(_("decision"), max_length=8, choices=list(DECISION_LABELS.items()))
    feedback = models.TextField(_("feedback to the author"), blank=True)
    evidence_grade = models.CharField(max_length=12, choices=list(EVIDENCE_LABELS.items()), blank=True)
    appeal = models.PositiveSmallIntegerField(null=True)
    revision = models.PositiveIntegerField()
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("step of a validation")
        verbose_name_plural = _("steps of validations")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.get_decision_display()
