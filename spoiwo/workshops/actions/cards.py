"""Concept cards in a workshop: each table elaborates one."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.models import Meeting
from spoiwo.projects.models import ConceptCard
from spoiwo.workshops.actions.halls import touch
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Table


@transaction.atomic
def assign_cards(meeting: Meeting, wanted: Mapping[int, int | None], *, by: Actor) -> int:
    """Table → card it elaborates, None for none; how many tables changed. A card may lie on several tables.

    Raises `Refused` for a card of another partnership.
    """
    cards = {one.pk: one for one in ConceptCard.objects.filter(partnership=meeting.partnership_id)}
    if any(pk is not None and pk not in cards for pk in wanted.values()):
        raise Refused(_("There is no such card in this partnership."))
    count = 0
    for table in Table.objects.select_for_update().filter(meeting=meeting, pk__in=wanted):
        card = cards.get(wanted[table.pk] or 0)
        if table.card_id == (card.pk if card else None):
            continue
        table.card = card
        table.save(update_fields=["card"])
        count += 1
        if card:
            trail.link(meeting, card, "elaborated", by=by)
        scope = meeting.partnership_id
        audit.record(Verb.CARD_ASSIGNED, table, by=by, scope=scope, card=card.pk if card else None)
    if count:
        touch(meeting.pk)
    return count
