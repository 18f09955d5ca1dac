"""The shipped steps fit the shipped templates."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from spoiwo.workshops.rules.ballots import Method
from spoiwo.workshops.rules.states import Grouping, IdeaStyle, Naming, SheetForm, StepKind

PACKAGE = Path(__file__).resolve().parent.parent.parent
NOT_WORKSHOPS = {"Cykl spotkań promocyjnych w gminach", "Konferencja"}
FIELDS = {
    StepKind.TALK: set(),
    StepKind.SHEETS: {"form", "themes", "grouping"},
    StepKind.IDEAS: {"style", "naming", "moderated"},
    StepKind.SCREENING: set(),
    StepKind.VOTE: {"method", "budget", "seats"},
    StepKind.CARDS: set(),
}
TAKES = {  # what a step can continue: cards are made of what was chosen, a vote is about proposals
    StepKind.SHEETS: {StepKind.SHEETS, StepKind.IDEAS, StepKind.CARDS},
    StepKind.IDEAS: {StepKind.SHEETS},
    StepKind.SCREENING: {StepKind.SHEETS},
    StepKind.VOTE: {StepKind.SHEETS, StepKind.SCREENING},
    StepKind.CARDS: {StepKind.VOTE, StepKind.CARDS},
}
Step = dict[str, Any]


def read(path: str) -> dict[str, Step]:
    content = tomllib.loads((PACKAGE / path).read_text(encoding="utf-8"))
    return {template["name"]: template for template in content["template"]}


CYCLES, PLANS = read("meetings/data/cycles.pl.toml"), read("workshops/data/steps.pl.toml")
ALL = pytest.mark.parametrize("name", PLANS)


def steps_of(name: str) -> dict[str, Step]:
    return {
        f"{meeting['order']}.{number}": step
        for meeting in PLANS[name]["meeting"]
        for number, step in enumerate(meeting["step"], 1)
    }


def test_every_workshop_has_steps_and_no_other_meeting_has() -> None:
    assert set(PLANS) == set(CYCLES) - NOT_WORKSHOPS


@ALL
def test_every_meeting_of_the_template_has_its_steps_in_order_and_in_time(name: str) -> None:
    meetings = CYCLES[name]["meeting"]
    assert [one["order"] for one in PLANS[name]["meeting"]] == list(range(1, len(meetings) + 1))
    for meeting, plan in zip(meetings, PLANS[name]["meeting"], strict=True):
        assert sum(step["minutes"] for step in plan["step"]) <= meeting["minutes"], meeting["title"]


@ALL
def test_every_step_is_of_a_known_kind_and_says_only_what_its_kind_needs(name: str) -> None:
    for number, step in steps_of(name).items():
        kind = StepKind(step["kind"])
        extra = set(step) - {"kind", "title", "minutes", "instruction", "takes_from"}
        assert extra <= FIELDS[kind], number
        assert step["minutes"] > 0 and 0 < len(step["title"]) <= 200
        assert kind == StepKind.TALK or step["instruction"], number
        SheetForm(step.get("form", SheetForm.BARREL)), Grouping(step.get("grouping", Grouping.HAND))
        IdeaStyle(step.get("style", IdeaStyle.OPEN)), Naming(step.get("naming", Naming.NAME))
        Method(step.get("method", Method.POINTS))
        assert bool(step.get("themes")) == (step.get("grouping") == Grouping.THEME), number


@ALL
def test_kinds_have_what_they_cannot_do_without(name: str) -> None:
    for number, step in steps_of(name).items():
        if step["kind"] == StepKind.SHEETS:
            assert {"form", "grouping"} <= set(step), number
        if step["kind"] == StepKind.IDEAS:
            assert {"style", "naming", "moderated"} <= set(step), number
        if step["kind"] == StepKind.VOTE:
            assert step["seats"] >= 1 and ("budget" in step) == (step["method"] == Method.POINTS), number


@ALL
def test_every_reference_leads_to_an_earlier_step_that_leaves_something_fitting(name: str) -> None:
    steps = steps_of(name)
    order = {number: place for place, number in enumerate(steps)}
    for number, step in steps.items():
        source = step.get("takes_from")
        if source is None:
            assert step["kind"] not in (StepKind.SCREENING, StepKind.VOTE, StepKind.CARDS), number
            continue
        assert order[source] < order[number], (number, source)
        kind = steps[source]["kind"]
        assert kind != StepKind.TALK and (step["kind"] == StepKind.TALK or kind in TAKES[step["kind"]]), (
            number
        )
        if step["kind"] in (StepKind.VOTE, StepKind.SCREENING) and kind == StepKind.SHEETS:
            assert steps[source]["form"] == SheetForm.PROPOSAL, number


@ALL
def test_every_template_ends_in_cards_made_of_what_was_chosen(name: str) -> None:
    kinds = [step["kind"] for step in steps_of(name).values() if step["kind"] != StepKind.TALK]
    assert kinds[-1] == StepKind.CARDS and StepKind.VOTE in kinds[: kinds.index(StepKind.CARDS)]


def test_the_eight_steps_build_one_on_another() -> None:
    steps = steps_of("Ożywienie gospodarcze w ośmiu krokach (RMI)")
    for earlier, later in pairwise(range(1, 9)):
        sources = [s.get("takes_from", "") for n, s in steps.items() if n.startswith(f"{later}.")]
        assert any(source.startswith(f"{earlier}.") for source in sources), later
