"""The audience votes: a voice, its confirmation, the award."""

import datetime as dt
import hmac
import secrets
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.emails import audience as emails
from spoiwo.contests.models import Award, Edition, Entry, Voice
from spoiwo.contests.queries.audience import candidates, shows_entries, voices_of
from spoiwo.contests.rules.audience import is_open, one_address, winners
from spoiwo.contests.rules.states import AwardKind, EntryState
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.polish import fold

MOST_LETTERS = 3  # to one address and category: nobody's mailbox is filled by somebody else's presses


@transaction.atomic
def cast_voice(entry: Entry, email: str, *, at: dt.datetime) -> None:
    """Keeps a voice that does not count yet and writes to the address. The same address in the same category changes its
    choice until it has been confirmed; afterwards nothing is written, and nobody learns whether an address has voted."""
    edition = entry.edition
    if not shows_entries(edition) or not is_open(at, edition.audience_from, edition.audience_until):
        raise Refused(_("The audience does not vote at this moment."))
    if not candidates(edition).filter(pk=entry.pk).exists():
        raise Refused(_("Choose one of the entries."), "entry")
    voice, _made = Voice.objects.select_for_update().get_or_create(
        category=entry.category,
        address_hash=hash_of(email),
        defaults={"entry": entry, "secret": secrets.token_urlsafe(32)},
    )
    if voice.confirmed_at or voice.letters >= MOST_LETTERS:
        return
    voice.entry, voice.letters = entry, voice.letters + 1
    voice.save(update_fields=["entry", "letters"])
    post([emails.confirmation(voice, email)])


@transaction.atomic
def confirm_voice(voice: Voice, *, at: dt.datetime) -> Voice:
    """The voice counts from now on; pressing again changes nothing."""
    held = Voice.objects.select_for_update(of=("self",)).select_related("entry__edition").get(pk=voice.pk)
    edition = held.entry.edition
    if held.confirmed_at is None:
        if not is_open(at, edition.audience_from, edition.audience_until):
            raise Refused(_("The vote of the audience is over."))
        held.confirmed_at = at
        held.save(update_fields=["confirmed_at"])
    return held


@transaction.atomic
def award_audience(edition: Edition, *, by: Actor, at: dt.datetime) -> list[Award]:
    """After the end of the vote: the audience's award in each category, to several where they tie."""
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if held.audience_until is None or at <= held.audience_until:
        raise Refused(_("The voices are counted after the vote has ended."))
    if held.awards.filter(kind=AwardKind.AUDIENCE).exists():
        raise Refused(_("The voices have been counted already."))
    if not shows_entries(held):
        raise Refused(_("The audience’s award is given beside those of the commission."))
    made = [
        _awarded(entry, is_tied=len(chosen) > 1)
        for counts in voices_of(held).values()
        if (chosen := winners(counts))
        for entry in Entry.objects.filter(pk__in=chosen, state=EntryState.ADMITTED).order_by("code")
    ]
    audit.record(Verb.VOICES_COUNTED, held, by=by, scope=held.contest.partnership_id, awards=len(made))
    return made


def hash_of(email: str) -> str:
    """The address as it is kept: nobody without the installation's key can tell whose it is."""
    return hmac.new(settings.SECRET_KEY.encode(), one_address(email).encode(), sha256).hexdigest()


def _awarded(entry: Entry, *, is_tied: bool) -> Award:
    return Award.objects.create(
        edition_id=entry.edition_id,
        entry=entry,
        category_id=entry.category_id,
        kind=AwardKind.AUDIENCE,
        name=_("audience award"),
        is_ex_aequo=is_tied,
        order=90,
        organisation_id=entry.organisation_id,
        organisation_name=entry.organisation_name,
        place_id=entry.place_id,
        practice=entry.title,
        name_key=fold(entry.organisation_name)[:700],
    )
