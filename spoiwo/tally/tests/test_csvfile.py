"""The quick reading of a file and the careful one that knows lines: always the same answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.tally.csvfile import _at_once, _line_by_line, read_ballots
from spoiwo.tally.fields import BadFile

field = st.sampled_from(
    ["a", " a", "b", "ą", "1", "2,5", "2.5", "-1", "x", "", " ", '"a"', '"q\nr"', '"', "tak"]
)
row = st.lists(field, min_size=1, max_size=4)
good = st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from(["1", "0", ""])).map(list)
files = st.tuples(
    st.sampled_from(["voter,option,{}", "option,{},voter", "voter,option,{},uwagi", "voter,{}", ""]),
    st.lists(good | row, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
)


@pytest.mark.parametrize("column", ["points", "score", "rank", "approve"])
@given(file=files)
def test_both_readings_agree(column, file):
    header, rows, end = file
    text = end.join([header.format(column), *map(",".join, rows)])
    try:
        expected = _line_by_line(text, column)
    except BadFile:
        expected = None
    assert _at_once(text, column) in (None, expected)
    assert expected is None or {b.voter: b.choices for b in read_ballots(text.encode(), column)} == expected


@pytest.mark.parametrize(
    "text", ["voter,option,points\na,x,1\nb,x,2\na,y,\n", "points;option;voter\r\n1,5;x;a\r\n"]
)
def test_an_ordinary_file_is_read_at_once(text):
    assert _at_once(text, "points") == _line_by_line(text, "points")
