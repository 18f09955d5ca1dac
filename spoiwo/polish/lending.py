"""The dictionary in a process of its own, lent to web processes: its forty megabytes go away when nobody asks.

Morfeusz never gives its memory back to the process that loaded it. A web process, which asks now and then, therefore
keeps it at arm's length; workers and commands, which ask a hundred thousand times, load it themselves.
"""

import json
import select
import subprocess
import sys
from importlib import import_module
from typing import Any

IDLE_SECONDS = 120.0


class LentDictionary:
    """Answers `analyse` and `generate` like Morfeusz, through a child process started at the first question.

    A question costs some 0.1 ms, the first one 0.2 s. The child ends after two idle minutes and with its parent; the next
    question starts another. Not for two threads at a time: the caller holds the lock.
    """

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def analyse(self, word: str) -> list[Any]:
        """Every reading of the text, as Morfeusz gives them."""
        return self._ask(["analyse", word])

    def generate(self, lemma: str) -> list[Any]:
        """Every form of the lemma, as Morfeusz gives them."""
        return self._ask(["generate", lemma])

    def close(self) -> None:
        """Ends the child, if one runs."""
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def _ask(self, question: list[str]) -> list[Any]:
        for _attempt in range(2):  # the child may have gone to sleep between two questions
            child = self._running()
            try:
                child.stdin.write(json.dumps(question).encode() + b"\n")  # type: ignore[union-attr]
                child.stdin.flush()  # type: ignore[union-attr]
                answer = child.stdout.readline()  # type: ignore[union-attr]
            except BrokenPipeError:
                answer = b""
            if answer:
                return list(json.loads(answer))
            self.close()
        raise RuntimeError("the dictionary's process does not answer")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            command = [sys.executable, "-c", "from spoiwo.polish.lending import main; main()"]
            self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        return self._child


def main() -> None:
    """The child: one JSON line in, one out, until nobody asks any more."""
    morfeusz = import_module("morfeusz2").Morfeusz(analyse=True, generate=True)
    source, target = open(0, "rb", buffering=0), sys.stdout.buffer  # noqa: SIM115 - ends with the process
    rest = b""
    while select.select([source], [], [], IDLE_SECONDS)[0] and (piece := source.read(65_536)):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            kind, word = json.loads(line)
            target.write(json.dumps(getattr(morfeusz, kind)(word)).encode() + b"\n")
        target.flush()
