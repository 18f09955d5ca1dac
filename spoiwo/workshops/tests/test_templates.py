"""Steps of templates: loaded with the program, taken over by series and copies."""

import pytest

from spoiwo.kit.actor import SYSTEM
from spoiwo.meetings.actions.series import copy_template, load_shipped_templates
from spoiwo.meetings.models import CycleTemplate
from spoiwo.workshops.actions.steps import load_shipped_steps, steps_from_template
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
