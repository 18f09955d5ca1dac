"""An entry as its writers see it: what is asked, what is there, what is missing, what was submitted when."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone

from spoiwo.contests.models import (
    Edition,
    Entry,
    EntryFile,
    FormalDecision,
    FormField,
    Member,
    Submission,
    Writer,
)
from spoiwo.contests.queries.checks import can_appeal, can_correct
from spoiwo.contests.queries.editions import organiser_of, standing_of
from spoiwo.contests.rules.deadlines import Standing
from spoiwo.contests.rules.sealing import canonical, digest
from spoiwo.contests.rules.states import (
    JURY,
    RECEIVED,
    SETTLED,
    EditionState,
    FieldKind,
    MemberKind,
    WriterKind,
)
from spoiwo.contests.rules.writing import (
    Flaw,
    Openness,
    Progress,
    Question,
    flaws_of,
    is_kept,
    openness,
    progress_of,
)


def question_of(field: FormField) -> Question:
    """A field as the rules read it."""
    return Question(field.key, field.kind, field.limit, tuple(field.choices), field.is_required)


class Draft:
    """An entry at one moment, with what its writers may do; every part is read once, when it is asked for."""

    def __init__(self, entry: Entry, at: dt.datetime | None = None) -> None:
        self.entry, self.edition = entry, entry.edition
        self.at = at or timezone.now()
        self.standing = standing_of(self.edition, self.at)

    @cached_property
    def fields(self) -> list[FormField]:
        """The questions in order."""
        return list(FormField.objects.filter(category=self.entry.category_id))

    @cached_property
    def texts(self) -> dict[str, str]:
        """Key → the answer as it is being written."""
        return dict(self.entry.texts.values_list("field__key", "text"))

    @cached_property
    def files(self) -> list[EntryFile]:
        """The attachments as they are being gathered."""
        return list(self.entry.files.select_related("stored", "field"))

    @cached_property
    def decision(self) -> FormalDecision | None:
        """The decision of the formal check that counts."""
        return self.entry.decisions.order_by("pk").last()

    @cached_property
    def latest(self) -> Submission | None:
        """What was submitted last."""
        return self.entry.latest

    @property
    def openness(self) -> Openness:
        """What can be changed and submitted now."""
        found = can_correct(self.decision, self.at)
        return openness(self.entry.state, self.edition.state, self.standing, can_correct=found)

    @property
    def open_keys(self) -> frozenset[str]:
        """Keys of the questions that can be answered and submitted now."""
        everything = frozenset(one.key for one in self.fields)
        named = frozenset(self.decision.fields) if self.decision else frozenset()
        return {
            Openness.ALL: everything,
            Openness.NAMED: everything & named,
            Openness.NOTHING: frozenset(),
        }[self.openness]

    def keeps(self, key: str) -> bool:
        """Whether a text of this question that arrives now is kept."""
        named = self.decision.fields if self.decision else []
        return is_kept(self.entry.state, self.edition.state, key, named)

    @cached_property
    def content(self) -> dict[str, Any]:
        """What would be submitted now; while corrections are made all but the named fields stays as it was submitted."""
        is_correction = self.openness == Openness.NAMED and self.latest is not None
        taken = self.open_keys if is_correction else frozenset(one.key for one in self.fields)
        texts = {
            one.key: self.texts[one.key].strip()
            for one in self.fields
            if one.key in taken and one.kind != FieldKind.FILE and self.texts.get(one.key, "").strip()
        }
        files = [
            {
                "field": one.field.key,
                "stored": one.stored_id,
                "name": one.stored.name,
                "sha256": one.stored.sha256,
            }
            for one in self.files
            if one.field.key in taken
        ]
        title = self.entry.title
        if is_correction and self.latest:
            texts |= {key: text for key, text in self.latest.texts.items() if key not in taken}
            files += [one for one in self.latest.files if one["field"] not in taken]
            title = self.latest.title
        return {"title": title, "texts": texts, "files": files}

    @property
    def digest(self) -> str:
        """The hash that a submission of what stands now would bear."""
        return digest_of(self.content)

    @property
    def is_unsent(self) -> bool:
        """Whether something was changed since it was submitted."""
        return self.latest is None or self.latest.digest != self.digest

    @cached_property
    def flaws(self) -> dict[str, Flaw]:
        """Key → what keeps the entry from being submitted."""
        asked = [question_of(one) for one in self.fields]
        if self.openness == Openness.NAMED:
            asked = [one for one in asked if one.key in self.open_keys]
        content = self.content
        return flaws_of(asked, content["texts"], Counter(one["field"] for one in content["files"]))

    @property
    def progress(self) -> Progress:
        """How many answers that must be given are given."""
        return progress_of([question_of(one) for one in self.fields], self.flaws)

    @property
    def can_submit(self) -> bool:
        """Whether the clock and the state allow it; what is missing is another matter."""
        return self.openness != Openness.NOTHING

    @property
    def is_late(self) -> bool:
        """Whether the deadline has passed and the grace runs."""
        return self.edition.state == EditionState.OPEN and self.standing == Standing.GRACE

    @property
    def can_withdraw(self) -> bool:
        """A received entry can be withdrawn until the result is sealed."""
        return self.entry.state in RECEIVED and self.edition.state not in SETTLED

    @property
    def can_appeal(self) -> bool:
        """Whether the rejection can still be appealed against."""
        return self.entry.state == "rejected" and can_appeal(self.decision, self.at)

    @cached_property
    def waits_for_consent(self) -> bool:
        """A nominated body must agree before its entry can be submitted."""
        return self.entry.agreed_at is None and is_nomination(self.entry)


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 over title, texts and files; `stored` is ours and is left out, so that anybody can compute it anew."""
    files = [{name: one[name] for name in ("field", "name", "sha256")} for one in content["files"]]
    return digest(canonical({"title": content["title"], "texts": content["texts"], "files": files}))


