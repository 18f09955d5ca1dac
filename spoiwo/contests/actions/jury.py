"""The commission and its office: appointed, changed, stopped before the end."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.accounts.actions import invite_user
from spoiwo.accounts.models import User
from spoiwo.contests.actions.conflicts import search_conflicts
from spoiwo.contests.audit import Verb
from spoiwo.contests.emails import jury as emails
from spoiwo.contests.labels import SETTLED_SENTENCE
from spoiwo.contests.models import Category, Edition, Member, Reading
from spoiwo.contests.permissions import KEEPERS
from spoiwo.contests.rules.states import JURY, OFFICE, SETTLED, MemberKind, ReadingState
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.partnerships.models import RoleGrant


@transaction.atomic
def add_member(
    edition: Edition,
    *,
    email: str,
    name: str,
    kind: str,
    by: Actor,
    categories: Iterable[Category] = (),
    **fields: Any,
) -> Member:
    """Appoints somebody and says so in a letter; who has no account yet is invited by another.

    Raises `Refused` for a second chair, a role held already, and a chair who would be a juror besides.
    """
    _held(edition)
    user, _is_new = invite_user(email, name, by=by)
    _refuse_both_sides(edition, user, kind)
    others = edition.members.filter(kind=kind) if kind == MemberKind.CHAIR else edition.members.none()
    if others.filter(stopped_at=None).exclude(user=user).exists():
        raise Refused(_("This commission has a chair already. There is only one."), "kind")
    roles = {one.kind: one for one in edition.members.filter(user=user)}
    if kind in JURY and any(one.kind in JURY and not one.stopped_at for one in roles.values()):
        raise Refused(_("This person sits on the commission already."), "email")
    if (before := roles.get(kind)) and not before.stopped_at:
        raise Refused(_("This person has that role already."), "email")
    member = before or Member(edition=edition, user=user, kind=kind)
    member.stopped_at, member.stopped_because = None, ""
    for key, value in fields.items():
        setattr(member, key, value)
    member.save()
    member.categories.set(categories)
    audit.record(Verb.MEMBER_ADDED, member, by=by, scope=edition.contest.partnership_id, kind=str(kind))
    post([emails.appointment(member, by.name)])
    search_conflicts(edition, by=by)
    return member


@transaction.atomic
def edit_member(member: Member, *, by: Actor, categories: Sequence[Category] = (), **fields: Any) -> Member:
    """Function, organisation, greatest number of entries, categories; what was assigned stays."""
    edition = _held(member.edition)
    for key, value in fields.items():
        setattr(member, key, value)
    member.save(update_fields=list(fields))
    member.categories.set(categories)
    audit.record(Verb.MEMBER_EDITED, member, by=by, scope=edition.contest.partnership_id)
    search_conflicts(edition, by=by)
    return member


@transaction.atomic
def stop_member(member: Member, reason: str, *, by: Actor) -> int:
    """The person leaves before the end; returns how many entries must be assigned to somebody else.

    Submitted score cards stay and count. Entries not begun are free again; unfinished cards stay on record, uncounted.
    """
    edition = _held(member.edition)
    if member.stopped_at:
        raise Refused(_("This person has stopped already."))
    member.stopped_at, member.stopped_because = timezone.now(), reason.strip()[:300]
    member.save(update_fields=["stopped_at", "stopped_because"])
    open_cards = Reading.objects.filter(member=member)
    freed = open_cards.filter(state=ReadingState.ASSIGNED).delete()[1].get("contests.Reading", 0)
    words = {"state": ReadingState.RECUSED, "recused_because": member.stopped_because}
    freed += open_cards.filter(state=ReadingState.BEGUN).update(**words)
    audit.record(Verb.MEMBER_REMOVED, member, by=by, scope=edition.contest.partnership_id)
    return freed


def doubled_roles(edition: Edition, email: str, kind: str) -> list[str]:
    """Roles of the other side that the person holds: who checks or keeps the entries knows whose they are."""
    held = edition.members.filter(user__email__iexact=email, stopped_at=None)
    rows = held.filter(kind__in=JURY) if kind not in JURY else held.exclude(kind__in=JURY)
    return [str(one.get_kind_display()) for one in rows]


def _refuse_both_sides(edition: Edition, user: User, kind: str) -> None:
    """Nobody judges blind what he reads at the office: neither its people nor who keeps the contest or the program."""
    if not edition.is_blind:
        return
    at_work = Member.objects.filter(edition=edition, user=user, stopped_at=None)
    if kind in JURY:
        keeps = RoleGrant.objects.held(today()).filter(
            user=user, partnership=edition.contest.partnership_id, role__in=KEEPERS
        )
        is_both = user.is_admin or keeps.exists() or at_work.filter(kind__in=OFFICE).exists()
    else:
        is_both = at_work.filter(kind__in=JURY).exists()
    if is_both:
        raise Refused(
            _("This edition is judged blind: whoever works at its office does not sit on its commission."),
            "email",
        )


def _held(edition: Edition) -> Edition:
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if held.state in SETTLED:
        raise Refused(SETTLED_SENTENCE)
    return held
