"""Who works on an edition, and what connects them with entrants."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.contests.labels import MEMBER_LABELS, SOURCE_LABELS, STRENGTH_LABELS, TIE_LABELS
from spoiwo.contests.models.editions import Edition
from spoiwo.contests.models.rulebook import Category
from spoiwo.contests.rules.states import MemberKind, Strength
from spoiwo.register.models import Organisation


class Member(models.Model):
    """Somebody who works on an edition: its secretary, a checker, the chair or a juror.

    `confirmed_at` is when the person went through the list of entrants and stated all conflicts; `declared_at` when the
    declaration of impartiality was signed in the program. Without both nothing opens.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(
        _("role"), max_length=10, choices=list(MEMBER_LABELS.items()), default=MemberKind.JUROR
    )
    function = models.CharField(_("function"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    load = models.PositiveSmallIntegerField(_("reads at most"), null=True, blank=True)
    categories = models.ManyToManyField(
        Category, blank=True, related_name="+", verbose_name=_("reads only these categories")
    )
    confirmed_at = models.DateTimeField(null=True, editable=False)
    declared_at = models.DateTimeField(null=True, editable=False)
    stopped_at = models.DateTimeField(null=True, editable=False)
    stopped_because = models.CharField(_("why the person stopped"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("member of a commission")
        verbose_name_plural = _("members of commissions")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "user", "kind"], name="each_role_in_an_edition_once")
        ]

    def __str__(self) -> str:
        return str(self.user)


class Conflict(models.Model):
    """Something connects a member with an entrant. A dismissed one no longer shuts out, and stays on record."""

    entry = models.ForeignKey("contests.Entry", models.CASCADE, related_name="conflicts")
    member = models.ForeignKey(Member, models.CASCADE, related_name="conflicts")
    source = models.CharField(_("stated by"), max_length=10, choices=list(SOURCE_LABELS.items()))
    tie = models.CharField(_("connection"), max_length=20, choices=list(TIE_LABELS.items()))
    strength = models.CharField(
        _("consequence"), max_length=8, choices=list(STRENGTH_LABELS.items()), default=Strength.BAR
    )
    note = models.CharField(pgettext_lazy("conflict", "details"), max_length=300, blank=True)
    is_dismissed = models.BooleanField(default=False)
    settled_because = models.CharField(_("reason"), max_length=300, blank=True)
    settled_by_name = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "member", "source", "tie"], name="each_connection_stated_once_by_each_side"
            )
        ]

    def __str__(self) -> str:
        return str(self.get_tie_display())
