"""What follows from changes in the register below."""

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.partnerships.audit import Verb
from spoiwo.partnerships.models import Partnership, Party, Seat
from spoiwo.register.models import Organisation


@transaction.atomic
def follow_merge(*, kept: Organisation, absorbed: Organisation, by: Actor) -> None:
    """Two records turned out to be one body: parties, seats and offices point to the kept record.

    Refused where both stand as parties of one agreement with acts of their own: a person must decide there.
    """
    both = Party.objects.filter(organisation=absorbed, agreement__parties__organisation=kept)
    for party in both.select_related("agreement"):
        if party.acts.exists() or party.successions.exists():
            raise Refused(
                _("Both records are parties of “%(title)s” with acts of their own. Correct the acts first.")
                % {"title": party.agreement.title}
            )
        party.delete()
    for party in Party.objects.filter(organisation=absorbed).select_related("agreement"):
        party.organisation = kept
        party.save(update_fields=["organisation"])
        audit.record(
            Verb.PARTIES_JOINED, party, by=by, scope=party.agreement.partnership_id,
            kept=kept.pk, absorbed=absorbed.pk,
        )
    Seat.objects.filter(organisation=absorbed).update(organisation=kept)
    Partnership.objects.filter(coordinator=absorbed).update(coordinator=kept)
    Partnership.objects.filter(controller=absorbed).update(controller=kept)
