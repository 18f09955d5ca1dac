"""The verdict: awards, reasons, the seal over everything, publication, corrections afterwards."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.labels import SEAL_SENTENCES, SETTLED_SENTENCE
from spoiwo.contests.models import Award, Category, CategoryVerdict, Correction, Edition, Entry, Seal
from spoiwo.contests.queries.sealed import sealed_content
from spoiwo.contests.queries.verdict import lacks_before_seal, times_awarded
from spoiwo.contests.rules.results import earns_title
from spoiwo.contests.rules.sealing import canonical, digest
from spoiwo.contests.rules.states import SETTLED, AwardKind, EditionState, EntryState
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.polish import fold


@transaction.atomic
def give_award(edition: Edition, entry: Entry, *, by: Actor, **fields: Any) -> Award:
    """An award to an entry while the commission deliberates: `kind`, `name`, `order`, `is_ex_aequo`, `reason`.

    A laureate ends the decision that none is given in the category.
    """
    held = _deliberating(edition)
    if entry.edition_id != held.pk or entry.state != EntryState.ADMITTED or entry.is_sample:
        raise Refused(_("Only an entry that was judged receives an award."), "entry")
    if held.awards.filter(entry=entry, kind=fields["kind"]).exists():
        raise Refused(_("This entry has received such an award already."), "entry")
    award = Award.objects.create(
        edition=held,
        entry=entry,
        category_id=entry.category_id,
        organisation_id=entry.organisation_id,
        organisation_name=entry.organisation_name,
        place_id=entry.place_id,
        practice=entry.title,
        name_key=fold(entry.organisation_name)[:700],
        **fields,
    )
    if award.kind == AwardKind.LAUREATE:
        CategoryVerdict.objects.filter(category=entry.category_id).update(no_award=False)
    facts = {"award": award.pk, "kind": str(award.kind)}
    audit.record(Verb.AWARD_GIVEN, edition, by=by, scope=held.contest.partnership_id, **facts)
    return award


@transaction.atomic
def take_award_back(award: Award, *, by: Actor) -> None:
    """Takes an award back before the seal."""
    held = _deliberating(award.edition)
    _strike(award, held, by)


def strike_awards(entry: Entry, *, by: Actor) -> None:
    """Takes back whatever an entry was awarded that leaves the contest; inside the caller's transaction."""
    for award in entry.awards.all():
        _strike(award, entry.edition, by)


@transaction.atomic
def explain(category: Category, reason: str, *, no_award: bool, by: Actor) -> CategoryVerdict:
    """The reasons of the commission for its verdict on a category, or that it gives no award there."""
    held = _deliberating(category.edition)
    if no_award and held.awards.filter(category=category, kind=AwardKind.LAUREATE).exists():
        raise Refused(_("There are laureates in this category; take the awards back first."), "no_award")
    found, _made = CategoryVerdict.objects.update_or_create(
        category=category, defaults={"reason": reason.strip(), "no_award": no_award, "by_name": by.name}
    )
    audit.record(
        Verb.AWARD_GIVEN, held, by=by, scope=held.contest.partnership_id, category=category.pk, none=no_award
    )
    return found


@transaction.atomic
def seal(edition: Edition, *, by: Actor) -> Seal:
    """Seals the result: titles for repeated success are given, then a hash is laid over rules, scores and verdict.

    From now on nothing of it changes. Raises `Refused` with everything that is missing.
    """
    held = _deliberating(edition)
    if lacking := lacks_before_seal(held):
        raise Refused(" ".join(str(SEAL_SENTENCES[lack]) for lack in lacking))
    _give_titles(held)
    now = timezone.now()
    content = canonical(sealed_content(held, now))
    made = Seal.objects.create(edition=held, content=content, digest=digest(content), by_name=by.name, at=now)
    held.state = EditionState.SEALED
    held.save(update_fields=["state"])
    facts = {"digest": made.digest}
    audit.record(Verb.EDITION_SEALED, held, by=by, scope=held.contest.partnership_id, **facts)
    return made


@transaction.atomic
def publish(edition: Edition, *, by: Actor) -> Edition:
    """Announces the sealed result; it shows once the embargo is over: the moment set, else the end of the gala, else at once."""
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if held.state != EditionState.SEALED:
        raise Refused(_("A result is announced once it is sealed, and once only."))
    held.state, held.published_at = EditionState.PUBLISHED, timezone.now()
    held.announced_at = held.embargo_until
    held.save(update_fields=["state", "published_at", "announced_at"])
    audit.record(Verb.EDITION_PUBLISHED, held, by=by, scope=held.contest.partnership_id)
    return held


@transaction.atomic
def correct(edition: Edition, text: str, reason: str, *, by: Actor) -> Correction:
    """A dated correction beside the sealed result, which itself stays as it was; sent twice it is one."""
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if held.state not in SETTLED:
        raise Refused(_("Before the seal nothing needs a correction: change it."))
    words: dict[str, Any] = {"text": text.strip(), "reason": reason.strip(), "by_name": by.name}
    made, is_new = Correction.objects.get_or_create(edition=held, **words)
    if is_new:
        audit.record(Verb.CORRECTION_ADDED, held, by=by, scope=held.contest.partnership_id)
    return made


def _strike(award: Award, edition: Edition, by: Actor) -> None:
    facts = {"award": award.pk, "kind": str(award.kind)}
    award.delete()
    audit.record(Verb.AWARD_TAKEN_BACK, edition, by=by, scope=edition.contest.partnership_id, **facts)


def _give_titles(edition: Edition) -> None:
    """The title for repeated success to each laureate whose count of awards reaches what the contest asks."""
    contest = edition.contest
    for award in edition.awards.filter(kind=AwardKind.LAUREATE).select_related("entry"):
        if award.entry is None:
            continue
        award.times = times_awarded(contest, award.entry)
        award.save(update_fields=["times"])
        if contest.title_name and earns_title(award.times, contest.title_after):
            Award.objects.create(
                edition=edition,
                entry=award.entry,
                category_id=award.category_id,
                kind=AwardKind.TITLE,
                name=contest.title_name,
                order=award.order,
                organisation_id=award.organisation_id,
                organisation_name=award.organisation_name,
                place_id=award.place_id,
                practice=award.practice,
                times=award.times,
                name_key=award.name_key,
            )


def _deliberating(edition: Edition) -> Edition:
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if held.state != EditionState.DELIBERATION:
        raise Refused(SETTLED_SENTENCE)
    return held
