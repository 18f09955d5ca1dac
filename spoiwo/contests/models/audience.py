"""The audience's vote: one voice per confirmed e-mail address and category."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.models.entries import Entry
from spoiwo.contests.models.rulebook import Category


class Voice(models.Model):
    """A voice for an entry. It counts once the letter to the address was answered; the address is kept only as a hash.

    `address_hash` is an HMAC of the address with the installation's key, so that nobody reads addresses out of the table.
    """

    category = models.ForeignKey(Category, models.CASCADE, related_name="voices")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="voices")
    address_hash = models.CharField(max_length=64)
    secret = models.CharField(max_length=43, unique=True)
    letters = models.PositiveSmallIntegerField(default=0)
    cast_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("voice of the audience")
        verbose_name_plural = _("voices of the audience")
        constraints = [
            models.UniqueConstraint(
                fields=["category", "address_hash"], name="one_voice_per_address_and_category"
            )
        ]

    def __str__(self) -> str:
        return self.address_hash[:8]
