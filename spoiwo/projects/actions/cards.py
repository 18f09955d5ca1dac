"""Concept cards: begun, written by several people at once, led, moved, published."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Max, Model
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.merging import Merged, merge, tidy
from spoiwo.kit.request import Refused
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold
from spoiwo.projects.audit import Verb
from spoiwo.projects.labels import BAR_SENTENCES, LACK_SENTENCES
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.queries import lacks_of
from spoiwo.projects.rules import (
    IN_PROGRAMME,
    LONGEST,
    TEXTS,
    Bar,
    CardState,
    Lack,
    bar_to_editing,
    bar_to_move,
    bar_to_writing,
)

ONE_SITTING = timedelta(minutes=10)


@transaction.atomic
def start_card(
    partnership: Partnership,
    title: str,
    *,
    by: Actor,
    texts: Mapping[str, str] | None = None,
    group_label: str = "",
    origin: Model | None = None,
) -> ConceptCard:
    """A card in work with the next number of its partnership; `texts` are what is known already, by the names of `rules.TEXTS`.

    `origin` is the record it came of (a proposal, a vote), without one the partnership. Raises `Refused` where a card of
    that title is there already, ValueError for a text that cards do not have.
    """
    if unknown := set(texts or {}) - set(TEXTS):
        raise ValueError(f"a concept card has no {', '.join(sorted(unknown))}")
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    title = " ".join(title.split())
    cards = ConceptCard.objects.filter(partnership=partnership)
    if cards.filter(title=title).exclude(state=CardState.DROPPED).exists():
        raise Refused(_("There is a concept card with this title already."), "title")
    last = cards.aggregate(last=Max("number"))["last"] or 0
    card = ConceptCard(partnership=partnership, number=last + 1, title=title, group_label=group_label[:120])
    for name, text in (texts or {}).items():
        setattr(card, name, _short_enough(tidy(text), name))
    _set_keys(card)
    card.save(force_insert=True)
    trail.link(origin or partnership, card, "card", by=by)
    audit.record(Verb.CARD_STARTED, card, by=by, scope=partnership.pk)
    return card


@transaction.atomic
def write_field(
    card: ConceptCard, field: str, base: str, text: str, *, by: Actor, writer: str = ""
) -> Merged:
    """Puts one text into the card beside what others wrote meanwhile: no line of either is lost.

    `base` is the text the writer began from. `writer` says who it was where `by` has no account: a group's label, never a
    person's name. `card` is given the text and the revision that stand now. Raises `Refused` with the field.
    """
    return write_fields(card, {field: (base, text)}, by=by, writer=writer)[field]


@transaction.atomic
def write_fields(
    card: ConceptCard, written: Mapping[str, tuple[str, str]], *, by: Actor, writer: str = ""
) -> dict[str, Merged]:
    """The same for several texts at once: field → (base, text)."""
    held = ConceptCard.objects.select_for_update().get(pk=card.pk)
    merged = {}
    for field, (base, text) in written.items():
        if field not in TEXTS:
            raise Refused(BAR_SENTENCES[Bar.NOT_NEXT])
        merged[field] = merge(base, _short_enough(text, field), getattr(held, field))
        _short_enough(merged[field].text, field)
    changed = [field for field, one in merged.items() if one.text != getattr(held, field)]
    if changed:
        _refuse(bar_to_writing(held.state))
        for field in changed:
            setattr(held, field, merged[field].text)
        _write(held, changed, by=by, writer=writer)
    for name in (*merged, "revision"):
        setattr(card, name, getattr(held, name))
    return merged


@transaction.atomic
def save_card(card: ConceptCard, *, by: Actor, **fields: Any) -> ConceptCard:
    """Title, leader, deputy, next step. An agreed card stays complete. Raises `Refused` with the field that is not."""
    held = ConceptCard.objects.select_for_update().get(pk=card.pk)
    changed = sorted(name for name, value in fields.items() if getattr(held, name) != value)
    for name in changed:
        setattr(held, name, fields[name])
    lacking = lacks_of(held)
    bar = bar_to_editing(held.state, lacking)
    if bar == Bar.INCOMPLETE:
        raise Refused(LACK_SENTENCES[lacking[0]], _field_of(lacking[0]))
    _refuse(bar)
    if "title" in changed and _same_title(held):
        raise Refused(_("There is a concept card with this title already."), "title")
    if changed:
        _save(held, changed)
        audit.record(Verb.CARD_EDITED, held, by=by, scope=held.partnership_id, fields=changed)
    return held


@transaction.atomic
def move_card(card: ConceptCard, state: CardState, *, by: Actor, reason: str = "") -> ConceptCard:
    """Agrees, presents, drops a card or takes it back; out of the programme it is public no more."""
    held = ConceptCard.objects.select_for_update().get(pk=card.pk)
    _refuse(bar_to_move(held.state, state, lacks_of(held)))
    held.state = state
    held.is_public = held.is_public and state in IN_PROGRAMME
    held.dropped_because = reason.strip()[:300] if state == CardState.DROPPED else ""
    _save(held, ["state", "is_public", "dropped_because"])
    audit.record(Verb.CARD_MOVED, held, by=by, scope=held.partnership_id, state=str(state))
    return held


@transaction.atomic
def publish_card(card: ConceptCard, *, by: Actor, is_public: bool) -> ConceptCard:
    """Shows an agreed card to everybody, without anybody's contacts, or to insiders alone."""
    held = ConceptCard.objects.select_for_update().get(pk=card.pk)
    if is_public and held.state not in IN_PROGRAMME:
        raise Refused(BAR_SENTENCES[Bar.NOT_NEXT])
    held.is_public = is_public
    _save(held, ["is_public"])
    audit.record(Verb.CARD_PUBLISHED, held, by=by, scope=held.partnership_id, is_public=is_public)
    return held


