"""What jurors read and how they score."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.labels import READING_LABELS
from spoiwo.contests.models.entries import Entry, Submission
from spoiwo.contests.models.people import Conflict, Member
from spoiwo.contests.models.rulebook import Criterion
from spoiwo.contests.rules.states import EditionState, EntryState, ReadingState, Strength
from spoiwo.kit.actor import Actor


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Adjectives for readings."""

    def open_to(self, actor: Actor) -> Self:
        """A juror's own, once conflicts are confirmed and impartiality is declared, none with a conflict that shuts out.

        An entrant that came after the confirmation closes them all until the list has been gone through again.
        """
        if not actor.is_known:
            return self.none()
        shut_out = Conflict.objects.filter(
            entry=OuterRef("entry"),
            member__user=actor.user_id,
            strength__in=[Strength.BAR, Strength.NO_VOTE],
            is_dismissed=False,
        )
        came_later = Submission.objects.filter(
            number=1,
            at__gt=OuterRef("member__confirmed_at"),
            entry__edition=OuterRef("entry__edition"),
            entry__in=Entry.objects.received(),
        )
        return (
            self.filter(
                member__user=actor.user_id,
                member__stopped_at=None,
                member__confirmed_at__isnull=False,
                member__declared_at__isnull=False,
                entry__edition__state__in=[EditionState.SCORING, EditionState.DELIBERATION],
            )
            .exclude(state=ReadingState.RECUSED)
            .filter(Q(entry__state=EntryState.ADMITTED) | Q(entry__is_sample=True))
            .filter(~Exists(shut_out), ~Exists(came_later))
        )

    def counted(self) -> Self:
        """Those whose scores make the result: submitted, of entries that are judged, not of the practice round."""
        return self.filter(
            state=ReadingState.SUBMITTED, entry__is_sample=False, entry__state=EntryState.ADMITTED
        )


class Reading(models.Model):
    """One juror reads one entry. `place` is the order in which the juror took the entries up; `why` how the pair came about."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="readings")
    member = models.ForeignKey(Member, models.CASCADE, related_name="readings")
    state = models.CharField(
        _("state"), max_length=10, choices=list(READING_LABELS.items()), default=ReadingState.ASSIGNED
    )
    why = models.CharField(max_length=20, blank=True)
    place = models.PositiveSmallIntegerField(null=True)
    to_entrant = models.TextField(_("comment to the entrant"), blank=True)
    to_jury = models.TextField(_("comment to the commission"), blank=True)
    recused_because = models.CharField(_("why the juror withdrew"), max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=0)
    assigned_at = models.DateTimeField(auto_now_add=True)
    begun_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    nudged_at = models.DateTimeField(null=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading of an entry")
        verbose_name_plural = _("readings of entries")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "member"], name="each_juror_reads_an_entry_once")
        ]

    def __str__(self) -> str:
        return self.entry.code

    def get_absolute_url(self) -> str:
        return reverse("contests:reading", args=[self.pk])


class Score(models.Model):
    """Points for one criterion. No value means that the juror cannot judge it, which is not the same as nought.

    `first_value` is what stood when the card was submitted; a revision in the deliberation leaves it there.
    """

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    value = models.DecimalField(_("points"), max_digits=4, decimal_places=1, null=True)
    cannot_judge = models.BooleanField(_("cannot judge"), default=False)
    first_value = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    revised_at = models.DateTimeField(null=True)
    revised_because = models.CharField(_("why it was revised"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "criterion"], name="one_score_per_criterion_of_a_reading"
            ),
            models.CheckConstraint(
                condition=Q(value=None) | Q(value__gte=0), name="no_score_is_below_nought"
            ),
            models.CheckConstraint(
                condition=Q(value=None) | Q(cannot_judge=False), name="who_cannot_judge_gives_no_points"
            ),
        ]

    def __str__(self) -> str:
        return "–" if self.value is None else str(self.value)
