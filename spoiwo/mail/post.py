"""Makes letters out of templates or finished texts and puts them into the outbox."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.template.loader import render_to_string
from django.utils.translation import override

from spoiwo.mail.labels import CHANNELS, STATES
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import EDITABLE, Channel, State
from spoiwo.mail.tasks import deliver

BATCH = 500
# What became of a letter and how it travels, with their words; for filters of upper rooms.
LETTER_STATES = [(state.value, label) for state, label in STATES.items()]
LETTER_CHANNELS = [(channel.value, label) for channel, label in CHANNELS.items()]


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


@dataclass(frozen=True, slots=True)
class Written:
    """A letter whose words are finished, over any channel.

    `to` is an e-mail address, or the number to call; `address` the lines of the envelope, or the e-delivery address.
    `batch` names the letters written together, from the general to the particular: `meetings.campaign:12:invitation`.
    """

    to: str
    subject: str
    text: str
    to_name: str = ""
    channel: Channel = Channel.EMAIL
    address: str = ""
    language: str = "pl"
    about_kind: str = ""
    about_id: int | None = None
    scope: int | None = None
    batch: str = ""
    reply_to: str = ""
    unsubscribe_url: str = ""
    from_name: str = ""


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
    return post_written(_finished(draft) for draft in drafts)


def post_written(letters: Iterable[Written], *, hold: bool = False) -> int:
    """Writes finished letters into the outbox inside the caller's transaction and returns how many.

    Five hundred are in memory at a time. With `hold` they wait until somebody lets them go; else the worker sends
    those that are e-mails once the transaction commits.
    """
    made, count = _rows(letters, State.HELD if hold else State.READY), 0
    while rows := list(islice(made, BATCH)):
        Letter.objects.bulk_create(rows)
        count += len(rows)
    if count and not hold:
        deliver.enqueue()
    return count


def letters_about(kind: str, pk: int) -> QuerySet[Letter]:
    """The letters that serve one record, newest first."""
    return Letter.objects.filter(about_kind=kind, about_id=pk).order_by("-id")


def log_of(kind: str, ids: Iterable[int]) -> list[Letter]:
    """All letters that serve these records, over every channel, oldest first: what a person was ever written."""
    return list(Letter.objects.filter(about_kind=kind, about_id__in=list(ids)).order_by("id"))


def outbox(scope_ids: frozenset[int] | None) -> QuerySet[Letter]:
    """Letters of those partnerships, newest first; None means of the whole installation."""
    letters = Letter.objects.order_by("-id")
    return letters if scope_ids is None else letters.filter(scope_id__in=scope_ids)


def batch_letters(batch: str) -> QuerySet[Letter]:
    """The letters of a batch and of those whose names continue it after a colon, in the order they were written."""
    return Letter.objects.filter(Q(batch=batch) | _continues(batch)).order_by("id")


def progress(batch: str) -> Mapping[State, int]:
    """How many letters of `batch_letters(batch)` are in which state; a state without letters counts 0.

    Two queries that read an index and no letter.
    """
    counts = dict.fromkeys(State, 0)
    for part in (Q(batch=batch), _continues(batch)):
        # By batch and state, as the index is sorted: so nothing has to be sorted for the count.
        groups = Letter.objects.filter(part).values_list("batch", "state").order_by()
        for _batch, state, count in groups.annotate(count=Count("*")):
            counts[State(state)] += count
    return counts


def forget(kind: str, ids: Iterable[int]) -> int:
    """Erases who was written and what, in all letters about these records; rows and states stay for the counts.

    What was still to go does not go any more. Belongs into the transaction of the act that erases the person.
    """
    letters = Letter.objects.filter(about_kind=kind, about_id__in=list(ids))
    letters.filter(state__in=EDITABLE).update(state=State.FAILED)
    return letters.update(
        to="", to_name="", address="", subject="", text="", html="", answer="", unsubscribe_url="", server=""
    )


def _continues(batch: str) -> Q:
    # SQLite orders by bytes, where ";" follows ":"; PostgreSQL may order by a language and has an index for LIKE.
    if connection.vendor == "sqlite":
        return Q(batch__gte=f"{batch}:", batch__lt=f"{batch};")
    return Q(batch__startswith=f"{batch}:")


def _finished(draft: Draft) -> Written:
    subject, body = written(draft)
    return Written(
        to=draft.to,
        subject=subject,
        text=body,
        to_name=draft.to_name,
        language=draft.language,
        about_kind=draft.about_kind,
        about_id=draft.about_id,
        scope=draft.scope,
    )


def _rows(letters: Iterable[Written], state: State) -> Iterator[Letter]:
    """Unsaved rows. Message ids are random, so that nobody forges a bounce of a letter somebody else was sent."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    for letter in letters:
        yield Letter(
            channel=letter.channel,
            state=state,
            to=letter.to.strip(),
            to_name=letter.to_name[:200],
            address=letter.address,
            subject=letter.subject[:300],
            text=letter.text,
            language=letter.language,
            from_name=letter.from_name[:200],
            reply_to=letter.reply_to,
            unsubscribe_url=letter.unsubscribe_url,
            about_kind=letter.about_kind,
            about_id=letter.about_id,
            scope_id=letter.scope,
            batch=letter.batch,
            message_id=f"<{secrets.token_hex(12)}@{host}>",
            server=server_of(letter.to) if letter.channel == Channel.EMAIL else "",
        )


def server_of(address: str) -> str:
    """The part after the @, which names the recipient's server, in lower case."""
    return address.rpartition("@")[2].strip().lower()
