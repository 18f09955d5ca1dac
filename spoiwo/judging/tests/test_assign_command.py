"""The command: files as they should be, contests that cannot be served, and files that are broken."""

import argparse
import json
import os
import subprocess
import sys

import pytest

from spoiwo.judging import cli

ENTRIES = "entry,category,language\n" + "".join(f"Z{n},{'AB'[n % 2]},pl\n" for n in range(8))
JURORS = "juror,load,categories,languages\nAnna,,,\nBogdan,6,A|B,pl\nCelina,,,pl;uk\nDarek,,,\n"
CONFLICTS = "entry,juror,strength\nZ0,Anna,bar\nZ1,Anna,no vote\nZ2,Anna,note\n"


@pytest.fixture
def judge(tmp_path, capsys):
    def run(*options, **files):
        arguments = []
        for name, content in ({"entries": ENTRIES, "jurors": JURORS} | files).items():
            path = tmp_path / f"{name}.csv"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            arguments += [f"--{name}", str(path)]
        parser = argparse.ArgumentParser()
        cli.add_arguments(parser)
        code = cli.run(parser.parse_args(["assign", *arguments, *options]))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def test_the_json_has_pairs_loads_graph_and_precision(judge):
    code, out, err = judge("--per-entry", "3", "--noise", "0.96", "--json", conflicts=CONFLICTS)
    found = json.loads(out)
    assert code == 0 and err == "" and found["connected"] is True and found["apart"] == ""
    pairs = {(pair["entry"], pair["juror"]) for pair in found["pairs"]}
    assert len(pairs) == 24 and not {("Z0", "Anna"), ("Z1", "Anna")} & pairs
    assert {line["juror"]: line["limit"] for line in found["loads"]}["Bogdan"] == 6
    # Anna has five entries without a conflict or note, Bogdan takes six at most
    assert sorted(line["load"] for line in found["loads"]) == [5, 6, 6, 7]
    precision = found["precision"]
    assert precision["standard_error"] == pytest.approx(0.96 * precision["mean_variance"] ** 0.5, abs=1e-5)
    assert set(precision["within"]) == {"A", "B"} and len(precision["entries"]) == 8
    assert found["short"] == [] and found["anchors"] == [] and found["seed"] == "1"


def test_rows_columns_mark_delimiter_and_line_ends_may_stand_anyhow(judge):
    rows = [line.split(",") for line in ENTRIES.split()]
    turned = "\ufeff" + "\r\n".join(";".join([row[2], "", row[0], row[1]]) for row in [rows[0], *rows[:0:-1]])
    header, *jurors = JURORS.split()
    shuffled = "\n\n".join([header.title(), *jurors[::-1]])
    plain = judge("--json", "--seed", "ziarno 7", conflicts=CONFLICTS)
    assert (
        judge("--json", "--seed", "ziarno 7", conflicts=CONFLICTS, entries=turned, jurors=shuffled) == plain
    )
    assert json.loads(plain[1])["seed"] == "ziarno 7"


def test_the_text_tells_what_was_reached_and_who_reads_what(judge):
    code, out, _ = judge("--per-entry", "2", "--noise", "1", conflicts=CONFLICTS)
    assert code == 0 and out.startswith("16 readings, seed 1; loads from 4 to 4\n")
    assert "is connected" in out and "of the noise variance" in out and "points" in out
    assert "Bogdan  4 of 6: " in out and "within category A" in out


