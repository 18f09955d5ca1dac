"""Reads strangers' files in a process of its own, `python -m spoiwo.reading.apart`, and draws their pages there.

PDFium is a large library in C++; a file made to break it, to fill the memory or to take for ever harms that process only.
Standard input: one line of JSON (`do`, `size`, …) and so many bytes, again and again. Standard output: for each one line of
JSON (`problem`, `message`, `size`), then so many bytes: a document as JSON or a picture as PNG.
"""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from threading import Timer
from typing import Any, BinaryIO, Self

from spoiwo.reading.document import PROBLEMS, Document, Unreadable
from spoiwo.reading.drawing import drawn
from spoiwo.reading.formats.kinds import kind_of
from spoiwo.reading.reader import read_document

PROGRAM = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 120, 1500
WIDEST = 4000


def read_apart(
    content: bytes,
    name: str = "",
    *,
    recognise: bool = False,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
) -> Document:
    """`reader.read_document` in a process of its own, killed after `seconds` ("took_too_long"); a crash is "broken".

    Starting it and loading the dictionaries takes over a second: for many files use `read_many_apart`. Raises `Unreadable`.
    """
    with _Child(megabytes) as child:
        return _read(child, content, name, recognise, seconds)


def read_many_apart(
    files: Iterable[tuple[bytes, str]],
    *,
    recognise: bool = False,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
) -> Iterator[Document | Unreadable]:
    """The documents of (content, name) in order, or why each cannot be read; one process for all, a new one after a crash."""
    with _Child(megabytes) as child:
        for content, name in files:
            try:
                yield _read(child, content, name, recognise, seconds)
            except Unreadable as unreadable:
                yield unreadable


def page_picture(content: bytes, number: int, width: int = 1000, *, seconds: float = 30) -> bytes:
    """A page (counted from 1) of a PDF or a picture as PNG of that width in pixels; "broken" where there is no such page."""
    with _Child(MEGABYTES) as child:
        return child.ask(
            {"do": "draw", "page": number, "width": min(max(width, 16), WIDEST)}, content, seconds
        )


def _read(child: "_Child", content: bytes, name: str, recognise: bool, seconds: float) -> Document:
    answer = child.ask({"do": "read", "name": name, "recognise": recognise}, content, seconds)
    return Document.from_json(json.loads(answer))


class _Child:
    """The other process; started at the first question, and anew after it died."""

    def __init__(self, megabytes: int) -> None:
        self.megabytes = megabytes
        self.process: subprocess.Popen[bytes] | None = None
        self.is_late = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def ask(self, order: dict[str, Any], content: bytes, seconds: float) -> bytes:
        """The bytes it answers; raises `Unreadable`."""
        process = self.process = self.process or self._started()
        self.is_late = False
        timer = Timer(seconds, self._expire)
        timer.start()
        try:
            head, answer = self._exchange(
                process, {**order, "size": len(content), "seconds": seconds}, content
            )
        finally:
            timer.cancel()
        if head is None:
            raise Unreadable(self._why_it_died())
        if head["problem"]:
            raise _unreadable(head)
        return answer

    def _exchange(
        self, process: subprocess.Popen[bytes], order: dict[str, Any], content: bytes
    ) -> tuple[dict[str, Any] | None, bytes]:
        if process.stdin is None or process.stdout is None:
            return None, b""
        try:
            process.stdin.write(json.dumps(order).encode() + b"\n" + content)
            process.stdin.flush()
            head = json.loads(process.stdout.readline())
            answer = process.stdout.read(head["size"])
        except (OSError, ValueError):
            return None, b""
        return (head, answer) if len(answer) == head["size"] else (None, b"")

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "spoiwo.reading.apart", str(self.megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=PROGRAM,
            start_new_session=True,  # so that a recogniser it has started can be ended with it
        )

    def _expire(self) -> None:
        self.is_late = True
        self._kill()

    def _kill(self) -> None:
        if self.process is not None:
            with contextlib.suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL) if hasattr(os, "killpg") else self.process.kill()

    def _why_it_died(self) -> str:
        code = self._end()
        is_late = self.is_late or code == -getattr(signal, "SIGXCPU", 0)
        return "took_too_long" if is_late else "broken"

    def _end(self) -> int:
        """Ends the process, closes its pipes and waits for it, so that nothing of it is left; returns its code."""
        process, self.process = self.process, None
        if process is None:
            return 0
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        try:
            return process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self.process = process
            self._kill()
            self.process = None
            return process.wait()


def _unreadable(head: dict[str, Any]) -> Unreadable:
    more = head["message"].removeprefix(PROBLEMS[head["problem"]]).removeprefix(": ")
    return Unreadable(head["problem"], more)


def main() -> int:
    """Answer orders until there are no more."""
    orders, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nobody else may write between the answers
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    while line := orders.readline():
        order = json.loads(line)
        _limit(megabytes, order["seconds"])
        _answer(order, orders.read(order["size"]), answers)
    return 0


def _answer(order: dict[str, Any], content: bytes, answers: BinaryIO) -> None:
    problem, message, answer = "", "", b""
    try:
        answer = _done(order, content)
    except Unreadable as unreadable:
        problem, message = unreadable.problem, str(unreadable)
    except MemoryError:
        problem, message = "too_big", PROBLEMS["too_big"]
    head = {"problem": problem, "message": message, "size": len(answer)}
    answers.write(json.dumps(head).encode() + b"\n" + answer)
    answers.flush()


def _done(order: dict[str, Any], content: bytes) -> bytes:
    if order["do"] == "draw":
        picture = io.BytesIO()
        drawn(content, kind_of(content), order["page"], order["width"]).save(picture, "PNG")
        return picture.getvalue()
    document = read_document(content, order["name"], recognise=order["recognise"])
    return json.dumps(document.to_json()).encode()


def _limit(megabytes: int, seconds: float) -> None:
    """Holds memory and time of this process in bounds, on systems that can; the time anew for every order."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        resource = import_module("resource")  # there is none on Windows
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime + seconds) + 2
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    sys.exit(main())
