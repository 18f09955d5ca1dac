"""Entries of the example contest: written by generated people from a bank of sentences, submitted, checked, made blind."""

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.files.base import ContentFile
from django.utils import timezone

from spoiwo.contests.actions.blind import approve_copies, ask_copies
from spoiwo.contests.actions.checks import decide, save_check
from spoiwo.contests.actions.entering import begin_entry
from spoiwo.contests.actions.jury import add_member
from spoiwo.contests.actions.submitting import submit, tie_organisation, withdraw
from spoiwo.contests.actions.writing import add_file
from spoiwo.contests.models import BlindCopy, Category, Edition, Entry, FormField, Submission, Writer
from spoiwo.contests.queries.rulebook import rules_of
from spoiwo.contests.rules.formal import Said
from spoiwo.contests.rules.sealing import canonical, digest
from spoiwo.contests.rules.states import Answer, EntryState, FieldKind, MemberKind, Outcome
from spoiwo.contests.rules.writing import Head, Person
from spoiwo.contests.tasks import make_blind_copy
from spoiwo.documents.blocks import Bullets, Heading, Paragraph, blocks_pdf
from spoiwo.kit.actor import SYSTEM, Actor
from spoiwo.places.models import Unit
from spoiwo.polish import fold
from spoiwo.register.models import Organisation
from spoiwo.register.rules import Kind

KNOWN = ("Nowym Dworze Mazowieckim", "1414")  # its labour office stands in the register of the examples
EVERY = 9  # an attachment to each so manieth entry: making one blind takes a tenth of a second
WRITERS = (
    "Agnieszka Dudek",
    "Rafał Sikora",
    "Monika Wróbel",
    "Jacek Stępień",
    "Alicja Baran",
    "Piotr Walczak",
)


class Plan(Protocol):
    """Which entrants of the list take part."""

    @property
    def offices(self) -> slice: ...
    @property
    def agencies(self) -> slice: ...


@dataclass(frozen=True)
class Entrant:
    """An institution that enters a practice of that title."""

    name: str
    kind: Kind
    place: str
    title: str


def enter(edition: Edition, text: Mapping[str, Any], plan: Plan, chance: random.Random) -> None:
    """Everybody on the list writes and submits an entry; the last one of the first category takes it back."""
    first, second = edition.categories.all()
    opened = edition.opens_at or timezone.now()
    offices, agencies = _offices(text, plan), list(_agencies(text, plan))
    for number, entrant in enumerate([*offices, *agencies]):
        category = first if entrant.kind == Kind.COUNTY_LABOUR_OFFICE else second
        at = opened + dt.timedelta(hours=20 + 29 * number)
        _submitted(category, entrant, number, text["texts"], chance, at)
    known = Organisation.objects.current().filter(name=_office(KNOWN[0])).first()
    mine = edition.entries.filter(organisation_name__startswith=_office(KNOWN[0])).first()
    if known and mine:
        tie_organisation(mine, known, by=SYSTEM)
    if len(offices) > 10:
        late = edition.entries.filter(category=first).latest("number")
        why = "Praktyka zostanie zgłoszona po zakończeniu projektu."
        withdraw(late, why, at=timezone.now(), by=SYSTEM)


def close_taking(edition: Edition, at: dt.datetime) -> None:
    """Sets the deadline to the day it is told to have been: entries can only be begun before it."""
    edition.closes_at = at
    edition.rules_hash = digest(canonical(rules_of(edition)))
    edition.save(update_fields=["closes_at", "rules_hash"])


def pass_check(edition: Edition, checkers: Sequence[str], *, is_strict: bool) -> None:
    """Two people check every entry and find all admissible, if strict but one; blind copies are made and approved."""
    people = [_checker(edition, name) for name in checkers]
    waiting = list(edition.entries.filter(state=EntryState.SUBMITTED).order_by("number"))
    points = list(edition.points.all())
    for number, entry in enumerate(waiting):
        said = {point.pk: Said(Answer.MET) for point in points}
        if is_strict and number == 12:
            note = "W zgłoszeniu opisano zajęcia dla osób po 50. roku życia."
            said[points[1].pk] = Said(Answer.NOT_MET, note)
        for person in people:
            save_check(entry.submissions.latest("number"), said, by=person)
        is_met = all(one.answer == Answer.MET for one in said.values())
        decide(entry, Outcome.ADMITTED if is_met else Outcome.REJECTED, by=people[0])
    submissions = Submission.objects.filter(entry__edition=edition, entry__state=EntryState.ADMITTED)
    ask_copies(submissions, by=people[0])
    for submission in submissions:
        make_blind_copy.func(submission.pk)  # the worker is not awake yet
    approve_copies(BlindCopy.objects.filter(submission__in=submissions), by=people[0])


