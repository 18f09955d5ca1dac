"""Who on a list of addressees can be invited, and which two entries mean one addressee."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from spoiwo.polish import fold
from spoiwo.register.rules import Channel
from spoiwo.register.rules.names import plain_name


class Trouble(StrEnum):
    """What is wrong with an addressee as a whole; single values have `register.rules.values.Problem`."""

    NOBODY = "nobody"
    UNREACHABLE = "unreachable"
    DUPLICATE = "duplicate"
    SHARED_MAILBOX = "shared_mailbox"
    CHANNEL_CLOSED = "channel_closed"
    MORE_ADDRESSES = "more_addresses"


# The others are for a person to look at, but the addressee can be invited.
BLOCKING = frozenset({Trouble.NOBODY, Trouble.UNREACHABLE, Trouble.DUPLICATE})

# The order in which a channel is chosen where none was asked for.
CHANNELS = (Channel.EMAIL, Channel.LETTER, Channel.E_DELIVERY, Channel.PHONE)


class Identity(NamedTuple):
    """What one addressee is told from another by; empty texts are not known."""

    email: str = ""
    name: str = ""
    organisation: str = ""
    function: str = ""
    commune: str = ""
    town: str = ""


class Match(NamedTuple):
    """The earlier entry (its place in the list, from 0) that an entry repeats or shares a mailbox with."""

    earlier: int
    trouble: Trouble


def find_repeated(people: Iterable[Identity]) -> dict[int, Match]:
    """Entries that repeat an earlier one, by their place in the list; to compare with known addressees, put those first.

    The same mailbox is the same addressee unless two names (or, without names, two functions) say otherwise: then it is a
    secretariat's, which is told but does no harm. Without a common mailbox, a person of one name in one organisation is
    one addressee, and so is an unnamed function in it, unless commune or town differ. Three microseconds an entry.
    """
    by_mailbox: dict[str, list[int]] = {}
    by_post: dict[tuple[str, str], list[int]] = {}
    keys: list[Identity] = []
    found: dict[int, Match] = {}
    for place, (email, name, organisation, function, commune, town) in enumerate(people):
        email, name, organisation = email.lower(), fold(name), plain_name(organisation)
        function, town = function and plain_name(function), town and plain_name(town)
        keys.append(key := Identity(email, name, organisation, function, commune, town))
        sharing = by_mailbox.setdefault(email, []) if email else []
        posts = by_post.setdefault((organisation, name or function), [])
        same = [other for other in sharing if _may_be_one(keys[other], key)] if sharing else ()
        same = same or ([other for other in posts if _holds_one_post(keys[other], key)] if posts else ())
        if same:
            found[place] = Match(same[0], Trouble.DUPLICATE)
            continue
        if sharing:
            found[place] = Match(sharing[0], Trouble.SHARED_MAILBOX)
        sharing.append(place)
        posts.append(place)
    return found


def _may_be_one(one: Identity, other: Identity) -> bool:
    """Of two with one mailbox."""
    if one.name and other.name:
        return one.name == other.name
    return one.function == other.function or not (one.function and other.function)


def _holds_one_post(one: Identity, other: Identity) -> bool:
    """Of two with equal organisation and equal name or function."""
    if bool(one.name) != bool(other.name):
        return False
    if not one.organisation:
        return bool(one.name and one.town and one.town == other.town and one.commune == other.commune)
    return not any(a and b and a != b for a, b in ((one.commune, other.commune), (one.town, other.town)))


def has_post(street: str, postcode: str, town: str) -> bool:
    """Whether a letter would arrive: two of the three are needed, for a village may have no streets."""
    return bool((street and (town or postcode)) or (town and postcode))


def channel_of(
    asked: str, *, email: str, phone: str, e_delivery: str, street: str, postcode: str, town: str
) -> tuple[str, Trouble | None]:
    """The channel an addressee is invited by, empty where none is open, and what is to be told about it."""
    is_open = {
        Channel.EMAIL: email, Channel.LETTER: has_post(street, postcode, town), Channel.E_DELIVERY: e_delivery,
        Channel.PHONE: phone,
    }  # fmt: skip
    if asked and is_open[Channel(asked)]:
        return asked, None
    usual = next((channel for channel in CHANNELS if is_open[channel]), None)
    if usual is None:
        return "", Trouble.UNREACHABLE
    return usual, Trouble.CHANNEL_CLOSED if asked else None
