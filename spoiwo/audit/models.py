"""The audit trail: who did what, when; rows are only ever added."""

from django.db import models


class Entry(models.Model):
    """One thing that was done; label and address of its object are kept as they were at the time."""

    at = models.DateTimeField(auto_now_add=True)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    label = models.CharField(max_length=300)
    url = models.CharField(max_length=300, blank=True)
    scope_id = models.BigIntegerField(null=True)
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "object_id", "-id"], name="history_of_one_object"),
            models.Index(fields=["scope_id", "-id"], name="history_of_one_partnership"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.label}"
