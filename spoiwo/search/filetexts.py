"""Texts of stored files, read once for each content."""

from collections.abc import Collection, Mapping

from spoiwo.files.models import StoredFile
from spoiwo.search.models import FileText


def texts_of(pks: Collection[int]) -> Mapping[int, str]:
    """What these stored files say, as far as they have been read; two queries for any number."""
    if not pks:
        return {}
    hashes = dict(StoredFile.objects.filter(pk__in=pks).values_list("pk", "sha256"))
    texts = dict(FileText.objects.filter(sha256__in=hashes.values()).values_list("sha256", "text"))
    return {pk: texts[sha256] for pk, sha256 in hashes.items() if sha256 in texts}
