"""Contests and their editions: founded, copied from last year's, changed while they may be, opened, extended, moved on."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.actions.ranking import forget_ranking
from spoiwo.contests.audit import Verb
from spoiwo.contests.emails.jury import assignment_letters
from spoiwo.contests.labels import FROZEN, LACK_SENTENCES, NOT_NEXT, SETTLED_SENTENCE
from spoiwo.contests.models import Contest, Edition, Extension, Member, Patronage
from spoiwo.contests.queries.editions import lacks_before
from spoiwo.contests.queries.rulebook import FROZEN_SETTINGS, rules_of
from spoiwo.contests.rules.sealing import canonical, digest
from spoiwo.contests.rules.states import EditionState, MemberKind, may_become
from spoiwo.files.store import keep
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold

SETTINGS = (
    "rules_text", "rules_file", "clause", "summary", "grace_minutes", "correction_days", "appeal_days", "scale_max",
    "scale_step", "tie_rule", "is_blind", "per_entry", "quorum_percent", "votes_in_secret",
)  # fmt: skip


@transaction.atomic
def found_contest(partnership: Partnership, *, by: Actor, **fields: Any) -> Contest:
    """A contest kept by that partnership; its address is made of its name."""
    contest = Contest(partnership=partnership, slug=free_slug(fields["name"]), **fields)
    _set_keys(contest)
    contest.save(force_insert=True)
    audit.record(Verb.CONTEST_FOUNDED, contest, by=by, scope=partnership.pk)
    return contest


@transaction.atomic
def edit_contest(contest: Contest, *, by: Actor, **fields: Any) -> Contest:
    """Name, organiser, aim and the title for repeated success; the address stays, so that links do."""
    changed = sorted(name for name, value in fields.items() if getattr(contest, name) != value)
    for name in changed:
        setattr(contest, name, fields[name])
    if changed:
        _set_keys(contest)
        contest.save()
        audit.record(Verb.CONTEST_EDITED, contest, by=by, scope=contest.partnership_id, fields=changed)
    return contest


@transaction.atomic
def begin_edition(contest: Contest, *, by: Actor, source: Edition | None = None, **fields: Any) -> Edition:
    """An edition in preparation, with everything but the dates of `source`; whoever begins it is its secretary."""
    Contest.objects.select_for_update().get(pk=contest.pk)
    if contest.editions.filter(year=fields["year"]).exists():
        raise Refused(_("This contest has an edition of that year already."), "year")
    edition = Edition(contest=contest, copied_from=source, **fields)
    for name in SETTINGS if source else ():
        setattr(edition, name, getattr(source, name))
    edition.save(force_insert=True)
    if source:
        _copy_rulebook(source, edition)
    if by.user_id is not None:
        Member.objects.create(edition=edition, user_id=by.user_id, kind=MemberKind.SECRETARY)
    audit.record(Verb.EDITION_BEGUN, edition, by=by, scope=contest.partnership_id)
    return edition


@transaction.atomic
def edit_edition(edition: Edition, *, by: Actor, rules: Any = None, **fields: Any) -> Edition:
    """Changes settings; those that froze are refused. `rules` is an uploaded PDF of the rules."""
    held = Edition.objects.select_for_update().select_related("contest").get(pk=edition.pk)
    changed = sorted(name for name, value in fields.items() if getattr(held, name) != value)
    _refuse_frozen(held, changed, rules)
    if "year" in changed and held.contest.editions.filter(year=fields["year"]).exists():
        raise Refused(_("This contest has an edition of that year already."), "year")
    for name in changed:
        setattr(held, name, fields[name])
    if rules:
        held.rules_file = keep(rules, by=by)
        changed.append("rules_file")
    if changed:
        held.save(update_fields=changed)
        audit.record(Verb.EDITION_EDITED, held, by=by, scope=held.contest.partnership_id, fields=changed)
    return held


@transaction.atomic
def move_edition(edition: Edition, state: str, *, by: Actor, reason: str = "") -> Edition:
    """Moves the edition on or back. Opening freezes the rules; sealing and announcing have actions of their own.

    Raises `Refused` where the rules of the order or something undone stand against it.
    """
    held = Edition.objects.select_for_update().select_related("contest").get(pk=edition.pk)
    if not may_become(held.state, state) or state in (EditionState.SEALED, EditionState.PUBLISHED):
        raise Refused(NOT_NEXT)
    if lacking := lacks_before(held, state):
        raise Refused(" ".join(str(LACK_SENTENCES[lack]) for lack in lacking))
    if state == EditionState.OPEN and held.frozen_at is None:
        held.frozen_at = timezone.now()
        held.rules_hash = digest(canonical(rules_of(held)))
    before, held.state = held.state, state
    held.save(update_fields=["state", "frozen_at", "rules_hash"])
    facts = {"before": str(before), "state": str(state), "reason": reason.strip()[:300]}
    if state == EditionState.DELIBERATION:
        forget_ranking(held)
    audit.record(Verb.EDITION_MOVED, held, by=by, scope=held.contest.partnership_id, **facts)
    if state == EditionState.SCORING:
        post(assignment_letters(held))
    return held


@transaction.atomic
def extend_deadline(edition: Edition, closes_at: dt.datetime, reason: str, *, by: Actor) -> Extension:
    """Moves the deadline later, on record; possible while entries are taken, even after it has passed."""
    held = Edition.objects.select_for_update().select_related("contest").get(pk=edition.pk)
    if held.state != EditionState.OPEN or held.closes_at is None:
        raise Refused(_("A deadline is extended while entries are taken."), "closes_at")
    if closes_at <= max(held.closes_at, timezone.now()):
        raise Refused(_("The new deadline must lie after the present one and in the future."), "closes_at")
    extension = Extension.objects.create(
        edition=held, before=held.closes_at, after=closes_at, reason=reason.strip()[:300], by_name=by.name
    )
    held.closes_at = closes_at
    held.save(update_fields=["closes_at"])
    facts = {"before": extension.before.isoformat(), "after": closes_at.isoformat(), "reason": reason}
    audit.record(Verb.DEADLINE_EXTENDED, held, by=by, scope=held.contest.partnership_id, **facts)
    return extension


@transaction.atomic
def save_patronage(patronage: Patronage, *, by: Actor) -> Patronage:
    """Keeps a request for patronage."""
    patronage.save()
    edition = patronage.edition
    audit.record(Verb.PATRONAGE_EDITED, edition, by=by, scope=edition.contest.partnership_id)
    return patronage


def free_slug(name: str) -> str:
    """An address made of the name that no contest has yet."""
    stem = slugify(fold(name))[:70].strip("-") or "konkurs"
    taken = {"new", "method", *Contest.objects.filter(slug__startswith=stem).values_list("slug", flat=True)}
    return next(slug for slug in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if slug not in taken)


def _refuse_frozen(held: Edition, changed: list[str], rules: Any) -> None:
    """Rules stay once the edition is open, and what everybody has read goes under no new embargo."""
    frozen = [name for name in changed if name in FROZEN_SETTINGS]
    if held.is_frozen and (rules or frozen):
        raise Refused(FROZEN, frozen[0] if frozen else "rules")
    if held.is_announced and "announced_at" in changed:
        raise Refused(SETTLED_SENTENCE, "announced_at")


def _set_keys(contest: Contest) -> None:
    contest.name_key = collation_key(contest.name)[:500]
    contest.search_key = fold(f"{contest.name} {contest.organiser_name} {contest.aim}")[:700]


def _copy_rulebook(source: Edition, edition: Edition) -> None:
    categories = {}
    for category in source.categories.prefetch_related("fields"):
        questions, old = list(category.fields.all()), category.pk
        category.pk, category.edition = None, edition
        category.save(force_insert=True)
        categories[old] = category
        for field in questions:
            field.pk, field.category = None, category
            field.save(force_insert=True)
    for criterion in source.criteria.all():
        criterion.pk, criterion.edition = None, edition
        criterion.category = categories.get(criterion.category_id or 0)
        criterion.save(force_insert=True)
    for point in source.points.all():
        point.pk, point.edition = None, edition
        point.save(force_insert=True)
    for patronage in source.patronages.all():
        Patronage.objects.create(edition=edition, patron=patronage.patron, days_before=patronage.days_before)
