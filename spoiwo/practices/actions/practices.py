"""Practices: begun, written, sent to the check, withdrawn, put back, looked at anew."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.accounts.models import User
from spoiwo.kit.actor import Actor
from spoiwo.kit.merging import tidy
from spoiwo.kit.request import Refused
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold
from spoiwo.practices.audit import Verb
from spoiwo.practices.labels import BAR_SENTENCES
from spoiwo.practices.models import Practice, Term
from spoiwo.practices.queries.cards import lacks_of
from spoiwo.practices.rules.cards import bar_to_author
from spoiwo.practices.rules.states import REVIEW_AFTER_DAYS, TEXTS, PracticeState


@transaction.atomic
def start_practice(
    partnership: Partnership,
    *,
    by: Actor,
    terms: tuple[Term, ...] = (),
    origin: Model | None = None,
    **fields: Any,
) -> Practice:
    """A card that is being written; `origin` is what it came of (an award, a project) and stands on the trail.

    Raises `Refused` where the partnership has a card of that title already.
    """
    Partnership.objects.select_for_update(of=("self",)).get(pk=partnership.pk)
    practice = Practice(partnership=partnership, author=_account(by), **fields)
    set_keys(practice)
    if Practice.objects.filter(partnership=partnership, name_key=practice.name_key).exists():
        raise Refused(_("There is a card with this title already."), "title")
    practice.save()
    practice.terms.set(terms)
    if origin is not None:
        trail.link(origin, practice, "became", by=by)
    audit.record(Verb.PRACTICE_STARTED, practice, by=by, scope=partnership.pk)
    return practice


@transaction.atomic
def edit_practice(practice: Practice, *, by: Actor, terms: tuple[Term, ...], **fields: Any) -> Practice:
    """Changes everything but the running texts; counts as a change of what was validated."""
    held = lock(practice)
    for name, value in fields.items():
        setattr(held, name, value)
    held.terms.set(terms)
    return _saved(held, by)


@transaction.atomic
def write_texts(practice: Practice, texts: dict[str, str], *, read_revision: int, by: Actor) -> Practice:
    """Replaces the running texts. Raises `Refused` where somebody else changed the card since it was read, ValueError
    for a text that cards do not have."""
    if unknown := set(texts) - {"summary", *TEXTS}:
        raise ValueError(f"a practice has no {', '.join(sorted(unknown))}")
    held = lock(practice)
    if held.revision != read_revision:
        raise Refused(
            _("Somebody else changed this card meanwhile. Compare your text with theirs, then save again.")
        )
    for name, text in texts.items():
        setattr(held, name, tidy(text).strip())
    return _saved(held, by)


@transaction.atomic
def move_practice(practice: Practice, to: PracticeState, *, by: Actor) -> Practice:
    """A step the author takes: to the check, back to the desk, out of the catalogue, into it again.

    Raises `Refused` where it does not follow or the card is not complete.
    """
    held = lock(practice)
    was_published = held.published_at is not None
    if bar := bar_to_author(held.state, to, lacks_of(held), was_published=was_published):
        raise Refused(BAR_SENTENCES[bar])
    before, held.state = held.state, to
    if to == PracticeState.FORMAL:
        held.author, held.expert = _account(by) or held.author, None
    held.save()
    audit.record(Verb.PRACTICE_MOVED, held, by=by, scope=held.partnership_id, before=before, after=str(to))
    return held


@transaction.atomic
def look_anew(
    practice: Practice,
    *,
    by: Actor,
    today: dt.date,
    until_year: int | None = None,
    superseded_by: Practice | None = None,
) -> Practice:
    """Somebody read the card again: it is still true, or the practice ended or was replaced. The next look is in two years."""
    held = lock(practice)
    if superseded_by is not None and superseded_by.pk == held.pk:
        raise Refused(_("A practice does not replace itself."), "superseded_by")
    if until_year and held.since_year and until_year < held.since_year:
        raise Refused(_("A practice ends after it begins."), "until_year")
    held.until_year, held.superseded_by = until_year, superseded_by
    held.review_on = today + dt.timedelta(days=REVIEW_AFTER_DAYS)
    held.save()
    audit.record(
        Verb.PRACTICE_REVIEWED, held, by=by, scope=held.partnership_id, review_on=f"{held.review_on:%Y-%m-%d}"
    )
    return held


def lock(practice: Practice) -> Practice:
    """The practice as it stands now, held until the transaction ends."""
    return Practice.objects.select_for_update(of=("self",)).get(pk=practice.pk)


def set_keys(practice: Practice) -> None:
    """What lists sort and search by."""
    practice.title = " ".join(practice.title.split())
    practice.name_key = collation_key(practice.title)[:500]
    words = [practice.title, practice.owner, practice.summary]
    practice.search_key = fold(" ".join(words))[:900]


def touch_revision(held: Practice) -> None:
    """The card says something else than before; saved by the caller."""
    held.revision += 1


def _saved(held: Practice, by: Actor) -> Practice:
    set_keys(held)
    touch_revision(held)
    held.save()
    audit.record(Verb.PRACTICE_EDITED, held, by=by, scope=held.partnership_id)
    return held


def _account(by: Actor) -> User | None:
    return User.objects.filter(pk=by.user_id).first() if by.user_id else None
