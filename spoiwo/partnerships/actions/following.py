"""What follows from changes in the register below."""

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.partnerships.audit import Verb
from spoiwo.partnerships.models import Partnership, Party, Seat
from spoiwo.register.models import Merge, Organisation


@transaction.atomic
def follow_merge(merge: Merge, *, kept: Organisation, absorbed: Organisation) -> None:
    """Two records turned out to be one body: parties, seats and offices point to the kept record.

    Refused where both stand as parties of one agreement with acts of their own: a person must decide there.
    What was moved is noted in the merge, so that undoing it moves the same back.
    """
    both = Party.objects.filter(organisation=absorbed, agreement__parties__organisation=kept)
    for party in both.select_related("agreement"):
        if party.acts.exists() or party.successions.exists():
            raise Refused(
                _("Both records are parties of “%(title)s” with acts of their own. Correct the acts first.")
                % {"title": party.agreement.title}
            )
        party.delete()
    parties = list(Party.objects.filter(organisation=absorbed).select_related("agreement"))
    seats = list(Seat.objects.filter(organisation=absorbed).values_list("pk", flat=True))
    offices = {
        field: list(Partnership.objects.filter(**{field: absorbed}).values_list("pk", flat=True))
        for field in ("coordinator", "controller")
    }
    for party in parties:
        party.organisation = kept
        party.save(update_fields=["organisation"])
        _record(party, merge, absorbed)
    Seat.objects.filter(pk__in=seats).update(organisation=kept)
    for field, ids in offices.items():
        Partnership.objects.filter(pk__in=ids).update(**{field: kept})
    merge.moved = {**merge.moved, "parties": [party.pk for party in parties], "seats": seats, **offices}
    merge.save(update_fields=["moved"])


@transaction.atomic
def follow_unmerge(merge: Merge, *, absorbed: Organisation) -> None:
    """Gives the separated record back what the joining took from it."""
    parties = Party.objects.filter(pk__in=merge.moved.get("parties", [])).select_related("agreement")
    for party in parties:
        party.organisation = absorbed
        party.save(update_fields=["organisation"])
        _record(party, merge, absorbed)
    Seat.objects.filter(pk__in=merge.moved.get("seats", [])).update(organisation=absorbed)
    for field in ("coordinator", "controller"):
        Partnership.objects.filter(pk__in=merge.moved.get(field, [])).update(**{field: absorbed})


def _record(party: Party, merge: Merge, absorbed: Organisation) -> None:
    by = Actor(user_id=merge.made_by_id)
    audit.record(
        Verb.PARTIES_JOINED,
        party,
        by=by,
        scope=party.agreement.partnership_id,
        merge=merge.pk,
        absorbed=absorbed.pk,
    )
