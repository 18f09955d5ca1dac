"""What is put before people now, for each kind of step: on a phone, on the projector, on the facilitator's page."""

from spoiwo.workshops.models import Hall, Slip, Step, Table
from spoiwo.workshops.queries import cards, ideas, results, screening, sheets
from spoiwo.workshops.queries.stages import DeskStage, PanelStage, ScreenStage, SeatStage, Stage
from spoiwo.workshops.rules.states import Screen, StepKind, StepState

SEATS: dict[str, SeatStage] = {
    StepKind.SHEETS: sheets.seat_stage,
    StepKind.IDEAS: ideas.seat_stage,
    StepKind.SCREENING: screening.seat_stage,
    StepKind.VOTE: results.seat_stage,
}
SCREENS: dict[str, ScreenStage] = {
    StepKind.SHEETS: sheets.screen_stage,
    StepKind.IDEAS: ideas.screen_stage,
    StepKind.SCREENING: screening.screen_stage,
    StepKind.VOTE: results.screen_stage,
    StepKind.CARDS: cards.screen_stage,
}
PANELS: dict[str, PanelStage] = {
    StepKind.SHEETS: sheets.panel_stage,
    StepKind.IDEAS: ideas.panel_stage,
    StepKind.SCREENING: screening.panel_stage,
    StepKind.VOTE: results.panel_stage,
    StepKind.CARDS: cards.panel_stage,
}
DESKS: dict[str, DeskStage] = {
    StepKind.SHEETS: sheets.desk_stage,
    StepKind.CARDS: cards.desk_stage,
}


def seat_of(hall: Hall, slip: Slip) -> Stage:
    """A participant's part of the current step; between steps, and in steps without one, a word to look at the screen."""
    step = hall.step
    if step is None or hall.screen == Screen.PAUSE or step.state != StepState.OPEN or step.kind not in SEATS:
        return Stage("workshops/guest/_wait.html", {})
    return SEATS[step.kind](hall, step, slip)


def screen_of(hall: Hall) -> Stage:
    """What the hall sees: how to take part, a break, the task, or what the step itself shows."""
    step = hall.step
    if hall.screen == Screen.PAUSE:
        return Stage("workshops/screen/_pause.html", {})
    if step is None or hall.screen == Screen.JOIN:
        return Stage("workshops/screen/_join.html", {})
    shown = presented(step, is_recap=hall.screen == Screen.RECAP)
    if hall.screen == Screen.TASK or shown is None:
        return Stage("workshops/screen/_task.html", {})
    if hall.table and shown.kind == StepKind.SHEETS:
        return sheets.spotlight(hall, shown)
    template, facts = SCREENS[shown.kind](hall, shown)
    return Stage(template, facts | {"step": shown})


def presented(step: Step, *, is_recap: bool = False) -> Step | None:
    """The step whose work is shown: this one, or of a talk or a recap the one it continues."""
    if not is_recap and step.kind in SCREENS:
        return step
    before = step.takes_from
    return before if before is None or before.kind in SCREENS else presented(before)


def desk_of(hall: Hall, table: Table) -> Stage:
    """A table's part of the current step; between steps a word to look at the screen."""
    step = hall.step
    if step is None or hall.screen == Screen.PAUSE or step.kind not in DESKS:
        return Stage("workshops/guest/_wait.html", {})
    return DESKS[step.kind](hall, step, table)


def panel_of(hall: Hall) -> Stage | None:
    """What the facilitator needs beside the current step, or during a talk beside the step it continues."""
    return panel_of_step(hall.step, hall) if hall.step else None


def panel_of_step(step: Step, hall: Hall | None = None) -> Stage | None:
    """The same for any step, as its own page shows it."""
    shown = presented(step)
    if shown is None or shown.kind not in PANELS:
        return None
    template, facts = PANELS[shown.kind](shown)
    return Stage(template, facts | {"step": shown, "hall": hall})
