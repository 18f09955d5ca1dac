"""From scores to laureates: the computed ranking, the sitting, votes, awards, the seal and what was corrected after it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.contests.labels import ATTENDANCE_LABELS, AWARD_LABELS, SITTING_LABELS
from spoiwo.contests.models.editions import Edition
from spoiwo.contests.models.entries import Entry
from spoiwo.contests.models.people import Member
from spoiwo.contests.models.rulebook import Category
from spoiwo.contests.rules.states import Attendance, AwardKind, EditionState, Form
from spoiwo.files.models import StoredFile
from spoiwo.meetings.models import Meeting
from spoiwo.places.models import Unit
from spoiwo.register.models import Organisation


class Ranking(models.Model):
    """What the engine made of the scores, ready to be shown: `data` is its report, `digest` the SHA-256 of the scores."""

    edition = models.OneToOneField(Edition, models.CASCADE, related_name="ranking")
    digest = models.CharField(max_length=64)
    data = models.JSONField(default=dict)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ranking")
        verbose_name_plural = _("rankings")

    def __str__(self) -> str:
        return str(self.edition)


class Sitting(models.Model):
    """A sitting of the commission, whose minutes are made of it."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="sittings")
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("meeting")
    )
    form = models.CharField(
        pgettext_lazy("sitting", "form"),
        max_length=12,
        choices=list(SITTING_LABELS.items()),
        default=Form.ROOM,
    )
    place = models.CharField(pgettext_lazy("sitting", "place"), max_length=200, blank=True)
    held_at = models.DateTimeField(pgettext_lazy("sitting", "held"))
    course = models.TextField(_("course of the sitting"), blank=True)
    remarks = models.TextField(_("remarks and dissenting opinions"), blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("sitting of a commission")
        verbose_name_plural = _("sittings of commissions")
        ordering = ["held_at", "pk"]

    def __str__(self) -> str:
        return str(timezone.localtime(self.held_at).date())


class Presence(models.Model):
    """Whether a member took part in a sitting, and on which entries the person kept out."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="presences")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    attendance = models.CharField(
        _("attendance"), max_length=8, choices=list(ATTENDANCE_LABELS.items()), default=Attendance.PRESENT
    )
    note = models.CharField(_("kept out of"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("presence at a sitting")
        verbose_name_plural = _("presences at sittings")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "member"], name="one_presence_per_member_of_a_sitting")
        ]

    def __str__(self) -> str:
        return str(self.get_attendance_display())


class Poll(models.Model):
    """A vote of the commission. A secret one holds counts and no names: `ballots` are what the slips said, shuffled."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="polls")
    question = models.CharField(_("question"), max_length=300)
    is_secret = models.BooleanField(_("secret"), default=True)
    entries = models.ManyToManyField(Entry, blank=True, related_name="+")
    ballots = models.JSONField(default=list)
    result = models.JSONField(default=dict)
    counted_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("vote of a commission")
        verbose_name_plural = _("votes of commissions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.question


class CategoryVerdict(models.Model):
    """What the commission decided on a category as a whole: its reasons, above all where it departs from the order."""

    category = models.OneToOneField(Category, models.CASCADE, related_name="verdict")
    no_award = models.BooleanField(_("no award is given in this category"), default=False)
    reason = models.TextField(_("reasons of the commission"), blank=True)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("verdict on a category")
        verbose_name_plural = _("verdicts on categories")

    def __str__(self) -> str:
        return str(self.category)


class AwardQuerySet(models.QuerySet["Award"]):
    """Adjectives for awards."""

    def announced(self) -> Self:
        """Those everybody may know of: of editions that are announced, or recorded as history."""
        now = timezone.now()
        free = Q(edition__announced_at=None) | Q(edition__announced_at__lte=now)
        return self.filter(free, edition__state=EditionState.PUBLISHED)


class Award(models.Model):
    """What an entrant received. Of editions before Spoiwo there is no entry: then it stands as it was reported.

    `reason` is why the commission departed from the order of the ranking; `times` which award of this contest it is for
    the organisation. `consented_at`: the laureate agreed that the practice is published.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="awards")
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="awards", verbose_name=_("category")
    )
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="awards")
    kind = models.CharField(
        _("award"), max_length=12, choices=list(AWARD_LABELS.items()), default=AwardKind.LAUREATE
    )
    name = models.CharField(_("title or place"), max_length=200)
    order = models.PositiveSmallIntegerField(default=1)
    is_ex_aequo = models.BooleanField("ex aequo", default=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    organisation_name = models.CharField(_("organisation"), max_length=300)
    place = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("commune or county")
    )
    practice = models.CharField(_("practice"), max_length=300, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    times = models.PositiveSmallIntegerField(_("which award of this contest"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    consent_secret = models.CharField(max_length=43, blank=True)
    consented_at = models.DateTimeField(null=True)
    consented_by = models.CharField(max_length=150, blank=True)
    practice_text = models.TextField(_("the practice in the laureate’s words"), blank=True)
    name_key = models.CharField(max_length=700, editable=False)

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["order", "name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "entry", "kind", "name"],
                condition=~Q(entry=None),
                name="each_award_to_an_entry_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.organisation_name}"


class Seal(models.Model):
    """The result as it was sealed: `content` is published, and whoever hashes it anew gets `digest`."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="seal")
    digest = models.CharField(max_length=64)
    content = models.TextField()
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("seal of a result")
        verbose_name_plural = _("seals of results")

    def __str__(self) -> str:
        return self.digest[:12]


class Correction(models.Model):
    """Something changed after the seal: what, why, by whom, when. The sealed content stays as it was."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="corrections")
    text = models.TextField(_("what is corrected"))
    reason = models.TextField(_("reason"))
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("correction of a sealed result")
        verbose_name_plural = _("corrections of sealed results")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:60]
