"""Surveys: made, edited until the first sheet, filled by whoever has the code."""

import datetime as dt
import os
from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.audit import Verb
from spoiwo.meetings.models import Meeting, Survey, SurveyAnswer, SurveyQuestion, SurveySheet
from spoiwo.meetings.queries.surveys import shipped_survey
from spoiwo.meetings.rules.codes import new_codes
from spoiwo.meetings.rules.states import QuestionKind
from spoiwo.meetings.rules.surveys import is_open

OPEN_DAYS = 14


@transaction.atomic
def start_survey(meeting: Meeting, *, by: Actor) -> Survey:
    """The meeting's survey with the shipped questions, open for two weeks after the meeting; made once."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    known = Survey.objects.filter(meeting=meeting).first()
    if known:
        return known
    shipped = shipped_survey()
    survey = Survey.objects.create(
        meeting=meeting,
        code=new_codes(1, os.urandom)[0],
        intro=shipped["intro"],
        closes_on=meeting.ends_at.date() + dt.timedelta(days=OPEN_DAYS),
    )
    _put_questions(survey, [(QuestionKind(one["kind"]), one["text"]) for one in shipped["question"]])
    audit.record(Verb.SURVEY_EDITED, survey, by=by, scope=meeting.partnership_id)
    return survey


@transaction.atomic
def edit_survey(
    survey: Survey,
    *,
    intro: str,
    closes_on: dt.date,
    questions: Sequence[tuple[QuestionKind, str]] | None,
    by: Actor,
) -> Survey:
    """Changes the introduction and the last day at any time, the questions (None: as they are) until somebody answered."""
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    survey.intro, survey.closes_on = intro.strip(), closes_on
    survey.save(update_fields=["intro", "closes_on"])
    if questions is not None:
        if survey.sheets.exists():
            raise Refused(_("Somebody has answered meanwhile, so the questions can no longer be changed."))
        if not questions:
            raise Refused(_("A survey needs a question."))
        survey.questions.all().delete()
        _put_questions(survey, questions)
    audit.record(Verb.SURVEY_EDITED, survey, by=by, scope=survey.meeting.partnership_id)
    return survey


def take_sheet(survey: Survey, nonce: str, answers: Mapping[int, int | str], *, day: dt.date) -> bool:
    """Takes one sheet: a mark or a text by question; the same nonce again counts nothing and gives False.

    Neither who nor when is written, and so no entry in the history either: it would hold the moment.
    """
    if not is_open(survey.closes_on, day):
        raise Refused(_("This survey is closed. Thank you for wanting to answer."))
    if not any(value for value in answers.values()):
        raise Refused(_("Answer one question at least."))
    try:
        with transaction.atomic():
            # The same lock as in `edit_survey`: either the questions stand still, or this sheet comes first.
            survey = Survey.objects.select_for_update().get(pk=survey.pk)
            if not set(answers) <= set(survey.questions.values_list("pk", flat=True)):
                raise Refused(_("The questions have been changed meanwhile. Please answer them anew."))
            sheet = SurveySheet.objects.create(survey=survey, nonce=nonce)
            SurveyAnswer.objects.bulk_create(
                SurveyAnswer(
                    sheet=sheet,
                    question_id=question,
                    mark=value if isinstance(value, int) else None,
                    text=value if isinstance(value, str) else "",
                )
                for question, value in answers.items()
                if value
            )
    except IntegrityError:  # the nonce is known: the button was pressed twice
        return False
    return True


def _put_questions(survey: Survey, questions: Sequence[tuple[QuestionKind, str]]) -> None:
    SurveyQuestion.objects.bulk_create(
        SurveyQuestion(survey=survey, order=order, kind=kind, text=text)
        for order, (kind, text) in enumerate(questions, 1)
    )
