"""The blind copy of a submission: its title, texts and attachments without what tells whose it is."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import override

from spoiwo.contests.labels import HIDDEN_LABELS
from spoiwo.contests.models import BlindCopy, BlindFile, FormField
from spoiwo.contests.queries.blind import shown_fields
from spoiwo.contests.queries.identity import identity_of
from spoiwo.contests.rules.redaction import Find, Identity, finds, hide
from spoiwo.documents.blinding import Blind, CannotBlind, Rectangle, blind
from spoiwo.files.models import StoredFile

LANGUAGE = "pl"
LOST = "lost"  # the store no longer has it


@dataclass(frozen=True, slots=True)
class MadeFile:
    """The blind copy of one attachment, or why there is none; `order` counts the attachments of the submission."""

    field_key: str
    order: int
    original: int
    made: Blind | None
    failed: str = ""
    hidden: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Made:
    """A blind copy as it is to be stored."""

    title: str
    texts: dict[str, str]
    hidden: list[dict[str, Any]]
    files: list[MadeFile]


def blind_copy(copy: BlindCopy) -> Made:
    """Makes the copy anew by what the clerk said of it; writes nothing. Seconds for each attachment."""
    submission = copy.submission
    identity, kept = identity_of(submission, copy.more), frozenset(copy.keep)
    fields = shown_fields(submission.entry.category_id)
    before = {(one.field_key, one.original_id): one for one in copy.files.all()}
    with override(LANGUAGE):
        labels = {str(kind): str(label) for kind, label in HIDDEN_LABELS.items()}
        texts, hidden = {}, []
        for key, text in (
            ("", submission.title),
            *((one.key, submission.texts.get(one.key, "")) for one in fields),
        ):
            found = finds(identity, text)
            texts[key] = hide(text, found, labels, kept)
            hidden += [{"field": key, **one} for one in summed(found)]
        title = texts.pop("")[:300]
        files = [
            _file(one, order, before.get((one["field"], one["stored"])), identity, kept, labels)
            for order, one in enumerate(shown_files(submission.files, submission.entry.category_id), 1)
        ]
    return Made(title, texts, hidden, files)


def shown_files(files: Iterable[Mapping[str, Any]], category_id: int) -> list[Mapping[str, Any]]:
    """The attachments of a submission that do not as such tell the identity, in order."""
    secret = FormField.objects.filter(category=category_id, is_identity=True).values_list("key", flat=True)
    hidden = set(secret)
    return [one for one in files if one["field"] not in hidden]


def summed(found: Sequence[Find]) -> list[dict[str, Any]]:
    """The finds of one text by their key: kind, wording, the item of the identity behind it, how often."""
    times = Counter(one.key for one in found)
    first = {one.key: one for one in reversed(found)}
    return [
        {
            "key": key,
            "kind": str(first[key].kind),
            "text": first[key].text,
            "source": first[key].source,
            "count": count,
        }
        for key, count in times.items()
    ]


def _file(
    one: Mapping[str, Any],
    order: int,
    before: BlindFile | None,
    identity: Identity,
    kept: Collection[str],
    labels: Mapping[str, str],
) -> MadeFile:
    seen: list[Find] = []

    def find(text: str) -> list[Find]:
        found = finds(identity, text)
        seen.extend(found)
        return [each for each in found if each.key not in kept]

    boxes = [Rectangle(int(box[0]), *box[1:]) for box in before.boxes] if before else []
    stored = StoredFile.objects.get(pk=one["stored"])
    try:
        with stored.content.open("rb") as opened:
            made = blind(opened.read(), find, labels, boxes)
    except CannotBlind as problem:
        return MadeFile(one["field"], order, stored.pk, None, str(problem.reason))
    except FileNotFoundError:
        return MadeFile(one["field"], order, stored.pk, None, LOST)
    return MadeFile(one["field"], order, stored.pk, made, hidden=summed(seen))
