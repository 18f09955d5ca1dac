"""The slow tails of every change: its document is written anew, and what its files say is read."""

from django_tasks import task

from spoiwo.search.filetexts import read_file
from spoiwo.search.indexing import Unread, renew_some, write_again


@task()
def renew() -> int:
    """Writes the documents of all touched records; safe to run twice, at once, or after a killed worker."""
    count, unread = 0, list[Unread]()
    while done := renew_some(unread):
        count += done
    for kind, object_id, files in unread:
        read_files.enqueue(kind, object_id, files)
    return count


@task()
def read_files(kind: str, object_id: int, files: list[int]) -> int:
    """Reads stored files in a process of their own, then writes the document they belong to anew."""
    count = sum(read_file(pk) for pk in files)
    write_again(kind, object_id)
    return count
