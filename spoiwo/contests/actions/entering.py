"""Beginning an entry: anew, from a concept card, from an earlier entry; who else writes it; the nominated body's consent."""

import secrets
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.contests.audit import Verb
from spoiwo.contests.emails import entries as emails
from spoiwo.contests.labels import NOT_OPEN
from spoiwo.contests.models import Category, Edition, Entry, EntryText, FormField, Writer
from spoiwo.contests.queries.editions import takes_entries
from spoiwo.contests.queries.writing import Draft
from spoiwo.contests.rules.carried import Asked, from_card, from_entry
from spoiwo.contests.rules.states import EntryState, WriterKind
from spoiwo.contests.rules.writing import MOST_DRAFTS, MOST_WRITERS, Head, Openness, Person, tidied
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.polish import collation_key, fold
from spoiwo.projects.labels import TEXT_LABELS
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.rules import TEXTS

CODE_LENGTH = 4
TRIES = 20


def entrant() -> Actor:
    """Whoever writes, as the history shows it: jurors may read a partnership's history, so nobody is named there."""
    return Actor(name=_("the entrant"))


@transaction.atomic
def begin_entry(
    category: Category,
    head: Head,
    person: Person,
    *,
    by: Actor | None = None,
    nominated: Person | None = None,
    texts: Mapping[str, str] | None = None,
    origin: Entry | ConceptCard | None = None,
) -> Entry:
    """A draft with its writer, to whom the address goes by letter: only who reads the mailbox can open it.

    With `nominated` the person nominates somebody else, who is written to and must agree before anything can be submitted.
    `texts` are answers known already, by the questions' keys; `origin` is the card or the earlier entry they come from.
    Raises `Refused` with the field.
    """
    edition = category.edition
    if not takes_entries(edition):
        raise Refused(_("Entries are not taken now."))
    if category.kinds and head.organisation_kind not in category.kinds:
        raise Refused(
            _("The rules do not let organisations of this kind enter this category."), "organisation_kind"
        )
    unfinished = _written_by(person.email, edition).filter(state=EntryState.DRAFT).count()
    if unfinished >= MOST_DRAFTS:
        raise Refused(
            _("There are %(count)d unfinished entries with this address already; finish one of them first.")
            % {"count": unfinished},
            "email",
        )
    again = _written_by(person.email, edition).filter(category=category).exists()
    entry = _with_code(category, head, origin if isinstance(origin, Entry) else None)
    kind = WriterKind.NOMINATOR if nominated else WriterKind.AUTHOR
    writers = [_writer(entry, person, kind)]
    if nominated:
        writers.append(_writer(entry, nominated, WriterKind.AUTHOR))
    fill(entry, texts or {}, name=person.name)
    if isinstance(origin, ConceptCard):
        trail.link(origin, entry, "entry", by=by or entrant())
    scope = edition.contest.partnership_id
    audit.record(Verb.ENTRY_BEGUN, entry, by=by or entrant(), scope=scope, nominated=bool(nominated))
    post(emails.beginning_letters(entry, writers, again=again))
    return entry


def card_texts(category: Category, card: ConceptCard) -> dict[str, str]:
    """The texts of a card under the questions of the category."""
    said = {name: getattr(card, name) for name in TEXTS}
    labels = {name: str(label)[:1].upper() + str(label)[1:] for name, label in TEXT_LABELS.items()}
    return from_card(_asked(category), said, labels)


def earlier_texts(category: Category, earlier: Entry) -> dict[str, str]:
    """The answers of an earlier entry where the category asks the same."""
    same = category.edition.contest_id == earlier.edition.contest_id
    texts = dict(earlier.texts.values_list("field__key", "text"))
    return from_entry(_asked(category), _asked(earlier.category), texts, same_contest=same)


def fill(entry: Entry, texts: Mapping[str, str], *, name: str) -> None:
    """Writes answers into an entry that has none; belongs into the transaction of what begins it."""
    fields = {field.key: field for field in FormField.objects.filter(category=entry.category_id)}
    EntryText.objects.bulk_create(
        EntryText(entry=entry, field=fields[key], text=tidied(fields[key].kind, text), written_by=name)
        for key, text in texts.items()
        if key in fields
    )


