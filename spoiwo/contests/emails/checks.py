"""Letters of the formal check: admitted, to be corrected, rejected, and what became of an appeal."""

from collections.abc import Iterator

from spoiwo.contests.emails.addresses import to_writers
from spoiwo.contests.models import FormalDecision, FormField
from spoiwo.mail.post import Draft


def decision_letters(decision: FormalDecision) -> Iterator[Draft]:
    """The decision with its reasons, and with what can be done until when."""
    fields = FormField.objects.filter(category=decision.entry.category_id, key__in=decision.fields)
    yield from to_writers(
        decision.entry,
        f"check_{decision.outcome}",
        decision=decision,
        fields=[field.label for field in fields],
    )


def appeal_letters(decision: FormalDecision) -> Iterator[Draft]:
    """What became of the appeal, with the reasons."""
    yield from to_writers(decision.entry, "appeal", decision=decision)
