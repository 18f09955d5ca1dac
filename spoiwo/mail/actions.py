"""What a person does with a letter in the outbox."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.audit import Verb
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import State
from spoiwo.mail.tasks import deliver

# What a person may decide; the other moves belong to the sender.
BY_HAND = {
    State.HELD: {State.READY: gettext_lazy("Let it go")},
    State.READY: {State.HELD: gettext_lazy("Hold it back")},
    State.DOUBT: {
        State.SENT: gettext_lazy("It did arrive"),
        State.READY: gettext_lazy("It did not arrive: send it again"),
    },
    State.FAILED: {State.READY: gettext_lazy("Try again")},
}


def ways_on(letter: Letter) -> list[tuple[str, str]]:
    """The states a person may give the letter now, with the words for the buttons."""
    return [(str(state), str(label)) for state, label in BY_HAND.get(State(letter.state), {}).items()]


@transaction.atomic
def move_letter(letter: Letter, state: State, *, by: Actor) -> Letter:
    """Gives the letter another state if it is still in the one the person saw."""
    before = State(letter.state)
    if state not in BY_HAND.get(before, {}):
        raise Refused(_("This letter cannot be moved that way."))
    if not Letter.objects.filter(pk=letter.pk, state=before).update(state=state, not_before=None):
        raise Refused(_("The letter had moved on meanwhile."))
    verb = {State.HELD: Verb.LETTER_HELD, State.SENT: Verb.LETTER_SETTLED}.get(state, Verb.LETTER_RELEASED)
    letter.state = state
    audit.record(verb, letter, by=by, scope=letter.scope_id)
    if state == State.READY:
        deliver.enqueue()
    return letter
