"""The fuse box of `audit`."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "spoiwo.audit"
    label = "audit"
