"""Sources, and what is proposed from them."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.archive.labels import DOUBT_LABELS, KIND_LABELS, ORIGIN_LABELS, PROPOSAL_LABELS, STATE_LABELS
from spoiwo.archive.permissions import READERS
from spoiwo.archive.rules.doubt import level_of
from spoiwo.archive.rules.states import Origin, ProposalState, SourceState
from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit


class SourceQuerySet(models.QuerySet["Source"]):
    """Adjectives for sources."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the partnerships whose people the actor may read."""
        return self if actor.is_admin else self.filter(partnership__in=actor.partnerships_as(*READERS))


class Shipment(models.Model):
    """Files brought in together, so that their progress can be watched and come back to."""

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="shipments", verbose_name=_("partnership")
    )
    origin = models.CharField(
        _("how it came"), max_length=8, choices=list(ORIGIN_LABELS.items()), default=Origin.UPLOAD
    )
    name = models.CharField(_("name"), max_length=200)
    refused = models.JSONField(default=list)  # [name, problem] of files that were not taken
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("shipment of sources")
        verbose_name_plural = _("shipments of sources")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("archive:shipment", args=[self.pk])


class Source(models.Model):
    """A paper as it came, what is written in it once cleaned, and how the reader read it.

    `text` is what facts point into: repaired and without page furniture. `original` is what stood in the file. `layout`
    holds what the page shows beside: pages, boxes, furniture, repaired places, warnings (see `reading.Document`).
    `text_key` is a digest of the folded words, by which the same text in another file is recognised. `like` is the source
    read before that says nearly the same, `likeness` how nearly in per cent. `doubt` (0–1000) orders the queue: what a
    person should look at first has most.
    """

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="sources", verbose_name=_("partnership")
    )
    shipment = models.ForeignKey(Shipment, models.PROTECT, null=True, related_name="sources")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=300)
    state = models.CharField(
        _("state"), max_length=10, choices=list(STATE_LABELS.items()), default=SourceState.WAITING
    )
    problem = models.CharField(max_length=20, blank=True)
    same_as = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    like = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="look_alikes")
    likeness = models.PositiveSmallIntegerField(default=0)
    format = models.CharField(_("format"), max_length=10, blank=True)
    language = models.CharField(_("language"), max_length=5, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    first_published_on = models.DateField(_("first published on"), null=True, blank=True)
    original = models.TextField(blank=True)
    text = models.TextField(blank=True)
    layout = models.JSONField(default=dict)
    text_key = models.CharField(max_length=64, blank=True, db_index=True)
    places = models.ManyToManyField(Unit, blank=True, related_name="+", verbose_name=_("places"))
    doubt = models.PositiveSmallIntegerField(_("doubt"), default=0)
    is_scan = models.BooleanField(_("recognised from a picture"), default=False)
    name_key = models.CharField(max_length=600, editable=False)
    search_key = models.CharField(max_length=900, editable=False)
    added_at = models.DateTimeField(_("brought in"), auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=150, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = [models.Index(fields=["partnership", "state", "-doubt"], name="sources_by_doubt")]

    def __str__(self) -> str:
        return self.title or self.name

    def get_absolute_url(self) -> str:
        return reverse("archive:source", args=[self.pk])

    def get_doubt_display(self) -> str:
        """The doubt in a word."""
        return str(DOUBT_LABELS[level_of(self.doubt)])


class Print(models.Model):
    """One hash of the sample of a source's words by which sources nearly the same are found (`rules.likeness`)."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="prints")
    value = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "value"], name="each_print_of_a_source_once")
        ]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.value}"


class Proposal(models.Model):
    """One fact the reader found, tied to its words, with what a person decided; rows are never removed once decided.

    `fields` is a list of {name, value, start, end, confidence}; `decided` holds the values as they were accepted.
    `match_key` is what two sources must share to speak of the same thing. `target_kind` and `target_id` name the record it
    became or was joined with: that is the record's provenance. `added_by` names the person who marked the words where the
    reader had found nothing; such a proposal stays when the source is read anew.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="proposals")
    kind = models.CharField(_("kind"), max_length=12, choices=list(KIND_LABELS.items()))
    order = models.PositiveIntegerField(default=0)
    fields = models.JSONField(default=list)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    mentions = models.JSONField(default=list)
    confidence = models.FloatField(_("confidence"), default=0)
    match_key = models.CharField(max_length=200, blank=True, db_index=True)
    added_by = models.CharField(max_length=150, blank=True)
    state = models.CharField(
        _("state"), max_length=8, choices=list(PROPOSAL_LABELS.items()), default=ProposalState.PROPOSED
    )
    decided = models.JSONField(default=dict)
    target_kind = models.CharField(max_length=60, blank=True)
    target_id = models.BigIntegerField(null=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("proposed record")
        verbose_name_plural = _("proposed records")
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["target_kind", "target_id"], name="where_a_record_came_from")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[ProposalState.ACCEPTED, ProposalState.JOINED])
                | Q(target_id__isnull=False),
                name="accepted_proposals_name_their_record",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
