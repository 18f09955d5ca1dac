"""Texts of stored files, read once for each content."""

from collections.abc import Collection, Mapping

from spoiwo.files.models import StoredFile
from spoiwo.reading import Unreadable
from spoiwo.reading.apart import read_apart
from spoiwo.search.models import FileText

SECONDS = 60


def texts_of(pks: Collection[int]) -> Mapping[int, str]:
    """What these stored files say, as far as they have been read; two queries for any number."""
    if not pks:
        return {}
    hashes = dict(StoredFile.objects.filter(pk__in=pks).values_list("pk", "sha256"))
    texts = dict(FileText.objects.filter(sha256__in=hashes.values()).values_list("sha256", "text"))
    return {pk: texts[sha256] for pk, sha256 in hashes.items() if sha256 in texts}


def read_file(pk: int) -> bool:
    """Reads the file unless its content was read before; one that cannot be read is not tried again. True if it was read."""
    stored = StoredFile.objects.filter(pk=pk).first()
    if stored is None or FileText.objects.filter(sha256=stored.sha256).exists():
        return False
    text, problem = "", ""
    try:
        with stored.content.open("rb") as file:
            text = read_apart(file.read(), stored.name, seconds=SECONDS).text
    except Unreadable as unreadable:
        problem = unreadable.problem
    FileText.objects.get_or_create(
        sha256=stored.sha256, defaults={"text": text.replace("\0", ""), "problem": problem}
    )
    return True
