"""Contests, their editions with the rules as settings, extensions of the deadline, requests for patronage."""

import datetime as dt
from decimal import Decimal
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.contests.labels import EDITION_LABELS, PATRONAGE_LABELS, TIE_RULE_LABELS
from spoiwo.contests.permissions import INSIDERS
from spoiwo.contests.rules.states import EditionState, PatronageState, TieRule
from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.meetings.models import Meeting
from spoiwo.partnerships.models import Partnership
from spoiwo.register.models import Organisation


class Contest(models.Model):
    """A contest that returns in editions; who keeps the partnership's contests keeps it."""

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="contests", verbose_name=_("partnership")
    )
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    organiser = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organiser")
    )
    organiser_name = models.CharField(_("organiser"), max_length=300, blank=True)
    aim = models.TextField(_("what the contest is for"), blank=True)
    title_after = models.PositiveSmallIntegerField(
        _("title after so many awards"), null=True, blank=True, validators=[MinValueValidator(2)]
    )
    title_name = models.CharField(_("title for repeated success"), max_length=100, blank=True)
    name_key = models.CharField(max_length=500, editable=False)
    search_key = models.CharField(max_length=700, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("contest")
        verbose_name_plural = _("contests")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("contests:contest", args=[self.slug])


class EditionQuerySet(models.QuerySet["Edition"]):
    """Adjectives for editions."""

    def visible_to(self, actor: Actor) -> Self:
        """Announced ones for everybody, those in preparation for who prepares them and for their commission."""
        if actor.is_admin:
            return self
        condition = ~Q(state=EditionState.DRAFT)
        if actor.is_known:
            condition |= Q(contest__partnership__in=actor.partnerships_as(*INSIDERS))
            condition |= Q(pk__in=self.model.objects.filter(members__user=actor.user_id).values("pk"))
        return self.filter(condition)


class Edition(models.Model):
    """One edition: dates, scale, how it is judged. `frozen_at` is when its rules froze, `rules_hash` what they were.

    `closes_at` is the deadline with every extension in it; `grace_minutes` come after it and are told to nobody but him
    who is late. Scores go from 0 to `scale_max` in steps of `scale_step`.
    """

    contest = models.ForeignKey(Contest, models.PROTECT, related_name="editions")
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    name = models.CharField(_("name of the edition"), max_length=200)
    state = models.CharField(
        _("state"), max_length=12, choices=list(EDITION_LABELS.items()), default=EditionState.DRAFT
    )
    summary = models.TextField(_("what is on the page of the contest"), blank=True)
    rules_text = models.TextField(_("rules of the contest"), blank=True)
    rules_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    clause = models.TextField(_("clause on personal data"), blank=True)
    opens_at = models.DateTimeField(_("entries are taken from"), null=True, blank=True)
    closes_at = models.DateTimeField(_("entries are taken until"), null=True, blank=True)
    grace_minutes = models.PositiveSmallIntegerField(
        _("grace after the deadline (minutes)"), default=15, validators=[MaxValueValidator(1440)]
    )
    correction_days = models.PositiveSmallIntegerField(_("working days for corrections"), default=5)
    appeal_days = models.PositiveSmallIntegerField(_("working days for an appeal"), default=5)
    scoring_until = models.DateTimeField(_("score cards are due"), null=True, blank=True)
    announced_at = models.DateTimeField(_("embargo until"), null=True, blank=True)
    gala = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("gala")
    )
    scale_max = models.PositiveSmallIntegerField(
        _("highest score"), default=5, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    scale_step = models.DecimalField(
        _("step of the scale"),
        max_digits=2,
        decimal_places=1,
        default=1,
        choices=[(Decimal("1.0"), "1"), (Decimal("0.5"), "0,5")],
    )
    tie_rule = models.CharField(
        _("equal results"), max_length=10, choices=list(TIE_RULE_LABELS.items()), default=TieRule.EX_AEQUO
    )
    is_blind = models.BooleanField(_("jurors do not learn whose entry they read"), default=True)
    per_entry = models.PositiveSmallIntegerField(
        _("readings of each entry"), default=3, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )
    quorum_percent = models.PositiveSmallIntegerField(
        _("quorum of the commission (%)"), default=50, validators=[MaxValueValidator(100)]
    )
    votes_in_secret = models.BooleanField(_("the commission votes in secret"), default=False)
    audience_from = models.DateTimeField(_("the audience votes from"), null=True, blank=True)
    audience_until = models.DateTimeField(_("the audience votes until"), null=True, blank=True)
    frozen_at = models.DateTimeField(null=True, editable=False)
    rules_hash = models.CharField(max_length=64, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    letters_sent_at = models.DateTimeField(null=True, editable=False)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition of a contest")
        verbose_name_plural = _("editions of a contest")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["contest", "year"], name="one_edition_a_year"),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                name="an_edition_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(audience_from=None)
                | Q(audience_until=None)
                | Q(audience_until__gt=F("audience_from")),
                name="an_audience_vote_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("contests:edition", args=[self.contest.slug, self.year])

    @property
    def embargo_until(self) -> dt.datetime | None:
        """When everybody may know the result: the moment set, else the end of the gala; None where there is neither."""
        return self.announced_at or (self.gala.ends_at if self.gala else None)

    @property
    def is_announced(self) -> bool:
        """Whether everybody may know the result: published, and the embargo is over."""
        is_free = self.announced_at is None or self.announced_at <= timezone.now()
        return self.state == EditionState.PUBLISHED and is_free

    @property
    def is_frozen(self) -> bool:
        """Whether its rules can no longer be changed."""
        return self.frozen_at is not None


class Extension(models.Model):
    """The deadline was moved, on record: from when to when, why, by whom."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="extensions")
    before = models.DateTimeField(_("deadline before"))
    after = models.DateTimeField(_("deadline now"))
    reason = models.CharField(_("reason"), max_length=300)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("extension of a deadline")
        verbose_name_plural = _("extensions of deadlines")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.reason


class Patronage(models.Model):
    """A request for honorary patronage. It must go out `days_before` days before the event at the latest."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="patronages")
    patron = models.CharField(_("whose patronage"), max_length=200)
    days_before = models.PositiveSmallIntegerField(_("days before the event"), default=30)
    state = models.CharField(
        _("state"), max_length=8, choices=list(PATRONAGE_LABELS.items()), default=PatronageState.PLANNED
    )
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    note = models.CharField(pgettext_lazy("patronage", "note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("request for patronage")
        verbose_name_plural = _("requests for patronage")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.patron
