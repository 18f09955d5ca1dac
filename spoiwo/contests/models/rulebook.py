"""What an edition asks and judges by: categories, fields of their entry forms, criteria, points of the formal check."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.contests.labels import FIELD_LABELS
from spoiwo.contests.models.editions import Edition
from spoiwo.contests.rules.states import FieldKind


class Category(models.Model):
    """A category with its own entry form. `kinds` are the kinds of organisations that may enter; empty means all.

    `laureates` is how many the rules foresee (none: as many or few as the commission finds); `threshold` the
    percentage of the greatest possible score below which nothing is awarded.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="categories")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(_("name"), max_length=200)
    hint = models.TextField(_("what is looked for"), blank=True)
    kinds = models.JSONField(_("who may enter"), default=list, blank=True)
    laureates = models.PositiveSmallIntegerField(_("number of laureates"), null=True, blank=True)
    threshold = models.PositiveSmallIntegerField(
        _("threshold (% of the greatest score)"), default=0, validators=[MaxValueValidator(100)]
    )

    class Meta:
        verbose_name = _("category of a contest")
        verbose_name_plural = _("categories of contests")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "name"], name="one_category_per_name_in_an_edition")
        ]

    def __str__(self) -> str:
        return self.name


class FormField(models.Model):
    """One question of a category's entry form.

    `limit` counts characters of a text, megabytes of an attachment. What `is_identity` marks is never shown to jurors of a
    blind edition; what `is_public` marks may be published of a laureate who agrees.
    """

    category = models.ForeignKey(Category, models.CASCADE, related_name="fields")
    order = models.PositiveSmallIntegerField(default=1)
    key = models.CharField(max_length=12)
    kind = models.CharField(
        _("kind"), max_length=8, choices=list(FIELD_LABELS.items()), default=FieldKind.TEXT
    )
    label = models.CharField(_("question"), max_length=300)
    hint = models.TextField(_("help"), blank=True)
    limit = models.PositiveIntegerField(
        _("limit (characters or MB)"), null=True, blank=True, validators=[MaxValueValidator(20000)]
    )
    choices = models.JSONField(_("choices"), default=list, blank=True)
    is_required = models.BooleanField(_("must be answered"), default=True)
    is_identity = models.BooleanField(_("tells who the entrant is: hidden from jurors"), default=False)
    is_public = models.BooleanField(_("may be published of laureates"), default=True)

    class Meta:
        verbose_name = _("field of an entry form")
        verbose_name_plural = _("fields of entry forms")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["category", "key"], name="one_field_per_key_in_a_category")
        ]

    def __str__(self) -> str:
        return self.label


class Criterion(models.Model):
    """What jurors score, in all categories or in one; below `threshold` points on average nothing is awarded."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="criteria")
    category = models.ForeignKey(
        Category,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="criteria",
        verbose_name=_("only in the category"),
    )
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(_("criterion"), max_length=200)
    hint = models.TextField(_("what the scores mean"), blank=True)
    weight = models.DecimalField(
        _("weight"),
        max_digits=4,
        decimal_places=2,
        default=Decimal(1),
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    threshold = models.DecimalField(
        pgettext_lazy("criterion", "threshold (points)"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name = _("criterion of a contest")
        verbose_name_plural = _("criteria of contests")
        ordering = ["order", "pk"]
        constraints = [models.CheckConstraint(condition=Q(weight__gt=0), name="criteria_weigh_something")]

    def __str__(self) -> str:
        return self.name


class CheckPoint(models.Model):
    """One point of the formal check, tied to a paragraph of the rules."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="points")
    order = models.PositiveSmallIntegerField(default=1)
    question = models.CharField(_("what is checked"), max_length=300)
    paragraph = models.CharField(_("paragraph of the rules"), max_length=40)
    is_correctable = models.BooleanField(_("can be corrected afterwards"), default=True)

    class Meta:
        verbose_name = _("point of the formal check")
        verbose_name_plural = _("points of the formal check")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.paragraph}: {self.question}"
