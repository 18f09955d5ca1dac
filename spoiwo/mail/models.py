"""The outbox: every letter that left or is to leave, over every channel, with what became of it; marks of addresses."""

from django.db import models

from spoiwo.mail.labels import CHANNELS, MARKS, STATES
from spoiwo.mail.rules import Mark, State


class Letter(models.Model):
    """One letter to one addressee; `about_kind` and `about_id` say which record it serves.

    `to` is the e-mail address or the telephone number, `address` the lines on the envelope or the e-delivery address.
    `batch` names letters written together, its parts parted by colons: `meetings.campaign:12:invitation`.
    """

    channel = models.CharField(max_length=12, choices=list(CHANNELS.items()))
    state = models.CharField(max_length=12, choices=list(STATES.items()), default=State.READY)
    to = models.CharField(max_length=254)
    to_name = models.CharField(max_length=200, blank=True)
    address = models.TextField(blank=True)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    language = models.CharField(max_length=5, default="pl")
    from_name = models.CharField(max_length=200, blank=True)
    reply_to = models.CharField(max_length=254, blank=True)
    unsubscribe_url = models.CharField(max_length=500, blank=True)
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.BigIntegerField(null=True)
    scope_id = models.BigIntegerField(null=True)
    batch = models.CharField(max_length=60, blank=True)
    message_id = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    not_before = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    claimed_by = models.CharField(max_length=40, blank=True)
    server = models.CharField(max_length=254, blank=True)
    sent_at = models.DateTimeField(null=True)
    attempt_count = models.PositiveSmallIntegerField(default=0)
    answer = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["channel", "state", "not_before"], name="letters_due"),
            models.Index(fields=["about_kind", "about_id"], name="letters_about_a_record"),
            # Counts of a batch are read off the index alone; with LIKE, PostgreSQL wants an order of its own.
            models.Index(
                fields=["batch", "state"],
                name="letters_of_a_batch",
                opclasses=["varchar_pattern_ops", "varchar_ops"],
            ),
            # The limits of a minute: over all servers, and over one.
            models.Index(fields=["claimed_at"], name="letters_of_a_minute"),
            models.Index(fields=["server", "claimed_at"], name="letters_to_a_server"),
        ]

    def __str__(self) -> str:
        # The history keeps this for ever, so no addressee stands in it.
        return self.subject


class AddressMark(models.Model):
    """What is known of an e-mail address: it bounces, its owner has unsubscribed or complained; see `mail/marks.py`.

    `scope_id` names the partnership within which it counts; None: everywhere. Addresses are in lower case.
    """

    address = models.CharField(max_length=254)
    kind = models.CharField(max_length=12, choices=list(MARKS.items()))
    scope_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["address", "kind", "scope_id"], name="one_mark_of_a_kind_in_a_scope"
            ),
            # To a database, nothing is not equal to nothing.
            models.UniqueConstraint(
                fields=["address", "kind"],
                condition=models.Q(scope_id=None),
                name="one_mark_of_a_kind_everywhere",
            ),
        ]

    def __str__(self) -> str:
        # The history keeps this for ever, so the address does not stand in it.
        return str(MARKS[Mark(self.kind)])
