"""Steps of a workshop: added, changed, put in order, removed, taken over; who sees them."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.translation import override

from spoiwo.kit.request import Refused
from spoiwo.meetings.models import CycleTemplate
from spoiwo.workshops.actions.steps import edit_step
from spoiwo.workshops.models import Line, Step, Table
from spoiwo.workshops.permissions import workshop_verbs
from tests.cast import Cast
from tests.make import make_meeting, make_series, make_step, make_table

pytestmark = pytest.mark.django_db
PLAYERS = ["anna", "bartek", "celina", "dorota", "ewa", "roman", "adam", "nobody"]
SHEETS = {"title": "Beczka", "kind": "sheets", "minutes": "80", "form": "barrel", "grouping": "balanced"}


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    """Pages in the language of their source."""
    settings.LANGUAGE_CODE = "en"
    with override("en"):
        yield


def post(player: Any, name: str, /, *args: Any, **data: Any) -> Any:
    return player.client.post(reverse(f"workshops:{name}", args=args), data)


def titles(meeting: Any) -> list[str]:
    return list(meeting.steps.values_list("title", flat=True))


@pytest.mark.parametrize("player", PLAYERS)
def test_what_a_person_may_view_is_what_the_queries_find(cast: Cast, player: str) -> None:
    actor = getattr(cast, player).actor
    for partnership in (cast.ours, cast.theirs):
        meeting = make_meeting(partnership, is_public=True)
        make_step(meeting)
        make_table(meeting)
    for model in (Step, Table):
        rows = model.objects.select_related("meeting")
        may = {
            one for one in rows if "view" in workshop_verbs(actor, partnership_id=one.meeting.partnership_id)
        }
        assert set(model.objects.visible_to(actor)) == may


def test_a_step_keeps_only_what_its_kind_has_use_for(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    themes = "Kapitał ludzki\n\n  Jakość życia \nKapitał ludzki\n"
    data = SHEETS | {"grouping": "theme", "themes": themes, "method": "borda", "seats": "9"}
    assert post(cast.ewa, "step_new", meeting.pk, **data).status_code == 302
    step = meeting.steps.get()
    assert step.themes == ["Kapitał ludzki", "Jakość życia"]
    assert (step.method, step.seats, step.order) == ("", 4, 1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"form": ""}, "form"),
        ({"grouping": "theme"}, "themes"),
        ({"kind": "vote"}, "method"),
        ({"kind": "vote", "method": "points", "seats": "4"}, "budget"),
        ({"title": ""}, "title"),
    ],
)
def test_what_a_kind_needs_is_asked_for_at_its_place_and_nothing_is_lost(
    cast: Cast, wrong: dict[str, str], field: str
) -> None:
    meeting = make_meeting(cast.ours)
    response = post(cast.ewa, "step_new", meeting.pk, **SHEETS | {"instruction": "Zapiszcie"} | wrong)
    assert response.status_code == 422 and not meeting.steps.exists()
    assert f'id="id_{field}-error"' in response.content.decode()
    assert "Zapiszcie" in response.content.decode()


def test_only_the_fields_that_no_kind_needs_are_called_optional(cast: Cast) -> None:
    page = cast.ewa.client.get(
        reverse("workshops:step_new", args=[make_meeting(cast.ours).pk])
    ).content.decode()
    labels = [part.split("</label>")[0] for part in page.split('<label class="form-label"')[1:]]
    optional = {label.split(">")[1].split("<")[0].strip() for label in labels if "optional" in label}
    assert {"Themes of the groups", "Continues"} <= optional
    assert not optional & {"Form of the sheet", "How groups are made", "Method of voting"}


def test_a_step_continues_earlier_steps_of_the_series_that_fit(cast: Cast) -> None:
    first, second = make_meeting(cast.ours, "I"), make_meeting(cast.ours, "II")
    second.starts_at, second.ends_at = second.starts_at.replace(month=11), second.ends_at.replace(month=11)
    second.save()
    make_series(cast.ours, first, second)
    barrel, foreign = make_step(first), make_step(make_meeting(cast.ours), "Obca")
    proposals = make_step(first, "Propozycje", form="proposal")
    assert post(cast.ewa, "step_new", second.pk, **SHEETS, takes_from=foreign.pk).status_code == 422
    assert post(cast.ewa, "step_new", second.pk, **SHEETS, takes_from=barrel.pk).status_code == 302
    assert second.steps.get().takes_from == barrel
    vote = {"title": "Głosowanie", "kind": "vote", "minutes": "20", "method": "approval", "seats": "4"}
    assert post(cast.ewa, "step_new", second.pk, **vote, takes_from=barrel.pk).status_code == 422
    assert post(cast.ewa, "step_new", second.pk, **vote, takes_from=proposals.pk).status_code == 302


def test_steps_are_put_in_order_but_never_before_what_they_continue(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    first, second = make_step(meeting, "A"), make_step(meeting, "B")
    make_step(meeting, "C", takes_from=second)
    post(cast.ewa, "step_place", meeting.pk, first.pk, to="down")
    assert titles(meeting) == ["B", "A", "C"]
    post(cast.ewa, "step_place", meeting.pk, first.pk, to="down")
    assert titles(meeting) == ["B", "C", "A"]
    post(cast.ewa, "step_place", meeting.pk, second.pk, to="down")
    assert titles(meeting) == ["B", "C", "A"]


def test_a_step_with_writing_in_it_is_neither_removed_nor_made_another_kind(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    step, empty = make_step(meeting), make_step(meeting, "Pusty")
    Line.objects.create(step=step, key=uuid4(), field="resources", text="Rzeka")
    post(cast.ewa, "step_removal", meeting.pk, step.pk)
    post(cast.ewa, "step_removal", meeting.pk, empty.pk)
    assert titles(meeting) == ["Beczka"]
    assert (
        post(cast.ewa, "step_edit", meeting.pk, step.pk, **SHEETS | {"form": "component"}).status_code == 422
    )
    assert (
        post(cast.ewa, "step_edit", meeting.pk, step.pk, **SHEETS | {"title": "Baryłka"}).status_code == 302
    )
    assert titles(meeting) == ["Baryłka"]


def test_a_workshop_takes_over_the_steps_of_a_template_and_of_another_one(cast: Cast) -> None:
    template = CycleTemplate.objects.create(partnership=cast.ours, name="Cykl")
    template.meetings.create(title="Warsztat I")
    template.steps.create(kind="sheets", form="barrel", title="Beczka")
    template.steps.create(kind="talk", order=2, title="Prezentacja", takes_from="1.1")
    meeting, hidden = make_meeting(cast.ours), make_meeting(cast.theirs)
    other = make_meeting(cast.theirs, is_public=True)
    make_step(other, "Ich krok")
    make_step(hidden, "Ukryty krok")
    for source in (f"template-{template.pk}-1", f"meeting-{other.pk}"):
        assert post(cast.ewa, "steps_copying", meeting.pk, source=source).status_code == 302
    assert titles(meeting) == ["Beczka", "Prezentacja", "Ich krok"]
    assert list(meeting.steps.values_list("order", flat=True)) == [1, 2, 3]
    assert meeting.steps.get(order=2).takes_from.title == "Beczka"
    assert post(cast.ewa, "steps_copying", meeting.pk, source=f"meeting-{hidden.pk}").status_code == 422


def test_steps_of_another_partnership_are_not_there(cast: Cast) -> None:
    meeting, theirs = make_meeting(cast.ours), make_meeting(cast.theirs, is_public=True)
    step = make_step(theirs)
    for name in ("step", "step_edit"):
        for where in (meeting, theirs):
            assert (
                cast.anna.client.get(reverse(f"workshops:{name}", args=[where.pk, step.pk])).status_code
                == 404
            )
    assert cast.anna.client.get(reverse("workshops:steps", args=[theirs.pk])).status_code == 404
    for name in ("step_place", "step_removal"):
        assert post(cast.anna, name, meeting.pk, step.pk).status_code == 404
    assert post(cast.bartek, "step_new", meeting.pk, **SHEETS).status_code == 403


def test_the_page_of_a_step_shows_what_came_in(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    barrel = make_step(meeting)
    Line.objects.create(step=barrel, key=uuid4(), field="resources", text="Rzeka Wisła")
    step = make_step(meeting, "Diagnoza", form="component", takes_from=barrel)
    content = cast.bartek.client.get(step.get_absolute_url()).content.decode()
    assert "What came in" in content and "Rzeka Wisła" in content


def test_two_steps_never_continue_each_other(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    first = make_step(meeting, "Beczka")
    second = make_step(meeting, "Pomysły", kind="ideas", form="", takes_from=first)
    with pytest.raises(Refused):
        edit_step(first, by=cast.anna.actor, kind="sheets", form="barrel", takes_from=second)
    first.refresh_from_db()
    assert first.takes_from is None
