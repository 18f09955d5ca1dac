"""Surveys as guests fill them and as the office reads their results."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.meetings.models import Meeting, Survey, SurveyAnswer, SurveyQuestion
from spoiwo.meetings.rules.codes import read_code
from spoiwo.meetings.rules.states import MeetingState, QuestionKind
from spoiwo.meetings.rules.surveys import MARKS, Tally, longest, may_show, share, shuffled, tally

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "survey.pl.toml"


@dataclass(frozen=True, slots=True)
class Bar:
    """One mark with how many gave it; `percent` is of those who answered, `length` of the longest bar."""

    mark: int
    count: int
    percent: int
    length: int


@dataclass(frozen=True, slots=True)
class Result:
    """What was answered to one question: marks for a scale, texts for an open one."""

    question: SurveyQuestion
    tally: Tally = field(default_factory=lambda: tally([]))
    texts: list[str] = field(default_factory=list)

    @property
    def is_scale(self) -> bool:
        """Whether marks were given."""
        return self.question.kind == QuestionKind.SCALE

    @property
    def bars(self) -> list[Bar]:
        """The distribution, from 1 to 5."""
        counts = self.tally.counts
        return [
            Bar(mark, count, share(count, self.tally.total), share(count, longest(counts)))
            for mark, count in zip(MARKS, counts, strict=True)
        ]

    @property
    def sentence(self) -> str:
        """The finding in words."""
        if not self.is_scale:
            said = ngettext(
                "%(count)d person wrote something.", "%(count)d people wrote something.", len(self.texts)
            )
            return said % {"count": len(self.texts)}
        if not self.tally.total:
            return _("Nobody answered this question.")
        said = ngettext(
            "%(good)d of %(count)d answer was 4 or 5.",
            "%(good)d of %(count)d answers were 4 or 5.",
            self.tally.total,
        )
        return said % {"good": self.tally.good, "count": self.tally.total}


@dataclass(frozen=True, slots=True)
class Results:
    """A survey summed up; `results` are empty as long as there are too few sheets."""

    sheet_count: int
    is_shown: bool
    results: list[Result]


@lru_cache
def shipped_survey() -> Mapping[str, Any]:
    """The introduction and questions a new survey begins with."""
    with SHIPPED.open("rb") as file:
        return tomllib.load(file)


def survey_of(meeting: Meeting) -> Survey | None:
    """The meeting's survey, where there is one."""
    return Survey.objects.filter(meeting=meeting).first()


def survey_by(code: str) -> Survey | None:
    """The survey with that code however it was typed; none of a meeting that was called off."""
    known = read_code(code)
    rows = Survey.objects.exclude(meeting__state=MeetingState.CANCELLED)
    return rows.select_related("meeting__partnership").filter(code=known).first() if known else None


def results_of(survey: Survey) -> Results:
    """The results, or only how many sheets there are while they are too few. Three queries."""
    count = survey.sheets.count()
    if not may_show(count):
        return Results(count, False, [])
    marks: dict[int, list[int]] = defaultdict(list)
    texts: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = SurveyAnswer.objects.filter(question__survey=survey).order_by()
    for question, mark, text, nonce in rows.values_list("question", "mark", "text", "sheet__nonce"):
        if mark is not None:
            marks[question].append(mark)
        if text:
            texts[question].append((nonce, text))
    found = [
        Result(
            question, tally(marks[question.pk]), shuffled(texts[question.pk], f"{survey.code}/{question.pk}")
        )
        for question in survey.questions.all()
    ]
    return Results(count, True, found)
