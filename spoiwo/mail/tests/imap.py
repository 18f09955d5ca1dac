"""A mailbox on the loopback that speaks as much IMAP as a reader of bounces needs."""

import re
import socket
import threading
from types import TracebackType


class Mailbox:
    """Holds messages with their flags; runs between `with` and its end, one session after another."""

    def __init__(self, messages: list[bytes], password: str = "tajne") -> None:
        self.messages, self._password = messages, password
        self.seen: set[int] = set()
        self.heard: list[str] = []

    def __enter__(self) -> "Mailbox":
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                link, _address = self._listener.accept()
            except OSError:
                return
            link.settimeout(10)
            with link, link.makefile("rwb") as lines:
                lines.write(b"* OK ready\r\n")
                lines.flush()
                for line in lines:
                    tag, _blank, command = line.decode().strip().partition(" ")
                    self.heard.append(command)
                    lines.write(self._answer(command))
                    ending = b" NO [AUTHENTICATIONFAILED] wrong" if self._is_refused(command) else b" OK done"
                    lines.write(tag.encode() + ending + b"\r\n")
                    lines.flush()
                    if command == "LOGOUT":
                        break

    def _is_refused(self, command: str) -> bool:
        return command.startswith("LOGIN") and self._password not in command

    def _answer(self, command: str) -> bytes:
        if command == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1\r\n"
        if command.startswith("SELECT"):
            return f"* {len(self.messages)} EXISTS\r\n".encode()
        if command == "UID SEARCH UNSEEN":
            unseen = [str(n) for n in range(1, len(self.messages) + 1) if n not in self.seen]
            return f"* SEARCH {' '.join(unseen)}\r\n".encode()
        if command.startswith("UID STORE"):
            self.seen.add(int(command.split()[2]))
        if found := re.match(r"UID FETCH (\d+) \(BODY.PEEK\[(\S*)", command):
            number = int(found.group(1))
            whole = self.messages[number - 1]
            part = whole.split(b"\r\n\r\n")[0] + b"\r\n\r\n" if found.group(2).startswith("HEADER") else whole
            return b"* %d FETCH (UID %d BODY[] {%d}\r\n%s)\r\n" % (number, number, len(part), part)
        return b"* BYE\r\n" if command == "LOGOUT" else b""
