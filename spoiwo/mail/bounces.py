"""Takes notices of mail servers to heart: the letter has bounced, its address is marked.

A notice counts only where it names the Message-ID of a letter of ours and that letter's own addressee: so nobody can
have an address marked that we have not written to, and a bounce of a forwarded copy is not laid at the addressee's door.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import transaction

from spoiwo.mail.composing import Unsendable, envelope_address
from spoiwo.mail.marks import mark
from spoiwo.mail.models import Letter
from spoiwo.mail.notices import Kind, Notice, notices_in
from spoiwo.mail.rules import MAY_BOUNCE, Channel, Mark, State


@dataclass(slots=True)
class Tally:
    """What a mailbox held; a notice that was there before counts as known."""

    messages: int = 0
    bounced: int = 0
    delayed: int = 0
    complaints: int = 0
    known: int = 0
    strange: int = 0

    def __str__(self) -> str:
        return ", ".join(f"{name} {count}" for name, count in asdict(self).items())


def take_in(messages: Iterable[bytes]) -> Tally:
    """Reads messages one by one and counts what they were; the same message twice changes nothing."""
    tally = Tally()
    for content in messages:
        take_one(content, tally)
    return tally


def take_one(content: bytes, tally: Tally) -> bool:
    """One message, in a transaction of its own; whether it was a notice at all, ours or not."""
    notices = notices_in(content)
    tally.messages += 1
    for notice in notices:
        with transaction.atomic():
            word = _take(notice)
        setattr(tally, word, getattr(tally, word) + 1)
    return bool(notices)


def _take(notice: Notice) -> str:
    letter = _letter_of(notice)
    if letter is None:
        return "strange"
    if notice.kind == Kind.COMPLAINT:
        return "complaints" if mark(letter.to, Mark.COMPLAINT) else "known"
    one = Letter.objects.filter(pk=letter.pk)
    if notice.kind == Kind.DELAYED:
        is_new = one.filter(state__in=MAY_BOUNCE).exclude(answer=notice.reason).update(answer=notice.reason)
        return "delayed" if is_new else "known"
    if not one.filter(state__in=MAY_BOUNCE).update(state=State.BOUNCED, answer=notice.reason):
        return "known"
    if notice.is_final:
        mark(letter.to, Mark.BOUNCED, note=notice.reason)
    return "bounced"


def _letter_of(notice: Notice) -> Letter | None:
    sent = Letter.objects.filter(channel=Channel.EMAIL, message_id__in=notice.message_ids)
    return next((letter for letter in sent if _spellings(letter.to) & notice.recipients), None)


def _spellings(address: str) -> set[str]:
    """Servers write a domain with Polish letters in its ASCII form."""
    try:
        return {address.lower(), envelope_address(address).lower()}
    except Unsendable:
        return {address.lower()} - {""}
