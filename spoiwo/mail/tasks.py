"""The slow tail of the outbox."""

from django.utils import timezone
from django_tasks import default_task_backend, task

from spoiwo.mail.sending import hand_over, next_due


@task()
def deliver() -> int:
    """Sends what is due and comes back for the rest: at once where a batch was full, later where a server refused.

    May run twice at once, because each letter is claimed before it is handed over.
    """
    now = timezone.now()
    sent = hand_over(now)
    due = next_due()
    if due is not None and default_task_backend.supports_defer:
        deliver.using(run_after=max(due, now)).enqueue()
    return sent
