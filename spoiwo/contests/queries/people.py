"""What a person is in an edition, and which entries a conflict of interest shuts the person out of."""

from spoiwo.contests.models import Conflict, Edition, Member
from spoiwo.contests.permissions import edition_verbs
from spoiwo.contests.rules.states import MemberKind, Strength
from spoiwo.kit.actor import Actor


def kinds_of(edition: Edition, actor: Actor) -> frozenset[str]:
    """The roles the actor holds in this edition; one query, none for who is not signed in."""
    if not actor.is_known:
        return frozenset()
    held = Member.objects.filter(edition=edition, user=actor.user_id, stopped_at=None)
    return frozenset(held.values_list("kind", flat=True))


def verbs_over(edition: Edition, actor: Actor) -> set[str]:
    """What the actor may do with this edition."""
    return edition_verbs(
        actor,
        partnership_id=edition.contest.partnership_id,
        state=edition.state,
        kinds=kinds_of(edition, actor),
        is_blind=edition.is_blind,
    )


def shut_out_of(edition: Edition, actor: Actor) -> frozenset[int]:
    """Ids of the entries the actor may learn nothing of: neither texts nor readers, scores or places."""
    barred = Conflict.objects.filter(
        entry__edition=edition, member__user=actor.user_id, strength=Strength.BAR, is_dismissed=False
    )
    return frozenset(barred.values_list("entry_id", flat=True))


def jury_of(edition: Edition) -> list[Member]:
    """Chair and jurors in the order of their appointment, those who stopped too."""
    jury = Member.objects.filter(edition=edition, kind__in=[MemberKind.CHAIR, MemberKind.JUROR])
    return list(jury.select_related("user", "organisation").prefetch_related("categories"))
