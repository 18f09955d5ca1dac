"""Invitations with the answers given to them, needs and questions."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.meetings.labels import REPLY_LABELS, SOURCE_LABELS, VIA_LABELS
from spoiwo.meetings.models.campaigns import Campaign
from spoiwo.meetings.models.series import Meeting
from spoiwo.meetings.permissions import PEOPLE_READERS
from spoiwo.meetings.rules.states import Reply, Source
from spoiwo.places.models import Unit
from spoiwo.register.labels import CHANNEL_LABELS, SECTOR_LABELS
from spoiwo.register.models import Organisation, Person
from spoiwo.register.rules import Channel, Sector


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Adjectives for invitations."""

    def visible_to(self, actor: Actor) -> Self:
        """Invitations of the partnerships whose people the actor may read."""
        if actor.is_admin:
            return self
        return self.filter(campaign__partnership__in=actor.partnerships_as(*PEOPLE_READERS))

    def silent(self) -> Self:
        """Those that nobody has answered."""
        return self.filter(reply=Reply.NONE)


class Invitation(models.Model):
    """One addressee of a campaign as known when invited, with the answer that stands now.

    The name and addresses are copies: the register may change, what was sent does not. `__str__` and the address hold
    no personal data, because the audit trail keeps both for ever.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="invitations")
    number = models.PositiveIntegerField(_("number"))
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="invitations")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="invitations")
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("surname"), max_length=120, blank=True)
    function = models.CharField(_("function"), max_length=150, blank=True)
    organisation_name = models.CharField(_("institution"), max_length=300, blank=True)
    salutation = models.CharField(_("salutation"), max_length=150, blank=True)
    sector = models.CharField(
        _("sector"), max_length=20, choices=list(SECTOR_LABELS.items()), default=Sector.OTHER
    )
    commune = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("commune")
    )
    channel = models.CharField(
        _("channel"), max_length=12, choices=list(CHANNEL_LABELS.items()), default=Channel.EMAIL
    )
    email = models.CharField(_("e-mail address"), max_length=254, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    post = models.TextField(_("postal address"), blank=True)
    e_delivery = models.CharField(_("e-delivery address"), max_length=40, blank=True)
    source = models.CharField(
        _("added as"), max_length=12, choices=list(SOURCE_LABELS.items()), default=Source.HAND
    )
    code = models.CharField(max_length=13, unique=True)
    office_code = models.CharField(max_length=13, blank=True, db_index=True)
    deputy_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="deputies", verbose_name=_("deputy of")
    )
    reply = models.CharField(
        _("answer"), max_length=8, choices=list(REPLY_LABELS.items()), default=Reply.NONE
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="invitations", verbose_name=_("meeting")
    )
    replied_at = models.DateTimeField(_("answered"), null=True)
    via = models.CharField(_("answered how"), max_length=8, choices=list(VIA_LABELS.items()), blank=True)
    answer_count = models.PositiveSmallIntegerField(default=0)
    name_key = models.CharField(max_length=700, editable=False)
    search_key = models.CharField(max_length=900, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="one_number_per_invitation"),
            models.UniqueConstraint(
                fields=["campaign", "person", "organisation"],
                condition=~Q(person=None) & Q(deputy_of=None),
                name="a_person_is_invited_once_for_each_office",
            ),
        ]
        indexes = [
            # With all that the funnel counts, so that it reads the index alone.
            models.Index(fields=["campaign", "reply", "meeting", "deputy_of"], name="invitations_by_reply"),
            models.Index(fields=["campaign", "name_key"], name="invitations_by_name"),
            models.Index(fields=["campaign", "sector", "reply"], name="invitations_by_sector"),
            models.Index(fields=["campaign", "commune", "reply"], name="invitations_by_commune"),
        ]

    def __str__(self) -> str:
        return gettext("invitation no. %(number)d") % {"number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("meetings:invitation", args=[self.campaign_id, self.pk])

    @property
    def name(self) -> str:
        """The person's name, or the institution's where nobody is named."""
        return f"{self.given_name} {self.family_name}".strip() or self.organisation_name


class Answer(models.Model):
    """One answer to an invitation; the newest stands, the earlier ones stay readable."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="answers")
    reply = models.CharField(_("answer"), max_length=8, choices=list(REPLY_LABELS.items()))
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("meeting")
    )
    via = models.CharField(_("answered how"), max_length=8, choices=list(VIA_LABELS.items()))
    note = models.CharField(_("note"), max_length=300, blank=True)
    at = models.DateTimeField(_("answered"))
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(_("entered by"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.reply


class Needs(models.Model):
    """What a guest needs in order to take part; may reveal health, so it stands apart and is erased soon after."""

    invitation = models.OneToOneField(Invitation, models.CASCADE, related_name="needs")
    access = models.JSONField(_("accessibility"), default=list, blank=True)
    interpreter = models.CharField(_("interpreter (language)"), max_length=100, blank=True)
    diet = models.CharField(_("diet"), max_length=200, blank=True)
    other = models.CharField(_("other needs"), max_length=500, blank=True)
    stated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("needs of a guest")
        verbose_name_plural = _("needs of guests")

    def __str__(self) -> str:
        return str(self.invitation)


class Question(models.Model):
    """What an invited person asked the organiser, and the answer."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="questions")
    text = models.TextField(_("question"), max_length=2000)
    asked_at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField(_("answer to the question"), blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_name = models.CharField(max_length=150, blank=True)

    class Meta:
        verbose_name = _("question to the organiser")
        verbose_name_plural = _("questions to the organiser")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.invitation)
