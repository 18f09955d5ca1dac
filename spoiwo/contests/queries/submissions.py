"""What was submitted, question by question, as the office, the entrant and papers read it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spoiwo.contests.models import FormField, Submission
from spoiwo.contests.rules.states import FieldKind


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer: words, or the attachments as they were submitted ({"stored", "name", "sha256"})."""

    field: FormField
    text: str
    files: list[Mapping[str, Any]]


def answers_of(submission: Submission) -> list[Answer]:
    """Every question of the category's form in order with what was submitted; one query."""
    fields = FormField.objects.filter(category=submission.entry.category_id)
    return [
        Answer(
            field,
            in_words(field, submission.texts.get(field.key, "")),
            [one for one in submission.files if one["field"] == field.key],
        )
        for field in fields
    ]


def in_words(field: FormField, text: str) -> str:
    """An answer as it is read: a day in the reader's form, a declaration as yes or no."""
    if field.kind == FieldKind.CONSENT:
        return _("yes") if text else _("no")
    if field.kind == FieldKind.DAY and text:
        try:
            return date_format(dt.date.fromisoformat(text), "d.m.Y")
        except ValueError:
            return text
    return text
