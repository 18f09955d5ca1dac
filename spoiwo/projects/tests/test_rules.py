"""What a card must say and which state may follow which."""

import pytest

from spoiwo.projects.labels import BAR_SENTENCES, LACK_SENTENCES, STATE_LABELS, TEXT_HINTS, TEXT_LABELS
from spoiwo.projects.rules import (
    NEXT,
    TEXTS,
    Bar,
    CardState,
    Content,
    Lack,
    bar_to_editing,
    bar_to_move,
    bar_to_writing,
    lacks,
)

WHOLE = {
    "aim": "cel", "actions": "działania", "leader": "Anna Kot", "deputy": "Jan Lis", "next_step": "zebranie", "has_day": True,
}  # fmt: skip


def test_a_whole_card_lacks_nothing() -> None:
    assert lacks(Content(**WHOLE)) == []


@pytest.mark.parametrize(
    ("field", "lack"),
    [("aim", Lack.AIM), ("actions", Lack.ACTIONS), ("deputy", Lack.DEPUTY), ("next_step", Lack.NEXT_STEP)],
)
def test_an_empty_text_is_lacking_and_spaces_are_empty(field: str, lack: Lack) -> None:
    assert lack in lacks(Content(**WHOLE | {field: " \n "}))


def test_an_empty_card_lacks_all_but_the_second_person_is_asked_for_once() -> None:
    empty = lacks(Content("", "", "", "", "", has_day=False))
    assert empty == [Lack.AIM, Lack.ACTIONS, Lack.LEADER, Lack.DEPUTY, Lack.NEXT_STEP, Lack.DAY]


def test_nobody_deputises_for_themselves() -> None:
    assert lacks(Content(**WHOLE | {"deputy": "anna  KOT"})) == [Lack.SAME_PERSON]


def test_a_card_is_agreed_only_when_whole_and_dropped_at_any_time() -> None:
    assert bar_to_move(CardState.DRAFT, CardState.AGREED, []) is None
    assert bar_to_move(CardState.DRAFT, CardState.AGREED, [Lack.AIM]) == Bar.INCOMPLETE
    assert bar_to_move(CardState.DRAFT, CardState.PRESENTED, []) == Bar.NOT_NEXT
    for state in set(CardState) - {CardState.DROPPED}:
        assert bar_to_move(state, CardState.DROPPED, [Lack.AIM]) is None


def test_every_state_can_be_left_and_reached() -> None:
    assert set(NEXT) == set(CardState)
    assert set().union(*NEXT.values()) == set(CardState)


def test_agreed_texts_rest_and_what_stays_open_stays_whole() -> None:
    assert bar_to_writing(CardState.DRAFT) is None
    assert bar_to_writing(CardState.AGREED) == bar_to_writing(CardState.PRESENTED) == Bar.AGREED
    assert bar_to_writing(CardState.DROPPED) == bar_to_editing(CardState.DROPPED, []) == Bar.DROPPED
    assert bar_to_editing(CardState.DRAFT, [Lack.DEPUTY]) is None
    assert bar_to_editing(CardState.AGREED, [Lack.DEPUTY]) == Bar.INCOMPLETE


def test_every_word_has_its_label() -> None:
    assert list(TEXT_LABELS) == list(TEXT_HINTS) == list(TEXTS)
    assert set(STATE_LABELS) == set(CardState)
    assert set(LACK_SENTENCES) == set(Lack)
    assert set(BAR_SENTENCES) == set(Bar)
