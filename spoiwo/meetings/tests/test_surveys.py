"""The anonymous survey: one sheet for one press, nothing of who or when, results that point at nobody."""

import datetime as dt
import io
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from spoiwo import audit
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.surveys import edit_survey, start_survey, take_sheet
from spoiwo.meetings.models import Meeting, Survey, SurveyAnswer, SurveySheet
from spoiwo.meetings.queries.surveys import results_of
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.rules.states import QuestionKind
from spoiwo.meetings.rules.surveys import Tally, may_show, shuffled, tally
from tests.cast import Cast
from tests.make import make_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(cast: Cast) -> Survey:
    survey = start_survey(make_meeting(cast.ours), by=cast.anna.actor)
    Survey.objects.update(closes_on=today())
    survey.refresh_from_db()
    return survey


def fill(survey: Survey, mark: int = 4, words: str = "") -> None:
    first, opened = survey.questions.first(), survey.questions.filter(kind="open").first()
    answers = {first.pk: mark} | ({opened.pk: words} if words else {})
    take_sheet(survey, str(uuid.uuid4()), answers, day=today())


def sheet_of(survey: Survey, **answers: str) -> dict[str, str]:
    first = survey.questions.first()
    return {"nonce": str(uuid.uuid4()), f"question-{first.pk}": "5"} | answers


@pytest.mark.parametrize(
    ("counts", "mean"),
    [((0, 0, 0, 1, 1), 4.5), ((1, 0, 0, 0, 0), 1.0), ((0, 3, 1, 0, 0), 2.3), ((0,) * 5, None)],
)
def test_the_mean_has_one_decimal_and_halves_go_up(counts: tuple[int, ...], mean: float | None) -> None:
    assert Tally(counts).mean == mean


def test_marks_go_from_one_to_five() -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        tally([6])


@given(st.lists(st.text(max_size=5), max_size=8))
def test_shuffling_keeps_every_text_and_always_gives_the_same_order(texts: list[str]) -> None:
    pairs = [(str(number), text) for number, text in enumerate(texts)]
    assert sorted(shuffled(pairs, "a")) == sorted(texts)
    assert shuffled(pairs, "a") == shuffled(reversed(pairs), "a")


