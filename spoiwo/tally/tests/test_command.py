"""The command on files as they should be."""

import json
import subprocess
import sys

import pytest

from spoiwo.tally import cli
from spoiwo.tally.tests.pabulib_example import PB


@pytest.fixture
def report(tally):
    def run(content, *options, name="ballots.csv"):
        code, out, err = tally(content, "--json", *options, name=name)
        assert code == 0, err
        return json.loads(out)

    return run


def test_points_come_as_json_with_whole_totals_as_integers(report):
    found = report(
        "voter,option,points\na,Łódź,2.5\na,Lublin,1\nb,Łódź,1.5\nb,Lublin,0.5\n", "--rule", "points"
    )
    assert found["rule"] == "points" and found["voters"] == 2
    assert found["results"] == [
        {"option": "Łódź", "total": 4, "rank": 1},
        {"option": "Lublin", "total": 1.5, "rank": 2},
    ]
    assert isinstance(found["results"][0]["total"], int)


def test_byte_order_mark_semicolons_decimal_commas_and_quotes_are_read(report):
    text = '\ufeffVoter;Option;Points\r\na;"x; y";2,5\r\n\r\na; z ;1\r\n'
    found = report(text.encode(), "--rule", "points")
    assert [(r["option"], r["total"]) for r in found["results"]] == [("x; y", 2.5), ("z", 1)]


def test_the_tie_is_reported_and_settled_only_when_asked(report):
    text = "voter,option,points\n" + "".join(
        f"v,{option},{given}\n" for option, given in zip("ABCDE", (40, 35, 35, 35, 31), strict=True)
    )
    found = report(text, "--rule", "points")
    assert [r["rank"] for r in found["results"]] == [1, 2, 2, 2, 5]
    assert found["ties"] == [{"rank": 2, "options": ["B", "C", "D"]}] and "settled" not in found
    drawn = report(text, "--rule", "points", "--settle", "2:lot:ziarno: 7")
    assert drawn["ties"] == [] and drawn["settled"][0]["seed"] == "ziarno: 7"
    assert [r["option"] for r in drawn["results"]][1:4] == drawn["settled"][0]["options"]


def test_a_ballot_over_the_budget_is_reported_and_not_counted(tally):
    code, out, err = tally(
        "voter,option,points\na,x,3\na,y,3\nb,y,1\n", "--rule", "points", "--budget", "5", "--json"
    )
    found = json.loads(out)
    assert code == 0 and found["voters"] == 1 and found["invalid"][0]["voter"] == "a" and "'a'" in err
    assert [(r["option"], r["total"]) for r in found["results"]] == [("y", 1), ("x", 0)]


def test_each_rule_reads_its_own_column(report):
    text = "voter,option,approve,score,rank\na,x,tak,3,1\na,y,nie,,2\nb,x,1,4,2\nb,y,1,5,1\nc,x,x,1,1\n"
    firsts = {rule: report(text, "--rule", rule)["results"][0] for rule in cli.COLUMN if rule != "points"}
    assert firsts["approval"] == {"option": "x", "total": 3, "rank": 1}
    assert firsts["score"] == {"option": "y", "total": 5, "rank": 1}
    assert firsts["borda"] == {"option": "x", "total": 2, "rank": 1}
    assert firsts["schulze"] == {"option": "x", "total": 1, "rank": 1}
    assert firsts["yes-no"]["outcome"] == "adopted"
    assert report(text, "--rule", "score", "--sum")["results"][0] == {"option": "x", "total": 8, "rank": 1}


def test_the_chair_decides_equal_votes_and_half_of_those_entitled_is_the_quorum(report):
    text = "voter,option,approve\na,U1,za\nb,U1,przeciw\nc,U1,\n"
    assert report(text, "--rule", "yes-no")["ties"] == [{"options": ["U1"], "for": 1}]
    cast = report(text, "--rule", "yes-no", "--chair", "b", "--quorum", "1/2", "--entitled", "6")
    assert cast["quorum"] == 3 and cast["results"][0]["outcome"] == "rejected"
    assert cast["results"][0]["casting_vote"] is True
    assert report(text, "--rule", "yes-no", "--quorum", "4")["results"][0]["outcome"] == "no quorum"


def test_a_pabulib_file_says_what_is_funded_and_where_the_order_settled_a_tie(report):
    found = report(PB, "--rule", "equal-shares", name="city.pb")
    assert found["funded"] == ["1", "3"] and found["voters"] == 3
    assert (found["budget"], found["spent"], found["unspent"]) == (12, 10, 2)
    assert [(r["option"], r["total"], r["rank"], r["funded"]) for r in found["results"]] == [
        ("1", 2, 1, True), ("2", 2, 1, False), ("3", 1, 3, True),
    ]  # fmt: skip
    assert found["ties"][0]["options"] == ["1", "2"] and found["ties"][0]["all_funded"] is False


def test_a_csv_with_costs_gives_the_same_as_the_pabulib_file(report, tmp_path):
    rows = [("a", 1), ("b", 1), ("b", 2), ("c", 2), ("c", 3)]
    text = "voter,option,cost,points\n" + "".join(f"{v},{o},{4 if o == 3 else 6},1\n" for v, o in rows)
    expected = report(PB, "--rule", "equal-shares", name="city.pb")
    assert report(text, "--rule", "equal-shares", "--budget", "12") == expected
    costs = tmp_path / "costs.csv"
    costs.write_text("option;cost\n1;6\n2;6\n3;4\n")
    apart = "voter,option,approve\n" + "".join(f"{v},{o},tak\n" for v, o in rows)
    assert report(apart, "--rule", "equal-shares", "--budget", "12", "--costs", str(costs)) == expected


def test_points_in_a_pabulib_file_are_utilities(report):
    text = PB.replace("approval", "cumulative").replace("age; vote", "vote; points")
    text = text.replace("34; 1", "1; 2").replace("51; 1,2", "1,2; 1,3").replace(" ; 2,3", "2,3; 1,1")
    found = report(text, "--rule", "equal-shares", name="city.pb")
    assert {r["option"]: r["total"] for r in found["results"]} == {"1": 3, "2": 4, "3": 1}
    # project 1: 6/(2+1) = 2; project 2: voter b gives all 4 of their share, so c pays 2 for 1 point: also 2
    assert [(tie["options"], tie["rho"], tie["chosen"]) for tie in found["ties"]] == [
        (["1", "2"], 2, "1"),
        (["2", "3"], 4, "3"),
    ]
    assert found["funded"] == ["1", "3"]


def test_the_table_names_ranks_totals_and_ties(tally):
    code, out, _ = tally("voter,option,score\na,x,1\nb,x,2\na,y,1.5\na,z,\n", "--rule", "score")
    assert code == 0
    assert [line.split() for line in out.splitlines()[2:6]] == [
        ["rank", "option", "total"], ["1", "x", "1.5000"], ["1", "y", "1.5000"], ["3", "z", "–"],
    ]  # fmt: skip
    assert "tie: rank 1; options x, y" in out


def test_the_engine_runs_by_itself(tmp_path):
    path = tmp_path / "b.csv"
    path.write_text("voter,option,points\na,ż,1\n", encoding="utf-8")
    command = [sys.executable, "-m", "spoiwo.tally", str(path), "--rule", "points", "--json"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert json.loads(done.stdout)["results"] == [{"option": "ż", "total": 1, "rank": 1}]
