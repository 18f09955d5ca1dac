"""The command on broken files and with options that do not fit: where it hurts, and exit code 2."""

import argparse

import pytest

from spoiwo.tally import cli
from spoiwo.tally.tests.pabulib_example import PB


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("voter,option,points\na,x,1\na,x,2\n", "line 3: voter 'a' already voted on 'x' in line 2"),
        ("voter,option,points\na,x,wiele\n", "line 2: points: 'wiele' is not a number"),
        ("voter,option,points\na,x,nan\n", "line 2"),
        ("voter,option,points\na,x,-1\n", "line 2: points: -1 is below zero"),
        ('voter,option,points\na,"x\ny",1\nb,x\n', "line 4: 2 fields instead of 3"),
        ("voter,option,points\n,x,1\n", "line 2: the voter is missing"),
        ("voter,option,points\na, ,1\n", "line 2: the option is missing"),
        ('voter,option,points\na,x,1\nb,"x,1\n', "line 3"),
        ("voter,option,score\na,x,1\n", "line 1: the header needs one column points"),
        ("voter,option,points\n", "no ballots"),
        ("", "line 1"),
        ("voter,option,points\na,Łódź,1\n".encode("cp1250"), "line 2: not UTF-8"),
    ],
)
def test_a_broken_file_ends_with_2_and_the_line(tally, text, expected):
    code, out, err = tally(text, "--rule", "points", "--json")
    assert (code, out) == (2, "") and expected in err


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("b; 51; 1,2", "a; 51; 1,2", "line 14: voter 'a' already voted in line 13"),
        ("1,2", "1,9", "line 14: project '9' is not in the section PROJECTS"),
        ("1,2", "1,1", "line 14: project '1' stands twice in one vote"),
        ("; 12", "; dwa", "line 4: 'dwa' is not a number"),
        ("2; 6", "1; 6", "line 9: project '1' stands here twice"),
        ("approval", "ordinal", "line 5: vote_type"),
        ("VOTES", "VOTS", "no section VOTES"),
        ("cost;", "price;", "section PROJECTS needs one column cost"),
        ("META", "", "line"),
    ],
)
def test_a_broken_pabulib_file_ends_with_2_and_the_line(tally, old, new, expected):
    code, _, err = tally(PB.replace(old, new, 1), "--rule", "equal-shares", name="city.pb")
    assert code == 2 and expected in err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--rule", "equal-shares"], "cost"),
        (["--rule", "points", "--settle", "1:lot"], "no tie|seed"),
        (["--rule", "yes-no", "--quorum", "1/2"], "approve"),
    ],
)
def test_options_that_do_not_fit_end_with_2(tally, options, expected):
    code, _, err = tally("voter,option,points\na,x,1\n", *options)
    assert code == 2 and any(part in err for part in expected.split("|"))


def test_a_missing_file_ends_with_2(tmp_path, capsys):
    parser = argparse.ArgumentParser()
    cli.add_arguments(parser)
    assert cli.run(parser.parse_args([str(tmp_path / "none.csv"), "--rule", "points"])) == 2
    assert "none.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    "bad", [["--budget", "x"], ["--quorum", "1/0"], ["--settle", "1:coin"], ["--settle", "a:lot:s"]]
)
def test_a_bad_option_is_refused_by_the_parser(bad):
    parser = argparse.ArgumentParser()
    cli.add_arguments(parser)
    with pytest.raises(SystemExit) as end:
        parser.parse_args(["f.csv", "--rule", "points", *bad])
    assert end.value.code == 2
