"""A partnership, its goals, organs and the roles people hold in it."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor, Role
from spoiwo.partnerships.labels import ORGAN_LABELS, ROLE_LABELS
from spoiwo.places.models import Unit
from spoiwo.register.models import ContactBook, Organisation, Person


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    """Adjectives for partnerships."""

    def published(self) -> Self:
        """Those with a public page."""
        return self.filter(is_public=True)

    def visible_to(self, actor: Actor) -> Self:
        """Published ones for everybody, one's own for whoever holds a role there, all for an administrator."""
        return self if actor.is_admin else self.filter(Q(is_public=True) | Q(pk__in=list(actor.roles)))

    def of(self, actor: Actor) -> Self:
        """Those where the actor holds a role."""
        return self if actor.is_admin else self.filter(pk__in=list(actor.roles))


class Partnership(models.Model):
    """A local labour-market partnership over an area."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=80)
    summary = models.TextField(_("what it is for"), blank=True)
    area = models.ManyToManyField(Unit, related_name="partnerships", verbose_name=_("area"))
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    coordinator = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("coordinator")
    )
    controller = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("controller of personal data"),
    )
    controller_contact = models.CharField(_("data protection officer's contact"), max_length=200, blank=True)
    contact_email = models.EmailField(_("e-mail address for partners"), blank=True)
    book = models.OneToOneField(ContactBook, models.PROTECT, related_name="partnership", editable=False)
    is_public = models.BooleanField(_("has a public page"), default=False)
    is_example = models.BooleanField(_("example"), default=False, editable=False)
    name_key = models.CharField(max_length=500, editable=False)
    search_key = models.CharField(max_length=500, editable=False)

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(founded_on=None) | Q(ended_on__gte=F("founded_on")),
                name="partnership_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partnerships:partnership", args=[self.slug])


class Goal(models.Model):
    """One goal, in the partnership's own words and order."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="goals")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(_("goal"), max_length=500)

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text


class Organ(models.Model):
    """A body the partnership works through: council, team, task group, coordinating office."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="organs")
    kind = models.CharField(_("kind"), max_length=12, choices=list(ORGAN_LABELS.items()))
    name = models.CharField(_("name"), max_length=200)
    duties = models.TextField(_("duties"), blank=True)
    voting_rule = models.TextField(_("how it decides"), blank=True)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("organ")
        verbose_name_plural = _("organs")
        ordering = ["kind", "name"]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A place in an organ, held by an organisation's representative."""

    organ = models.ForeignKey(Organ, models.CASCADE, related_name="seats")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    function = models.CharField(_("function in the organ"), max_length=150)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.function}: {self.organisation}"


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    """Adjectives for roles."""

    def held(self, day: date) -> Self:
        """Roles in force on `day`."""
        return self.filter(since__lte=day).filter(Q(until=None) | Q(until__gte=day))


class RoleGrant(models.Model):
    """A role a person holds in one partnership from a day to a day."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="grants")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="grants")
    role = models.CharField(_("role"), max_length=20, choices=[(role, ROLE_LABELS[role]) for role in Role])
    since = models.DateField(_("from"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "user", "role"],
                condition=Q(until=None),
                name="one_open_role_of_a_kind",
            )
        ]

    def __str__(self) -> str:
        return str(self.user)
