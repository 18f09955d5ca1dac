"""A small mail server on the loopback that takes everything, or does what a script tells it to do wrong.

As a program it prints its port, and with `--log FILE` writes a line with the addressee and the Message-ID of each mail
before it says that it has taken it: `python -m tests.faults.smtp_sink [--log FILE] [--delay SECONDS]`.
"""

import argparse
import re
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from types import TracebackType
from typing import BinaryIO

BOUND = 30.0  # no session lasts longer, whatever a test forgets


class Fault(Enum):
    """What a server can do instead of answering."""

    DROP = "closes the connection at once"
    STALL = "says nothing more"
    KEEP_AND_DROP = "takes the mail and closes before saying so"
    KEEP_AND_STALL = "takes the mail and says nothing more"
    DROP_IN_CONTENT = "asks for the words and breaks off after the first line"


@dataclass(frozen=True)
class Mail:
    """One that was taken."""

    sender: str
    to: list[str]
    content: bytes


# (moment, argument) → a reply, a fault, or None for the ordinary reply. Moments: CONNECT, EHLO, MAIL, RCPT, DATA, CONTENT, …
Script = Callable[[str, str], "str | Fault | None"]


@dataclass
class Sink:
    """Runs in threads of this process between `with` and its end."""

    script: Script = lambda _moment, _argument: None
    pipelining: bool = True
    delay: float = 0.0
    on_mail: Callable[[Mail], None] | None = None
    mails: list[Mail] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    sessions: int = 0

    def __enter__(self) -> "Sink":
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._end = threading.Event()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def wait(self) -> None:
        """Until the process is ended."""
        self._end.wait()

    def _accept(self) -> None:
        while not self._end.is_set():
            try:
                link, _address = self._listener.accept()
            except OSError:
                return
            self.sessions += 1
            thread = threading.Thread(target=self._session, args=[link], daemon=True)
            self._threads.append(thread)
            thread.start()

    def _session(self, link: socket.socket) -> None:
        link.settimeout(BOUND)
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            with link, link.makefile("rb") as lines:
                Session(self, link, lines).run()
        except (OSError, Broken):
            pass

    def stall(self) -> None:
        """Holds the session until the test is over."""
        self._end.wait(BOUND)


class Broken(Exception):
    """The script ends the session."""


class Session:
    """One connection."""

    def __init__(self, sink: Sink, link: socket.socket, lines: BinaryIO) -> None:
        self._sink, self._link, self._lines = sink, link, lines
        self._sender, self._to = "", []

    def run(self) -> None:
        """Until QUIT or the end of the connection."""
        self._say("CONNECT", "", "220 sink.example ESMTP")
        while line := self._lines.readline(2000):
            text = line.decode("utf-8", "replace").strip()
            verb, argument = text[:4].upper(), text[4:].strip()
            self._sink.heard.append(text)
            getattr(self, f"_{verb.lower()}", self._ordinary)(verb, argument)
            if verb == "QUIT":
                return

    def _ordinary(self, verb: str, argument: str) -> None:
        self._say(verb, argument, "250 OK")

    def _quit(self, verb: str, argument: str) -> None:
        self._say(verb, argument, "221 Bye")

    def _ehlo(self, verb: str, argument: str) -> None:
        offers = ["sink.example", "8BITMIME", *(["PIPELINING"] if self._sink.pipelining else [])]
        lines = [f"250-{offer}" for offer in offers[:-1]] + [f"250 {offers[-1]}"]
        self._say(verb, argument, "\r\n".join(lines))

    def _rset(self, verb: str, argument: str) -> None:
        self._sender, self._to = "", []
        self._say(verb, argument, "250 OK")

    def _mail(self, verb: str, argument: str) -> None:
        if self._sender:
            self._say(verb, argument, "503 nested MAIL command")
        elif self._say(verb, _address(argument), "250 OK"):
            self._sender, self._to = _address(argument), []

    def _rcpt(self, verb: str, argument: str) -> None:
        if not self._sender:
            self._say(verb, argument, "503 need MAIL before RCPT")
        elif self._say(verb, _address(argument), "250 OK"):
            self._to.append(_address(argument))

    def _data(self, verb: str, argument: str) -> None:
        if not self._to:
            self._say(verb, argument, "554 no valid recipients")
            return
        if not self._say(verb, argument, "354 go on"):
            return
        content = []
        while (line := self._lines.readline()) != b".\r\n":
            if not line:
                return
            content.append(line[1:] if line.startswith(b".") else line)
        mail = Mail(self._sender, self._to, b"".join(content))
        self._sender, self._to = "", []
        self._take(mail)

    def _take(self, mail: Mail) -> None:
        wish = self._sink.script("CONTENT", mail.to[0])
        if wish in {Fault.KEEP_AND_DROP, Fault.KEEP_AND_STALL} or wish is None or str(wish).startswith("2"):
            self._sink.mails.append(mail)
            if self._sink.on_mail is not None:
                self._sink.on_mail(mail)
        self._reply(wish if wish is not None else "250 taken")

    def _say(self, moment: str, argument: str, ordinary: str) -> bool:
        """Replies as the script wishes; whether the command went well."""
        wish = self._sink.script(moment, argument)
        self._reply(ordinary if wish is None else wish)
        return wish is None or str(wish).startswith(("2", "3"))

    def _reply(self, wish: "str | Fault") -> None:
        if self._sink.delay:
            time.sleep(self._sink.delay)
        if wish in {Fault.STALL, Fault.KEEP_AND_STALL}:
            self._sink.stall()
            raise Broken
        if isinstance(wish, Fault):
            if wish is Fault.DROP_IN_CONTENT:
                self._link.sendall(b"354 go on\r\n")
                self._lines.readline()
            # Closed with a reset, as when a server dies.
            self._link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raise Broken
        self._link.sendall(wish.encode() + b"\r\n")


def _address(argument: str) -> str:
    found = re.search(r"<([^>]*)>", argument)
    return found.group(1) if found else ""


def main() -> None:
    """As a program: until its standard input closes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--log")
    parser.add_argument("--delay", type=float, default=0.0)
    options = parser.parse_args()
    log = open(options.log, "a", buffering=1, encoding="utf-8") if options.log else None  # noqa: SIM115

    def note(mail: Mail) -> None:
        found = re.search(rb"^Message-ID: (\S+)", mail.content, re.MULTILINE)
        if log:
            log.write(f"{mail.to[0]} {found.group(1).decode() if found else '-'}\n")
        sink.mails.clear()
        sink.heard.clear()

    with Sink(delay=options.delay, on_mail=note) as sink:
        sys.stdout.write(f"{sink.port}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
