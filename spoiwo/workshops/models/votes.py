"""Votes, what can be voted for, ballots apart from who cast them, and recorded decisions about ties."""

from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.projects.models import ConceptCard
from spoiwo.workshops.labels import DECISION_LABELS, METHOD_LABELS, VIA_LABELS, VOTE_LABELS
from spoiwo.workshops.models.halls import Slip
from spoiwo.workshops.models.proposals import Proposal
from spoiwo.workshops.models.steps import Step
from spoiwo.workshops.permissions import INSIDERS
from spoiwo.workshops.rules.ballots import Method
from spoiwo.workshops.rules.states import DecisionKind, VoteState


class VoteQuerySet(models.QuerySet["Vote"]):
    """Adjectives for votes."""

    def visible_to(self, actor: Actor) -> Self:
        """Published ones for everybody, others for the partnership's insiders."""
        if actor.is_admin:
            return self
        inside = Q(step__meeting__partnership__in=actor.partnerships_as(*INSIDERS))
        return self.filter(inside | ~Q(published_at=None))


class Vote(models.Model):
    """One vote; a run-off is a vote of its own that names the one it settles.

    `seed` is written down before the count, so that a lot drawn with it later cannot be chosen to please. `results` is what
    was counted when the vote was closed; anybody can count the published ballots again (`spoiwo tally`).
    """

    step = models.ForeignKey(Step, models.PROTECT, related_name="votes")
    title = models.CharField(_("title"), max_length=200)
    method = models.CharField(
        _("method of voting"), max_length=10, choices=list(METHOD_LABELS.items()), default=Method.POINTS
    )
    budget = models.PositiveSmallIntegerField(_("points each person gives"), default=10)
    most_per_option = models.PositiveSmallIntegerField(_("most points for one"), null=True, blank=True)
    most_options = models.PositiveSmallIntegerField(_("most options on a ballot"), null=True, blank=True)
    low = models.SmallIntegerField(_("lowest mark"), default=0)
    high = models.SmallIntegerField(_("highest mark"), default=5)
    shared_budget = models.DecimalField(
        _("budget to be shared (zł)"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    seats = models.PositiveSmallIntegerField(_("how many are to be chosen"), default=4)
    quorum_percent = models.PositiveSmallIntegerField(
        _("quorum (% of those entitled)"), null=True, blank=True
    )
    entitled = models.PositiveIntegerField(_("entitled to vote"), null=True, blank=True)
    casting_mark = models.CharField(_("casting vote of the chair"), max_length=3, blank=True)
    seed = models.CharField(_("seed of a possible lot"), max_length=60)
    state = models.CharField(
        _("state"), max_length=10, choices=list(VOTE_LABELS.items()), default=VoteState.PREPARED
    )
    run_off_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="run_offs")
    results = models.JSONField(default=dict, editable=False)
    opened_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)

    objects = VoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["step"], condition=Q(state=VoteState.OPEN), name="one_open_vote_in_a_step"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("workshops:vote", args=[self.pk])


class Option(models.Model):
    """One thing that can be voted for; its title is kept as it stood on the ballot. `card` was begun once it was chosen."""

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="options")
    order = models.PositiveSmallIntegerField(default=1)
    proposal = models.ForeignKey(Proposal, models.PROTECT, null=True, related_name="options")
    title = models.CharField(_("title"), max_length=200)
    cost = models.DecimalField(_("cost (zł)"), max_digits=12, decimal_places=2, null=True, blank=True)
    card = models.ForeignKey(ConceptCard, models.SET_NULL, null=True, editable=False, related_name="+")

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["vote", "title"], name="options_differ")]

    def __str__(self) -> str:
        return self.title


class Ballot(models.Model):
    """What somebody voted, and nothing about who: `marks` maps an option's id to points, a mark, a place, or 1 and 0.

    The key is random, so that the order of ballots tells nothing either.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    vote = models.ForeignKey(Vote, models.PROTECT, related_name="ballots")
    via = models.CharField(max_length=5, choices=list(VIA_LABELS.items()))
    marks = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")

    def __str__(self) -> str:
        return str(self.key)


class Cast(models.Model):
    """That a slip has voted, and nothing about how; `nonce` tells the same ballot sent again from a second one."""

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="casts")
    slip = models.ForeignKey(Slip, models.PROTECT, related_name="casts")
    nonce = models.CharField(max_length=36)
    via = models.CharField(max_length=5, choices=list(VIA_LABELS.items()))

    class Meta:
        verbose_name = _("mark of having voted")
        verbose_name_plural = _("marks of having voted")
        constraints = [models.UniqueConstraint(fields=["vote", "slip"], name="one_ballot_per_voter")]

    def __str__(self) -> str:
        return gettext("voted")


class Decision(models.Model):
    """How a tie was settled, on record: what was decided, about which options, why, by whom, and what came of it.

    `order` is that of a lot. A decision is never changed: a correction begins anew from the count, and those before it stay
    on record without effect.
    """

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="decisions")
    kind = models.CharField(_("decision"), max_length=10, choices=list(DECISION_LABELS.items()))
    options = models.ManyToManyField(Option, related_name="+")
    title = models.CharField(_("title of the joint proposal"), max_length=200, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    order = models.JSONField(default=list, editable=False)
    is_correction = models.BooleanField(_("corrects what was decided before"), default=False)
    decided_by = models.CharField(max_length=150, editable=False)
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("decision about a tie")
        verbose_name_plural = _("decisions about ties")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(DECISION_LABELS[DecisionKind(self.kind)])
