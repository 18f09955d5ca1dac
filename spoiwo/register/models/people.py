"""People, and the functions they hold in organisations."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.actor import Actor
from spoiwo.register.labels import CHANNEL_LABELS
from spoiwo.register.models.books import ContactBook
from spoiwo.register.models.organisations import Organisation


class PersonQuerySet(models.QuerySet["Person"]):
    """Adjectives for people."""

    def visible_to(self, actor: Actor) -> Self:
        """People kept in the books the actor may read; personal data never cross from one controller to another."""
        return self if actor.is_admin else self.filter(book__in=actor.read_books)

    def current(self) -> Self:
        """Those that were not joined with another record."""
        return self.filter(merged_into=None)


class Person(models.Model):
    """A contact person; cases of the name are suggested by `polish` and kept as the clerk corrected them."""

    GENDERS: ClassVar = [("f", _("Ms")), ("m", _("Mr"))]

    book = models.ForeignKey(
        ContactBook, models.PROTECT, related_name="people", verbose_name=_("contact book")
    )
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("surname"), max_length=120, blank=True)
    gender = models.CharField(_("form of address"), max_length=1, choices=GENDERS, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    channel = models.CharField(
        _("preferred channel"), max_length=12, choices=list(CHANNEL_LABELS.items()), default="email"
    )
    forms = models.JSONField(_("cases of the name"), default=dict, blank=True)
    note = models.TextField(_("note"), blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    name_key = models.CharField(max_length=700, editable=False, db_index=True)
    search_key = models.CharField(max_length=700, editable=False)
    came_with = models.ForeignKey(
        "ImportBatch",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="people",
        verbose_name=_("came with the import"),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def get_absolute_url(self) -> str:
        return reverse("register:person", args=[self.pk])


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Adjectives for mandates."""

    def visible_to(self, actor: Actor) -> Self:
        """Mandates of people the actor may see; those without a person (function only) for all staff."""
        if actor.is_admin:
            return self
        condition = Q(person__book__in=actor.read_books)
        return self.filter(condition | Q(person=None) if actor.is_staff else condition)

    def held(self, day: date) -> Self:
        """Mandates in force on `day`."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))


class Mandate(models.Model):
    """A function in an organisation from a day to a day (its last); the person may be unknown."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="mandates")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="mandates")
    function = models.CharField(_("function"), max_length=150, blank=True)
    salutation = models.CharField(_("salutation"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address at work"), blank=True)
    phone = models.CharField(_("telephone at work"), max_length=40, blank=True)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="mandate_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, (str(self.person) if self.person_id else "", self.function)))
