"""The lent dictionary answers like the loaded one, comes back after its child is gone, and ends with its parent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from spoiwo.polish.dictionary import readings
from spoiwo.polish.lending import LentDictionary

WORDS = ["Struzik", "Gołębia", "starosta", "xyzzy", "w Płocku", "ąę\n", ""]


@pytest.fixture
def lent() -> Iterator[LentDictionary]:
    dictionary = LentDictionary()
    yield dictionary
    dictionary.close()


def plain(found: object) -> object:
    """Tuples and lists alike."""
    return [plain(part) for part in found] if isinstance(found, list | tuple) else found


def test_it_answers_like_the_dictionary_itself(lent: LentDictionary) -> None:
    loaded = import_module("morfeusz2").Morfeusz(analyse=True, generate=True)
    for word in WORDS:
        assert lent.analyse(word) == plain(loaded.analyse(word))
    for lemma in ("Struzik", "gołąb:s", "xyzzy"):
        assert lent.generate(lemma) == plain(loaded.generate(lemma))


def test_it_comes_back_after_its_process_is_gone(lent: LentDictionary) -> None:
    before = lent.analyse("Leoncin")
    assert lent._child is not None
    lent._child.send_signal(signal.SIGKILL)
    lent._child.wait()
    assert lent.analyse("Leoncin") == before


def test_the_process_ends_with_its_parent() -> None:
    code = (
        "from spoiwo.polish.dictionary import lend_dictionary, _morfeusz, readings; lend_dictionary();"
        "found = readings('Nowak'); print(_morfeusz()._child.pid, len(found), 'morfeusz2' in __import__('sys').modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=os.getcwd()
    )
    pid, count, is_loaded = done.stdout.split()
    assert (int(count), is_loaded) == (len(readings("Nowak")), "False")
    for _attempt in range(50):
        if not Path(f"/proc/{pid}").exists():
            break
        time.sleep(0.1)
    assert not Path(f"/proc/{pid}").exists()
