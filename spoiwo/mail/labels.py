"""Words of the outbox: channels, states, and the buttons that move a letter on."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.mail.rules import Channel, Mark, State

CHANNELS: dict[Channel, str | Promise] = {
    Channel.EMAIL: pgettext_lazy("channel", "e-mail"),
    Channel.LETTER: pgettext_lazy("channel", "paper letter"),
    Channel.E_DELIVERY: pgettext_lazy("channel", "e-delivery"),
    Channel.PHONE: pgettext_lazy("channel", "phone call"),
}
STATES: dict[State, str | Promise] = {
    State.HELD: _("held"),
    State.READY: _("waiting to be sent"),
    State.CLAIMED: _("being sent"),
    State.SENT: _("sent"),
    State.DOUBT: _("in doubt"),
    State.FAILED: _("not accepted"),
    State.BOUNCED: _("bounced"),
    State.RETURNED: _("returned by the post"),
}
MARKS: dict[Mark, str | Promise] = {
    Mark.BOUNCED: _("letters to it bounce"),
    Mark.UNSUBSCRIBED: _("wants no more letters"),
    Mark.COMPLAINT: _("called a letter spam"),
}
# (from, to) → the words on the button; a channel's own words go before these
MOVES: dict[tuple[State, State], str | Promise] = {
    (State.HELD, State.READY): _("Let it go"),
    (State.READY, State.HELD): _("Hold it back"),
    (State.DOUBT, State.SENT): _("It did arrive"),
    (State.DOUBT, State.READY): _("It did not arrive: send it again"),
    (State.FAILED, State.READY): _("Try again"),
    (State.FAILED, State.HELD): _("Hold it back, to correct it"),
    (State.SENT, State.RETURNED): _("It came back"),
    (State.RETURNED, State.SENT): _("It did not come back after all"),
}
DONE: dict[Channel, str | Promise] = {
    Channel.LETTER: _("It has been posted"),
    Channel.E_DELIVERY: _("It has been delivered"),
    Channel.PHONE: _("The call has been made"),
}
# The same for all letters of a batch that are in a state.
BATCH_MOVES: dict[tuple[State, State], str | Promise] = {
    (State.HELD, State.READY): _("Let all held letters go"),
    (State.READY, State.HELD): _("Hold all waiting letters back"),
}
BATCH_DONE: dict[Channel, str | Promise] = {
    Channel.LETTER: _("All paper letters have been posted"),
    Channel.E_DELIVERY: _("All have been delivered electronically"),
    Channel.PHONE: _("All calls have been made"),
}


def move_label(channel: Channel, before: State, after: State) -> str | Promise:
    """What the button says that moves a letter of that channel."""
    return DONE[channel] if (before, after) == (State.READY, State.SENT) else MOVES[before, after]
