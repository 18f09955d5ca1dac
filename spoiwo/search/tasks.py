"""The slow tail of every change: its document is written anew."""

from django_tasks import task

from spoiwo.search.indexing import renew_some


@task()
def renew() -> int:
    """Writes the documents of all touched records; safe to run twice, at once, or after a killed worker."""
    count = 0
    while done := renew_some():
        count += done
    return count