def is_nomination(entry: Entry) -> bool:
    """Whether somebody else nominated the body."""
    return entry.writers.filter(kind=WriterKind.NOMINATOR).exists()


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission with the labels of what changed since the one before."""

    submission: Submission
    changed: list[str]


def history_of(draft: Draft) -> list[Sent]:
    """Every submission, the latest first."""
    labels = {one.key: one.label for one in draft.fields}
    rows, before = [], None
    for one in draft.entry.submissions.order_by("number"):
        rows.append(Sent(one, changed_between(before, one, labels) if before else []))
        before = one
    return rows[::-1]


def changed_between(before: Submission, after: Submission, labels: Mapping[str, str]) -> list[str]:
    """The questions whose answers or attachments differ."""

    def said(one: Submission, key: str) -> Any:
        return one.texts.get(key, ""), sorted(f["sha256"] for f in one.files if f["field"] == key)

    return [label for key, label in labels.items() if said(before, key) != said(after, key)]


def jurors_named(edition: Edition) -> list[Member]:
    """The commission by name, for entrants who state what connects them with somebody of it."""
    rows = edition.members.filter(kind__in=JURY, stopped_at=None).select_related("user", "organisation")
    return sorted(rows, key=lambda one: str(one.user))


def office_contact(edition: Edition) -> str:
    """Whom to ask: who holds the contest with telephone and address, and the secretary of the edition."""
    organiser = edition.contest.organiser
    secretary = (
        edition.members.filter(kind=MemberKind.SECRETARY, stopped_at=None).select_related("user").first()
    )
    parts = [
        organiser_of(edition.contest),
        organiser.phone if organiser else "",
        secretary.user.email if secretary else organiser.email if organiser else "",
    ]
    return ", ".join(part for part in parts if part)


def others_of(writer: Writer) -> list[Writer]:
    """Everybody who writes the entry, in order."""
    return list(writer.entry.writers.all())
