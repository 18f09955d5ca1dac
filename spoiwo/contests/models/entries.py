"""Entries: who writes them, what is being written, and what was submitted when."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.contests.labels import ENTRY_LABELS, WRITER_LABELS
from spoiwo.contests.models.editions import Edition
from spoiwo.contests.models.people import Conflict, Member
from spoiwo.contests.models.rulebook import Category, FormField
from spoiwo.contests.permissions import KEEPERS
from spoiwo.contests.rules.states import JURY, OFFICE, SETTLED, EntryState, Strength, WriterKind
from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor
from spoiwo.places.models import Unit
from spoiwo.register.labels import KIND_LABELS
from spoiwo.register.models import Organisation
from spoiwo.register.rules import Kind


class EntryQuerySet(models.QuerySet["Entry"]):
    """Adjectives for entries."""

    def visible_to(self, actor: Actor) -> Self:
        """Received ones for the contest's office, but none that the person is barred from, whoever that is.

        Jurors read blind copies and never an entry itself, also those who work at the office; entrants come by their own
        addresses.
        """
        barred = Conflict.objects.filter(
            entry=OuterRef("pk"), member__user=actor.user_id, strength=Strength.BAR, is_dismissed=False
        )
        blind = Edition.objects.filter(is_blind=True).exclude(state__in=SETTLED)
        judged = Member.objects.filter(
            user=actor.user_id, kind__in=JURY, stopped_at=None, edition=OuterRef("edition"), edition__in=blind
        )
        rows = self.exclude(state=EntryState.DRAFT).filter(~Exists(barred), ~Exists(judged), is_sample=False)
        if actor.is_admin:
            return rows
        if not actor.is_known:
            return self.none()
        office = Q(contest__partnership__in=actor.partnerships_as(*KEEPERS)) | Q(
            pk__in=Member.objects.filter(user=actor.user_id, kind__in=OFFICE, stopped_at=None).values(
                "edition"
            )
        )
        return rows.filter(edition__in=Edition.objects.filter(office).values("pk"))

    def received(self) -> Self:
        """Those that reached the office and were not withdrawn."""
        return self.exclude(state__in=[EntryState.DRAFT, EntryState.WITHDRAWN]).filter(is_sample=False)

    def admitted(self) -> Self:
        """Those that are judged."""
        return self.filter(state=EntryState.ADMITTED, is_sample=False)


class Entry(models.Model):
    """A practice entered for a contest. `number` counts the received ones, `code` is all that jurors know it by.

    The organisation stands as its people wrote it; the office ties it to the register. `revision` counts changes of texts.
    `is_sample` marks an old entry that the jury practises on.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="entries")
    category = models.ForeignKey(Category, models.PROTECT, related_name="entries", verbose_name=_("category"))
    state = models.CharField(
        _("state"), max_length=12, choices=list(ENTRY_LABELS.items()), default=EntryState.DRAFT
    )
    number = models.PositiveIntegerField(_("number"), null=True, editable=False)
    code = models.CharField(_("code for the jury"), max_length=8, editable=False)
    title = models.CharField(_("title of the practice"), max_length=200)
    organisation_name = models.CharField(_("organisation"), max_length=300)
    organisation_kind = models.CharField(
        _("kind of organisation"), max_length=30, choices=list(KIND_LABELS.items()), default=Kind.OTHER
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("in the register"),
    )
    place = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("commune or county")
    )
    is_sample = models.BooleanField(default=False, editable=False)
    agreed_at = models.DateTimeField(null=True, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    name_key = models.CharField(max_length=700, editable=False)
    search_key = models.CharField(max_length=900, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of a contest")
        verbose_name_plural = _("entries of contests")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "number"], condition=~Q(number=None), name="one_entry_per_number"
            ),
            models.UniqueConstraint(fields=["edition", "code"], name="one_entry_per_code"),
        ]

    def __str__(self) -> str:
        """By its number alone: this stands in histories that jurors may read."""
        if self.number is None:
            return gettext("an entry that is being written")
        return gettext("entry no. %(number)d") % {"number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("contests:entry", args=[self.edition_id, self.pk])

    @property
    def latest(self) -> "Submission | None":
        """What was submitted last, which is what is judged."""
        return self.submissions.order_by("-number").first()


class Writer(models.Model):
    """Somebody who writes an entry. Whoever holds the secret writes; it travels only in a letter to `email`."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="writers")
    kind = models.CharField(
        _("role"), max_length=10, choices=list(WRITER_LABELS.items()), default=WriterKind.AUTHOR
    )
    name = models.CharField(_("name and surname"), max_length=150)
    email = models.EmailField(_("e-mail address"), max_length=254)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    secret = models.CharField(max_length=43, unique=True)
    first_seen_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("writer of an entry")
        verbose_name_plural = _("writers of entries")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "email"], name="one_writer_per_address_in_an_entry")
        ]

    def __str__(self) -> str:
        return self.name


class EntryText(models.Model):
    """The answer to one question as it stands while the entry is written."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="texts")
    field = models.ForeignKey(FormField, models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    written_by = models.CharField(max_length=150, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("answer in an entry")
        verbose_name_plural = _("answers in entries")
        constraints = [
            models.UniqueConstraint(fields=["entry", "field"], name="one_answer_per_field_in_an_entry")
        ]

    def __str__(self) -> str:
        return self.text[:60]


class EntryFile(models.Model):
    """An attachment as it stands while the entry is written."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="files")
    field = models.ForeignKey(FormField, models.PROTECT, related_name="+")
    stored = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    added_by = models.CharField(max_length=150, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("attachment of an entry")
        verbose_name_plural = _("attachments of entries")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.stored.name


class Submission(models.Model):
    """What an entry was at the moment it was submitted: never changed afterwards, and all that anybody judges.

    `texts` holds the answers by the fields' keys, `files` a list of {"field", "stored", "name", "sha256"}; `digest` is the
    SHA-256 over title, texts and files, which the entrant's confirmation bears.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="submissions")
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    texts = models.JSONField(default=dict)
    files = models.JSONField(default=list)
    is_in_grace = models.BooleanField(default=False)
    is_correction = models.BooleanField(default=False)
    by_name = models.CharField(max_length=150, blank=True)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("submission of an entry")
        verbose_name_plural = _("submissions of entries")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="one_submission_per_number_of_an_entry")
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"
