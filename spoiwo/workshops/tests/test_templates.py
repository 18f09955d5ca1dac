"""Steps of templates: loaded with the program, taken over by series and copies."""

import pytest
from django.urls import reverse

from spoiwo.kit.actor import SYSTEM
from spoiwo.meetings.actions.series import copy_template, load_shipped_templates
from spoiwo.meetings.models import CycleTemplate
from spoiwo.workshops.actions.copying import load_shipped_steps, steps_from_template
from spoiwo.workshops.models import TemplateStep
from tests.cast import Cast
from tests.make import make_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def templates(db: None) -> None:
    """The shipped templates with their steps."""
    load_shipped_templates(by=SYSTEM)
    load_shipped_steps(by=SYSTEM)


def test_shipped_steps_are_loaded_once_and_only_where_there_are_none(templates: None) -> None:
    count = TemplateStep.objects.count()
    assert count > 100 and load_shipped_steps(by=SYSTEM) == 0
    six = CycleTemplate.objects.get(name__contains="sześć")
    CycleTemplate.objects.filter(pk=six.pk).update(name="Nasz cykl")
    six.steps.all().delete()
    assert load_shipped_steps(by=SYSTEM) == 1
    assert TemplateStep.objects.count() == count


def test_a_template_of_a_partnership_gets_no_shipped_steps(cast: Cast) -> None:
    mine = CycleTemplate.objects.create(partnership=cast.ours, name="Warsztaty dwudniowe")
    load_shipped_templates(by=SYSTEM)
    load_shipped_steps(by=SYSTEM)
    assert not mine.steps.exists()


def test_what_a_step_continues_is_kept_in_meetings_and_in_copies(cast: Cast, templates: None) -> None:
    six = CycleTemplate.objects.get(name__contains="sześć")
    copy = copy_template(six, cast.ours, by=cast.anna.actor)
    plan = [(one.reference, one.title, one.takes_from) for one in six.steps.all()]
    assert plan and [(one.reference, one.title, one.takes_from) for one in copy.steps.all()] == plan
    meetings = [make_meeting(cast.ours, f"Warsztat {number}") for number in range(1, 7)]
    made = steps_from_template(copy, meetings, by=cast.anna.actor)
    diagnosis = next(step for step in made if step.form == "component")
    assert diagnosis.takes_from and diagnosis.takes_from.form == "barrel"
    assert diagnosis.takes_from.meeting == meetings[0] and diagnosis.meeting == meetings[1]


def test_moving_and_removing_steps_keeps_what_continues_what(cast: Cast) -> None:
    template = CycleTemplate.objects.create(partnership=cast.ours, name="Cykl")
    for order in (1, 2):
        template.meetings.create(order=order, title=f"Warsztat {order}")
    steps = [
        template.steps.create(kind="sheets", form="barrel", order=order, title=title)
        for order, title in enumerate("ABC", 1)
    ]
    template.steps.create(kind="talk", meeting_order=2, title="D", takes_from="1.2")
    add_step = reverse("workshops:template_step_place", args=[template.pk, steps[0].pk])
    cast.anna.client.post(add_step, {"to": "down"})
    assert plan(template) == [("1.1", "B", ""), ("1.2", "A", ""), ("1.3", "C", ""), ("2.1", "D", "1.1")]
    cast.anna.client.post(reverse("workshops:template_step_removal", args=[template.pk, steps[0].pk]))
    assert plan(template) == [("1.1", "B", ""), ("1.2", "C", ""), ("2.1", "D", "1.1")]
    cast.anna.client.post(reverse("workshops:template_step_removal", args=[template.pk, steps[1].pk]))
    assert plan(template) == [("1.1", "C", ""), ("2.1", "D", "")]


def test_a_coordinator_writes_steps_into_her_template_and_only_looks_at_the_shipped_ones(
    cast: Cast, templates: None
) -> None:
    mine = CycleTemplate.objects.create(partnership=cast.ours, name="Cykl")
    mine.meetings.create(title="Warsztat")
    data = {"title": "Beczka", "kind": "sheets", "minutes": "80", "form": "barrel", "grouping": "hand"}
    new = reverse("workshops:template_step_new", args=[mine.pk, 1])
    assert cast.anna.client.post(new, data).status_code == 302
    assert cast.anna.client.post(new, data | {"takes_from": "1.1"}).status_code == 302
    assert plan(mine) == [("1.1", "Beczka", ""), ("1.2", "Beczka", "1.1")]
    assert cast.celina.client.post(new, data).status_code == 403
    assert cast.bartek.client.get(new).status_code == 404
    shipped = CycleTemplate.objects.get(name__contains="sześć")
    page = reverse("workshops:template_steps", args=[shipped.pk])
    assert "Beczka zasobów" in cast.anna.client.get(page).content.decode()
    step = shipped.steps.first()
    edit = reverse("workshops:template_step", args=[shipped.pk, step.pk])
    assert cast.anna.client.post(edit, data).status_code == 403
    other = reverse("workshops:template_step", args=[mine.pk, step.pk])
    assert cast.anna.client.post(other, data).status_code == 404


def plan(template: CycleTemplate) -> list[tuple[str, str, str]]:
    return [(one.reference, one.title, one.takes_from) for one in template.steps.all()]
