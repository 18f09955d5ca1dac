"""The outbox: every letter that left or is to leave, over every channel, with what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoiwo.mail.rules import Channel, State


class Letter(models.Model):
    """One letter to one addressee; `about_kind` and `about_id` say which record it serves."""

    channel = models.CharField(max_length=12, choices=[(channel, channel.value) for channel in Channel])
    state = models.CharField(
        max_length=12,
        choices=[
            (State.HELD, _("held")),
            (State.READY, _("waiting to be sent")),
            (State.CLAIMED, _("being sent")),
            (State.SENT, _("sent")),
            (State.DOUBT, _("in doubt")),
            (State.FAILED, _("not accepted")),
            (State.BOUNCED, _("returned")),
        ],
        default=State.READY,
    )
    to = models.CharField(max_length=254)
    to_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    language = models.CharField(max_length=5, default="pl")
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.BigIntegerField(null=True)
    scope_id = models.BigIntegerField(null=True)
    message_id = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    not_before = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    attempt_count = models.PositiveSmallIntegerField(default=0)
    answer = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "not_before"], name="letters_to_send"),
            models.Index(fields=["about_kind", "about_id"], name="letters_about_a_record"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"
