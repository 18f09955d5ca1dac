"""Concept cards with their partners and costs."""

from decimal import Decimal
from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.kit.actor import Actor
from spoiwo.partnerships.models import Partnership
from spoiwo.projects.labels import STATE_LABELS, TEXT_LABELS
from spoiwo.projects.permissions import INSIDERS
from spoiwo.projects.rules import IN_PROGRAMME, CardState
from spoiwo.register.models import Organisation


def _text(name: str) -> models.TextField:
    return models.TextField(TEXT_LABELS[name], blank=True)


def _body() -> "models.ForeignKey[Organisation | None, Organisation | None]":
    return models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )


class ConceptCardQuerySet(models.QuerySet["ConceptCard"]):
    """Adjectives for concept cards."""

    def visible_to(self, actor: Actor) -> Self:
        """Published ones once they are agreed for everybody, all others for insiders of the partnership."""
        if actor.is_admin:
            return self
        published = Q(is_public=True, state__in=IN_PROGRAMME)
        return self.filter(published | Q(partnership__in=actor.partnerships_as(*INSIDERS)))

    def in_programme(self) -> Self:
        """Those that were agreed and not dropped."""
        return self.filter(state__in=IN_PROGRAMME)


class ConceptCard(models.Model):
    """A proposal worked out so far that somebody can begin: why, what, with whom, who leads it, what comes next.

    `revision` counts the changes of its texts. `written_by` is who wrote last, a person or a group's label, and
    `noted_at` when the history last said so: one sitting of a writer is one line there.
    """

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="concept_cards", verbose_name=_("partnership")
    )
    number = models.PositiveIntegerField(_("number"), editable=False)
    title = models.CharField(_("title"), max_length=200)
    group_label = models.CharField(_("worked out by"), max_length=120, blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=list(STATE_LABELS.items()), default=CardState.DRAFT
    )
    is_public = models.BooleanField(pgettext_lazy("concept card", "shown to everybody"), default=False)
    aim = _text("aim")
    problem = _text("problem")
    needs = _text("needs")
    resources = _text("resources")
    goals = _text("goals")
    actions = _text("actions")
    target_group = _text("target_group")
    partners_note = _text("partners_note")
    risks = _text("risks")
    judged_by = _text("judged_by")
    leader_name = models.CharField(_("name and surname"), max_length=150, blank=True)
    leader_function = models.CharField(_("function"), max_length=200, blank=True)
    leader_organisation = _body()
    leader_contact = models.CharField(_("telephone or e-mail"), max_length=200, blank=True)
    deputy_name = models.CharField(_("name and surname"), max_length=150, blank=True)
    deputy_function = models.CharField(_("function"), max_length=200, blank=True)
    deputy_organisation = _body()
    deputy_contact = models.CharField(_("telephone or e-mail"), max_length=200, blank=True)
    next_step = models.CharField(_("next step"), max_length=300, blank=True)
    next_step_on = models.DateField(_("until when"), null=True, blank=True)
    dropped_because = models.CharField(_("why it was dropped"), max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    written_by = models.CharField(max_length=150, blank=True, editable=False)
    noted_at = models.DateTimeField(null=True, editable=False)
    name_key = models.CharField(max_length=500, editable=False)
    search_key = models.CharField(max_length=900, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ConceptCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("concept card")
        verbose_name_plural = _("concept cards")
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "number"], name="one_concept_card_per_number_in_a_partnership"
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(state__in=[str(state) for state in IN_PROGRAMME]),
                name="only_agreed_concept_cards_are_public",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("projects:card", args=[self.pk])


class CardPartner(models.Model):
    """Somebody who takes part, as named in the card, with what they bring; the record of the register where it is known."""

    card = models.ForeignKey(ConceptCard, models.CASCADE, related_name="partners")
    order = models.PositiveSmallIntegerField(default=1)
    organisation = _body()
    name = models.CharField(_("partner"), max_length=300)
    brings = models.CharField(_("what they bring"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("partner in a concept card")
        verbose_name_plural = _("partners in a concept card")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


class CardCost(models.Model):
    """One cost of the budget sketch in złoty, and where the money may come from."""

    card = models.ForeignKey(ConceptCard, models.CASCADE, related_name="costs")
    order = models.PositiveSmallIntegerField(default=1)
    what = models.CharField(pgettext_lazy("budget", "what"), max_length=200)
    amount = models.DecimalField(
        pgettext_lazy("budget", "amount (zł)"),
        max_digits=12,
        decimal_places=2,
        validators=[MinValueValidator(Decimal(0))],
    )
    source = models.CharField(pgettext_lazy("budget", "source of money"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("cost in a concept card")
        verbose_name_plural = _("costs in a concept card")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="no_cost_of_a_card_is_below_zero")
        ]

    def __str__(self) -> str:
        return self.what
