"""The slow tail of an upload: electronic signatures in it are examined."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from spoiwo.files.models import SignatureCheck, StoredFile
from spoiwo.files.signatures import UNREADABLE, Finding, examine

# A sound file takes a second; a hostile one must not keep the letters waiting behind it.
LIMIT, LIMIT_FOR_EACH_MORE = 60, 5


@task()
def examine_signatures(pk: int) -> int:
    """Examines a PDF and keeps one row per signature; run again it finds the same and changes nothing."""
    stored = StoredFile.objects.filter(pk=pk, kind="application/pdf", examined_at=None).first()
    if stored is None:
        return 0
    try:
        with _time_limit(), stored.content.open("rb") as file:
            findings = examine(file)
    except TimeoutError:
        findings = [Finding("", None, False, False, UNREADABLE, "the examination took too long")]
    with transaction.atomic():
        if not StoredFile.objects.filter(pk=pk, examined_at=None).update(examined_at=timezone.now()):
            return 0
        SignatureCheck.objects.bulk_create(
            _row(stored, order, finding) for order, finding in enumerate(findings)
        )
    return len(findings)


def examine_forgotten() -> int:
    """Enqueues PDFs whose examination was lost with a killed worker; called when a worker starts."""
    forgotten = StoredFile.objects.filter(kind="application/pdf", examined_at=None).values_list(
        "pk", flat=True
    )
    for pk in forgotten:
        examine_signatures.enqueue(pk)
    return len(forgotten)


def _row(stored: StoredFile, order: int, finding: Finding) -> SignatureCheck:
    return SignatureCheck(
        file=stored,
        order=order,
        signer=finding.signer[:300],
        signed_at=finding.signed_at,
        is_intact=finding.is_intact,
        covers_all=finding.covers_all,
        trust=finding.trust,
        note=finding.note[:300],
    )


@contextmanager
def _time_limit() -> Iterator[None]:
    """Raises TimeoutError in a worker's main thread; elsewhere (tests, a shell) there is nobody to keep waiting."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LIMIT, LIMIT_FOR_EACH_MORE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