@transaction.atomic
def invite(writer: Writer, person: Person) -> Writer:
    """Another person may write; the own address goes to the own mailbox. Whoever was closed out is let in anew."""
    entry = _held_open(writer)
    if entry.writers.filter(closed_at=None).count() >= MOST_WRITERS:
        raise Refused(_("At most %(count)d people can write one entry.") % {"count": MOST_WRITERS})
    known = entry.writers.filter(email__iexact=person.email.strip()).first()
    if known and known.closed_at is None:
        raise Refused(_("This person writes the entry already."), "email")
    if known:
        known.secret, known.closed_at, known.name = secrets.token_urlsafe(32), None, person.name
        known.save(update_fields=["secret", "closed_at", "name"])
    else:
        known = _writer(entry, person, WriterKind.COLLEAGUE)
    _record(Verb.WRITER_ADDED, entry)
    post(emails.invitation_letters(known, invited_by=writer))
    return known


@transaction.atomic
def close_access(writer: Writer, other_pk: int) -> Writer:
    """Somebody else's address stops working; colleagues close nobody, and nobody closes out the author."""
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=writer.entry_id)
    other = entry.writers.filter(pk=other_pk, closed_at=None).first()
    if other is None or other.pk == writer.pk:
        raise Refused(_("There is no such person here."))
    if writer.kind == WriterKind.COLLEAGUE or other.kind == WriterKind.AUTHOR:
        raise Refused(_("Only the author of the entry can close somebody’s access."))
    other.closed_at = timezone.now()
    other.save(update_fields=["closed_at"])
    _record(Verb.ENTRY_EDITED, _with_edition(entry), fields=["writers"])
    return other


@transaction.atomic
def agree(writer: Writer) -> Entry:
    """The nominated body agrees to be entered."""
    entry = _with_edition(Entry.objects.select_for_update(of=("self",)).get(pk=writer.entry_id))
    if writer.kind != WriterKind.AUTHOR or not entry.writers.filter(kind=WriterKind.NOMINATOR).exists():
        raise Refused(_("Only the nominated body can agree to be entered."))
    if entry.agreed_at is None:
        entry.agreed_at = timezone.now()
        entry.save(update_fields=["agreed_at", "changed_at"])
        _record(Verb.ENTRY_EDITED, entry, fields=["agreed_at"])
    return entry


def seen(writer: Writer) -> None:
    """The first opening of the address shows that the mailbox is the writer's."""
    Writer.objects.filter(pk=writer.pk, first_seen_at=None).update(first_seen_at=timezone.now())


def set_keys(entry: Entry) -> None:
    """What lists sort by and search in; the caller saves."""
    words = f"{entry.title} {entry.organisation_name} {entry.number or ''}"
    entry.name_key, entry.search_key = collation_key(entry.organisation_name)[:700], fold(words)[:900]


def _written_by(email: str, edition: Edition) -> Any:
    return Entry.objects.filter(
        edition=edition, pk__in=Writer.objects.filter(email__iexact=email.strip()).values("entry")
    )


def _with_code(category: Category, head: Head, earlier: Entry | None) -> Entry:
    """The code is drawn by chance, so that it tells neither order nor time; a taken one is drawn anew."""
    for _try in range(TRIES):
        entry = Entry(
            edition=category.edition,
            category=category,
            code=new_codes(1, secrets.token_bytes, length=CODE_LENGTH)[0],
            title=head.title,
            organisation_name=head.organisation_name,
            organisation_kind=head.organisation_kind,
            place=head.place,
            copied_from=earlier,
        )
        set_keys(entry)
        try:
            with transaction.atomic():
                entry.save(force_insert=True)
            return entry
        except IntegrityError:
            continue
    raise Refused(_("The entry could not be begun just now; try again."))


def _writer(entry: Entry, person: Person, kind: WriterKind) -> Writer:
    return Writer.objects.create(
        entry=entry,
        kind=kind,
        name=person.name,
        email=person.email.strip(),
        phone=person.phone,
        secret=secrets.token_urlsafe(32),
    )


def _asked(category: Category) -> list[Asked]:
    return [Asked(one.key, one.kind, one.label) for one in category.fields.all()]


def _held_open(writer: Writer) -> Entry:
    entry = _with_edition(Entry.objects.select_for_update(of=("self",)).get(pk=writer.entry_id))
    if Draft(entry).openness == Openness.NOTHING:
        raise Refused(NOT_OPEN)
    return entry


def _with_edition(entry: Entry) -> Entry:
    entry.edition = Edition.objects.select_related("contest").get(pk=entry.edition_id)
    return entry


def _record(verb: Verb, entry: Entry, **facts: Any) -> None:
    audit.record(verb, entry, by=entrant(), scope=entry.edition.contest.partnership_id, **facts)
