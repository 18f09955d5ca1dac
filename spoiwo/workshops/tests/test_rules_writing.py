"""Two people writing one sheet never lose a line."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoiwo.workshops.rules.writing import Kind, Landing, Line, Outcome, mark_of, weigh_write

LINE = Line("k", 3, "jezioro")
STRUCK = Line("k", 3, "jezioro", is_struck=True)


@pytest.mark.parametrize(
    ("current", "base", "text", "kind", "version"),
    [
        (None, 0, "  las \n", Kind.NEW, 1),
        (None, 0, " ", Kind.SAME, 0),
        (None, 2, "las", Kind.GONE_BUT_KEPT, 1),
        (LINE, 3, "las", Kind.SAVED, 4),
        (LINE, 3, "jezioro ", Kind.SAME, 3),
        (LINE, 1, "jezioro", Kind.SAME, 3),
        (LINE, 2, "las", Kind.BOTH_KEPT, 1),
        (LINE, 0, "las", Kind.BOTH_KEPT, 1),
        (LINE, 3, "", Kind.STRUCK, 4),
        (LINE, 2, "", Kind.NOT_STRUCK, 3),
        (STRUCK, 2, "las", Kind.GONE_BUT_KEPT, 1),
        (STRUCK, 2, "jezioro", Kind.GONE_BUT_KEPT, 1),
        (STRUCK, 3, "jezioro", Kind.SAVED, 4),
        (STRUCK, 2, "", Kind.SAME, 3),
    ],
)
def test_a_write_is_weighed(current: Line | None, base: int, text: str, kind: Kind, version: int) -> None:
    outcome = weigh_write(current, base, text, key="k")
    assert (outcome.kind, outcome.version) == (kind, version)
    assert outcome.changes == (kind not in (Kind.SAME, Kind.NOT_STRUCK))


def test_a_text_kept_beside_another_has_a_key_of_its_own_and_the_writer_is_told() -> None:
    outcome = weigh_write(LINE, 2, "las")
    assert outcome.key == outcome.mark == mark_of("k", 2, "las") and outcome.is_new_line
    again = weigh_write(LINE, 2, " las", delivered={outcome.mark: Landing(outcome.key, 1)})
    assert again == outcome._replace(kind=Kind.SAME)


def test_who_failed_to_strike_is_shown_what_the_line_says_now() -> None:
    assert weigh_write(LINE, 2, "").text == "jezioro"


def test_a_write_delivered_again_after_others_changed_the_line_does_not_come_back() -> None:
    landed = {mark_of("k", 1, "las"): Landing("k", 2)}
    outcome = weigh_write(LINE, 1, "las", delivered=landed)
    assert (outcome.kind, outcome.key, outcome.version) == (Kind.SAME, "k", 2)


@dataclass
class Sheet:
    """A sheet as the rules keep it, and a note of every text that was taken away with a right to."""

    lines: dict[str, Line] = field(default_factory=dict)
    delivered: dict[str, Landing] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    released: set[str] = field(default_factory=set)

    def take(self, key: str, base: int, text: str) -> Outcome:
        outcome = weigh_write(self.lines.get(key), base, text, key=key, delivered=self.delivered)
        if outcome.changes:
            assert outcome.is_new_line == (outcome.key not in self.lines)
            if before := self.lines.get(outcome.key):
                assert before.version == base  # only who saw it takes it away
                self.released.add(before.text)
            kept = before.text if before and not outcome.text else outcome.text
            self.lines[outcome.key] = Line(outcome.key, outcome.version, kept, is_struck=not outcome.text)
            self.delivered[outcome.mark] = Landing(outcome.key, outcome.version)
        return outcome

    def standing(self) -> set[str]:
        return {line.text for line in self.lines.values() if not line.is_struck}


@dataclass
class Writer:
    """A device: what it has seen, and the writes it has sent and may send again."""

    seen: dict[str, Line] = field(default_factory=dict)
    sent: list[tuple[str, int, str]] = field(default_factory=list)


# who, what (0 look, 1 new line, 2 write over, 3 strike, 4 send an old write again), which line or write
STEPS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 4), st.integers(0, 5)), max_size=40)


@settings(max_examples=300)
@given(STEPS)
def test_any_two_writers_keep_every_text_but_what_was_replaced_or_struck_by_who_saw_it(
    steps: list[tuple[int, int, int]],
) -> None:
    sheet, writers = Sheet(), (Writer(), Writer())
    for number, (who, what, which) in enumerate(steps):
        writer = writers[who]
        if what == 0:
            writer.seen = dict(sheet.lines)
            continue
        if what == 4:
            if writer.sent:
                before = dict(sheet.lines)
                sheet.take(*writer.sent[which % len(writer.sent)])
                assert sheet.lines == before
            continue
        write = _written(writer, what, which, number, who)
        if write is None:
            continue
        writer.sent.append(write)
        outcome = sheet.take(*write)
        if write[2]:
            sheet.texts.add(write[2])
            assert write[2] in sheet.standing()
        if outcome.kind != Kind.NOT_STRUCK:
            writer.seen[outcome.key] = sheet.lines.get(
                outcome.key, Line(outcome.key, outcome.version, outcome.text)
            )
    assert sheet.texts <= sheet.standing() | sheet.released


def _written(writer: Writer, what: int, which: int, number: int, who: int) -> tuple[str, int, str] | None:
    if what == 1:
        return f"{who}-{number}", 0, f"tekst {number}"
    if not writer.seen:
        return None
    line = list(writer.seen.values())[which % len(writer.seen)]
    return line.key, line.version, "" if what == 3 else f"tekst {number}"
