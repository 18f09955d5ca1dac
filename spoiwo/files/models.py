"""Uploaded files, known by their hash."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


def shelf(stored: "StoredFile", name: str) -> str:
    """Where the bytes lie: under the hash, so a hostile name never reaches the disk."""
    return f"{stored.sha256[:2]}/{stored.sha256[2:4]}/{uuid.uuid4().hex}"


class StoredFile(models.Model):
    """One uploaded file; who may fetch it is decided by the room that owns the record it belongs to."""

    name = models.CharField(_("name"), max_length=200)
    content = models.FileField(_("content"), upload_to=shelf, max_length=200)
    kind = models.CharField(_("kind"), max_length=100)
    size = models.BigIntegerField(_("size"))
    sha256 = models.CharField(max_length=64, db_index=True)
    case_mark = models.CharField(_("case mark"), max_length=60, blank=True)
    archive_class = models.CharField(_("archive class"), max_length=20, blank=True)
    archive_category = models.CharField(_("archive category"), max_length=10, blank=True)
    uploaded_by_id = models.BigIntegerField(null=True)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    examined_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.name


class SignatureCheck(models.Model):
    """What an examination of an uploaded PDF found: one row per electronic signature in it."""

    file = models.ForeignKey(StoredFile, models.CASCADE, related_name="signature_checks")
    order = models.PositiveSmallIntegerField()
    signer = models.CharField(_("signed by"), max_length=300)
    signed_at = models.DateTimeField(_("time stated"), null=True)
    is_intact = models.BooleanField(_("the signed content is unchanged"))
    covers_all = models.BooleanField(_("covers the whole file"))
    trust = models.CharField(_("trust"), max_length=20)
    note = models.CharField(max_length=300, blank=True)
    checked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("examination of a signature")
        verbose_name_plural = _("examinations of signatures")
        ordering = ["order"]

    def __str__(self) -> str:
        return self.signer
