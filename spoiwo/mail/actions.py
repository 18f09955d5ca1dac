"""What a person does with letters in the outbox: moves and edits one, moves a whole batch."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Count, F
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.audit import Verb
from spoiwo.mail.labels import BATCH_DONE, BATCH_MOVES, move_label
from spoiwo.mail.models import Letter
from spoiwo.mail.post import batch_letters, server_of
from spoiwo.mail.rules import EDITABLE, Channel, State, by_hand
from spoiwo.mail.tasks import deliver


def ways_on(letter: Letter) -> list[tuple[str, str]]:
    """The states a person may give the letter now, with the words for the buttons."""
    channel, before = Channel(letter.channel), State(letter.state)
    return [
        (after.value, str(move_label(channel, before, after)))
        for after in State
        if after in by_hand(channel, before)
    ]


@transaction.atomic
def move_letter(letter: Letter, state: State, *, by: Actor) -> Letter:
    """Gives the letter another state if it is still in the one the person saw; raises `Refused`."""
    before = State(letter.state)
    if state not in by_hand(letter.channel, before):
        raise Refused(_("This letter cannot be moved that way."))
    if not Letter.objects.filter(pk=letter.pk, state=before).update(state=state, **_beside(state, before)):
        raise Refused(_("The letter had moved on meanwhile."))
    letter.refresh_from_db()
    audit.record(_verb(before, state), letter, by=by, scope=letter.scope_id)
    if state == State.READY and letter.channel == Channel.EMAIL:
        deliver.enqueue()
    return letter


@transaction.atomic
def edit_letter(letter: Letter, *, by: Actor, subject: str, text: str, to: str) -> Letter:
    """Writes the letter anew while it is held or waits; raises `Refused` with the field, or if it went meanwhile.

    The sender claims a letter only with the words it has read, so never with half of an edit.
    """
    subject, text, to = " ".join(subject.split()), text.replace("\r\n", "\n").strip() + "\n", to.strip()
    if not subject or len(subject) > 300:
        raise Refused(_("A letter needs a subject of at most 300 characters."), "subject")
    if letter.channel == Channel.EMAIL:
        try:
            validate_email(to)
        except ValidationError:
            raise Refused(_("This is not an e-mail address."), "to") from None
    as_read = {"subject": letter.subject, "text": letter.text, "to": letter.to, "state__in": EDITABLE}
    server = server_of(to) if letter.channel == Channel.EMAIL else ""
    changed = Letter.objects.filter(pk=letter.pk, **as_read).update(
        subject=subject, text=text, to=to, server=server
    )
    if not changed:
        raise Refused(_("The letter had moved on meanwhile."))
    letter.refresh_from_db()
    audit.record(Verb.LETTER_EDITED, letter, by=by, scope=letter.scope_id)
    return letter


def ways_of_batch(batch: str, scope: int | None) -> list[tuple[str, str, int]]:
    """What can be done with a whole batch now: value and words of the button, and how many letters it moves.

    The value is read back by `read_way`. One query.
    """
    letters = batch_letters(batch).filter(scope_id=scope).order_by().values_list("channel", "state")
    counts = Counter({(channel, state): count for channel, state, count in letters.annotate(Count("id"))})
    found = []
    for (before, after), label in BATCH_MOVES.items():
        count = sum(counts[channel, before] for channel in Channel)
        found.append((f"{before}.{after}.", str(label), count))
    for channel, label in BATCH_DONE.items():
        found.append((f"{State.READY}.{State.SENT}.{channel}", str(label), counts[channel, State.READY]))
    return [way for way in found if way[2]]


def read_way(value: str) -> tuple[State, State, Channel | None]:
    """A button's value as states and channel; raises ValueError for anything else."""
    before, after, channel = value.split(".")
    return State(before), State(after), Channel(channel) if channel else None


@transaction.atomic
def move_batch(
    batch: str,
    scope: int | None,
    from_state: State,
    to_state: State,
    *,
    by: Actor,
    channel: Channel | None = None,
) -> int:
    """Moves all letters of the batch (see `batch_letters`) that are in `from_state`, and returns how many.

    Holds back, lets go, or notes what people carried (posted, delivered, called, returned). Letters of a channel that
    does not know the move stay; `channel` narrows it further. One update and one line in the history; raises
    `Refused` for a move that nobody may make with many letters at once.
    """
    knowing = [one for one in ([channel] if channel else Channel) if to_state in by_hand(one, from_state)]
    if not knowing or not batch or from_state in {State.DOUBT, State.FAILED}:
        raise Refused(_("These letters cannot be moved that way."))
    letters = batch_letters(batch).filter(scope_id=scope, channel__in=knowing, state=from_state)
    first = letters.first()
    count = letters.order_by().update(state=to_state, **_beside(to_state, from_state))
    if first is not None and count:
        audit.record(_verb(from_state, to_state), first, by=by, scope=scope, batch=batch, count=count)
        if to_state == State.READY:
            deliver.enqueue()
    return count


def _beside(state: State, before: State) -> dict[str, object]:
    """What else a move changes: a letter let go may go at once, one tried again has all its attempts before it."""
    if state == State.READY:
        return {"not_before": None} | ({"attempt_count": 0} if before == State.FAILED else {})
    if state == State.SENT and before != State.RETURNED:
        return {"sent_at": F("claimed_at") if before == State.DOUBT else timezone.now()}
    return {}


def _verb(before: State, state: State) -> Verb:
    if state == State.SENT:
        return Verb.LETTER_CARRIED if before == State.READY else Verb.LETTER_SETTLED
    return {State.HELD: Verb.LETTER_HELD, State.RETURNED: Verb.LETTER_RETURNED}.get(
        state, Verb.LETTER_RELEASED
    )
