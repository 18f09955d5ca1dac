"""Screening: everybody's marks count once, “cannot judge” is not nought, dissent is shown, nobody follows the others."""

from typing import Any

import pytest
from django.test import Client

from spoiwo.workshops.actions import halls
from spoiwo.workshops.actions.screening import save_criteria, usual_criteria
from spoiwo.workshops.models import Hall, Proposal, Rating, Slip, Step
from spoiwo.workshops.queries.screening import screening_of
from spoiwo.workshops.rules.states import StepState
from tests.cast import Cast
from tests.make import make_meeting, make_proposal, make_step
from tests.world import NOON


@pytest.fixture
def hall(cast: Cast) -> Hall:
    return halls.open_hall(make_meeting(cast.ours), by=cast.ewa.actor)


@pytest.fixture
def proposals(hall: Hall) -> list[Proposal]:
    step = make_step(hall.meeting, form="proposal", state="closed")
    return [make_proposal(step, title) for title in ("Szlak rowerowy", "Żłobek", "Biogazownia")]


@pytest.fixture
def step(hall: Hall, proposals: list[Proposal], cast: Cast) -> Step:
    step = make_step(hall.meeting, "Ocena", kind="screening", form="")
    rows = [{"name": "Potrzeba", "weight": 1}, {"name": "Wykonalność", "weight": 1, "is_veto": True}]
    save_criteria(step, rows, by=cast.ewa.actor)
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, step=step)
    step.refresh_from_db()
    return step


def slips(hall: Hall, cast: Cast, count: int) -> list[Slip]:
    return halls.make_slips(hall, count, by=cast.ewa.actor)


def rate(slip: Slip, step: Step, proposal: Proposal, *marks: Any) -> int:
    posted = {f"mark-{one.pk}": mark for one, mark in zip(step.criteria.all(), marks, strict=False)}
    return Client().post(f"/w/{slip.code}/rating/{proposal.pk}/", posted).status_code


def test_a_seat_rates_one_proposal_after_the_other_and_is_thanked(
    hall: Hall, step: Step, proposals: list[Proposal], cast: Cast
) -> None:
    [slip] = slips(hall, cast, 1)
    seen = set()
    for _turn in proposals:
        page = Client().get(f"/w/{slip.code}/").content.decode()
        current = next(one for one in proposals if f"rating/{one.pk}/" in page)
        seen.add(current.pk)
        assert rate(slip, step, current, 5, 4) == 302
    assert seen == {one.pk for one in proposals}
    assert "rating/" not in Client().get(f"/w/{slip.code}/").content.decode()


def test_rating_again_replaces_and_does_not_add(
    hall: Hall, step: Step, proposals: list[Proposal], cast: Cast
) -> None:
    [slip] = slips(hall, cast, 1)
    rate(slip, step, proposals[0], 5, 5)
    rate(slip, step, proposals[0], 1, 2)
    assert sorted(Rating.objects.values_list("value", flat=True)) == [1, 2]


def test_cannot_judge_is_not_nought(hall: Hall, step: Step, proposals: list[Proposal], cast: Cast) -> None:
    one, other = slips(hall, cast, 2)
    rate(one, step, proposals[0], 5, 5)
    rate(other, step, proposals[0], "none", "none")
    [row] = [row for row in screening_of(step).rows if row.proposal == proposals[0]]
    assert (row.mean, row.result.raters) == (100, 1)


def test_the_hall_is_told_to_talk_about_what_divides_it(
    hall: Hall, step: Step, proposals: list[Proposal], cast: Cast
) -> None:
    for number, slip in enumerate(slips(hall, cast, 4)):
        rate(slip, step, proposals[0], 4, 4)
        rate(slip, step, proposals[1], 5 if number % 2 else 2, 5 if number % 2 else 2)
    found = screening_of(step)
    assert found.topics[0][0] == proposals[1]
    halls.set_step_state(step, StepState.CLOSED, by=cast.ewa.actor, at=NOON)
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, screen="result")
    assert "Żłobek" in Client().get(f"/screen/{hall.screen_secret}/").content.decode()


