"""The card that begins where a laureate agreed to publish a practice, and ends where the consent is taken back."""

from django.db import transaction

from spoiwo.contests.models import Award
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.partnerships.models import Partnership
from spoiwo.practices import emails
from spoiwo.practices.actions.practices import move_practice, start_practice
from spoiwo.practices.models import Practice
from spoiwo.practices.rules.states import UNDER_REVIEW, PracticeState


@transaction.atomic
def card_of_award(award: Award) -> Practice | None:
    """A card with the laureate's words in the partnership the laureate coordinates, else in the contest's.

    Never a second one for the same award; None where there is one already, or that partnership has a card of that title.
    """
    if Practice.objects.filter(award=award).exists():
        return None
    own = Partnership.objects.filter(coordinator=award.organisation_id, ended_on=None).order_by("pk").first()
    partnership = own if own and award.organisation_id else award.edition.contest.partnership
    title = award.practice or (award.entry.title if award.entry else award.organisation_name)
    try:
        # The laureate's consent stands whatever becomes of the card.
        with transaction.atomic():
            return start_practice(
                partnership,
                by=SYSTEM,
                origin=award,
                award=award,
                title=title[:200],
                actions=award.practice_text,
                owner=award.organisation_name,
                organisation=award.organisation,
                place=award.place,
                contact=award.consented_by,
            )
    except Refused:
        return None


@transaction.atomic
def take_back_card(award: Award) -> Practice | None:
    """The card of an award whose laureate took the consent back: out of the catalogue, or out of the check.

    The people who write it are told: the words may be theirs by now, so it is for them to ask the laureate or to remove it.
    """
    card = Practice.objects.filter(award=award).select_for_update(of=("self",)).first()
    if card is None or card.state == PracticeState.WITHDRAWN:
        return card
    if card.state == PracticeState.PUBLISHED:
        card = move_practice(card, PracticeState.WITHDRAWN, by=SYSTEM)
    elif card.state in UNDER_REVIEW:
        card = move_practice(card, PracticeState.DRAFT, by=SYSTEM)
    post(emails.consent_letters(card))
    return card
