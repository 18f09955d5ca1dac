"""Files as spreadsheets save them and as they should not be; the command and its exit codes."""

import argparse
import json

import pytest

from spoiwo.judging import rank_cli
from spoiwo.judging.scorefile import read_scores
from spoiwo.judging.scores import BadScores
from spoiwo.judging.tests.planted_jury import command, jury

HEAD = "entry,juror,criterion,score\n"
SMALL = HEAD + "a,J,k,4\na,L,k,5\nb,J,k,3\nb,L,k,3\nc,J,k,1\nc,L,k,1\n"
FIELDS = {"entry", "raw_mean", "calibrated", "low", "high", "expected_rank", "p_top", "category", "rank"}


@pytest.fixture
def judged(tmp_path, capsys):
    def run(content, *options):
        code = command(tmp_path / "scores.csv", content, *options)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def lines_of(rows):
    return HEAD + "".join(f"{r.entry},{r.juror},{r.criterion},{r.score:.3f}\n" for r in rows)


def test_the_ranking_comes_as_json(judged):
    code, out, _ = judged(SMALL, "--json", "--top", "1")
    found = json.loads(out)
    assert code == 0 and [e["entry"] for e in found["entries"]] == ["a", "b", "c"]
    assert found["entries"][0].keys() >= FIELDS
    assert [j["juror"] for j in found["jurors"]] == ["J", "L"] and found["jurors"][0]["severity"] > 0
    assert found["variance"].keys() >= {"entry", "juror", "reading"}
    assert (found["top"], found["components"]) == (1, 1)
    assert sum(e["p_top"] for e in found["entries"]) == pytest.approx(1)


def test_the_ranking_comes_in_words(judged):
    code, out, _ = judged(lines_of(jury(1, entries=12, jurors=4)[0]), "--without", "--rasch")
    assert code == 0 and "Rasch: a Rasch model needs whole scores" in out
    code, out, _ = judged(SMALL, "--without", "--rasch")
    assert code == 0 and "calibrated" in out and "without J" in out and "Rasch" in out


def test_semicolons_decimal_commas_a_byte_order_mark_quotes_and_more_columns_are_read():
    text = '\ufeffUwagi;Entry;Juror;Criterion;Score;Order;Category\r\n;"a; b";J;k;2,5;1;X\r\n\r\nno; c ;J;k;;2;X\r\n'
    found = read_scores(text.encode())
    assert (found.entries, found.points.tolist(), found.order.tolist()) == (("a; b",), [2.5], [1.0])
    assert found.unjudged == ("c",) and found.categories == ("X",)


def test_windows_1250_is_read():
    text = "entry;juror;criterion;score\nŁódź – żłobek;Ślusarz;Jakość;3,5\n"
    assert read_scores(text.encode("cp1250")).entries == ("Łódź – żłobek",)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (HEAD + "a,J,k,1\na,J,k,1\n", "line 3: score: juror 'J' already judged 'a' on 'k' in 2"),
        (HEAD + "a,J,k,nan\n", "line 2: score: 'nan' is not a number"),
        (HEAD + "a,J,k,1\nb,J,k,inf\n", "line 3: score: 'inf'"),
        (HEAD + "a,J,k,1e400\n", "line 2: score: '1e400'"),
        (HEAD + "a\x00,J,k,1\n", "line 2: entry: there is a control character"),
        (HEAD + "a" * 200_000 + ",J,k,1\n", "line 2: field larger than field limit"),
        (HEAD + "a" * 1000 + ",J,k,1\n", "line 2: entry: 1000 characters"),
        (HEAD + ",J,k,1\n", "line 2: entry: the name is missing"),
        (HEAD + "a, ,k,1\n", "line 2: juror: the name is missing"),
        (HEAD + "a,J,k\n", "line 2: 3 fields instead of 4"),
        (HEAD + 'a,J,k,1\nb,"J,k,1\n', "line 3"),
        (HEAD + 'a,J,"x\ny",1\nb,J,k,dwa\n', "line 4: score: 'dwa'"),
        ("entry,juror,score\na,J,1\n", "line 1: the header needs one column criterion"),
        ("entry,juror,criterion,score,score\na,J,k,1,1\n", "line 1: the header needs one column score"),
        (HEAD, "no score at all"),
        ("", "line 1: the header"),
        (HEAD.encode() + b"\x81\x81,J,k,1\n", "line 2: neither UTF-8 nor Windows-1250"),
        ("entry,juror,criterion,score,category\na,J,k,1,A\na,L,k,1,B\n", "line 3: category: 'a' is in 'A' in 2"),
        ("entry,juror,criterion,score,order\na,J,k,1,1\na,J,m,1,2\n", "line 3: order"),
        ("entry,juror,criterion,score,order\na,J,k,1,first\n", "line 2: order: 'first' is not a number"),
    ],
)  # fmt: skip
def test_a_broken_file_ends_with_2_and_names_line_and_column(judged, content, expected):
    code, out, err = judged(content, "--json")
    assert (code, out) == (2, "") and expected in err


def test_every_problem_is_told_at_once():
    with pytest.raises(BadScores) as bad:
        read_scores((HEAD + "a,J,k,x\n,J,k,1\nb,J,k,1\nb,J,k,2\n").encode())
    assert [line for line, _ in bad.value.problems] == [2, 3, 5]


def test_a_jury_that_falls_apart_ends_with_3_and_the_parts_as_lists(judged):
    text = HEAD + "a,J,k,1\nb,J,k,2\nc,L,k,1\nd,L,k,2\n"
    code, out, err = judged(text, "--json")
    found = json.loads(out)
    assert code == 3 and found["parts"] == [
        {"entries": ["a", "b"], "jurors": ["J"]},
        {"entries": ["c", "d"], "jurors": ["L"]},
    ]
    assert "part 1: jurors J; entries a, b" in err
    code, out, _ = judged(text, "--json", "--apart")
    assert code == 0 and [[e["entry"] for e in p["entries"]] for p in json.loads(out)["parts"]] == [
        ["b", "a"],
        ["d", "c"],
    ]
    assert judged(text, "--apart")[0] == 0


def test_weights_are_read_and_unknown_ones_refused(judged):
    text = HEAD + "a,J,W,5\na,J,I,1\nb,J,W,1\nb,J,I,1\n"
    found = json.loads(judged(text, "--json", "--weights", "W=3,I=1")[1])
    assert found["entries"][0]["raw_mean"] == 4 and found["weights"] == {"I": 1.0, "W": 3.0}
    assert judged(text, "--weights", "X=3")[0] == 2


@pytest.mark.parametrize("option", [("--top", "0"), ("--weights", "W"), ("--weights", "W=x")])
def test_a_bad_option_is_refused_by_the_parser(judged, option):
    with pytest.raises(SystemExit) as end:
        judged(SMALL, *option)
    assert end.value.code == 2


def test_a_missing_file_ends_with_2(tmp_path, capsys):
    parser = argparse.ArgumentParser()
    rank_cli.add_arguments(parser)
    assert rank_cli.run(parser.parse_args([str(tmp_path / "none.csv")])) == 2
    assert "none.csv" in capsys.readouterr().err
