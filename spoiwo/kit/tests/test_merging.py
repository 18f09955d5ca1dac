"""Two writers of one text: no line is lost, nothing that nobody touched is doubled."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from spoiwo.kit.merging import merge

TEXTS = st.lists(st.sampled_from(["", "a", "b", "c", "ą", "  ", "długi wiersz"]), max_size=8).map("\n".join)
BASES = st.integers(0, 8).map(lambda count: [f"wiersz {number}" for number in range(count)])


@st.composite
def edited(draw: st.DrawFn, base: list[str], sign: str) -> list[str]:
    """The base with lines left out, changed and put in between, in its order; new lines bear the writer's sign."""
    new: list[str] = []
    for number in range(len(base) + 1):
        new += [f"{sign}{number}.{nth}" for nth in range(draw(st.integers(0, 2)))]
        if number < len(base):
            fate = draw(st.sampled_from(["kept", "kept", "left out", "changed"]))
            new += {"kept": [base[number]], "left out": [], "changed": [f"{sign} zamiast {number}"]}[fate]
    return new


PAIRS = BASES.flatmap(lambda base: st.tuples(st.just(base), edited(base, "moje "), edited(base, "ich ")))


@given(TEXTS, TEXTS, TEXTS)
def test_every_line_that_either_side_brought_is_in_the_result(base: str, mine: str, theirs: str) -> None:
    brought = (set(mine.split("\n")) | set(theirs.split("\n"))) - set(base.split("\n"))
    assert brought <= set(merge(base, mine, theirs).text.split("\n"))


@given(PAIRS)
def test_a_line_that_nobody_touched_stands_once_and_in_its_order(pair: tuple[list[str], ...]) -> None:
    base, mine, theirs = pair
    result = merge(*("\n".join(lines) for lines in pair)).text.split("\n")
    untouched = [line for line in base if line in mine and line in theirs]
    assert [line for line in result if line in base] == untouched
    assert max(Counter(line for line in result if line).values(), default=1) == 1


@given(PAIRS)
def test_each_writers_own_lines_stay_in_their_order(pair: tuple[list[str], ...]) -> None:
    result = merge(*("\n".join(lines) for lines in pair)).text.split("\n")
    for own in pair[1:]:
        kept = [line for line in own if line not in pair[0]]
        assert [line for line in result if line in kept] == kept


@given(TEXTS, TEXTS)
def test_one_writer_alone_has_the_text_as_written(base: str, text: str) -> None:
    assert merge(base, text, base).text == text
    assert merge(base, base, text).text == text


@given(TEXTS, TEXTS)
def test_the_same_edit_twice_counts_once(base: str, text: str) -> None:
    merged = merge(base, text, text)
    assert (merged.text, merged.both) == (text, False)


@given(PAIRS)
def test_sending_the_same_edit_again_changes_nothing(pair: tuple[list[str], ...]) -> None:
    base, mine, theirs = ("\n".join(lines) for lines in pair)
    once = merge(base, mine, theirs).text
    assert merge(base, mine, once).text == once


def test_where_both_changed_one_line_theirs_stands_before_mine() -> None:
    merged = merge("cel\nryzyko", "cel mój\nryzyko", "cel ich\nryzyko")
    assert merged.text == "cel ich\ncel mój\nryzyko"
    assert merged.both


def test_neighbouring_lines_changed_by_two_are_no_quarrel() -> None:
    assert merge("a\nb", "A\nb", "a\nB").text == "A\nB"


def test_both_begin_an_empty_field() -> None:
    assert merge("", "moje", "ich").text == "ich\nmoje"


def test_what_one_deleted_and_the_other_left_alone_is_gone() -> None:
    assert merge("a\nb\nc", "a\nc", "a\nb\nc\nd").text == "a\nc\nd"


def test_what_one_deleted_and_the_other_changed_is_kept_as_changed() -> None:
    assert merge("a\nb", "a", "a\nb z poprawką").text == "a\nb z poprawką"


def test_line_ends_of_a_form_are_no_change() -> None:
    assert merge("a\nb", "a\r\nb", "a\nb\nc").text == "a\nb\nc"
