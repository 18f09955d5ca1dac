"""The slow tail of the outbox."""

from django.utils import timezone
from django_tasks import task

from spoiwo.mail.sending import hand_over


@task()
def deliver() -> int:
    """Sends what is due; may run twice at once, because each letter is claimed first."""
    return hand_over(timezone.now())
