"""The unbroken line: “this came from that”, across rooms, both ways; rows are only ever added."""

from django.db import models


class Link(models.Model):
    """One step of the line; kinds are model labels such as `partnerships.agreement`."""

    from_kind = models.CharField(max_length=60)
    from_id = models.BigIntegerField()
    to_kind = models.CharField(max_length=60)
    to_id = models.BigIntegerField()
    relation = models.CharField(max_length=60)
    actor_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["from_kind", "from_id", "to_kind", "to_id", "relation"],
                name="each_step_of_the_trail_once",
            )
        ]
        indexes = [models.Index(fields=["to_kind", "to_id"], name="where_it_came_from")]

    def __str__(self) -> str:
        return f"{self.from_kind} {self.from_id} → {self.to_kind} {self.to_id}"
