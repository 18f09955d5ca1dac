"""The slow tails of the outbox."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult, get_date_max

from spoiwo.mail.mailboxes import imap_address, read_imap
from spoiwo.mail.sending import next_due, send_round

BETWEEN_LOOKS = timedelta(minutes=10)


@task()
def deliver() -> int:
    """Sends what is due and comes back for the rest: at once where a round was full, later where a server refused.

    May run twice at once, because each letter is claimed before it is handed over.
    """
    done = send_round(timezone.now())
    if not isinstance(deliver.get_backend(), DatabaseBackend):
        return done.sent + _rest(done.sent)
    due = done.again_at(timezone.now())
    if due is not None:
        come_back(deliver, due)
    return done.sent


@task()
def read_bounces() -> str:
    """Reads the mailbox of SPOIWO_BOUNCES and comes back in ten minutes, also after a failure, which is logged."""
    if not settings.BOUNCES:
        return ""
    if isinstance(read_bounces.get_backend(), DatabaseBackend):
        come_back(read_bounces, timezone.now() + BETWEEN_LOOKS)
    return str(read_imap(imap_address(settings.BOUNCES)))


def begin() -> None:
    """What a starting worker sets going: the outbox, and the look into the mailbox of bounces."""
    deliver.enqueue()
    if settings.BOUNCES:
        come_back(read_bounces, timezone.now())


def come_back(job: Any, at: datetime) -> None:
    """Enqueues the task for that moment, unless it waits to run by then anyway: else each caller began a chain."""
    waiting = DBTaskResult.objects.filter(task_path=job.module_path, status=TaskResultStatus.READY)
    if not waiting.filter(Q(run_after=get_date_max()) | Q(run_after__lte=at)).exists():
        job.using(run_after=at).enqueue()


def _rest(sent: int) -> int:
    """Without a queue nobody comes back, so the full rounds follow one another here."""
    count = 0
    while sent and (due := next_due()) and due <= timezone.now():
        sent = send_round(timezone.now()).sent
        count += sent
    return count