def _offices(text: Mapping[str, Any], plan: Plan) -> list[Entrant]:
    named = [*text["entrants"]["offices"][plan.offices]]
    titles = [*text["titles"]["offices"][plan.offices]]
    if len(named) > 10:
        named[3] = KNOWN
    else:
        titles.reverse()  # the same office enters another practice in the other year
    return [
        Entrant(f"{_office(town)} (przykład)", Kind.COUNTY_LABOUR_OFFICE, code, title)
        for (town, code), title in zip(named, titles, strict=True)
    ]


def _agencies(text: Mapping[str, Any], plan: Plan) -> Iterator[Entrant]:
    named, titles = text["entrants"]["agencies"][plan.agencies], text["titles"]["agencies"][plan.agencies]
    for (name, code), title in zip(named, titles, strict=True):
        yield Entrant(f"Agencja Zatrudnienia „{name}” (przykład)", Kind.EMPLOYMENT_AGENCY, code, title)


def _office(town: str) -> str:
    return f"Powiatowy Urząd Pracy w {town}"


def _submitted(
    category: Category,
    entrant: Entrant,
    number: int,
    bank: Mapping[str, Any],
    chance: random.Random,
    at: dt.datetime,
) -> Entry:
    place = Unit.objects.valid().filter(code=entrant.place).first()
    name = WRITERS[number % len(WRITERS)]
    person = Person(name, f"{fold(name).replace(' ', '.')}@zgloszenie-{number + 1}.example")
    fields = list(category.fields.all())
    texts = _answers(fields, entrant, name, bank, chance)
    head = Head(entrant.title, entrant.name, entrant.kind, place)
    entry = begin_entry(category, head, person, texts=texts)
    writer: Writer = entry.writers.get()
    if number % EVERY == 0:
        asked = next(one for one in fields if one.kind == FieldKind.FILE)
        add_file(writer, asked, ContentFile(_leaflet(entrant, bank, chance), name="materialy.pdf"), at=at)
    submit(writer, at=at)
    return entry


def _answers(
    fields: Sequence[FormField], entrant: Entrant, name: str, bank: Mapping[str, Any], chance: random.Random
) -> dict[str, str]:
    """Key of a question → its answer; the first two questions ask for texts."""
    people = chance.randrange(24, 160, 2)
    shares = {"most": people * 4 // 5, "half": people // 2, "third": people // 4}
    who = bank["who"] if entrant.kind == Kind.COUNTY_LABOUR_OFFICE else bank["agency"]
    story = [
        chance.choice(bank["start"]),
        chance.choice(who).format(office=entrant.name.removesuffix(" (przykład)")),
        *chance.sample(bank["what"], 3),
        chance.choice(bank["why"]),
    ]
    change = [chance.choice(bank["change"]).format(**shares), chance.choice(bank["lasting"])]
    said = iter((" ".join(story), " ".join(change)))
    by_kind = {
        FieldKind.TEXT: lambda _field: next(said),
        FieldKind.NUMBER: lambda _field: str(people),
        FieldKind.CHOICE: lambda field: chance.choice(field.choices),
        FieldKind.LINE: lambda _field: f"{name}, ul. Przykładowa 1",
    }
    return {one.key: by_kind[FieldKind(one.kind)](one) for one in fields if one.kind in by_kind}


def _leaflet(entrant: Entrant, bank: Mapping[str, Any], chance: random.Random) -> bytes:
    blocks = [
        Paragraph(f"{entrant.name} – materiały o praktyce."),
        Heading(1, "Jak pracujemy"),
        Bullets(chance.sample(bank["what"], 4)),
        Heading(1, "Co dalej"),
        Paragraph(chance.choice(bank["lasting"])),
    ]
    return blocks_pdf(blocks, title=entrant.title, language="pl")


def _checker(edition: Edition, name: str) -> Actor:
    email = f"{fold(name).replace(' ', '.')}@biuro-konkursu.example"
    member = add_member(edition, email=email, name=name, kind=MemberKind.CHECKER, by=SYSTEM)
    return Actor(member.user_id, name)
