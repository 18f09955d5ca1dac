"""Invitation campaigns: one over several meetings, with its wording and the lists that were read into it."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor, Role
from spoiwo.meetings.labels import CAMPAIGN_LABELS, PURPOSE_LABELS
from spoiwo.meetings.models.series import Meeting
from spoiwo.meetings.permissions import PEOPLE_READERS
from spoiwo.meetings.rules.states import CampaignState, Purpose
from spoiwo.partnerships.models import Partnership


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Adjectives for campaigns."""

    def visible_to(self, actor: Actor) -> Self:
        """Campaigns of the partnerships the actor works for; partners and strangers see none."""
        if actor.is_admin:
            return self
        return self.filter(partnership__in=actor.partnerships_as(*PEOPLE_READERS, Role.REGIONAL_OFFICER))


class Campaign(models.Model):
    """Each addressee is invited once and chooses among the campaign's meetings."""

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="campaigns", verbose_name=_("partnership")
    )
    title = models.CharField(_("title"), max_length=200)
    state = models.CharField(
        _("state"), max_length=12, choices=list(CAMPAIGN_LABELS.items()), default=CampaignState.DRAFT
    )
    meetings = models.ManyToManyField(Meeting, related_name="campaigns", verbose_name=_("meetings"))
    answer_by = models.DateTimeField(_("answers are taken until"))
    sender_name = models.CharField(_("sender shown in letters"), max_length=150)
    reply_to = models.EmailField(_("e-mail address for replies"), blank=True)
    phone = models.CharField(_("telephone for answers"), max_length=40, blank=True)
    signature = models.TextField(_("signature under letters"), blank=True)
    allows_deputy = models.BooleanField(_("a deputy may come instead"), default=True)
    asks_needs = models.BooleanField(_("asks about special needs and diet"), default=True)
    asks_image = models.BooleanField(_("asks for consent to publish photographs"), default=False)
    script = models.TextField(_("script for telephone calls"), blank=True)
    launched_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    prepared_count = models.PositiveIntegerField(default=0, editable=False)
    reminder_count = models.PositiveSmallIntegerField(default=0, editable=False)
    name_key = models.CharField(max_length=500, editable=False)
    search_key = models.CharField(max_length=500, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation campaign")
        verbose_name_plural = _("invitation campaigns")
        indexes = [models.Index(fields=["partnership", "created_at"], name="campaigns_of_a_partnership")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:campaign", args=[self.pk])


class LetterText(models.Model):
    """The wording of one kind of letter of a campaign, with merge fields in braces."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="texts")
    purpose = models.CharField(
        _("purpose"), max_length=12, choices=list(PURPOSE_LABELS.items()), default=Purpose.INVITATION
    )
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))

    class Meta:
        verbose_name = _("wording of a letter")
        verbose_name_plural = _("wordings of letters")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "purpose"], name="one_wording_per_purpose")
        ]

    def __str__(self) -> str:
        return self.subject


class GuestList(models.Model):
    """A list of addressees read from a file; nobody is added until a person confirms, and its content goes then."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="lists")
    file_name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    report = models.JSONField(default=dict)
    added_count = models.PositiveIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("imported list")
        verbose_name_plural = _("imported lists")

    def __str__(self) -> str:
        return self.file_name
