"""What the pages of an entry's writers show: each question with its answer, the head of every page, the review."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, Form

from spoiwo.contests.labels import FLAW_SENTENCES
from spoiwo.contests.models import EntryFile, FormField, Submission, Writer
from spoiwo.contests.queries.editions import deadline_in_words, organiser_of
from spoiwo.contests.queries.submissions import in_words
from spoiwo.contests.queries.writing import Draft, history_of, jurors_named, office_contact, question_of
from spoiwo.contests.rules.states import FieldKind
from spoiwo.contests.rules.writing import Flaw, limit_of


@dataclass(frozen=True, slots=True)
class Row:
    """A question on the page: its control where it can be answered now, else the answer as words.

    `flaw` says what is wrong with what is there; `missing` that there is nothing yet.
    """

    field: FormField
    bound: BoundField | None
    base: BoundField | None
    text: str
    files: list[EntryFile]
    submitted: list[Mapping[str, Any]]
    limit: int | None
    flaw: str
    is_missing: bool


def rows_of(draft: Draft, form: Form) -> list[Row]:
    """Every question in order."""
    return [_row(draft, one, form) for one in draft.fields]


def _row(draft: Draft, field: FormField, form: Form) -> Row:
    is_open = field.key in draft.open_keys
    flaw = draft.flaws.get(field.key)
    base = f"base_{field.key}"
    content = draft.content
    return Row(
        field=field,
        bound=form[field.key] if is_open and field.key in form.fields else None,
        base=form[base] if is_open and base in form.fields else None,
        text=in_words(field, content["texts"].get(field.key, "")),
        files=[one for one in draft.files if is_open and one.field_id == field.pk],
        submitted=[one for one in content["files"] if one["field"] == field.key],
        limit=limit_of(question_of(field)),
        flaw=str(FLAW_SENTENCES[flaw]) if flaw and flaw != Flaw.EMPTY else "",
        is_missing=flaw == Flaw.EMPTY,
    )


def writing_page(draft: Draft, writer: Writer) -> dict[str, Any]:
    """What every page of an entry's writers needs."""
    edition = draft.edition
    closes = edition.closes_at
    grace = dt.timedelta(minutes=edition.grace_minutes)
    return {
        "writer": writer,
        "entry": draft.entry,
        "edition": edition,
        "contest": edition.contest,
        "organiser": organiser_of(edition.contest),
        "draft": draft,
        "deadline": deadline_in_words(edition),
        "contact": office_contact(edition),
        "decision": draft.decision,
        "lacking": [
            (one, FLAW_SENTENCES[draft.flaws[one.key]]) for one in draft.fields if one.key in draft.flaws
        ],
        "sent": history_of(draft),
        "has_jury": bool(jurors_named(edition)),
        "answers": answers_in(draft, draft.latest) if draft.latest else [],
        "words": [row for row in _plain(draft) if row[1]] if draft.latest is None else [],
        "clock": {
            "now": int(draft.at.timestamp()),
            "closes": int(closes.timestamp()) if closes else 0,
            "over": int((closes + grace).timestamp()) if closes else 0,
        },
    }


def answers_in(draft: Draft, submission: Submission) -> list[dict[str, Any]]:
    """A submission question by question, without asking the database for the form again."""
    return [
        {
            "field": one,
            "text": in_words(one, submission.texts.get(one.key, "")),
            "files": [file for file in submission.files if file["field"] == one.key],
        }
        for one in draft.fields
    ]


def review_of(draft: Draft) -> list[dict[str, Any]]:
    """What would be submitted now, question by question, with what is wrong at its place."""
    content = draft.content
    return [
        {
            "field": one,
            "text": in_words(one, content["texts"].get(one.key, "")),
            "files": [file for file in content["files"] if file["field"] == one.key],
            "flaw": FLAW_SENTENCES.get(draft.flaws[one.key]) if one.key in draft.flaws else None,
        }
        for one in draft.fields
    ]


def _plain(draft: Draft) -> list[tuple[FormField, str]]:
    """What stands in a draft that was never submitted."""
    return [
        (one, in_words(one, draft.texts.get(one.key, "")))
        for one in draft.fields
        if one.kind not in (FieldKind.FILE, FieldKind.CONSENT)
    ]
