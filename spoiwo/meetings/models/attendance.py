"""Who is expected at a meeting and who came; the stations at the door and what they recorded."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.meetings.labels import OUTCOME_LABELS, PRESENCE_LABELS, SCAN_LABELS
from spoiwo.meetings.models.invitations import Invitation
from spoiwo.meetings.models.series import Meeting
from spoiwo.meetings.permissions import PEOPLE_READERS
from spoiwo.meetings.rules.states import CAME, ON_THE_LIST, TAKES_A_SEAT, Presence
from spoiwo.places.models import Unit
from spoiwo.register.labels import SECTOR_LABELS
from spoiwo.register.models import Organisation
from spoiwo.register.rules import Sector


class AttendeeQuerySet(models.QuerySet["Attendee"]):
    """Adjectives for attendees."""

    def visible_to(self, actor: Actor) -> Self:
        """Attendees of meetings whose people the actor may read."""
        if actor.is_admin:
            return self
        return self.filter(meeting__partnership__in=actor.partnerships_as(*PEOPLE_READERS))

    def seated(self) -> Self:
        """Those that take one of the places."""
        return self.filter(presence__in=TAKES_A_SEAT)

    def listed(self) -> Self:
        """Those that stand on the attendance list."""
        return self.filter(presence__in=ON_THE_LIST)

    def came(self) -> Self:
        """Those that were there."""
        return self.filter(presence__in=CAME)


class Attendee(models.Model):
    """A person's place at one meeting; `code` is on the ticket and is the invitation's where there is one."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendees")
    invitation = models.ForeignKey(Invitation, models.SET_NULL, null=True, related_name="places")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="+")
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("surname"), max_length=120, blank=True)
    function = models.CharField(_("function"), max_length=150, blank=True)
    organisation_name = models.CharField(_("institution"), max_length=300, blank=True)
    sector = models.CharField(
        _("sector"), max_length=20, choices=list(SECTOR_LABELS.items()), default=Sector.OTHER
    )
    commune = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("commune")
    )
    presence = models.CharField(
        _("presence"), max_length=10, choices=list(PRESENCE_LABELS.items()), default=Presence.EXPECTED
    )
    code = models.CharField(max_length=13)
    group = models.CharField(_("group or table"), max_length=60, blank=True)
    is_walk_in = models.BooleanField(_("came without an invitation"), default=False)
    queued_at = models.DateTimeField(null=True)
    offered_at = models.DateTimeField(null=True)
    offer_ends_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(_("arrived"), null=True)
    left_at = models.DateTimeField(_("left"), null=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    name_key = models.CharField(max_length=700, editable=False)
    search_key = models.CharField(max_length=900, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True)

    objects = AttendeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendee")
        verbose_name_plural = _("attendees")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "code"], name="one_place_per_ticket"),
            models.UniqueConstraint(
                fields=["meeting", "invitation"],
                condition=~Q(invitation=None),
                name="one_place_per_invitation",
            ),
        ]
        indexes = [
            models.Index(fields=["meeting", "presence", "is_walk_in"], name="attendees_by_presence"),
            models.Index(fields=["meeting", "name_key"], name="attendees_by_name"),
        ]

    def __str__(self) -> str:
        return gettext("place no. %(number)d") % {"number": self.pk or 0}

    def get_absolute_url(self) -> str:
        return reverse("meetings:attendee", args=[self.meeting_id, self.pk])

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.given_name} {self.family_name}".strip()


class Station(models.Model):
    """A place at the door: whoever holds its secret address may check people in to this meeting, and nothing else."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="stations")
    name = models.CharField(_("name"), max_length=60)
    secret = models.CharField(max_length=43, unique=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("station at the door")
        verbose_name_plural = _("stations at the door")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Scan(models.Model):
    """One scan as a station recorded it; the nonce, made on the device, keeps a repeated upload from counting twice.

    Nobody looks for the scans of a meeting or of a station, and each index would be a page more to write while people wait.
    """

    nonce = models.CharField(max_length=36, unique=True)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+", db_index=False)
    station = models.ForeignKey(Station, models.SET_NULL, null=True, related_name="+", db_index=False)
    attendee = models.ForeignKey(Attendee, models.SET_NULL, null=True, related_name="scans")
    kind = models.CharField(max_length=4, choices=list(SCAN_LABELS.items()))
    outcome = models.CharField(max_length=12, choices=list(OUTCOME_LABELS.items()))
    scanned_at = models.DateTimeField()
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("scan")
        verbose_name_plural = _("scans")

    def __str__(self) -> str:
        return self.nonce


class SignedList(models.Model):
    """A scan of the list that people signed on paper."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="signed_lists")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    note = models.CharField(_("note"), max_length=200, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("signed attendance list")
        verbose_name_plural = _("signed attendance lists")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file.name
