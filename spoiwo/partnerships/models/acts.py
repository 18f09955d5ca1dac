"""Parties and their acts; acts are only ever added, a mistake is corrected by a further act."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spoiwo.files.models import StoredFile
from spoiwo.partnerships.labels import ACT_LABELS, AUTHORITY_LABELS, FORM_LABELS, PARTY_ROLE_LABELS
from spoiwo.partnerships.models.agreements import Agreement, Version
from spoiwo.partnerships.rules import ActKind, Authority, Form, PartyRole
from spoiwo.register.models import Mandate, Organisation


class Party(models.Model):
    """A body that is to sign, signed, acceded or came in as a successor."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="parties", verbose_name=_("organisation")
    )
    role = models.CharField(
        _("role"), max_length=12, choices=list(PARTY_ROLE_LABELS.items()), default=PartyRole.PARTNER
    )
    is_founding = models.BooleanField(_("founding party"), default=True)
    order = models.PositiveSmallIntegerField(_("order in the text"), default=0)
    representative = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("represented by")
    )
    name_then = models.CharField(max_length=300, editable=False)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "organisation"], name="a_body_is_party_once")
        ]

    def __str__(self) -> str:
        return self.name_then


class Act(models.Model):
    """What a party did, on which day, by whom, on what basis; the row is never changed or deleted."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="acts")
    party = models.ForeignKey(Party, models.PROTECT, related_name="acts", verbose_name=_("party"))
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="acts")
    kind = models.CharField(_("act"), max_length=12, choices=list(ACT_LABELS.items()))
    successor = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="successions", verbose_name=_("successor")
    )
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed by")
    )
    signatory = models.CharField(_("function of the person as written"), max_length=200, blank=True)
    is_mandate_held = models.BooleanField(_("the mandate was held on that day"), default=True)
    authority = models.CharField(
        _("basis of authority"),
        max_length=20,
        choices=list(AUTHORITY_LABELS.items()),
        default=Authority.OFFICE,
    )
    authority_note = models.CharField(_("number and date of the basis"), max_length=200, blank=True)
    form = models.CharField(_("form"), max_length=10, choices=list(FORM_LABELS.items()), default=Form.PAPER)
    done_on = models.DateField(_("day of the act"))
    resolved_on = models.DateField(_("day of the resolution"), null=True, blank=True)
    received_on = models.DateField(_("day of receipt"), null=True, blank=True)
    consented_on = models.DateField(_("day of consent"), null=True, blank=True)
    counts_on = models.DateField(_("day that counts"))
    text = models.TextField(_("text of the declaration or remark"), blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name=_("corrects")
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by_id = models.BigIntegerField(null=True)
    token = models.CharField(max_length=32, unique=True, editable=False)

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        ordering = ["counts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=ActKind.SUCCEEDED) | Q(successor__isnull=False),
                name="succession_names_the_successor",
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.counts_on:%Y-%m-%d}"  # no translated word: the trail keeps it for ever
