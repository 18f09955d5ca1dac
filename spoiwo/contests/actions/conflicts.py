"""Conflicts of interest: searched in the records, stated by members, entered and settled by the office."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.actions.ranking import forget_ranking
from spoiwo.contests.audit import Verb
from spoiwo.contests.labels import SETTLED_SENTENCE
from spoiwo.contests.models import Conflict, Edition, Entry, Member, Reading
from spoiwo.contests.queries.conflicts import SHUTS, can_confirm, entrants_for, roles_of
from spoiwo.contests.queries.connections import connections_of
from spoiwo.contests.rules.conflicts import ORDER, STATED, may_settle
from spoiwo.contests.rules.states import SETTLED, EditionState, ReadingState, Source, Strength, Tie
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused
from spoiwo.polish import fold


@transaction.atomic
def search_conflicts(edition: Edition, *, by: Actor) -> int:
    """Adds what the records know and returns how many are new; a second search adds nothing.

    Nothing is taken away, not even where a record was corrected: else a person could lift a bar of their own by changing
    the record. The office dismisses it with a reason. What nobody has settled becomes stronger where the records say so.
    A constant number of queries, besides one insert for a thousand conflicts.
    """
    if edition.state in SETTLED:
        return 0
    rows = Conflict.objects.filter(entry__edition=edition, source=Source.RECORDS).select_related("member")
    there = {(one.entry_id, one.member.user_id, one.tie): one for one in rows}
    users = dict(edition.members.values_list("pk", "user"))
    made, raised = [], []
    for (entry, member), ties in connections_of(edition, on=today()).items():
        for found in ties:
            before = there.get((entry, users[member], found.tie))
            if before is None:
                made.append(
                    Conflict(
                        entry_id=entry,
                        member_id=member,
                        source=Source.RECORDS,
                        tie=found.tie,
                        strength=found.strength,
                        note=found.note[:300],
                    )
                )
            elif not before.settled_because and ORDER.index(before.strength) < ORDER.index(found.strength):
                before.strength, before.note = found.strength, found.note[:300]
                raised.append(before)
    Conflict.objects.bulk_create(made, batch_size=1000)
    Conflict.objects.bulk_update(raised, ["strength", "note"], batch_size=500)
    shut_out(edition, [*made, *raised])
    if made or raised:
        scope = edition.contest.partnership_id
        audit.record(Verb.CONFLICTS_COMPUTED, edition, by=by, scope=scope, count=len(made) + len(raised))
    return len(made)


@transaction.atomic
def confirm(edition: Edition, said: Mapping[str, tuple[str, str]], name: str, *, by: Actor) -> list[Member]:
    """The person went through the list of entrants: token → (tie, details), and signs the declaration by name.

    Raises `Refused` where the list can no longer be confirmed, the name is another's, or a reason needs words.
    """
    roles = roles_of(edition, by)
    if not roles or not can_confirm(roles[0]):
        raise Refused(_("The list of entrants cannot be confirmed now."))
    if fold(name) != fold(roles[0].user.name):
        raise Refused(_("Sign with your name and surname as they stand in your account."), "name")
    by_token = {one.token: one for one in entrants_for(roles[0])}
    made = []
    for token, (tie, note) in said.items():
        if tie == Tie.OTHER and not note.strip():
            raise Refused(_("Say in a few words what connects you."), f"note-{token}")
        for pk in by_token[token].entry_ids if token in by_token else ():
            made.append(_stated(pk, roles[0], Tie(tie), note))
    shut_out(edition, made)
    now = timezone.now()
    scope = edition.contest.partnership_id
    Member.objects.filter(pk__in=[one.pk for one in roles]).update(confirmed_at=now, declared_at=now)
    for conflict in made:
        audit.record(Verb.CONFLICT_STATED, roles[0], by=by, scope=scope, conflict=conflict.pk)
    audit.record(Verb.IMPARTIALITY_DECLARED, roles[0], by=by, scope=scope, conflicts=len(made))
    return roles


@transaction.atomic
def state_conflict(
    entry: Entry, member: Member, *, tie: str, strength: str, note: str, by: Actor
) -> Conflict:
    """The office enters a conflict; of one kind each pair has one."""
    _unsettled(entry.edition)
    conflict, is_new = Conflict.objects.get_or_create(
        entry=entry,
        member=member,
        source=Source.SECRETARY,
        tie=tie,
        defaults={"strength": strength, "note": note.strip()[:300]},
    )
    if not is_new:
        raise Refused(_("This connection has been entered already; settle it in the list."), "tie")
    shut_out(entry.edition, [conflict])
    scope = entry.edition.contest.partnership_id
    audit.record(Verb.CONFLICT_STATED, member, by=by, scope=scope, conflict=conflict.pk)
    return conflict


@transaction.atomic
def settle_conflict(conflict: Conflict, outcome: str, reason: str, *, by: Actor) -> Conflict:
    """Dismisses a conflict (`outcome` empty) or gives it another strength, with the reason that stays on record.

    Raises `Refused` for a conflict of the person who settles: whoever is concerned does not decide.
    """
    edition = conflict.entry.edition
    _unsettled(edition)
    if not may_settle(conflicts_user=conflict.member.user_id, actor_user=by.user_id):
        raise Refused(_("Nobody settles a conflict of their own. Another person of the office can."))
    conflict.is_dismissed = not outcome
    conflict.strength = outcome or conflict.strength
    conflict.settled_because, conflict.settled_by_name = reason.strip()[:300], by.name
    conflict.save(update_fields=["is_dismissed", "strength", "settled_because", "settled_by_name"])
    shut_out(edition, [conflict])
    facts = {"conflict": conflict.pk, "outcome": outcome or "dismissed"}
    audit.record(Verb.CONFLICT_SETTLED, conflict.member, by=by, scope=edition.contest.partnership_id, **facts)
    return conflict


def shut_out(edition: Edition, conflicts: Iterable[Conflict]) -> int:
    """Takes the entries away from members whom these conflicts shut out; what they scored stops counting.

    `recused_because` stays empty then: the conflict itself says why, and the pair may return when it is dismissed.
    """
    shut = [one for one in conflicts if one.strength in SHUTS and not one.is_dismissed]
    users = dict(Member.objects.filter(pk__in={one.member_id for one in shut}).values_list("pk", "user"))
    pairs = {(one.entry_id, users[one.member_id]) for one in shut}
    readings = _readings({entry for entry, _user in pairs})
    lost = [pk for pk, entry, user in readings if (entry, user) in pairs]
    Reading.objects.filter(pk__in=lost).update(state=ReadingState.RECUSED)
    if lost and edition.state == EditionState.DELIBERATION:
        forget_ranking(edition)
    return len(lost)


def _readings(entries: set[int]) -> QuerySet:
    rows = Reading.objects.filter(entry__in=entries).exclude(state=ReadingState.RECUSED)
    return rows.values_list("pk", "entry", "member__user")


def _stated(entry_pk: int, member: Member, tie: Tie, note: str) -> Conflict:
    conflict, _is_new = Conflict.objects.get_or_create(
        entry_id=entry_pk,
        member=member,
        source=Source.MEMBER,
        tie=tie,
        defaults={"strength": STATED.get(tie, Strength.BAR), "note": note.strip()[:300]},
    )
    return conflict


def _unsettled(edition: Edition) -> None:
    if edition.state in SETTLED:
        raise Refused(SETTLED_SENTENCE)