def test_a_survey_is_made_once_and_begins_with_the_shipped_questions(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    for _press in range(2):
        cast.anna.client.post(f"/meetings/{meeting.pk}/survey/new/")
    made = Survey.objects.get()
    assert [one.kind for one in made.questions.all()] == ["scale"] * 4 + ["open"] * 2


def test_a_sheet_counts_once_however_often_the_button_is_pressed(cast: Cast, survey: Survey) -> None:
    data = sheet_of(survey)
    for _press in range(3):
        answer = cast.nobody.client.post(f"/s/{survey.code}/", data)
        assert (answer.status_code, answer["Location"]) == (302, f"/s/{survey.code}/?done=1")
    assert SurveySheet.objects.count() == 1
    assert SurveyAnswer.objects.get().mark == 5


def test_nothing_tells_who_answered_or_when(cast: Cast, survey: Survey) -> None:
    before = audit.stamp()
    page = cast.nobody.client.get(f"/s/{survey.code}/")
    sent = cast.nobody.client.post(f"/s/{survey.code}/", sheet_of(survey))
    assert not page.cookies and not sent.cookies
    assert b"csrf" not in page.content
    assert audit.stamp() == before
    moments = {"DateTimeField", "DateField", "GenericIPAddressField"}
    for model in (SurveySheet, SurveyAnswer):
        assert (
            not {field.get_internal_type() for field in model._meta.get_fields() if field.concrete} & moments
        )


def test_the_code_on_the_wall_opens_the_survey_however_typed(cast: Cast, survey: Survey) -> None:
    found = cast.nobody.client.get("/s/", {"code": shown(survey.code).lower()})
    assert found["Location"] == f"/s/{survey.code}/"
    assert cast.nobody.client.get("/s/", {"code": "abc"}).status_code == 422


def test_nonsense_is_told_and_keeps_what_was_typed(cast: Cast, survey: Survey) -> None:
    first, opened = survey.questions.first(), survey.questions.last()
    data = {"nonce": str(uuid.uuid4()), f"question-{opened.pk}": "Było ciekawie"}
    answer = cast.nobody.client.post(f"/s/{survey.code}/", data | {f"question-{first.pk}": "9"})
    assert answer.status_code == 422
    assert "Było ciekawie" in answer.content.decode()
    assert cast.nobody.client.post(f"/s/{survey.code}/", {"nonce": "x"}).status_code == 422
    assert cast.nobody.client.post(f"/s/{survey.code}/", {"nonce": str(uuid.uuid4())}).status_code == 422
    assert not SurveySheet.objects.exists()


def test_a_closed_or_unknown_survey_takes_nothing(cast: Cast, survey: Survey) -> None:
    Survey.objects.update(closes_on=today() - dt.timedelta(days=1))
    assert cast.nobody.client.post(f"/s/{survey.code}/", sheet_of(survey)).status_code == 422
    assert (
        "<form method" not in cast.nobody.client.get(f"/s/{survey.code}/").content.decode().split("<main")[1]
    )
    assert cast.nobody.client.get("/s/0000000000000/").status_code == 404
    Meeting.objects.update(state="cancelled")
    assert cast.nobody.client.get(f"/s/{survey.code}/").status_code == 404


def test_questions_are_edited_until_the_first_sheet(cast: Cast, survey: Survey) -> None:
    change = {"intro": "", "closes_on": today(), "by": cast.anna.actor}
    edit_survey(survey, questions=[(QuestionKind.SCALE, "Czy warto?")], **change)
    assert [one.text for one in survey.questions.all()] == ["Czy warto?"]
    with pytest.raises(Refused):
        edit_survey(survey, questions=[], **change)
    fill(survey)
    with pytest.raises(Refused):
        edit_survey(survey, questions=[(QuestionKind.SCALE, "Inne?")], **change)
    edit_survey(survey, questions=None, **change)
    page = cast.anna.client.get(f"/meetings/{survey.meeting_id}/survey/edit/").content.decode()
    assert "question-0-text" not in page


def test_the_editor_drops_emptied_questions(cast: Cast, survey: Survey) -> None:
    data = {
        "intro": "Prosimy o opinię",
        "closes_on": "2030-11-01",
        "question-TOTAL_FORMS": "3",
        "question-INITIAL_FORMS": "2",
        "question-0-text": "",
        "question-0-kind": "scale",
        "question-1-text": "Treść?",
        "question-1-kind": "scale",
        "question-2-text": "Uwagi?",
        "question-2-kind": "open",
    }
    assert cast.anna.client.post(f"/meetings/{survey.meeting_id}/survey/edit/", data).status_code == 302
    assert [one.text for one in survey.questions.all()] == ["Treść?", "Uwagi?"]


def test_a_sheet_for_questions_that_were_changed_is_refused(cast: Cast, survey: Survey) -> None:
    gone = survey.questions.first().pk
    edit_survey(
        survey, intro="", closes_on=today(), questions=[(QuestionKind.SCALE, "Nowe?")], by=cast.anna.actor
    )
    with pytest.raises(Refused):
        take_sheet(survey, str(uuid.uuid4()), {gone: 5}, day=today())


def test_results_are_hidden_below_three_sheets(cast: Cast, survey: Survey) -> None:
    url = f"/meetings/{survey.meeting_id}/survey/"
    fill(survey, 1, "Sala była zimna")
    fill(survey, 2)
    assert not may_show(2)
    assert "Sala była zimna" not in cast.anna.client.get(url).content.decode()
    assert cast.anna.client.get(f"{url}?format=csv").status_code == 404
    fill(survey, 5)
    assert "Sala była zimna" in cast.anna.client.get(url).content.decode()


def test_results_give_mean_and_distribution(survey: Survey) -> None:
    for mark in (5, 5, 4, 1):
        fill(survey, mark)
    first = results_of(survey).results[0]
    assert (first.tally.mean, first.tally.counts) == (3.8, (1, 0, 0, 1, 2))
    assert [bar.percent for bar in first.bars] == [25, 0, 0, 25, 50]
    assert first.bars[4].length == 100
    assert "3" in first.sentence and "4" in first.sentence


def test_results_leave_as_table_and_document(cast: Cast, survey: Survey) -> None:
    for number in range(3):
        fill(survey, 4, f"Uwaga {number}")
    url = f"/meetings/{survey.meeting_id}/survey/"
    table = b"".join(cast.dorota.client.get(f"{url}?format=csv")).decode("utf-8-sig")
    assert "Uwaga 1" in table and ";4;3" in table
    text = PdfReader(io.BytesIO(cast.dorota.client.get(f"{url}?format=pdf").content)).pages[0].extract_text()
    assert "4,0" in text
    poster = PdfReader(io.BytesIO(cast.dorota.client.get(f"{url}poster.pdf").content))
    assert len(poster.pages) == 1


def test_wrong_roles_do_not_ask(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    assert cast.dorota.client.post(f"/meetings/{meeting.pk}/survey/new/").status_code == 403
    assert cast.celina.client.post(f"/meetings/{meeting.pk}/survey/new/").status_code == 404
    assert cast.bartek.client.get(f"/meetings/{meeting.pk}/survey/").status_code == 403
