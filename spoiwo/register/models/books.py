"""Contact books: whose contacts these are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactBook(models.Model):
    """Whose contacts these are: each controller of personal data keeps its own book of people."""

    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("contact book")
        verbose_name_plural = _("contact books")

    def __str__(self) -> str:
        return self.name
