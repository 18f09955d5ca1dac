"""What an entry form takes, what goes over from cards and earlier entries: plain rules."""

import pytest

from spoiwo.contests.rules.carried import Asked, from_card, from_entry
from spoiwo.contests.rules.deadlines import Standing
from spoiwo.contests.rules.writing import (
    Flaw,
    Openness,
    Question,
    flaw_of,
    flaws_of,
    openness,
    progress_of,
    put_together,
    tidied,
)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (Question("a", "text", 5), "abcde", None),
        (Question("a", "text", 5), "abcdef", Flaw.TOO_LONG),
        (Question("a", "text", 5), "ąęść😀", None),
        (Question("a", "text"), " \n ", Flaw.EMPTY),
        (Question("a", "text", is_required=False), "", None),
        (Question("a", "number"), "12 000,5", None),
        (Question("a", "number"), "dużo", Flaw.NO_NUMBER),
        (Question("a", "number"), "1e999999", Flaw.NO_NUMBER),
        (Question("a", "day"), "2030-02-29", Flaw.NO_DAY),
        (Question("a", "day"), "2028-02-29", None),
        (Question("a", "choice", choices=("tak", "nie")), "może", Flaw.NO_CHOICE),
        (Question("a", "choice", choices=("tak", "nie")), "nie", None),
        (Question("a", "consent"), "", Flaw.EMPTY),
        (Question("a", "line"), "x" * 301, Flaw.TOO_LONG),
    ],
)
def test_each_kind_of_answer_has_its_own_flaw(question: Question, text: str, expected: Flaw | None) -> None:
    assert flaw_of(question, text) == expected


def test_progress_counts_required_answers_that_are_there_and_sound() -> None:
    asked = [
        Question("a", "text"),
        Question("b", "number"),
        Question("c", "file"),
        Question("d", "line", is_required=False),
    ]
    flaws = flaws_of(asked, {"a": "Opis", "b": "dużo"}, {"c": 1})
    assert flaws == {"b": Flaw.NO_NUMBER}
    progress = progress_of(asked, flaws)
    assert (progress.done, progress.all) == (2, 3)


def test_what_nobody_sees_is_left_out_and_days_are_stored_in_one_form() -> None:
    assert tidied("text", "a\x00b\r\nc\ud800") == "ab\nc"
    assert tidied("line", " a \n b ") == "a b"
    assert tidied("day", "6.10.2030") == "2030-10-06"


def test_two_writers_of_one_line_keep_both_and_a_repeated_delivery_counts_once() -> None:
    assert put_together("line", "", "Kielce", "Łódź") == "Łódź / Kielce"
    assert put_together("line", "", "Kielce", "Łódź / Kielce") == "Łódź / Kielce"
    assert put_together("number", "1", "2", "3") == "2"
    assert put_together("line", "stare", "stare", "nowe") == "nowe"


@pytest.mark.parametrize(
    ("state", "edition", "found", "can_correct", "expected"),
    [
        ("draft", "open", Standing.OPEN, False, Openness.ALL),
        ("draft", "open", Standing.GRACE, False, Openness.ALL),
        ("draft", "open", Standing.OVER, False, Openness.NOTHING),
        ("draft", "checking", Standing.OPEN, False, Openness.NOTHING),
        ("withdrawn", "open", Standing.OPEN, False, Openness.ALL),
        ("corrections", "checking", Standing.OVER, True, Openness.NAMED),
        ("corrections", "checking", Standing.OVER, False, Openness.NOTHING),
        ("corrections", "called_off", Standing.OVER, True, Openness.NOTHING),
        ("admitted", "open", Standing.OPEN, True, Openness.NOTHING),
    ],
)
def test_what_is_open_when(
    state: str, edition: str, found: Standing, can_correct: bool, expected: Openness
) -> None:
    assert openness(state, edition, found, can_correct=can_correct) == expected


def test_a_card_with_more_texts_than_the_form_has_questions_loses_nothing() -> None:
    card = {"aim": "Cel.", "problem": "Problem.", "risks": "Ryzyko.", "actions": "Działania."}
    labels = {name: name.upper() for name in card}
    found = from_card([Asked("f1", "line", "Nazwa"), Asked("f2", "text", "Opis")], card, labels)
    assert list(found) == ["f2"]
    assert all(text in found["f2"] for text in card.values())
    assert from_card([Asked("f1", "line", "Nazwa")], card, labels) == {}


def test_an_earlier_entry_gives_answers_to_the_same_questions_alone() -> None:
    asked = [
        Asked("f9", "text", "Opis  praktyki:"),
        Asked("f2", "text", "Efekty"),
        Asked("f3", "consent", "Zgoda"),
    ]
    earlier = [
        Asked("f1", "text", "Opis praktyki"),
        Asked("f2", "text", "Koszty"),
        Asked("f3", "consent", "Zgoda"),
    ]
    texts = {"f1": "Cykl.", "f2": "100 zł", "f3": "1"}
    assert from_entry(asked, earlier, texts, same_contest=False) == {"f9": "Cykl."}
    assert from_entry(asked, earlier, texts, same_contest=True) == {"f9": "Cykl.", "f2": "100 zł"}
