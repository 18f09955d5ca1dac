"""The command ``greet`` and the promise that importing the package is cheap."""

import json
import subprocess
import sys

import pytest


def call(*arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "spoiwo.polish", "greet", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_greet_prints_the_cases_and_the_salutation_as_json():
    done = call("Adam Struzik", "--office", "marszałek województwa")
    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert answer == {
        "nominative": "Adam Struzik",
        "genitive": "Adama Struzika",
        "dative": "Adamowi Struzikowi",
        "accusative": "Adama Struzika",
        "instrumental": "Adamem Struzikiem",
        "locative": "Adamie Struziku",
        "vocative": "Adamie Struzik",
        "salutation": "Szanowny Panie Marszałku",
        "gender": "m",
        "certain": True,
    }
    assert "Szanowny Panie Marszałku" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "salutation", "dative"),
    [
        (["Anna Nowak"], "Szanowna Pani", "Annie Nowak"),
        (["Nowak", "--gender", "m", "--office", "wójt"], "Szanowny Panie Wójcie", "Nowakowi"),
        (["Nowak"], "Szanowni Państwo", "Nowak"),
        (["ks. Jan Kos", "--office", "dyrektor"], "Czcigodny Księże Dyrektorze", "Janowi Kosowi"),
    ],
)
def test_greet_makes_the_best_of_what_it_is_given(arguments: list[str], salutation: str, dative: str):
    answer = json.loads(call(*arguments).stdout)
    assert (answer["salutation"], answer["dative"]) == (salutation, dative)


@pytest.mark.parametrize("name", ["", "   ", "123", "Adam <b>", "ks.", "Adam 2"])
def test_a_bad_name_is_explained_on_standard_error(name: str):
    done = call(name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("spoiwo greet: ")


def test_an_unknown_gender_is_refused():
    assert call("Adam Struzik", "--gender", "x").returncode == 2


def test_importing_the_package_does_not_load_the_dictionary():
    code = "import sys, spoiwo.polish; sys.exit('morfeusz2' in sys.modules or 'django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