def test_pairs_that_exist_stay_when_readers_are_added(judge):
    kept = "entry,juror\nZ3,Darek\nZ5,Darek\n"
    found = json.loads(judge("--json", "--per-entry", "2", kept=kept)[1])
    reasons = {(pair["entry"], pair["juror"]): pair["reason"] for pair in found["pairs"]}
    assert reasons["Z3", "Darek"] == reasons["Z5", "Darek"] == "kept" and len(reasons) == 16


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"jurors": "juror,load\na,2\nb,3\n"}, "kept away by load: 2"),
        ({"jurors": "juror,languages\na,uk\nb,\n"}, "has 1 of 3 readers; kept away by language: 1"),
        ({"jurors": "juror,categories\na,A\nb,B\n"}, "the graph falls apart"),
        ({"conflicts": "entry,juror\nZ4,Anna\nZ4,Bogdan\nZ4,Celina\nZ4,Darek\n"}, "Z4 has 0 of 3 readers; kept away by bar: 4"),
        ({"conflicts": "entry,juror\n" + "".join(f"Z{n},Anna\n" for n in range(8))}, "Anna    0:"),
        ({"jurors": "juror,load\na,0\n"}, "nobody reads anything"),
        ({"jurors": "juror,load\na,\n"}, "is connected"),
    ],
)  # fmt: skip
def test_a_contest_that_cannot_be_served_is_served_as_far_as_it_can_and_says_why(judge, files, expected):
    code, out, _ = judge(**files)
    assert code == 0 and expected in out


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"entries": "entry\nx\ny\nx\n"}, "entries.csv: line 4: column entry: 'x' already stands in line 2"),
        ({"entries": "entry\n"}, "entries.csv: there is no entry in the file"),
        ({"entries": ""}, "entries.csv: line 1: the header lacks the column entry"),
        ({"entries": "entry,entry\nx,x\n"}, "line 1: two columns are called entry"),
        ({"entries": "entry,category\nx\n"}, "line 2: 1 cells instead of 2"),
        ({"entries": 'entry\n"x\ny"\n'}, "line 2: column entry: a control character"),
        ({"entries": "entry\nx\0y\n"}, "line 2"),
        ({"entries": "entry\n" + "x" * 200_000 + "\n"}, "line 2"),
        ({"entries": "entry,category\nx," + "y" * 999 + "\n"}, "line 2: column category: 999 characters"),
        ({"entries": 'entry\nx\n"y\n'}, "line 3"),
        ({"entries": b"entry\n\x81\x81\n"}, "entries.csv: line 2: neither UTF-8 nor Windows-1250"),
        ({"entries": "entry,category\n ,A\n"}, "line 2: column entry: empty"),
        ({"jurors": "juror,load\na,dużo\n"}, "jurors.csv: line 2: column load: 'dużo' is not a whole number"),
        ({"jurors": "juror,load\na,-1\nb,2.5\n"}, "line 3: column load: '2.5'"),
        ({"jurors": "juror,load\na,²\n"}, "line 2: column load"),
        (
            {"conflicts": "entry,juror\nZ9,Anna\n"},
            "conflicts.csv: line 2: column entry: there is no entry 'Z9'",
        ),
        ({"conflicts": "entry,juror\nZ1,Ewa\n"}, "line 2: column juror: there is no juror 'Ewa'"),
        ({"conflicts": "entry,juror,strength\nZ1,Anna,weak\n"}, "line 2: column strength: 'weak'"),
        ({"conflicts": ""}, "conflicts.csv: line 1: the header lacks"),
        ({"kept": "entry,juror\nZ1,Anna\n", "conflicts": CONFLICTS}, "in spite of a conflict (no vote)"),
        (
            {"kept": "entry,juror\nZ2,Anna\nZ2,Anna\n"},
            "kept.csv: line 3: 'Anna' already keeps 'Z2' in line 2",
        ),
    ],
)
def test_a_broken_file_ends_with_2_its_name_and_the_line(judge, files, expected):
    code, out, err = judge("--json", **files)
    assert (code, out) == (2, "") and expected in err


def test_options_that_mean_nothing_and_files_that_are_not_there_end_with_2(judge, tmp_path):
    assert judge("--per-entry", "0")[0] == judge("--anchors", "9")[0] == judge("--noise", "-1")[0] == 2
    code, _, err = judge("--kept", str(tmp_path / "none.csv"))
    assert code == 2 and "none.csv" in err


def test_only_twenty_of_many_mistakes_are_printed(judge):
    err = judge(jurors="juror,load\n" + "".join(f"j{n},x\n" for n in range(30)))[2]
    assert len(err.splitlines()) == 21 and "… and 10 more" in err


def test_the_engine_runs_by_itself_and_another_order_of_hashing_changes_nothing(tmp_path):
    (tmp_path / "e.csv").write_text(ENTRIES)
    (tmp_path / "j.csv").write_text(JURORS)
    command = [
        sys.executable,
        "-m",
        "spoiwo.judging",
        "assign",
        "--entries",
        "e.csv",
        "--jurors",
        "j.csv",
        "--json",
    ]
    path = os.pathsep.join(filter(None, [os.getcwd(), os.environ.get("PYTHONPATH")]))
    printed = {
        subprocess.run(
            command,
            cwd=tmp_path,
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path},
        ).stdout
        for seed in "12"
    }
    assert len(printed) == 1 and len(json.loads(printed.pop())["pairs"]) == 24
