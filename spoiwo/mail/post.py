"""Makes letters out of templates and puts them into the outbox."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from email.utils import make_msgid
from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.translation import override

from spoiwo.mail.models import Letter
from spoiwo.mail.rules import Channel
from spoiwo.mail.tasks import deliver


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter before it is written: `template` names `<room>/email/<name>` (its .txt starts with the subject)."""

    to: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    language: str = "pl"
    to_name: str = ""
    about_kind: str = ""
    about_id: int | None = None
    scope: int | None = None


# What became of a letter, with its words; for filters of upper rooms.
LETTER_STATES = list(Letter._meta.get_field("state").flatchoices)  # type: ignore[union-attr]
_samples: dict[str, Callable[[], Draft]] = {}


def register(name: str, sample: Callable[[], Draft]) -> None:
    """A room's `apps.py` gives here a letter filled with sample data, for /ui/letters/."""
    _samples[name] = sample


def samples() -> Mapping[str, Callable[[], Draft]]:
    """Every kind of letter with a maker of its sample."""
    return _samples


def written(draft: Draft) -> tuple[str, str]:
    """Subject and body of the letter in its own language."""
    with override(draft.language):
        subject, _, body = (
            render_to_string(f"{draft.template}.txt", dict(draft.context)).strip().partition("\n")
        )
    return subject.strip(), body.strip() + "\n"


def post(drafts: Iterable[Draft]) -> int:
    """Writes letters into the outbox inside the caller's transaction; the worker sends them once it commits."""
    letters = [_letter(draft) for draft in drafts]
    Letter.objects.bulk_create(letters, batch_size=200)
    if letters:
        deliver.enqueue()
    return len(letters)


def letters_about(kind: str, pk: int) -> QuerySet[Letter]:
    """The letters that serve one record, newest first."""
    return Letter.objects.filter(about_kind=kind, about_id=pk).order_by("-id")


def outbox(scope_ids: frozenset[int] | None) -> QuerySet[Letter]:
    """Letters of those partnerships, newest first; None means of the whole installation."""
    letters = Letter.objects.order_by("-id")
    return letters if scope_ids is None else letters.filter(scope_id__in=scope_ids)


def _letter(draft: Draft) -> Letter:
    subject, body = written(draft)
    return Letter(
        channel=Channel.EMAIL,
        to=draft.to,
        to_name=draft.to_name,
        subject=subject[:300],
        text=body,
        language=draft.language,
        about_kind=draft.about_kind,
        about_id=draft.about_id,
        scope_id=draft.scope,
        message_id=make_msgid(domain="spoiwo.local"),
    )