def test_a_veto_puts_a_proposal_last_and_names_the_criterion(
    hall: Hall, step: Step, proposals: list[Proposal], cast: Cast
) -> None:
    [slip] = slips(hall, cast, 1)
    rate(slip, step, proposals[0], 5, 1)
    rate(slip, step, proposals[1], 2, 2)
    rows = screening_of(step).rows
    assert rows[-1].proposal == proposals[0]
    assert rows[-1].flaws == ("Wykonalność",)


def test_while_people_rate_only_those_who_lead_see_the_result(
    hall: Hall, step: Step, proposals: list[Proposal], cast: Cast
) -> None:
    [slip] = slips(hall, cast, 1)
    rate(slip, step, proposals[2], 5, 5)
    url = f"/meetings/{hall.meeting_id}/steps/{step.pk}/screening/"
    assert "Biogazownia" not in cast.bartek.client.get(url).content.decode()
    assert "Biogazownia" in cast.ewa.client.get(url).content.decode()
    halls.set_step_state(step, StepState.CLOSED, by=cast.ewa.actor, at=NOON)
    assert "Biogazownia" in cast.bartek.client.get(url).content.decode()


@pytest.mark.parametrize("marks", [("9", "1"), ("0", "1"), ("x", "1"), ("3",), ("3", "")])
def test_marks_off_the_scale_or_missing_are_refused_and_nothing_is_kept(
    marks: tuple[str, ...], hall: Hall, step: Step, proposals: list[Proposal], cast: Cast
) -> None:
    [slip] = slips(hall, cast, 1)
    assert rate(slip, step, proposals[0], *marks) == 422
    assert not Rating.objects.exists()


def test_a_closed_step_takes_no_marks(hall: Hall, step: Step, proposals: list[Proposal], cast: Cast) -> None:
    [slip] = slips(hall, cast, 1)
    halls.set_step_state(step, StepState.CLOSED, by=cast.ewa.actor, at=NOON)
    assert rate(slip, step, proposals[0], 5, 5) == 422


def test_criteria_stay_once_somebody_has_rated(
    hall: Hall, step: Step, proposals: list[Proposal], cast: Cast
) -> None:
    [slip] = slips(hall, cast, 1)
    rate(slip, step, proposals[0], 5, 5)
    with pytest.raises(halls.Refused):
        save_criteria(step, usual_criteria(), by=cast.ewa.actor)
    assert step.criteria.count() == 2


def test_the_usual_criteria_are_offered_and_saved_as_they_stand(hall: Hall, cast: Cast) -> None:
    step = make_step(hall.meeting, "Ocena", kind="screening", form="")
    url = f"/meetings/{hall.meeting_id}/steps/{step.pk}/criteria/"
    page = cast.ewa.client.get(url)
    form = page.context["rows"]
    posted = {
        "form-TOTAL_FORMS": str(form.total_form_count()),
        "form-INITIAL_FORMS": str(form.initial_form_count()),
    }
    for row in form:
        for bound in row:
            if bound.value() not in (None, False):
                posted[bound.html_name] = str(bound.value())
    assert cast.ewa.client.post(url, posted).status_code == 302
    assert list(step.criteria.values_list("name", flat=True)) == [one["name"] for one in usual_criteria()]


def test_a_scale_upside_down_is_told_at_its_field(hall: Hall, cast: Cast) -> None:
    step = make_step(hall.meeting, "Ocena", kind="screening", form="")
    posted = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "Potrzeba"}
    posted |= {"form-0-low": "5", "form-0-high": "1", "form-0-weight": "1"}
    answer = cast.ewa.client.post(f"/meetings/{hall.meeting_id}/steps/{step.pk}/criteria/", posted)
    assert answer.status_code == 422
    assert "high" in answer.context["rows"].forms[0].errors