def _write(card: ConceptCard, changed: list[str], *, by: Actor, writer: str) -> None:
    """Saves the texts; one sitting of one writer is one line in the history."""
    name, now = (by.name or writer)[:150], timezone.now()
    is_same_sitting = card.written_by == name and card.noted_at and now - card.noted_at < ONE_SITTING
    if not is_same_sitting:
        card.written_by, card.noted_at = name, now
        signed = by if by.is_known else replace(by, name=name)
        audit.record(Verb.CARD_WRITTEN, card, by=signed, scope=card.partnership_id, fields=changed)
    card.revision = F("revision") + 1
    _save(card, [*changed, "revision", "written_by", "noted_at"])
    card.refresh_from_db(fields=["revision"])


def _save(card: ConceptCard, changed: list[str]) -> None:
    _set_keys(card)
    card.save(update_fields=[*changed, "name_key", "search_key", "changed_at"])


def _set_keys(card: ConceptCard) -> None:
    words = f"{card.number} {card.title} {card.group_label} {card.leader_name} {card.deputy_name} {card.aim}"
    card.name_key, card.search_key = collation_key(card.title)[:500], fold(words)[:900]


def _same_title(card: ConceptCard) -> bool:
    others = ConceptCard.objects.filter(partnership=card.partnership_id, title=card.title)
    return others.exclude(pk=card.pk).exclude(state=CardState.DROPPED).exists()


def _short_enough(text: str, field: str) -> str:
    if len(text) > LONGEST:
        said = _("The text is too long: %(count)d characters; at most %(most)d fit.")
        raise Refused(said % {"count": len(text), "most": LONGEST}, field)
    return text


def _refuse(bar: Bar | None) -> None:
    if bar:
        raise Refused(BAR_SENTENCES[bar])


def _field_of(lack: Lack) -> str | None:
    if lack == Lack.SAME_PERSON:
        return str(Lack.DEPUTY)
    return None if lack in (Lack.AIM, Lack.ACTIONS) else str(lack)
