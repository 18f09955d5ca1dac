"""Reading in a process of its own: late, hungry and crashing files harm nobody, and nothing is left behind."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from spoiwo.reading import Document, Unreadable, read_document
from spoiwo.reading.apart import page_picture, read_apart, read_many_apart
from spoiwo.reading.tests.papers import STORY, Run, column, pdf, saved, scan

TEXT = "\n".join(STORY).encode()


def children() -> set[str]:
    """Processes this one has started and that are still there, as zombies or alive."""
    done = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, check=False
    )
    return {line for line in done.stdout.decode().splitlines() if "ps -o" not in line}


def test_a_document_read_apart_is_the_same_document() -> None:
    content = pdf(column(STORY[0]), column(STORY[1]))
    assert read_apart(content, "pismo.pdf") == read_document(content, "pismo.pdf")


def test_a_problem_comes_over_with_its_words() -> None:
    with pytest.raises(Unreadable, match=r"^there is no text in the file$") as caught:
        read_apart(b"", "pusty.txt")
    assert caught.value.problem == "empty"


def test_a_slow_file_is_given_up_and_nothing_of_it_is_left() -> None:
    before = children()
    with pytest.raises(Unreadable) as caught:
        read_apart(TEXT, seconds=0.05)
    assert caught.value.problem == "took_too_long"
    assert children() <= before


def test_a_hungry_file_is_given_up() -> None:
    with pytest.raises(Unreadable) as caught:
        read_apart(pdf(column(STORY[0])), megabytes=90)
    assert caught.value.problem in ("too_big", "broken")


def test_many_files_share_a_process_and_a_crash_costs_one() -> None:
    before = children()
    results = []
    files = iter([(TEXT, "a"), (b"", "b"), (TEXT, "c"), (TEXT, "d")])

    def spoilt():  # the process is killed from outside before the third, as a crash would
        for number, file in enumerate(files):
            if number == 2:
                (child,) = (line.split()[0] for line in children() - before if "spoiwo.reading.apart" in line)
                os.kill(int(child), 11)
            yield file

    results = [r.problem if isinstance(r, Unreadable) else r.format for r in read_many_apart(spoilt())]
    assert results == ["txt", "empty", "broken", "txt"]
    assert children() <= before


def test_a_reader_left_in_the_middle_ends_its_process() -> None:
    before = children()
    reading = read_many_apart([(TEXT, "a"), (TEXT, "b")])
    assert isinstance(next(reading), Document)
    reading.close()
    assert children() <= before


def test_no_temporary_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    list(
        read_many_apart([(saved(scan("Powiat opoczyński"), "PNG"), "skan"), (pdf(column(STORY[0])), "pismo")])
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [1, 2])
def test_a_page_is_drawn_at_the_width_asked_for(number: int) -> None:
    content = pdf(column(STORY[0]), [Run("Załącznik", 60, 60 + 400 * (number - 1), 40)])
    picture = Image.open(io.BytesIO(page_picture(content, number, 600)))
    assert (picture.format, picture.size) == ("PNG", (600, 850))
    assert picture.convert("L").getextrema()[0] < 60


def test_a_picture_is_drawn_as_its_own_page() -> None:
    assert Image.open(io.BytesIO(page_picture(saved(scan("a"), "PNG"), 1, 300))).size == (300, 424)


@pytest.mark.parametrize(
    ("content", "number"), [(pdf(column(STORY[0])), 2), (pdf(column(STORY[0])), 0), (TEXT, 1)]
)
def test_a_page_that_is_not_there_is_not_drawn(content: bytes, number: int) -> None:
    with pytest.raises(Unreadable) as caught:
        page_picture(content, number)
    assert caught.value.problem == "broken"


def test_the_process_ends_when_nobody_asks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "spoiwo.reading.apart"],
        input=b"",
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (0, b"")
